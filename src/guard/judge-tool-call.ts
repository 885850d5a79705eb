import { AGENT_TOOLS, isAgentName } from '../domain/agents.ts';

/** A tool call of a worker, as the client's PreToolUse hook tells it. */
export interface ToolCall {
  readonly tool: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Where the worker works. Both are real paths without a trailing slash. */
export interface GuardScope {
  readonly agent: string;
  readonly root: string;
  readonly reports: string;
  /** Resolves links in as much of a path as exists. */
  readonly realPath: (path: string) => string;
}

/** The guard's decision; a denial says why, for the worker's model. */
export type Judgement = { readonly allow: true } | { readonly allow: false; readonly reason: string };

const ALLOW: Judgement = { allow: true };
const WRITING = new Set(['Edit', 'Write', 'NotebookEdit', 'MultiEdit']);
const PATH_KEYS = ['file_path', 'path', 'notebook_path'];

/**
 * Decides whether a worker may make a tool call: only tools of its agent, files only inside the project, nothing
 * written into `.git`, `.claude`, `.claude-plugin` or Outloop's reports, and no further Claude Code. It is the second
 * line behind the client's own permissions.
 */
export function judgeToolCall(call: ToolCall, scope: GuardScope): Judgement {
  if (call.tool === 'StructuredOutput') return ALLOW;
  if (!isAgentName(scope.agent)) return deny(`the agent ${JSON.stringify(scope.agent)} is not known here`);
  const tools = AGENT_TOOLS[scope.agent];
  if (!tools.includes(call.tool)) {
    return deny(`a background ${scope.agent} has no ${call.tool}; it has ${tools.join(', ')}`);
  }
  for (const key of PATH_KEYS) {
    const path = call.input[key];
    if (typeof path !== 'string') continue;
    const judgement = judgePath(path, WRITING.has(call.tool), scope);
    if (!judgement.allow) return judgement;
  }
  if (call.tool === 'Bash') return judgeCommand(String(call.input.command ?? ''));
  return ALLOW;
}

function judgePath(path: string, writes: boolean, scope: GuardScope): Judgement {
  const absolute = path.startsWith('/') ? path : `${scope.root}/${path}`;
  const real = scope.realPath(absolute);
  if (real !== scope.root && !real.startsWith(`${scope.root}/`)) {
    return deny(`${path} lies outside the project ${scope.root}`);
  }
  if (!writes) return ALLOW;
  const inside = real.slice(scope.root.length + 1);
  for (const folder of ['.git', '.claude', '.claude-plugin']) {
    if (inside.split('/').includes(folder))
      return deny(`${inside} is in ${folder}, which workers do not change`);
  }
  if (real === scope.reports || real.startsWith(`${scope.reports}/`)) {
    return deny(
      `${inside} belongs to Outloop's reports: return the result instead, they are written from it`,
    );
  }
  return ALLOW;
}

// The program at the head of a command, behind `env`-like words and any folder.
const STARTS_CLIENT =
  /(?:^|[;&|(\n`]|\b(?:exec|env|nohup|xargs|setsid|command)\s)\s*(?:\w+=\S*\s+)*(?:[^\s;&|]*\/)?(?:claude|outloop)(?:\s|$)/;

// A courtesy against delegation by the back door, not a wall: that is the profile's and the sandbox's job.
function judgeCommand(command: string): Judgement {
  if (STARTS_CLIENT.test(command)) {
    return deny('a worker does not start Claude Code or Outloop: report what should be delegated instead');
  }
  return ALLOW;
}

function deny(reason: string): Judgement {
  return { allow: false, reason: `Outloop's guard: ${reason}.` };
}
