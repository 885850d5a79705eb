import type { OpenTask } from '../domain/state.ts';
import { shortId } from '../domain/task-id.ts';
import { createRedactor, secretEnvironmentValues } from '../observe/redact.ts';
import type { Brief } from './brief.ts';
import { gatherFacts, type ProjectFacts } from './gather.ts';
import { quoteList, quoteText } from './quote.ts';
import { joinPrime, type PrimeTask, primeHead, primeTail } from './static-prime.ts';

/** What the start of an attempt knows. */
export interface RealPrimeInput {
  /** The project root, a real path. */
  readonly root: string;
  readonly task: PrimeTask;
  /** The other open tasks of the project. */
  readonly others: readonly OpenTask[];
  /** Sections on what came before this attempt. */
  readonly before?: readonly string[];
  /** For git, and for secrets that must not end up in the prime. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: number;
}

/** Renders the prime of an attempt that starts now, with what is true of the project now; secrets are redacted. */
export function renderRealPrime(input: RealPrimeInput): string {
  const facts = gatherFacts(input.root, input.env, input.task.options.brief);
  const redactText = createRedactor(secretEnvironmentValues(input.env));
  return redactText(renderPrimeWith(facts, input.task, input.others, input.before));
}

/** The prime from facts that are gathered already: at most `PRIME_BYTES_MAX`, and `BRIEF_BYTES_MAX` more for a brief. */
export function renderPrimeWith(
  facts: ProjectFacts,
  task: PrimeTask,
  others: readonly OpenTask[],
  before: readonly string[] = [],
): string {
  const head = primeHead(task);
  const tail = primeTail(task);
  const room = PRIME_BYTES_MAX - Buffer.byteLength(head) - Buffer.byteLength(tail) - SEPARATORS_BYTES;
  const sections = fitSections(
    [projectSection(facts), ...before, changesSection(facts), othersSection(others)],
    room,
  );
  const brief = facts.brief === null ? [] : [briefSection(facts.brief)];
  return joinPrime(head, [...sections, ...brief], tail);
}

/** Without a brief. */
export const PRIME_BYTES_MAX = 8 * 1024;
/** For the text of a brief. */
export const BRIEF_BYTES_MAX = 24 * 1024;
const SEPARATORS_BYTES = 64;

function projectSection({ name, root, git, kind }: ProjectFacts): string {
  const lines = [`Project: ${name}, in ${root}`, gitLine(git)];
  if (kind.languages.length > 0) lines.push(`Languages: ${kind.languages.join(', ')}`);
  for (const { purpose, command, from } of kind.commands)
    lines.push(`${PURPOSES[purpose]}: ${command} (from ${from})`);
  if (!kind.commands.some(({ purpose }) => purpose === 'test'))
    lines.push('Test command: none found at the top level');
  if (kind.guides.length > 0) lines.push(`Guides: ${kind.guides.join(', ')}`);
  return `PROJECT FACTS, as found when this task started:\n${quoteList(lines, lines.length)}`;
}

const PURPOSES = {
  test: 'Test command',
  build: 'Build command',
  lint: 'Lint command',
  types: 'Type check',
} as const;

function gitLine(git: ProjectFacts['git']): string {
  if (git.state === 'none') return 'Git: no repository';
  if (git.state === 'unknown') return 'Git: could not be asked in time';
  const { upstream } = git;
  const distance =
    upstream === null ? '' : `, ${upstream.ahead} ahead and ${upstream.behind} behind ${upstream.name}`;
  const changes =
    git.changed.length === 0 ? 'no uncommitted changes' : `${git.changed.length} uncommitted changes`;
  return `Git: ${git.branch === null ? 'detached head' : `branch ${git.branch}`}${distance}, ${changes}`;
}

function changesSection({ git }: ProjectFacts): string | null {
  if (git.changed.length === 0) return null;
  const shown = git.changed.slice(0, CHANGES_MAX).map((line) => line.slice(0, PATH_CHARS_MAX));
  return `UNCOMMITTED CHANGES (not yours; somebody may be at work on them):\n${quoteList(shown, CHANGES_MAX, git.changed.length)}`;
}

const CHANGES_MAX = 30;
const PATH_CHARS_MAX = 200;

function othersSection(others: readonly OpenTask[]): string | null {
  if (others.length === 0) return null;
  const lines = others.map(
    (task) =>
      `${shortId(task.id)} ${task.agent}, ${task.phase === 'running' ? 'at work' : 'waiting'}: ${task.description.slice(0, 200)}`,
  );
  return `OTHER OPEN TASKS of this project (each has its own worker; leave their work to them):\n${quoteList(lines, OTHERS_MAX)}`;
}

const OTHERS_MAX = 10;

function briefSection(brief: Brief): string {
  const path = quoteList([brief.path], 1).slice(2);
  if ('problem' in brief) {
    return `BRIEF: ${path} was to be the long form of the task, but ${brief.problem}. Work from the task text, and say so in issues.`;
  }
  return `BRIEF: the long form of the task, from ${path}:\n${quoteText(brief.text, BRIEF_BYTES_MAX, 'not shown; read the rest in the file')}`;
}

/** The sections that there are, each cut to what the ones before it left of the room. */
function fitSections(sections: readonly (string | null)[], bytesMax: number): string[] {
  const kept: string[] = [];
  let room = bytesMax;
  for (const section of sections) {
    if (section === null) continue;
    const cut = cutSection(section, room);
    if (cut === null) continue;
    kept.push(cut);
    room -= Buffer.byteLength(cut) + 2;
  }
  return kept;
}

function cutSection(section: string, bytesMax: number): string | null {
  if (Buffer.byteLength(section) <= bytesMax) return section;
  const kept: string[] = [];
  let bytes = Buffer.byteLength(CUT_LINE) + 1;
  for (const line of section.split('\n')) {
    bytes += Buffer.byteLength(line) + 1;
    if (bytes > bytesMax) break;
    kept.push(line);
  }
  return kept.length < 2 ? null : [...kept, CUT_LINE].join('\n');
}

const CUT_LINE = '(cut: no room for the rest of this part)';
