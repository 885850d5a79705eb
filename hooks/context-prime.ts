import { createApp } from '../src/app.ts';
import { leave, projectFromShell, runSessionHook } from '../src/entry/hook-io.ts';
import { primeStart } from '../src/session/prime-start.ts';

// SessionStart: a starting session is told what is open here and what ended unheard.
void runSessionHook('context-prime', (input) =>
  primeStart(createApp({ sessionId: input.session_id, project: projectFromShell(process.argv) })),
).then(leave);
