import type { Command } from 'commander';
import type { CleanOptions } from '../verbs/clean.ts';
import type { VerbContext } from '../verbs/context.ts';
import { examples } from './examples.ts';
import { JSON_FLAG, type JsonFlag, runCommand } from './run-command.ts';

/** Adds the commands that check, mend and tidy the reports to the command line. */
export function addUpkeepCommands(program: Command, createApp: () => VerbContext): void {
  program
    .command('verify')
    .description('read the whole journal and compare everything with it; exit code 1 if something is wrong')
    .option(...JSON_FLAG)
    .addHelpText('after', examples('outloop verify', 'outloop verify && git push'))
    .action(async (options: JsonFlag) => {
      const { verifyCommand } = await import('../verbs/verify.ts');
      await runCommand(options.json === true, () => verifyCommand(createApp(), process.stderr));
    });
  program
    .command('repair')
    .description('say what would make everything agree with the journal, or do it')
    .option('--apply', 'do it; refused while a supervisor lives')
    .option(...JSON_FLAG)
    .addHelpText(
      'after',
      examples('outloop repair           says what it would do', 'outloop repair --apply'),
    )
    .action(async (options: JsonFlag & { apply?: boolean }) => {
      const { repairCommand } = await import('../verbs/repair.ts');
      await runCommand(options.json === true, () => repairCommand(createApp(), options.apply === true));
    });
  program
    .command('clean')
    .description('say which old workspaces and closed journal files would be removed, or do it')
    .option('--older-than <age>', 'only what ended before so many days (default 30d)')
    .option('--keep <count>', 'so many of the last ended tasks stay (default 10)')
    .option('--max-size <size>', 'remove transcripts, then workspaces beyond this size: 500M, 2G')
    .option('--apply', 'do it')
    .option(...JSON_FLAG)
    .addHelpText(
      'after',
      examples('outloop clean --older-than 7d', 'outloop clean --max-size 500M --keep 50 --apply'),
    )
    .action(async (options: CleanOptions & JsonFlag) => {
      const { cleanCommand } = await import('../verbs/clean.ts');
      await runCommand(options.json === true, () => cleanCommand(createApp(), options));
    });
}
