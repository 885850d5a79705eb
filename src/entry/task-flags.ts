import type { Command } from 'commander';
import { Option } from 'commander';
import { AGENT_NAMES } from '../domain/agents.ts';

/** The flags of a task as the command line offers them; `FLAG_READERS` reads their values. */
const TASK_FLAGS: readonly (readonly [flags: string, description: string])[] = [
  ['--model <model>', 'the model of the worker'],
  ['--report <path>', 'keep the report live at this path of the project'],
  ['--brief <file>', 'a file of the project with the long form of the task'],
  ['--bundle <session>', 'prime it with what a session read and changed'],
  ['--name <name>', 'a name for people'],
  ['--after <ids>', 'start after these have completed: ID[,ID:end]'],
  ['--claim <what>', 'keep this for itself: path:src/auth[:shared]'],
  ['--watch-for <regex>', 'of a command: tell me when a line of its output fits'],
  ['--priority <number>', 'higher starts first, -100 to 100'],
  ['--slots <count>', 'how many slots it takes'],
  ['--retries <count>', 'try again so often where a failure may pass'],
  ['--timeout <duration>', 'limit by the clock: 90s, 20m, 2h (default 30m)'],
  ['--silence <duration>', 'limit of writing nothing (default 20m)'],
  ['--max-turns <count>', 'limit of model turns'],
  ['--budget <usd>', 'limit in US dollars'],
  ['--tokens <count>', 'limit of tokens: 200k, 1.5M'],
  ['--output <size>', 'limit of output: 50M (default 256M)'],
  ['--memory <size>', 'limit of memory of its processes: 2G (default 8G)'],
  ['--cpu <percent>', 'limit of CPU, in percent of one core'],
  ['--processes <count>', 'limit of processes at once (default 1000)'],
];

/** Adds the flags of a task to a command, but for those that make no sense there. */
export function addTaskFlags(command: Command, without: readonly string[] = []): Command {
  for (const [flags, description] of TASK_FLAGS) {
    if (!without.some((name) => flags.startsWith(`--${name} `))) command.option(flags, description);
  }
  // Not as choices: what reads the value says more of what is wrong with it.
  const agents = AGENT_NAMES.map((name) => `agent:${name}`);
  command.addOption(
    withCompletion(new Option('--on-failure <what>', 'then retry, or agent:NAME takes over; or none'), [
      'retry',
      'none',
      ...agents,
    ]),
  );
  return command.addOption(
    withCompletion(new Option('--limits <set>', 'a set of limits: seed is 512M and 10 %'), [
      'default',
      'seed',
    ]),
  );
}

const COMPLETIONS = new WeakMap<Option, readonly string[]>();

function withCompletion(option: Option, values: readonly string[]): Option {
  COMPLETIONS.set(option, values);
  return option;
}

/** What a shell may offer as the value of an option. */
export function completionsOf(option: Option): readonly string[] {
  return COMPLETIONS.get(option) ?? option.argChoices ?? [];
}
