import { createApp } from '../src/app.ts';
import { runSessionHook } from '../src/entry/hook-io.ts';
import { agentCall } from '../src/session/agent-call.ts';

// PreToolUse on Agent: a marker becomes the prime of its task.
void runSessionHook('agent-call', (input) => agentCall(createApp({ sessionId: input.session_id }), input));
