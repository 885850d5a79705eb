import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pollUntil } from '../../harness/processes.ts';
import type { ChaosProject, Line } from './chaos-project.ts';
import type { ChaosCommand } from './workers.ts';
import { BEATS, LOUD_LINE } from './workers.ts';

/** What is left after chaos. */
export interface Verdict {
  /** What must not be, one sentence each. Empty: nothing lost, nothing doubled, nothing left behind. */
  readonly problems: readonly string[];
  readonly tasks: number;
  readonly attempts: number;
  readonly supervisors: number;
  readonly beats: number;
  readonly ends: Readonly<Record<string, number>>;
  /** Processes that outlived their task, and whether its result names them. */
  readonly survivors: readonly { readonly pid: number; readonly named: boolean; readonly command: string }[];
  /** How surely the processes are gone, in the words of the results. */
  readonly means: readonly string[];
}

/** Compares what was acknowledged with the journal, with what the workers wrote down, and with the process table. */
export async function judgeChaos(
  chaos: ChaosProject,
  commands: ReadonlyMap<string, ChaosCommand>,
): Promise<Verdict> {
  const acknowledged = [...commands.keys()];
  const lines = chaos.journal();
  const beats = readBeats(chaos);
  const results = endedLines(lines).map((line) => resultOf(chaos, line, commands.get(line.task_id ?? '')));
  const named = new Set(results.flatMap(({ containment }) => survivorsNamedIn(containment)));
  const survivors = await survivorsOf(chaos, named);
  const verified = await chaos.outloop('verify', '--json');
  const unnamed = survivors.filter((one) => !one.named);
  return {
    problems: [
      ...lostOrDoubled(lines, acknowledged),
      ...attemptsOutOfOrder(lines),
      ...beatsOutOfPlace(lines, beats, named),
      ...results.flatMap(({ problem }) => problem ?? []),
      ...unnamed.map(({ pid, command }) => `a process is left and no result names it: ${pid} ${command}`),
      ...(verified.exitCode === 0 ? [] : [`verify: ${verified.stdout}${verified.stderr}`]),
    ],
    tasks: endedLines(lines).length,
    attempts: lines.filter(({ event }) => event === 'attempt.started').length,
    supervisors: lines.filter(({ event }) => event === 'supervisor.started').length,
    beats: beats.length,
    ends: countBy(endedLines(lines), ({ status }) => String(status)),
    survivors,
    means: [...new Set(results.flatMap(({ containment }) => containment ?? []))],
  };
}

function endedLines(lines: readonly Line[]): Line[] {
  return lines.filter(({ event }) => event === 'task.ended');
}

function lostOrDoubled(lines: readonly Line[], acknowledged: readonly string[]): string[] {
  const submitted = lines.flatMap(({ event, task_id }) =>
    event === 'task.submitted' ? (task_id ?? []) : [],
  );
  const ends = countBy(endedLines(lines), ({ task_id }) => String(task_id));
  const ids = [...new Set([...acknowledged, ...submitted])];
  return [
    ...acknowledged
      .filter((id) => !submitted.includes(id))
      .map((id) => `${id} was acknowledged and is not there`),
    ...ids
      .filter((id) => ends[id] !== 1)
      .map((id) => `${id} has ${ends[id] ?? 0} ends: ${historyOf(lines, id)}`),
    ...lines.flatMap(({ seq }, index) => (seq === index + 1 ? [] : [`line ${index + 1} has seq ${seq}`])),
  ];
}

function historyOf(lines: readonly Line[], id: string): string {
  const own = lines.filter(({ task_id }) => task_id === id);
  return own.map(({ event, seq, attempt }) => `${seq} ${event} ${attempt ?? ''}`.trim()).join(', ');
}

/** Attempts of a task follow one another, each after the end of the one before, and none after the end of the task. */
function attemptsOutOfOrder(lines: readonly Line[]): string[] {
  const last = new Map<string, { attempt: number; over: boolean; ended: boolean }>();
  const problems: string[] = [];
  for (const { event, task_id: id, attempt } of lines) {
    if (id === undefined) continue;
    const before = last.get(id) ?? { attempt: 0, over: true, ended: false };
    if (event === 'attempt.started') {
      if (attempt !== before.attempt + 1 || !before.over || before.ended) {
        problems.push(`${id}: attempt ${attempt} was started after ${JSON.stringify(before)}`);
      }
      last.set(id, { attempt: Number(attempt), over: false, ended: false });
    } else if (event === 'attempt.failed') last.set(id, { ...before, over: true });
    else if (event === 'task.ended') last.set(id, { ...before, over: true, ended: true });
  }
  return problems;
}

