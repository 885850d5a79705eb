import { join } from 'node:path';
import type { EndedTask } from '../domain/state.ts';
import { readState } from '../journal/journal.ts';
import { isRaised, type Notice } from '../notices/notice.ts';
import { wakeLines } from '../notices/notice-text.ts';
import { isTellable } from '../notices/unheard.ts';
import { sweepWakePipes, writeWakeLines } from '../notices/wake-pipe.ts';
import type { SupervisorContext } from './context.ts';

/*
 * Notices that come together go out together: two lines to a monitor that are written a moment apart are two turns of its
 * session. Nothing is lost with what waits here: it stays unheard in the journal, and the owner's next hook gives it.
 */

/** How long a notice waits at most for what is about to end. */
const JOIN_MS = 500;

interface Outbox {
  readonly notices: Notice[];
  readonly since: number;
}

const OUTBOXES = new WeakMap<SupervisorContext, Outbox>();

/** Gives notices to their owners' monitors, with others that are about to come. */
export function deliver(context: SupervisorContext, notices: readonly Notice[]): void {
  if (notices.length === 0) return;
  const waiting = OUTBOXES.get(context);
  if (waiting !== undefined) {
    waiting.notices.push(...notices);
    return;
  }
  OUTBOXES.set(context, { notices: [...notices], since: context.clock().monotonic });
  void context.timers.sleep(JOIN_MS).then(context.poke);
}

/** Sends what waits, unless an attempt is ending whose notice can still go with it. `now`: whatever else is ending. */
export function sendNotices(context: SupervisorContext, now = false): void {
  const waiting = OUTBOXES.get(context);
  if (waiting === undefined) return;
  const isEnding = [...context.running.values()].some(({ ending }) => ending);
  if (!now && isEnding && context.clock().monotonic - waiting.since < JOIN_MS) return;
  OUTBOXES.delete(context);
  send(context, waiting.notices);
}

// Nobody listening is no failure.
function send(context: SupervisorContext, notices: readonly Notice[]): void {
  const folder = join(context.paths.internal, 'wake');
  sweepWakePipes(folder, (pid) => context.processes.identityOf(pid) !== null);
  const byOwner = new Map<string, Notice[]>();
  for (const notice of withTheirGroups(context, notices)) {
    if (notice.owner === null) continue;
    const key = `${notice.owner.pid}@${notice.owner.start}`;
    byOwner.set(key, [...(byOwner.get(key) ?? []), notice]);
  }
  for (const own of byOwner.values()) {
    const owner = own[0]?.owner;
    if (owner == null) continue;
    const woken = writeWakeLines(folder, owner, wakeLines(own));
    context.log(`${own.map(({ id }) => id).join(' ')}: ${woken ? 'woke the session' : 'no monitor listens'}`);
  }
}

// Tasks that were submitted together are told of when the last of them has ended, and all at once.
function withTheirGroups(context: SupervisorContext, notices: readonly Notice[]): readonly Notice[] {
  const groups = new Set(notices.flatMap((notice) => groupOf(notice) ?? []));
  if (groups.size === 0) return notices;
  const read = readState(context.journal);
  if (!read.ok) return notices;
  const state = read.value;
  const together = [...state.ended.values()].filter(
    (task: EndedTask) => !task.heard && groups.has(task.group ?? '') && isTellable(state, task),
  );
  return [...notices.filter((notice) => groupOf(notice) === undefined), ...together];
}

function groupOf(notice: Notice): string | undefined {
  return isRaised(notice) ? undefined : notice.group;
}
