import { Command, InvalidArgumentError } from 'commander';
import { createApp } from './app.ts';
import { addControlCommands } from './entry/control-commands.ts';
import { addRecordCommands } from './entry/record-commands.ts';
import { runCommand } from './entry/run-command.ts';
import { addScheduleCommands } from './entry/schedule-commands.ts';
import { addUpkeepCommands } from './entry/upkeep-commands.ts';
import type { SubmitFlags } from './verbs/submit-command.ts';
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
70 a fault of Outloop; of a task: 10 failed, 11 lost, 124 out of time,
130 cancelled.`,
  );

// Before the commands: they take over this setting when they are made. Commander's own code for wrong use is 1; ours is
// 2, and help is no failure.
program.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

const JSON_FLAG = ['--json', 'print JSON for scripts'] as const;

program
  .command('submit')
  .description('delegate a task; with --json - the request is read from stdin')
  .argument('[agent]', 'researcher, coder, reviewer, tester, documenter or orchestrator')
  .argument('[task]', 'what to do, 10 to 200 characters')
  .option('--model <model>', 'the model of the worker')
  .option('--report <path>', 'keep the report live at this path of the project')
  .option('--brief <file>', 'a file of the project with the long form of the task')
  .option('--timeout <duration>', 'wall-clock limit: 90s, 20m, 2h')
  .option('--max-turns <count>', 'limit of model turns')
  .option('--budget <usd>', 'limit in US dollars')
  .option('--name <name>', 'a name for people')
  .option('--command <line>', 'run this shell command instead of an agent')
  .option('--after <ids>', 'start after these have completed: ID[,ID:end]')
  .option('--claim <what>', 'keep this for itself: path:src/auth[:shared]')
  .option('--priority <number>', 'higher starts first, -100 to 100')
  .option('--slots <count>', 'how many slots it takes')
  .option('--json [source]', 'print JSON; with "-", read the request as JSON from stdin')
  .action(async (agent: string | undefined, task: string | undefined, options: SubmitFlags) => {
    const { submitCommand } = await import('./verbs/submit-command.ts');
    await runCommand(options.json !== undefined, () => submitCommand(createApp(), agent, task, options));
  });

program
  .command('status')
  .alias('list')
  .description('show background tasks, or one of them')
  .argument('[id]', 'any unique part of an id')
  .option('--all', 'tasks of all sessions')
  .option(...JSON_FLAG)
  .action(async (id: string | undefined, options: { all?: boolean; json?: boolean }) => {
    const { showStatus } = await import('./verbs/show-status.ts');
    const { styleFor } = await import('./verbs/style.ts');
    await runCommand(options.json === true, () =>
      showStatus(createApp(), id ?? '', options.all === true, styleFor(process.stdout, process.env)),
    );
  });

program
  .command('result')
  .description('print the report of an ended task, by default the last one')
  .argument('[id]', 'any unique part of an id')
  .option(...JSON_FLAG)
  .action(async (id: string | undefined, options: { json?: boolean }) => {
    const { resultCommand } = await import('./verbs/result.ts');
    await runCommand(options.json === true, () => resultCommand(createApp(), id ?? ''));
  });

program
  .command('logs')
  .description('print what a task has done, by default the latest one')
  .argument('[id]', 'any unique part of an id')
  .option('-n, --lines <count>', 'how many lines', positiveInteger, 50)
  .option(...JSON_FLAG)
  .action(async (id: string | undefined, options: { lines: number; json?: boolean }) => {
    const { logsCommand } = await import('./verbs/logs.ts');
    await runCommand(options.json === true, () => logsCommand(createApp(), id ?? '', options.lines));
  });

addControlCommands(program, createApp);

program
  .command('wait')
  .description('wait until a task has ended; the exit code tells how')
  .argument('<id>', 'any unique part of an id')
  .option('--timeout <duration>', 'wait at most this long: 90s, 20m, 2h')
  .option(...JSON_FLAG)
  .action(async (id: string, options: { timeout?: string; json?: boolean }) => {
    const { waitCommand } = await import('./verbs/wait.ts');
    await runCommand(options.json === true, () => waitCommand(createApp(), id, options.timeout));
  });

addScheduleCommands(program, createApp);
addUpkeepCommands(program, createApp);
addRecordCommands(program, createApp, positiveInteger);

const policy = program.command('policy').description('look at the policy on tasks');
policy
  .command('test')
  .description('say what the policy makes of a text; nothing is started')
  .argument('[text]', 'a task text')
  .option('--agent <agent>', 'the agent it would go to')
  .option('--journal', 'replay the texts of all tasks in the journal')
  .option(...JSON_FLAG)
  .action(
    async (text: string | undefined, options: { agent?: string; journal?: boolean; json?: boolean }) => {
      const { policyTestCommand } = await import('./verbs/policy-test.ts');
      await runCommand(options.json === true, () => policyTestCommand(createApp(), text, options));
    },
  );

for (const verb of ['init', 'uninit'] as const) {
  program
    .command(verb)
    .description(verb === 'init' ? 'make bare /background work here' : 'take back what init did')
    .option('--project', 'for this project (the default)')
    .option('--user', 'for all projects of this user')
    .option(...JSON_FLAG)
    .action(async (options: { project?: boolean; user?: boolean; json?: boolean }) => {
      const { initCommand, uninitCommand } = await import('./verbs/init.ts');
      const command = verb === 'init' ? initCommand : uninitCommand;
      const scope = options.user === true ? 'user' : 'project';
      if (options.user === true && options.project === true) {
        program.error('error: give --project or --user, not both');
      }
      await runCommand(options.json === true, () => command(createApp(), scope));
    });
}

program
  .command('doctor')
  .description('check everything that background tasks need, each with the next step')
  .option(...JSON_FLAG)
  .action(async (options: { json?: boolean }) => {
    const { doctorCommand } = await import('./verbs/doctor.ts');
    const { styleFor } = await import('./verbs/style.ts');
    await runCommand(options.json === true, () =>
      doctorCommand(createApp(), styleFor(process.stdout, process.env)),
    );
  });

function positiveInteger(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new InvalidArgumentError('It must be a whole number above 0.');
}

program.parseAsync().catch((error: unknown) => {
  const what = error instanceof Error ? error.message : String(error);
  process.stderr.write(`outloop: a fault of Outloop: ${what}\nRun: outloop doctor\n`);
  process.exitCode = 70;
});
