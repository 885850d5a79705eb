import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import type { VerbContext } from '../verbs/context.ts';
import type { TypedFlags } from '../verbs/submit-command.ts';
import { positiveInteger } from './positive-integer.ts';
import { JSON_FLAG, type JsonFlag, print, printFailure, runCommand } from './run-command.ts';
import { addTaskFlags } from './task-flags.ts';

type CreateApp = () => VerbContext;

/** Adds the commands that deal with Claude Code's own background sessions to the command line. */
export function addSessionCommands(program: Command, createApp: CreateApp): void {
  const adopt = program
    .command('adopt')
    .description('follow a background session of Claude Code as a task')
    .argument('<id>', 'the start of its id, as in: outloop list --all');
  addTaskFlags(adopt, NOT_OF_A_SESSION)
    .option(...JSON_FLAG)
    .addHelpText('after', ADOPT_HELP)
    .action(async (id: string, options: JsonFlag & TypedFlags) => {
      const { adoptCommand } = await import('../verbs/adopt.ts');
      await runCommand(options.json === true, () => adoptCommand(createApp(), id, options));
    });

  // What the task of an adopted session runs.
  program
    .command('follow-session', { hidden: true })
    .argument('<id>')
    .requiredOption('--stop-after <ms>', 'stop it after so many milliseconds', positiveInteger)
    .action((id: string, options: { stopAfter: number }) => follow(createApp(), id, options.stopAfter));
}

const NOT_OF_A_SESSION = [
  'model',
  'brief',
  'bundle',
  'max-turns',
  'budget',
  'tokens',
  'watch-for',
  'name',
  'report',
];

const ADOPT_HELP = `
The session goes on where and as it is; its end is told like that of a task.
When --timeout is over (default 30m), or its task is cancelled by its id,
Outloop runs claude stop for it. Cancelled with others, it goes on unfollowed.

Examples:
  outloop adopt 7c5dcf5d --timeout 1h`;

async function follow(context: VerbContext, id: string, stopAfterMs: number): Promise<void> {
  const { followSession } = await import('../verbs/follow-session.ts');
  const { clientAsk } = await import('../verbs/foreign.ts');
  const ask = await clientAsk(context);
  if (!ask.ok) {
    printFailure(false, ask.failure);
    return;
  }
  const ending = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => ending.abort());
  process.exitCode = await followSession(ask.value, id, stopAfterMs, {
    nowMs: context.now,
    sleep: (ms) => sleep(ms, undefined, { signal: ending.signal }).catch(() => undefined),
    isOver: () => ending.signal.aborted,
    say: (line) => void print(1, line),
  });
}
