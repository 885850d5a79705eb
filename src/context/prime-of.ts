import { isAgentName } from '../domain/agents.ts';
import type { JournalState, OpenTask, TaskFacts } from '../domain/state.ts';
import type { ReportsPaths } from '../workspace/paths.ts';
import { bundleSection } from './bundle-section.ts';
import { cameBefore } from './came-before.ts';
import { renderRealPrime } from './real-prime.ts';
import { renderStaticPrime } from './static-prime.ts';

/** The static prime of any task: of a command, the command itself. */
export function staticPrimeOf(task: TaskFacts): string {
  const { agent } = task;
  return isAgentName(agent) ? renderStaticPrime({ ...task, agent }) : commandPrime(task);
}

/** The real prime of any task, as its attempt starts. */
export function realPrimeOf(
  task: OpenTask,
  facts: {
    readonly paths: ReportsPaths;
    /** The open tasks of the project, this one among them. */
    readonly open: JournalState['open'];
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly now: number;
    /** What is put before a reviewer. */
    readonly changes?: string | undefined;
  },
): string {
  const { agent } = task;
  if (!isAgentName(agent)) return commandPrime(task);
  const { paths, open, changes, ...rest } = facts;
  const others = [...open.values()].filter(({ id }) => id !== task.id);
  const bundle = bundleSection(paths, task.options.bundle);
  const before = [
    ...(changes === undefined ? [] : [changes]),
    ...cameBefore(paths, task),
    ...(bundle === null ? [] : [bundle]),
  ];
  return renderRealPrime({ ...rest, others, root: paths.root, before, task: { ...task, agent } });
}

function commandPrime(task: TaskFacts): string {
  return `BACKGROUND COMMAND: ${task.description}\n`;
}
