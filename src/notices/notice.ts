import type { RaisedNotice } from '../domain/notice-events.ts';
import type { EndedTask } from '../domain/state.ts';

/** What a session must hear: how a task ended, or something else that was raised. */
export type Notice = EndedTask | RaisedNotice;

/** True for a notice that is no end. */
export function isRaised(notice: Notice): notice is RaisedNotice {
  return 'raisedAt' in notice;
}

/** When it came about, in milliseconds since the epoch. */
export function noticedAt(notice: Notice): number {
  return isRaised(notice) ? notice.raisedAt : notice.endedAt;
}
