import type { Command } from 'commander';
import type { ActivityFilter } from '../verbs/activity.ts';
import type { VerbContext } from '../verbs/context.ts';
import { runCommand } from './run-command.ts';

const JSON_FLAG = ['--json', 'print JSON for scripts'] as const;

/** Adds the commands that read what sessions and workers did to the command line. */
export function addRecordCommands(
  program: Command,
  createApp: () => VerbContext,
  positiveInteger: (text: string) => number,
): void {
  program
    .command('activity')
    .description('print what sessions and workers did: prompts, tool calls, delegations, stops')
    .option('--session <id>', 'only of this session; the start of its id will do')
    .option('--task <id>', 'only of this task; any unique part of its id')
    .option('--tool <name>', 'only calls of this tool')
    .option('--since <duration>', 'only what was later than this ago: 30m, 2h')
    .option('-n, --lines <count>', 'how many lines', positiveInteger, 50)
    .option(...JSON_FLAG)
    .addHelpText('after', '\nExample:\n  outloop activity --tool Edit --since 2h')
    .action(async (options: ActivityFilter & { json?: boolean }) => {
      const { activityCommand } = await import('../verbs/activity.ts');
      await runCommand(options.json === true, () => activityCommand(createApp(), options));
    });
  program
    .command('bundle')
    .description('list context bundles, or print what one session read, changed, asked and delegated')
    .argument('[session]', 'the start of a session id')
    .option(...JSON_FLAG)
    .action(async (session: string | undefined, options: { json?: boolean }) => {
      const { bundleCommand } = await import('../verbs/bundle.ts');
      await runCommand(options.json === true, async () => bundleCommand(createApp(), session ?? ''));
    });
}
