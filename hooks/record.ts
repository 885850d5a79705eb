import { createApp } from '../src/app.ts';
import { readHookInput } from '../src/entry/hook-io.ts';
import { recordActivity } from '../src/session/record-activity.ts';

/*
 * UserPromptSubmit, PostToolBatch and Stop, beside the session: it goes into the activity log and the session's bundle.
 * Nobody waits for this process or reads what it says, so a fault of it ends it and nothing else.
 */
const input = readHookInput();
void recordActivity(createApp({ sessionId: input.session_id }), input).catch(() => {
  process.exitCode = 1;
});
