import { type AgentName, isAgentName } from '../domain/agents.ts';
import { type Failure, failure } from '../domain/failure.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { cleanLine } from '../observe/clean.ts';
import { holdsSecret } from '../observe/redact.ts';
import { type CompiledPolicy, compilePolicy } from './compile-policy.ts';
import { foldText, originalWords } from './fold-text.ts';
import { findHidden } from './hidden-text.ts';
import { matchRule } from './match-rule.ts';
import { nearestName } from './nearest-name.ts';
import type { Policy, PolicyVerdict, RefusalDetails } from './policy.ts';

/** A task as somebody asks for it, before anything else looks at it. */
export interface TaskRequest {
  readonly agent: string;
  readonly text: string;
  /** The content of the `--brief` file. */
  readonly brief?: string;
}

/**
 * Whether the policy lets this task be delegated. Fails with `unknown_agent`, or with `policy_refused` and
 * `RefusalDetails`; the hint says how to rephrase.
 */
export function checkTask(request: TaskRequest, policy: Policy): Result<PolicyVerdict> {
  const refused =
    refuseAgent(request.agent, policy) ??
    refuseHidden(request.text, 'task') ??
    refuseLength(request.text, policy) ??
    refuseSecret(request.text, 'task');
  if (refused !== undefined) return fail(refused);
  const compiled = compilePolicy(policy);
  const blocked =
    refuseBlocked(request.text, 'task', compiled) ??
    (request.brief === undefined ? undefined : refuseBrief(request.brief, compiled));
  if (blocked !== undefined) return fail(blocked);
  const approved = approvingRules(request.text, compiled);
  return approved.ok ? ok({ agent: request.agent as AgentName, approvedBy: approved.value }) : approved;
}

function refuseAgent(agent: string, policy: Policy): Failure | undefined {
  const { agents } = policy;
  if (isAgentName(agent) && agents.includes(agent)) return undefined;
  const nearest = nearestName(agent, agents);
  const guess = nearest === undefined ? '' : ` Did you mean \`${nearest}\`?`;
  const why = isAgentName(agent) ? 'This policy does not allow the agent' : 'There is no agent';
  return failure(
    'unknown_agent',
    `${why} "${cleanLine(agent, 40)}".${guess}`,
    `Agents: ${agents.join(', ')}.`,
    {
      agent: cleanLine(agent, 40),
      agents,
      ...(nearest === undefined ? {} : { nearest }),
    },
  );
}

function refuseHidden(text: string, where: 'task' | 'brief'): Failure | undefined {
  const found = findHidden(text, where === 'task' ? 'refused' : 'allowed');
  if (found === undefined) return undefined;
  const words = quoteWords(found.words);
  const near = words === '' ? '' : ` at "${words}"`;
  const hint =
    found.rule === 'hidden.newline'
      ? 'Write the task on one line, or put the long form into a file: --brief FILE.'
      : 'Type the text again instead of pasting it.';
  return refusal(
    { rule: found.rule, words, category: 'hidden characters', where },
    `The ${where} holds ${found.what}${near}.`,
    hint,
  );
}

function refuseLength(text: string, policy: Policy): Failure | undefined {
  const length = [...text.trim()].length;
  const { lengthMin, lengthMax } = policy;
  if (length >= lengthMin && length <= lengthMax) return undefined;
  const short = length < lengthMin;
  return refusal(
    { rule: short ? 'length.short' : 'length.long', words: '', category: 'length', where: 'task' },
    `The task has ${length} characters; allowed are ${lengthMin} to ${lengthMax}.`,
    short
      ? 'Say what is to be done, and to what.'
      : 'Shorten it, or put the long form into a file of the project: --brief FILE.',
  );
}

function refuseSecret(text: string, where: 'task' | 'brief'): Failure | undefined {
  const kind = holdsSecret(text);
  if (kind === null) return undefined;
  return refusal(
    { rule: 'secret.in-text', words: '', category: 'credentials', where },
    `The ${where} holds what looks like a secret (${kind}).`,
    'Take it out, and change it if it was real. Name where it is kept instead.',
  );
}

function refuseBlocked(text: string, where: 'task' | 'brief', policy: CompiledPolicy): Failure | undefined {
  const readings = foldText(text);
  const rules = where === 'task' ? policy.blocked : policy.blockedInBrief;
  for (const compiled of rules) {
    const match = matchRule(compiled, readings);
    if (match === undefined) continue;
    const { rule } = compiled;
    const words = quoteWords(originalWords(text, match.folded, match.start, match.end));
    return refusal(
      { rule: rule.id, words, category: rule.category, where },
      `The ${where} was refused for "${words}".\n${rule.why}\nRule: ${rule.id}`,
      rule.rephrase ?? 'Describe the change to the project that you want.',
    );
  }
  return undefined;
}

/** Longest brief that is checked and accepted, in characters. */
export const BRIEF_CHARS_MAX = 100_000;

/** A brief is checked line by line, in pieces: patterns only ever see short texts. */
function refuseBrief(brief: string, policy: CompiledPolicy): Failure | undefined {
  if (brief.length > BRIEF_CHARS_MAX) {
    return refusal(
      { rule: 'length.brief', words: '', category: 'length', where: 'brief' },
      `The brief has ${brief.length} characters; allowed are ${BRIEF_CHARS_MAX}.`,
      'Shorten it, or name the files to read instead of pasting them.',
    );
  }
  const first = refuseHidden(brief, 'brief') ?? refuseSecret(brief, 'brief');
  if (first !== undefined) return first;
  for (const piece of briefPieces(brief)) {
    const refused = refuseBlocked(piece, 'brief', policy);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

const PIECE_CHARS = 400;
/** Pieces of a long line overlap, so that nothing hides at a cut. */
const PIECE_STEP = 300;

function briefPieces(brief: string): string[] {
  const pieces: string[] = [];
  for (const line of brief.split('\n')) {
    if (line.trim() === '') continue;
    for (
      let start = 0;
      start === 0 || start < line.length - (PIECE_CHARS - PIECE_STEP);
      start += PIECE_STEP
    ) {
      pieces.push(line.slice(start, start + PIECE_CHARS));
    }
  }
  return pieces;
}

function approvingRules(text: string, policy: CompiledPolicy): Result<readonly string[]> {
  const readings = foldText(text);
  const ids: string[] = [];
  for (const group of policy.approved) {
    const rule = group.find((candidate) => matchRule(candidate, readings) !== undefined);
    if (rule === undefined)
      return fail(
        refuseUnapproved(
          text,
          group.map((candidate) => candidate.rule.id),
        ),
      );
    ids.push(rule.rule.id);
  }
  return ok(ids);
}

function refuseUnapproved(text: string, rules: readonly string[]): Failure {
  return refusal(
    { rule: 'approved.none', words: quoteWords(text), category: 'approval', where: 'task' },
    `The task matches none of the approved rules (${rules.join(', ')}).`,
    'Say what to do in plain words: "analyze …", "implement …", "test …", "fix …".',
  );
}

function refusal(details: RefusalDetails, message: string, hint: string): Failure {
  return failure('policy_refused', message, hint, { ...details });
}

/** Words of a task as a refusal repeats them: one line, nothing that moves a terminal's cursor. */
function quoteWords(words: string): string {
  return cleanLine(words.replace(/^[^\p{L}\p{N}~$/\\.-]+/u, ''), WORDS_CHARS_MAX);
}

const WORDS_CHARS_MAX = 40;
