import { failure } from '../domain/failure.ts';
import type { RaisedNotice } from '../domain/notice-events.ts';
import { fail, ok } from '../domain/result.ts';
import { shortId } from '../domain/task-id.ts';
import { transact } from '../journal/transact.ts';
import { createLineWatch, type LineWatch, watchLines } from '../observe/line-watch.ts';
import { appendProgress } from '../workspace/progress.ts';
import type { RunningTask, SupervisorContext, WatchedAttempt } from './context.ts';
import { deliver } from './deliver.ts';

/** What waits for a line of this task's output; null where nothing does, or its notice was raised already. */
export function outputWatch(task: RunningTask): LineWatch | null {
  const pattern = task.options.watch_for;
  if (pattern === undefined || task.raised?.includes(watchNoticeId(task.id)) === true) return null;
  return createLineWatch(pattern);
}

/** One for all attempts of a task: what was told once is not told again when it is tried again. */
function watchNoticeId(taskId: string): string {
  return `${taskId}-watch`;
}

/**
 * Looks for the awaited line in what a command has written.
 * @returns whether lines are left that the next look must see before more are read
 */
export function watchOutput(
  context: SupervisorContext,
  attempt: WatchedAttempt,
  lines: readonly string[],
): boolean {
  const { watch } = attempt;
  if (watch === null) return false;
  const found = watchLines(watch, lines, () => context.clock().monotonic);
  if (found === 'spent') {
    attempt.watch = null;
    const words = 'its output is not watched any more: the pattern of --watch-for takes too long';
    context.log(`${attempt.task.id}: ${words}`);
    appendProgress(attempt.files, words, context.now(), attempt.redact);
    return false;
  }
  return watch.pending.length > 0;
}

/** Raises the notices of all attempts whose output has the awaited line. */
export async function raiseMatches(context: SupervisorContext): Promise<void> {
  for (const attempt of context.running.values()) if (!attempt.ending) await raiseMatch(context, attempt);
}

/** Journals that the awaited line is there, once, and tells the session. What cannot be written is written later. */
export async function raiseMatch(context: SupervisorContext, attempt: WatchedAttempt): Promise<void> {
  const match = attempt.watch?.match ?? null;
  if (match === null) return;
  const notice = noticeOf(context, attempt, match);
  const raised = await transact(context.journal, context, (state) => {
    if (state.supervisor?.epoch !== context.epoch) {
      return fail(failure('superseded', 'Another supervisor has taken over.'));
    }
    const task = state.open.get(notice.taskId);
    if (task === undefined || task.raised?.includes(notice.id) === true)
      return ok({ events: [], value: false });
    const { id, kind, taskId, sessionId, owner, text } = notice;
    const event = { event: 'notice.raised' as const, notice_id: id, kind, task_id: taskId, owner, text };
    return ok({ events: [{ ...event, session_id: sessionId }], value: true });
  });
  if (!raised.ok) {
    context.log(`${notice.id}: not raised yet: ${raised.failure.message}`);
    return;
  }
  attempt.watch = null;
  if (raised.value) deliver(context, [notice]);
}

function noticeOf(context: SupervisorContext, { task, redact }: WatchedAttempt, match: string): RaisedNotice {
  const name = task.options.name === undefined ? '' : ` (${task.options.name})`;
  return {
    id: watchNoticeId(task.id),
    kind: 'watch',
    taskId: task.id,
    sessionId: task.sessionId,
    owner: task.owner,
    text: redact(
      `Background command ${shortId(task.id)}${name} goes on and has written the awaited line (data from it): ${match}`,
    ),
    raisedAt: context.now(),
  };
}
