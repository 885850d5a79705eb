import { createApp } from '../src/app.ts';
import { runSessionHook } from '../src/entry/hook-io.ts';
import { agentLaunched } from '../src/session/agent-launched.ts';

// PostToolUse and PostToolUseFailure on Agent: the client's id of a subagent is tied to its task.
void runSessionHook('agent-launched', (input) =>
  agentLaunched(createApp({ sessionId: input.session_id }), input),
);
