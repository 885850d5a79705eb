import { join } from 'node:path';
import type { ProcessIdentity } from '../domain/events.ts';
import { createFold, foldLine } from '../observe/fold-line.ts';
import { createRedactor } from '../observe/redact.ts';
import { bootOf, startedBeforeMs } from '../process/identity.ts';
import { TASK_MARK } from '../runners/headless-command.ts';
import { createWorkspace } from '../workspace/create.ts';
import { findWorkspace } from '../workspace/find.ts';
import { workspaceActive, workspaceFiles } from '../workspace/paths.ts';
import { countTranscript } from '../workspace/transcript.ts';
import type { AttemptCard } from './attempt-card.ts';
import { readAttemptCard } from './attempt-card.ts';
import type { RunningTask, SupervisorContext, WatchedAttempt } from './context.ts';
import { createMeter } from './meter.ts';
import { redactedValues } from './redacted-values.ts';
import { LOOK_BOUNDS, openStream, readLines } from './stream-reader.ts';
import { outputWatch } from './watch-output.ts';

/**
 * Takes over the attempt of a supervisor that is gone: its worker, wherever it is by now, and its stream from the first
 * line on, so that no event is missed. What was written into the workspace already is not written again.
 */
export function adoptAttempt(context: SupervisorContext, task: RunningTask): WatchedAttempt {
  const card = readAttemptCard(context.paths.internal, task.id, task.attempt);
  const streamPath = card?.stream ?? join(context.runtime.streams, `${task.id}.${task.attempt}.stdout`);
  const stderrPath = card?.stderr ?? join(context.runtime.streams, `${task.id}.${task.attempt}.stderr`);
  const files = workspaceOf(context, task);
  // One that is gone is not looked for: what it has left behind carries its mark too, and is not the worker.
  const leader = card === null ? findLeader(context, task.id) : card.leader;
  const redactText = createRedactor(redactedValues(adoptedEnvironment(context, task.id, leader)));
  const attempt: WatchedAttempt = {
    task,
    files,
    streamPath,
    stderrPath,
    redact: redactText,
    reader: openStream(streamPath),
    fold: createFold(task, redactText),
    watch: outputWatch(task),
    child: null,
    leader,
    remembered: new Map((card?.remembered ?? []).map((identity) => [identity.pid, identity])),
    exit: null,
    spawnError: null,
    restarted: card !== null && bootOf(card.leader) !== bootOf(context.process),
    endReason: task.cancelRequestedAt === undefined ? null : 'cancelled',
    ending: false,
    heartbeatAt: 0,
    exceeded: null,
    meter: createMeter(context.clock(), workedMs(context, task, card, leader)),
    containment: card?.containment ?? 'process group',
    // The card says that the tree stands still, also where the task was resumed while nobody looked.
    pausedSince: card?.paused_at ?? task.pausedAt ?? null,
    gone: null,
    looksToContinue: 0,
    reportedAt: 0,
  };
  skipKnownLines(attempt);
  return attempt;
}

// What the worker inherited went with the supervisor that had it; as long as the worker lives, it can be asked. Else its
// session may have handed it over again.
function adoptedEnvironment(context: SupervisorContext, taskId: string, leader: ProcessIdentity | null) {
  const isThere = leader !== null && context.processes.isAlive(leader);
  const worker = isThere ? context.processes.environmentOf(leader.pid) : {};
  return { ...context.env, ...context.handoffs.get(taskId), ...worker };
}

// The monotonic clock goes on from one process to the next, and not over a restart of the machine: nothing survives that.
// Without a card the processes themselves tell, because a wall clock may have been set since.
function workedMs(
  context: SupervisorContext,
  task: RunningTask,
  card: AttemptCard | null,
  leader: ProcessIdentity | null,
): number {
  const { wall, monotonic } = context.clock();
  if (card?.active_ms === undefined || card.monotonic_ms === undefined) {
    const ageMs = leader === null ? null : startedBeforeMs(leader, context.process);
    return Math.max(0, ageMs ?? wall - task.startedAt);
  }
  const isPaused = (task.pausedAt ?? card.paused_at) !== undefined;
  const since = isPaused ? 0 : Math.max(0, monotonic - card.monotonic_ms);
  return card.active_ms + since;
}

// The transcript has one line for each line of the stream: those are in the workspace, and only the fold needs them.
function skipKnownLines(attempt: WatchedAttempt): void {
  let known = countTranscript(attempt.files);
  while (known > 0) {
    const { lines, more } = readLines(attempt.reader, { ...LOOK_BOUNDS, lines: known });
    for (const line of lines) foldLine(attempt.fold, line);
    rememberForWatch(attempt, lines);
    known -= lines.length;
    if (!more) return;
  }
}

// Whether the supervisor before had looked at these, nobody knows.
function rememberForWatch({ watch }: WatchedAttempt, lines: readonly string[]): void {
  if (watch !== null) watch.pending = [...watch.pending, ...lines].slice(-REMEMBERED_LINES_MAX);
}

const REMEMBERED_LINES_MAX = 100_000;

// Without a card the worker is the oldest process that carries the mark of the task and has no parent that does.
function findLeader({ processes }: SupervisorContext, taskId: string): ProcessIdentity | null {
  const marker = `${TASK_MARK}=${taskId}`;
  const { table, marked } = processes.snapshot([marker]);
  const pids = new Set(marked(marker).map(({ pid }) => pid));
  const leader = table.find(({ pid, group }) => pids.has(pid) && group === pid);
  return leader === undefined ? null : { pid: leader.pid, start: leader.start };
}

function workspaceOf(context: SupervisorContext, task: RunningTask) {
  const found = findWorkspace(context.paths, task.id, task.agent);
  if (found !== null) return found;
  const created = createWorkspace(context.paths, task, '');
  if (created.ok) return created.value;
  // A full disk, or what a worker left in the way: it is watched all the same, and its end clears the way.
  context.log(`${task.id}: ${created.failure.message}`);
  return workspaceFiles(workspaceActive(context.paths, task.id), task.agent);
}
