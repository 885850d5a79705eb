import { createApp } from '../src/app.ts';
import { runSessionHook } from '../src/entry/hook-io.ts';
import { agentEnd } from '../src/session/agent-end.ts';

// SubagentStop of an agent of ours: its result is stored, and its task ends.
void runSessionHook('agent-end', (input) => agentEnd(createApp({ sessionId: input.session_id }), input));
