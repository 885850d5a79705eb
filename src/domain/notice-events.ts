import * as z from 'zod';

const noticeId = z.string().regex(/^[a-z0-9-]{8,80}$/);

/** Why a session is to hear of something that is no end. `watch`: a command wrote a line that somebody waits for. */
export const NoticeKind = z.enum(['watch']);
export type NoticeKind = z.infer<typeof NoticeKind>;

/** Something that a session must hear though no task has ended. Its id marks it wherever it is shown. */
export const NoticeRaised = z.strictObject({
  event: z.literal('notice.raised'),
  notice_id: noticeId,
  kind: NoticeKind,
  task_id: z.string(),
  session_id: z.string(),
  owner: z.strictObject({ pid: z.int().positive(), start: z.string().min(1) }).nullable(),
  /** What the session is told, in one line: facts, and data from elsewhere named as such. */
  text: z.string(),
});
export type NoticeRaised = z.infer<typeof NoticeRaised>;

/** A session has surely heard how these tasks ended, or these raised notices: both are named by their ids. */
export const NoticeHeard = z.strictObject({
  event: z.literal('notice.heard'),
  session_id: z.string(),
  task_ids: z.array(noticeId).min(1),
  /** What proved it. */
  by: z.enum(['monitor', 'prompt', 'stop', 'start', 'result', 'expired']),
});
export type NoticeHeard = z.infer<typeof NoticeHeard>;

/** A raised notice that nobody has surely heard yet. */
export interface RaisedNotice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly taskId: string;
  readonly sessionId: string;
  readonly owner: NoticeRaised['owner'];
  readonly text: string;
  readonly raisedAt: number;
}
