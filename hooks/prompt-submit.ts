import { createApp } from '../src/app.ts';
import { leave, projectFromShell, runSessionHook } from '../src/entry/hook-io.ts';
import { submitPrompt } from '../src/session/submit-prompt.ts';

// UserPromptSubmit: a prompt takes along the ends that its session has not heard.
void runSessionHook('prompt-submit', (input) =>
  submitPrompt(createApp({ sessionId: input.session_id, project: projectFromShell(process.argv) }), input),
).then(leave);
