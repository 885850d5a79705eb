import type { AgentName, TaskAgent } from '../domain/agents.ts';
import { AGENT_TOOLS } from '../domain/agents.ts';
import type { TaskOptions } from '../domain/task-options.ts';

/** What a headless worker is started with. */
export interface HeadlessSpec {
  readonly taskId: string;
  readonly attempt: number;
  readonly agent: AgentName;
  readonly options: TaskOptions;
  readonly root: string;
  readonly pluginRoot: string;
  readonly workerSessionId: string;
  /** JSON for `--agents`: the definition of the one agent. */
  readonly agentDefinition: string;
  /** JSON schema of the structured result. */
  readonly resultSchema: string;
  /** Ids of this plugin in any settings, so that it is off in the worker. */
  readonly pluginIds: readonly string[];
  readonly depth: number;
}

/** The name of the environment variable that marks every process of a task's tree. */
export const TASK_MARK = 'OUTLOOP_TASK_ID';

/** The arguments of the client for one worker. The prompt goes on stdin: arguments can be read by everybody. */
export function headlessArguments(spec: HeadlessSpec): string[] {
  const tools = AGENT_TOOLS[spec.agent].join(',');
  return [
    '-p',
    ...['--output-format', 'stream-json', '--verbose'],
    ...['--session-id', spec.workerSessionId],
    ...resumed(spec.options.answer),
    ...['--agents', spec.agentDefinition],
    ...['--agent', spec.agent],
    ...['--tools', tools],
    ...['--allowedTools', tools],
    ...['--permission-mode', 'dontAsk'],
    '--strict-mcp-config',
    ...['--settings', workerSettings(spec)],
    ...['--json-schema', spec.resultSchema],
    ...(spec.options.model === undefined ? [] : ['--model', spec.options.model]),
    ...(spec.options.max_turns === undefined ? [] : ['--max-turns', String(spec.options.max_turns)]),
    ...(spec.options.budget_usd === undefined ? [] : ['--max-budget-usd', String(spec.options.budget_usd)]),
  ];
}

// A copy, so that the session of the task that asked stays what its report says.
function resumed(answer: TaskOptions['answer']): string[] {
  return answer === undefined ? [] : ['--resume', answer.session_id, '--fork-session'];
}

/**
 * The settings of a worker: this plugin off, so that its hooks never answer for a worker, and our guard on every
 * tool call. A guard that cannot start, or says nothing sensible, denies.
 */
export function workerSettings(spec: Pick<HeadlessSpec, 'pluginIds' | 'pluginRoot'>): string {
  return JSON.stringify({
    enabledPlugins: Object.fromEntries(spec.pluginIds.map((id) => [id, false])),
    hooks: {
      PreToolUse: [
        {
          hooks: [
            {
              type: 'command',
              command: 'sh',
              args: [`${spec.pluginRoot}/hooks/run.sh`, 'guard'],
              timeout: 30,
              onFailure: 'block',
            },
          ],
        },
      ],
    },
  });
}

/** What a worker's environment gets on top of what it inherits. */
export function workerMarks(
  spec: Pick<HeadlessSpec, 'taskId' | 'attempt' | 'root' | 'depth'> & { readonly agent: TaskAgent },
): Record<string, string> {
  return {
    [TASK_MARK]: spec.taskId,
    OUTLOOP_ATTEMPT: String(spec.attempt),
    OUTLOOP_AGENT: spec.agent,
    OUTLOOP_ROOT: spec.root,
    OUTLOOP_DEPTH: String(spec.depth),
  };
}
