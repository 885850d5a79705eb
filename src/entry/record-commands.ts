import type { Command } from 'commander';
import type { ActivityFilter } from '../verbs/activity.ts';
import type { VerbContext } from '../verbs/context.ts';
import { examples } from './examples.ts';
import { positiveInteger } from './positive-integer.ts';
import { JSON_FLAG, type JsonFlag, runCommand } from './run-command.ts';

/** Adds the commands that read what sessions and workers did to the command line. */
export function addRecordCommands(program: Command, createApp: () => VerbContext): void {
  program
    .command('activity')
    .description('print what sessions and workers did: prompts, tool calls, delegations, stops')
    .option('--session <id>', 'only of this session; the start of its id will do')
    .option('--task <id>', 'only of this task; any unique part of its id')
    .option('--tool <name>', 'only calls of this tool')
    .option('--since <when>', 'only what was later: 2h, 3d, today, 2026-11-20')
    .option('-n, --lines <count>', 'how many lines', positiveInteger, 50)
    .option(...JSON_FLAG)
    .addHelpText('after', examples('outloop activity --tool Edit --since 2h'))
    .action(async (options: ActivityFilter & JsonFlag) => {
      const { activityCommand } = await import('../verbs/activity.ts');
      await runCommand(options.json === true, () => activityCommand(createApp(), options));
    });
  program
    .command('bundle')
    .description('list context bundles, or print what one session read, changed, asked and delegated')
    .argument('[session]', 'the start of a session id')
    .option(...JSON_FLAG)
    .addHelpText('after', examples('outloop bundle', 'outloop bundle 1f3a --json'))
    .action(async (session: string | undefined, options: JsonFlag) => {
      const { bundleCommand } = await import('../verbs/bundle.ts');
      await runCommand(options.json === true, async () => bundleCommand(createApp(), session ?? ''));
    });
}
