/** The agents that ship with Outloop, in the order in which they are listed to people. */
export const AGENT_NAMES = [
  'researcher',
  'coder',
  'reviewer',
  'tester',
  'documenter',
  'orchestrator',
] as const;

/** Who does a task. */
export type AgentName = (typeof AGENT_NAMES)[number];

/** Who a task can belong to: an agent, or `command` for a shell command on the same rails. */
export const TASK_AGENTS = [...AGENT_NAMES, 'command'] as const;

/** What a task names as its agent. */
export type TaskAgent = (typeof TASK_AGENTS)[number];

/** How many tasks of each agent may run at once. */
export type AgentCaps = Readonly<Partial<Record<TaskAgent, number>>>;

/** True for the exact name of an agent that ships with Outloop. */
export function isAgentName(text: string): text is AgentName {
  return (AGENT_NAMES as readonly string[]).includes(text);
}

const READ_TOOLS = ['Read', 'Grep', 'Glob'] as const;
const WRITE_TOOLS = [...READ_TOOLS, 'Edit', 'Write'] as const;

/** The client's tools that a worker of each agent gets: the fewest that do its job. */
export const AGENT_TOOLS: Readonly<Record<AgentName, readonly string[]>> = {
  researcher: [...READ_TOOLS, 'WebSearch', 'WebFetch'],
  coder: [...WRITE_TOOLS, 'Bash'],
  reviewer: READ_TOOLS,
  tester: [...WRITE_TOOLS, 'Bash'],
  documenter: WRITE_TOOLS,
  orchestrator: READ_TOOLS,
};

/** True when a worker of this agent can change files, so that two of them never share a working tree. A command claims what it needs. */
export function agentWrites(agent: TaskAgent): boolean {
  if (agent === 'command') return false;
  return AGENT_TOOLS[agent].some((tool) => tool === 'Write' || tool === 'Edit' || tool === 'Bash');
}
