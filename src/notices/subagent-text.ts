import type { AgentName } from '../domain/agents.ts';
import type { EndedTask, OpenTask, TaskFacts } from '../domain/state.ts';
import { shortId } from '../domain/task-id.ts';
import { noticeMark } from './notice-text.ts';

/** What a subagent may say to its session at its end, in characters, beside the path of its report. */
export const HANDBACK_CHARACTERS_MAX = 400;

/** The type under which the client knows one of our agents. */
export function subagentType(agent: string): string {
  return `outloop:${agent}`;
}

/** The agent that a subagent type of ours names; null for any other type. */
export function ownAgent(type: string): string | null {
  return type.startsWith('outloop:') ? type.slice('outloop:'.length) : null;
}

/** The one call that starts a task in the session: what the model is asked for. The prime never stands in it. */
export function agentCall(task: Pick<TaskFacts, 'id' | 'agent'>): string {
  return `subagent_type "${subagentType(task.agent)}", description "${callTitle(task)}", prompt "${noticeMark(task.id)}"`;
}

/** How the client shows the subagent of a task to the person. */
export function callTitle({
  id,
  agent,
}: {
  readonly id: string;
  readonly agent: AgentName | string;
}): string {
  return `${agent} ${shortId(id)}`;
}

/** Asks for the calls that start tasks in the session. */
export function askForCalls(tasks: readonly Pick<TaskFacts, 'id' | 'agent'>[]): string {
  const [first] = tasks;
  if (tasks.length === 1 && first !== undefined) {
    return `To start it, call the Agent tool once now with exactly: ${agentCall(first)}; Outloop puts the task in.`;
  }
  return [
    `To start them, call the Agent tool ${tasks.length} times now, in one message, with exactly:`,
    ...tasks.map((task) => `- ${agentCall(task)}`),
    'Outloop puts each task in.',
  ].join('\n');
}

/** What the model is asked when a person cancels a running subagent: only the client can stop it. */
export function askForStop(task: Pick<OpenTask, 'id'>, subagentId: string): string {
  return `Task ${task.id} is to be cancelled: call the TaskStop tool with task_id "${subagentId}".`;
}

/** The last message of a subagent: what the primary context gets of its work. */
export function handback(
  task: Pick<OpenTask, 'id'>,
  end: Pick<EndedTask, 'status' | 'summary'>,
  reportPath: string,
): string {
  const tail = ` Report: ${reportPath} ${noticeMark(task.id)}`;
  const head = `${end.status}: ${end.summary}`.replaceAll(/\s+/g, ' ');
  const points = [...head];
  const room = HANDBACK_CHARACTERS_MAX;
  return `${points.length <= room ? head : `${points.slice(0, room - 1).join('')}…`}${tail}`;
}

/** True for a last message that is short enough, and by which the session surely hears of the end. */
export function isHandback(message: string, taskId: string): boolean {
  const mark = noticeMark(taskId);
  const path = / Report: \S{1,300} $/;
  const before = message.replace(mark, '').replace(path, '');
  return message.includes(mark) && [...before].length <= HANDBACK_CHARACTERS_MAX;
}

/** Asks a subagent whose report is stored for its last message. */
export function askForHandback(message: string): string {
  return `Your result is stored as the report of your task. End now: answer with exactly this text and nothing else.\n${message}`;
}
