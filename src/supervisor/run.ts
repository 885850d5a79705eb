import { mkdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readSupervisorCard } from '../ipc/ask-supervisor.ts';
import type { Handoff } from '../ipc/messages.ts';
import { makePrivateFolder } from '../ipc/runtime-folder.ts';
import { readState } from '../journal/journal.ts';
import { errnoOf } from '../journal/journal-file.ts';
import { sweepWakePipes } from '../notices/wake-pipe.ts';
import { terminateTrees } from '../process/terminate.ts';
import { VERSION } from '../version.ts';
import { pauseAfterRestart } from './after-restart.ts';
import { treeOf } from './attempt-tree.ts';
import type { Bell } from './bell.ts';
import { claimSupervision, yieldSupervision } from './claim.ts';
import { closeLongJournal } from './close-long-journal.ts';
import { flushCommits } from './commit-together.ts';
import type { SupervisorContext } from './context.ts';
import { sendNotices } from './deliver.ts';
import { settledPath } from './leave-settled.ts';
import { loadSubmitDue } from './load-submit-due.ts';
import { sweepTraces } from './sweep-traces.ts';
import { tick } from './tick.ts';

const LOOK_EVERY_MS = 1_000;
const IDLE_EXIT_MS = 10_000;
const CLAIM_EVERY_MS = 50;
const CLAIM_FOR_MS = 15_000;
const UNANSWERED_MAX = 3;
const ABANDON_GRACE_MS = 3_000;

/**
 * Supervises a project until nothing has been left to do for ten seconds, or another supervisor takes over, or a newer
 * version asks for the place. Workers outlive it in each case.
 * @param bell rings when there is something to look at
 * @param handoffs what the process that started this one handed over
 * @param leaving asks it to go, as a newer version would
 */
export async function runSupervisor(
  context: SupervisorContext,
  bell: Bell,
  handoffs: readonly Handoff[],
  leaving: AbortSignal,
): Promise<void> {
  const privateFolder = makePrivateFolder(context.runtime.folder);
  if (!privateFolder.ok) throw new Error(privateFolder.failure.message);
  mkdirSync(context.runtime.streams, { recursive: true, mode: 0o700 });
  await pauseAfterRestart(context);
  const claimed = await claimOrPassOn(context, handoffs);
  if (!claimed) return;
  context.log(`supervising ${context.paths.root}, epoch ${context.epoch}, version ${VERSION}`);
  takeHandoffs(context, handoffs);
  const claimedState = readState(context.journal);
  if (claimedState.ok) sweepTraces(context, claimedState.value);
  await superviseUntilDone(context, bell, leaving);
}

// Two hooks can start a supervisor each: the one that comes second gives what it was handed to the first. The first may
// also be on its way out: then its place becomes free in a moment.
async function claimOrPassOn(context: SupervisorContext, handoffs: readonly Handoff[]): Promise<boolean> {
  const until = context.clock().monotonic + CLAIM_FOR_MS;
  for (let unanswered = 0; ; ) {
    const claimed = await claimSupervision(context.journal, context, context.process, VERSION);
    if (claimed.ok) {
      context.epoch = claimed.value;
      return true;
    }
    if (claimed.failure.code !== 'already_running') throw new Error(claimed.failure.message);
    const card = readSupervisorCard(join(context.paths.internal, 'supervisor.json'));
    if (card !== null) {
      const wake = () => ({ type: 'wake' as const, handoffs: [...handoffs] });
      const asked = await context.ipc.ask(card, context.paths.root, wake);
      if (asked.kind === 'answered' && asked.reply.ok) return false;
    }
    // A machine that has just woken up needs a moment: the first silences after the time is over do not count.
    if (context.clock().monotonic >= until) unanswered += 1;
    if (unanswered === UNANSWERED_MAX && !endSilent(context)) {
      throw new Error(`${claimed.failure.message} It does not answer, and cannot be ended.`);
    }
    await context.timers.sleep(CLAIM_EVERY_MS);
  }
}

/**
 * Ends a supervisor that lives and does not answer, so that it never wakes up beside its successor. Workers go on.
 * @returns false where this process may not
 */
