import { Command } from 'commander';
import { createApp } from './app.ts';
import { addCompletionCommands } from './entry/completion-commands.ts';
import { addControlCommands } from './entry/control-commands.ts';
import { examples } from './entry/examples.ts';
import { addInitCommands } from './entry/init-commands.ts';
import { addLookCommands } from './entry/look-commands.ts';
import { addRecordCommands } from './entry/record-commands.ts';
import { JSON_FLAG, type JsonFlag, runCommand } from './entry/run-command.ts';
import { addScheduleCommands } from './entry/schedule-commands.ts';
import { addSessionCommands } from './entry/session-commands.ts';
import { addTaskCommands } from './entry/task-commands.ts';
import { addUpkeepCommands } from './entry/upkeep-commands.ts';
import { VERSION } from './version.ts';

/*
 * The command line: `outloop <verb>`. Each verb is loaded when it is called. What the slash commands answer comes from
 * the same implementations.
 */
const program = new Command('outloop')
  .description('Out-of-loop work for Claude Code: background tasks, their progress and their results.')
  .version(VERSION)
  .showHelpAfterError('(outloop --help lists the commands)')
  .addHelpText(
    'after',
    `
Examples:
  outloop submit researcher "analyze the error handling of the importer"
  outloop status --all
  outloop result k3f9          any unique part of an id will do
  outloop wait k3f9 && echo done

Exit codes: 0 done, 1 refused or not found, 2 wrong use, 3 cannot work here;
70 a fault of Outloop; of a task: 10 failed, 11 lost, 12 over a limit,
13 by a dependency, 124 out of time, 130 cancelled.`,
  );

// Before the commands: they take over this setting when they are made. Commander's own code for wrong use is 1; ours is
// 2, and help is no failure.
program.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

addTaskCommands(program, createApp);
addLookCommands(program, createApp);
addControlCommands(program, createApp);
addSessionCommands(program, createApp);
addScheduleCommands(program, createApp);
addUpkeepCommands(program, createApp);
addRecordCommands(program, createApp);

const policy = program.command('policy').description('look at the policy on tasks');
policy
  .command('test')
  .description('say what the policy makes of a text; nothing is started')
  .argument('[text]', 'a task text')
  .option('--agent <agent>', 'the agent it would go to')
  .option('--journal', 'replay the texts of all tasks in the journal')
  .option(...JSON_FLAG)
  .addHelpText(
    'after',
    examples(
      'outloop policy test "clean the cache of the importer" --agent coder',
      'outloop policy test --journal',
    ),
  )
  .action(
    async (text: string | undefined, options: { agent?: string; journal?: boolean; json?: boolean }) => {
      const { policyTestCommand } = await import('./verbs/policy-test.ts');
      await runCommand(options.json === true, () => policyTestCommand(createApp(), text, options));
    },
  );

addInitCommands(program, createApp);

program
  .command('doctor')
  .description('check everything that background tasks need, each with the next step')
  .option(...JSON_FLAG)
  .addHelpText(
    'after',
    examples('outloop doctor', 'outloop doctor --json | jq \'.checks[] | select(.status != "ok")\''),
  )
  .action(async (options: JsonFlag) => {
    const { doctorCommand } = await import('./verbs/doctor.ts');
    const { styleFor } = await import('./verbs/style.ts');
    await runCommand(options.json === true, () =>
      doctorCommand(createApp(), styleFor(process.stdout, process.env)),
    );
  });

addCompletionCommands(program, createApp);

program.parseAsync().catch((error: unknown) => {
  const what = error instanceof Error ? error.message : String(error);
  process.stderr.write(`outloop: a fault of Outloop: ${what}\nRun: outloop doctor\n`);
  process.exitCode = 70;
});
