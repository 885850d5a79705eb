import type { Command } from 'commander';
import type { VerbContext } from '../verbs/context.ts';
import type { ScheduleFlags } from '../verbs/schedule-add.ts';
import { examples } from './examples.ts';
import { JSON_FLAG, type JsonFlag, runCommand } from './run-command.ts';
import { addTaskFlags } from './task-flags.ts';

type CreateApp = () => VerbContext;

/** Adds `outloop schedule …`, `service` and `resolve-conflicts`. */
export function addScheduleCommands(program: Command, createApp: CreateApp): void {
  const schedule = program.command('schedule').description('run tasks at planned times');
  addAdd(schedule, createApp);
  addLooks(schedule, createApp);
  for (const change of ['pause', 'resume', 'remove'] as const) {
    schedule
      .command(change)
      .description(CHANGES[change])
      .argument('<id>', 'any unique part of its name')
      .option(...JSON_FLAG)
      .addHelpText('after', examples(`outloop schedule ${change} nightly`))
      .action(async (id: string, options: JsonFlag) => {
        const { scheduleChangeCommand } = await import('../verbs/schedule.ts');
        await runCommand(options.json === true, () => scheduleChangeCommand(createApp(), change, id));
      });
  }
  addService(program, createApp);
  program
    .command('resolve-conflicts')
    .description('show who holds what, and free what a dead holder has')
    .option(...JSON_FLAG)
    .addHelpText('after', examples('outloop resolve-conflicts'))
    .action(async (options: JsonFlag) => {
      const { resolveConflictsCommand } = await import('../verbs/resolve-conflicts.ts');
      const { loadCapacity } = await import('../verbs/load-capacity.ts');
      const app = createApp();
      await runCommand(options.json === true, async () =>
        resolveConflictsCommand(app, await loadCapacity(app)),
      );
    });
}

const CHANGES = {
  pause: 'no occurrences until it is resumed',
  resume: 'go on; what fell into the pause is over',
  remove: 'take it away; tasks of it that run go on',
} as const;

function addAdd(schedule: Command, createApp: CreateApp): void {
  const add = schedule
    .command('add')
    .description('add a schedule')
    .argument('<when>', '"daily 02:30", "every 15 minutes", "30 2 * * *", …')
    .argument('[agent]', 'who does it')
    .argument('[task]', 'what to do each time')
    .option('--command <line>', 'run this shell command instead of an agent')
    .option('--tz <zone>', 'time zone, such as Europe/Berlin; else that of this machine')
    .option('--on-missed <what>', 'after a missed time: skip (default) or once')
    .option('--overlap <what>', 'while the last one runs: skip (default) or queue')
    .addHelpText('after', EXAMPLES);
  addTaskFlags(add, ['after'])
    .option(...JSON_FLAG)
    .action(
      async (when: string, agent: string | undefined, task: string | undefined, options: ScheduleFlags) => {
        const { scheduleAddCommand } = await import('../verbs/schedule-add.ts');
        await runCommand(options.json === true, () =>
          scheduleAddCommand(createApp(), when, agent, task, options),
        );
      },
    );
}

const EXAMPLES = `
Examples:
  outloop schedule add "daily 02:30" reviewer "review the changes of the day"
  outloop schedule add "weekdays 09:00" --tz Europe/Berlin --command "npm test"
  outloop schedule add "every 15 minutes" --command "make check" --overlap skip
  outloop schedule add "continuous 5m" tester "test what has changed"`;

function addLooks(schedule: Command, createApp: CreateApp): void {
  schedule
    .command('list')
    .description('show the schedules, the next one first')
    .option(...JSON_FLAG)
    .addHelpText(
      'after',
      examples('outloop schedule list', "outloop schedule list --json | jq -r '.schedules[].id'"),
    )
    .action(async (options: JsonFlag) => {
      const { scheduleListCommand } = await import('../verbs/schedule.ts');
      await runCommand(options.json === true, () => scheduleListCommand(createApp()));
    });
  schedule
    .command('show')
    .description('show one schedule')
    .argument('<id>', 'any unique part of its name')
    .option(...JSON_FLAG)
    .addHelpText('after', examples('outloop schedule show nightly'))
    .action(async (id: string, options: JsonFlag) => {
      const { scheduleShowCommand } = await import('../verbs/schedule.ts');
      await runCommand(options.json === true, async () => scheduleShowCommand(createApp(), id));
    });
  schedule
    .command('next')
    .description('show when it runs next')
    .argument('<id>', 'any unique part of its name')
    .option('-n, --count <count>', 'how many times', '5')
    .option(...JSON_FLAG)
    .addHelpText('after', examples('outloop schedule next nightly --count 10'))
    .action(async (id: string, options: JsonFlag & { count: string }) => {
      const { scheduleNextCommand } = await import('../verbs/schedule.ts');
      const count = Math.min(100, Math.max(1, Math.floor(Number(options.count)) || 5));
      await runCommand(options.json === true, async () => scheduleNextCommand(createApp(), id, count));
    });
}

function addService(program: Command, createApp: CreateApp): void {
  program
    .command('service')
    .description('start the supervisor with the machine')
    .command('install')
    .description('write a systemd user unit or launchd agent, and show it')
    .option('--print', 'only show it')
    .option(...JSON_FLAG)
    .addHelpText('after', examples('outloop service install --print', 'outloop service install'))
    .action(async (options: JsonFlag & { print?: boolean }) => {
      const { serviceInstallCommand } = await import('../verbs/service.ts');
      const machine = { platform: process.platform, node: process.execPath };
      await runCommand(options.json === true, async () =>
        serviceInstallCommand(createApp(), machine, options.print === true),
      );
    });
}
