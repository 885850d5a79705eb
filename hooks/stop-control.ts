import { createApp } from '../src/app.ts';
import { leave, projectFromShell, runSessionHook } from '../src/entry/hook-io.ts';
import { controlStop } from '../src/session/control-stop.ts';
import { stopSettings } from '../src/session/stop-settings.ts';

// Stop: the gate. It may hold a one-shot session for hours; an attended one it answers at once.
void runSessionHook('stop-control', async (input) => {
  const app = createApp({ sessionId: input.session_id, project: projectFromShell(process.argv) });
  await controlStop(app, input, await stopSettings(app));
}).then(leave);