interface Beat {
  readonly id: string;
  readonly attempt: number;
  readonly role: string;
  readonly pid: string;
  readonly at: number;
}

function readBeats({ project }: ChaosProject): Beat[] {
  const path = join(project.dir, BEATS);
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => /^\S+ \d+ \w+ \d+ \d+$/.test(line))
    .map((line) => {
      const [id = '', attempt, role = '', pid = '', ns] = line.split(' ');
      return { id, attempt: Number(attempt), role, pid, at: Number(BigInt(ns ?? 0) / 1_000_000n) };
    });
}

/** Whatever wrote of an attempt lived between its start and its end, and its main process was started once. */
function beatsOutOfPlace(
  lines: readonly Line[],
  beats: readonly Beat[],
  named: ReadonlySet<number>,
): string[] {
  const spans = new Map<string, { from: number; to: number }>();
  for (const { event, task_id: id, attempt, timestamp } of lines) {
    const at = Date.parse(timestamp);
    if (event === 'attempt.started')
      spans.set(`${id} ${attempt}`, { from: at, to: Number.POSITIVE_INFINITY });
    if (event !== 'attempt.failed' && event !== 'task.ended') continue;
    for (const [key, span] of spans) {
      if (key.startsWith(`${id} `) && span.to === Number.POSITIVE_INFINITY) span.to = at;
    }
  }
  const problems = new Set<string>();
  const mains = new Map<string, string>();
  for (const { id, attempt, role, pid, at } of beats) {
    const key = `${id} ${attempt}`;
    const span = spans.get(key);
    if (span === undefined) problems.add(`${key} ran and was never started`);
    else if (at < span.from) problems.add(`${key}: ${role} lived before its start was written down`);
    else if (at > span.to + 1 && !named.has(Number(pid))) {
      problems.add(`${key}: ${role} (pid ${pid}) still lived ${at - span.to} ms after its end`);
    }
    if (role !== 'main') continue;
    if ((mains.get(key) ?? pid) !== pid) problems.add(`${key} ran twice: pids ${mains.get(key)} and ${pid}`);
    mains.set(key, pid);
  }
  return [...problems];
}

function resultOf(
  { project }: ChaosProject,
  line: Line,
  command: ChaosCommand | undefined,
): { containment?: string; problem?: string } {
  const folder = join(project.dir, String(line.results_location));
  try {
    const result = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8')) as Record<string, unknown>;
    if (result.status !== line.status) {
      return { problem: `${line.task_id}: the journal says ${line.status}, the result ${result.status}` };
    }
    const gap = command?.kind === 'loud' ? gapIn(join(folder, 'command.log')) : null;
    if (gap !== null) return { problem: `${line.task_id}: its log has ${gap}` };
    if (!existsSync(join(folder, 'report.md'))) return { problem: `${line.task_id} has no report` };
    return typeof result.containment === 'string' ? { containment: result.containment } : {};
  } catch (error) {
    return { problem: `${line.task_id} has no result: ${(error as Error).message}` };
  }
}

/** Where numbered lines do not follow one another; each of two rows begins with 1, and may be cut short. */
function gapIn(log: string): string | null {
  if (!existsSync(log)) return null;
  let last = 0;
  for (const text of readFileSync(log, 'utf8').split('\n')) {
    const number = Number(LOUD_LINE.exec(text)?.[1] ?? 0);
    if (number === 0) continue;
    if (number !== last + 1 && number !== 1) return `line ${number} behind line ${last}`;
    last = number;
  }
  return null;
}

function survivorsNamedIn(containment: string | undefined): number[] {
  const list = /could not be ended: pid ([\d, ]+)/.exec(containment ?? '')?.[1] ?? '';
  return list.split(',').map(Number).filter(Boolean);
}

// What was killed in the last moment may still be on its way out.
async function survivorsOf(chaos: ChaosProject, named: ReadonlySet<number>) {
  await pollUntil(async () => (await chaos.workers()).length === 0, 2_000);
  return (await chaos.workers()).map((one) => ({ ...one, named: named.has(one.pid) }));
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}
