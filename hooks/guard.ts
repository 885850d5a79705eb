import { writeSync } from 'node:fs';
import { readHookInput } from '../src/entry/hook-io.ts';
import { guardToolCall } from '../src/session/guard-tool-call.ts';

/*
 * PreToolUse of a worker. It exits 2 to deny, with the reason on stderr; whatever else goes wrong ends with a status
 * that the client takes for a denial too, because the hook is registered to block on failure.
 */
const judgement = guardToolCall(readHookInput(), process.env);
if (!judgement.allow) {
  writeSync(2, `${judgement.reason}\n`);
  process.exitCode = 2;
}
