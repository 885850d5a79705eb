import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { HookInput } from '../entry/hook-io.ts';
import type { Judgement } from '../guard/judge-tool-call.ts';
import { judgeToolCall } from '../guard/judge-tool-call.ts';
import { findProject } from '../workspace/root.ts';

/** PreToolUse of a worker: whether this call may go on. A call that makes no sense may not. */
export function guardToolCall(
  input: HookInput,
  env: Readonly<Record<string, string | undefined>>,
): Judgement {
  const { OUTLOOP_ROOT: root, OUTLOOP_AGENT: agent } = env;
  if (root === undefined || agent === undefined || input.tool_name === undefined) {
    return { allow: false, reason: "Outloop's guard: this tool call cannot be judged, so it is denied." };
  }
  return judgeToolCall(
    { tool: input.tool_name, input: input.tool_input ?? {} },
    { agent, root: realPath(root), reports: realPath(findProject(root).reports), realPath },
  );
}

// A file to be written need not be there yet: then its nearest existing folder counts.
function realPath(path: string): string {
  const absolute = resolve(path);
  try {
    return realpathSync(absolute);
  } catch {
    const parent = dirname(absolute);
    return parent === absolute ? absolute : join(realPath(parent), basename(absolute));
  }
}
