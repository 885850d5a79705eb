import type { NoticeHeard, NoticeRaised } from './notice-events.ts';

import type { JournalState } from './state.ts';

/** A notice is raised once: its task remembers it for as long as it is open, also when it was heard. */
export function onRaised(state: JournalState, record: NoticeRaised, at: number): void {
  const { notice_id: id, task_id: taskId } = record;
  const task = state.open.get(taskId);
  if (state.notices.has(id) || task?.raised?.includes(id) === true) return;
  if (task !== undefined) state.open.set(taskId, { ...task, raised: [...(task.raised ?? []), id] });
  state.notices.set(id, {
    id,
    kind: record.kind,
    taskId,
    sessionId: record.session_id,
    owner: record.owner,
    text: record.text,
    raisedAt: at,
  });
}

/** Ends and raised notices that a session has surely heard. */
export function onHeard(state: JournalState, record: NoticeHeard): void {
  for (const id of record.task_ids) {
    const task = state.ended.get(id);
    if (task !== undefined) state.ended.set(id, { ...task, heard: true });
    state.notices.delete(id);
  }
}
