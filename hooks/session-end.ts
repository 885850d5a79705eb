import { createApp } from '../src/app.ts';
import { leave, projectFromShell, runSessionHook } from '../src/entry/hook-io.ts';
import { endSession } from '../src/session/end-session.ts';

// SessionEnd: 1.5 seconds at most, so it only leaves the work in the supervisor's hands.
void runSessionHook('session-end', (input) =>
  endSession(createApp({ sessionId: input.session_id, project: projectFromShell(process.argv) })),
).then(leave);