function endSilent(context: SupervisorContext): boolean {
  const read = readState(context.journal);
  const silent = read.ok ? read.value.supervisor : null;
  if (silent === null || silent.stopped) return true;
  context.log(`the supervisor before (pid ${silent.process.pid}) does not answer: ending it`);
  const { processes } = context;
  return processes.signal(silent.process, 'SIGKILL') || !processes.isAlive(silent.process);
}

async function superviseUntilDone(
  context: SupervisorContext,
  bell: Bell,
  leaving: AbortSignal,
): Promise<void> {
  let isLeaving = false;
  const cardPath = join(context.paths.internal, 'supervisor.json');
  const greeting = {
    outloop: 1 as const,
    root: context.paths.root,
    pid: context.process.pid,
    version: VERSION,
    token: context.token,
  };
  const place = { socket: context.runtime.socket, cardPath, greeting };
  const server = await context.ipc.listen(place, {
    onWake: (handoffs) => {
      // Whoever has decided to go looks at nothing any more, and what he is handed would go with him.
      if (isLeaving) return false;
      takeHandoffs(context, handoffs);
      bell.ring();
      return true;
    },
    onDrain: () => {
      isLeaving = true;
      bell.ring();
      return [...context.handoffs].map(([task_id, environment]) => ({ task_id, environment }));
    },
  });
  const why = await lookUntil(context, bell, () => isLeaving || leaving.aborted);
  isLeaving = true;
  context.log(`leaving: ${why}`);
  sendNotices(context, true);
  sweepWakePipes(join(context.paths.internal, 'wake'), (pid) => context.processes.identityOf(pid) !== null);
  // Closing takes the socket's name away, and that is the successor's by now.
  if (why === 'superseded') return;
  server.close();
  if (why === 'vanished') await abandon(context);
  if (why === 'vanished') return;
  await flushCommits(context);
  removeIfEmpty(context.runtime.streams);
  rmSync(context.runtime.socket, { force: true });
  rmSync(cardPath, { force: true });
  rmSync(settledPath(context.paths.internal), { force: true });
  await yieldSupervision(context.journal, context, context.epoch);
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // A worker that goes on writes there.
  }
}

// Somebody removed the reports folder: nothing could ever say how these workers ended, so they do not go on.
async function abandon(context: SupervisorContext): Promise<void> {
  await terminateTrees([...context.running.values()].map(treeOf), ABANDON_GRACE_MS, context);
}

async function lookUntil(
  context: SupervisorContext,
  bell: Bell,
  isDraining: () => boolean,
): Promise<'drained' | 'idle' | 'superseded' | 'vanished'> {
  let idleSince: number | null = null;
  while (!isDraining()) {
    const looked = await tick(context).catch((error: unknown) => refusedLook(context, error));
    if (looked === 'superseded' || looked === 'vanished') return looked;
    if (looked === 'sleeping' || (looked === 'idle' && idleSince === null)) await closeLongJournal(context);
    if (looked !== 'idle') idleSince = null;
    else idleSince ??= context.clock().monotonic;
    if (idleSince !== null && context.clock().monotonic - idleSince >= IDLE_EXIT_MS) return 'idle';
    await bell.wait(looked === 'sleeping' ? await untilDue(context) : LOOK_EVERY_MS);
  }
  return 'drained';
}

// A disk that is full or read-only for a while must not take the supervisor away from its workers; a bug may.
function refusedLook(context: SupervisorContext, error: unknown): 'busy' {
  if (errnoOf(error) === undefined) throw error;
  context.log(`not everything could be looked at: ${(error as Error).message}`);
  return 'busy';
}

async function untilDue(context: SupervisorContext): Promise<number> {
  const read = readState(context.journal);
  if (!read.ok) return LOOK_EVERY_MS;
  const { sleepMs } = await loadSubmitDue();
  return sleepMs(read.value, context.now());
}

function takeHandoffs(context: SupervisorContext, handoffs: readonly Handoff[]): void {
  for (const { task_id, environment } of handoffs) context.handoffs.set(task_id, environment);
}
