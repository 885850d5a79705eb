import type { Command } from 'commander';
import { Option } from 'commander';
import { TASK_AGENTS } from '../domain/agents.ts';
import { ok } from '../domain/result.ts';
import { hasNews } from '../journal/journal.ts';
import type { VerbContext } from '../verbs/context.ts';
import type { ListFilters } from '../verbs/list.ts';
import type { WaitFlags } from '../verbs/wait.ts';
import { examples } from './examples.ts';
import { positiveInteger } from './positive-integer.ts';
import { JSON_FLAG, type JsonFlag, runCommand } from './run-command.ts';

type CreateApp = () => VerbContext;

const ID = 'any unique part of an id';

/** Adds the commands that only look, or wait, to the command line. */
export function addLookCommands(program: Command, createApp: CreateApp): void {
  addStatus(program, createApp);
  addTrack(program, createApp);
  addList(program, createApp);
  addShow(program, createApp);
  addLogs(program, createApp);
  addFollow(program, createApp);
  addResult(program, createApp);
  addWait(program, createApp);
}

function addStatus(program: Command, createApp: CreateApp): void {
  program
    .command('status')
    .description('show background tasks, or one of them')
    .argument('[id]', ID)
    .option('--all', 'tasks of all sessions')
    .option('--watch', 'redraw it in place until ctrl-C')
    .option(...JSON_FLAG)
    .addHelpText(
      'after',
      `
Examples:
  outloop status
  outloop status --all --watch
  outloop status k3f9 --json | jq -r .progress`,
    )
    .action(async (id = '', options: JsonFlag & { all?: boolean; watch?: boolean }) => {
      const { showStatus } = await import('../verbs/show-status.ts');
      const app = createApp();
      const style = await loadStyle(app);
      const asked = { all: options.all === true, style, probe: true };
      if (options.watch !== true || options.json === true) {
        await runCommand(options.json === true, () => showStatus(app, id, asked));
        return;
      }
      const { watch } = await import('./watch.ts');
      await watch(process.stdin, process.stdout, {
        now: app.now,
        hasNews: () => hasNews(app.journal),
        draw: () => showStatus(app, id, asked),
      });
    });
}

function addTrack(program: Command, createApp: CreateApp): void {
  program
    .command('track')
    .description('show what is under way, what is next and what has ended, on a page')
    .option('--all', 'tasks of all sessions')
    .option(...JSON_FLAG)
    .addHelpText('after', examples('outloop track', 'outloop track --all'))
    .action(async (options: JsonFlag & { all?: boolean }) => {
      const { track } = await import('../verbs/track.ts');
      const app = createApp();
      const style = await loadStyle(app);
      await runCommand(options.json === true, () => track(app, options.all === true, style));
    });
}

function addList(program: Command, createApp: CreateApp): void {
  program
    .command('list')
    .description('list tasks of all sessions, open and ended, however old, newest first')
    .option('--all', "also Claude Code's own background work")
    .option('--status <which>', 'open, ended, or statuses: running,failed')
    .addOption(new Option('--agent <agent>', 'tasks of an agent').choices(TASK_AGENTS))
    .option('--owner <who>', 'own, the pid of a client, or the start of a session id')
    .option('--since <when>', 'submitted since: 2h, 3d, today, 2026-11-20')
    .option('--name <text>', 'a part of the name or of the task')
    .option('-n, --limit <count>', 'how many at most (default 50)')
    .option(...JSON_FLAG)
    .addHelpText(
      'after',
      `
Examples:
  outloop list --status failed,lost --since today
  outloop list --agent coder --name importer --limit 10
  outloop list --status open --json | jq -r '.tasks[].id'`,
    )
    .action(async (filters: ListFilters & JsonFlag) => {
      const { list } = await import('../verbs/list.ts');
      const { listOutput } = await import('../verbs/render-list.ts');
      const { loadCapacity } = await import('../verbs/load-capacity.ts');
      const app = createApp();
      const style = await loadStyle(app);
      await runCommand(filters.json === true, async () => {
        const listed = list(app, filters, await loadCapacity(app));
        if (!listed.ok) return listed;
        if (filters.all !== true) return ok(listOutput(listed.value, [], style));
        const { foreign, renderForeign } = await import('../verbs/foreign.ts');
        const others = await foreign(app);
        const lines = renderForeign(others, style, app.now());
        return ok(listOutput({ ...listed.value, foreign: others }, lines, style));
      });
    });
}

function addShow(program: Command, createApp: CreateApp): void {
  program
    .command('show')
    .description('show everything about one task, and how to open its session')
    .argument('<id>', ID)
    .option(...JSON_FLAG)
    .addHelpText(
      'after',
      `
Examples:
  outloop show k3f9
  outloop show k3f9 --json | jq .options.limits`,
    )
    .action(async (id: string, options: JsonFlag) => {
      const { showCommand } = await import('../verbs/render-show.ts');
      const app = createApp();
      const style = await loadStyle(app);
      await runCommand(options.json === true, () => showCommand(app, id, style));
    });
}

function addLogs(program: Command, createApp: CreateApp): void {
  program
    .command('logs')
    .description('print what a task has done, by default the latest one')
    .argument('[id]', ID)
    .option('-n, --lines <count>', 'how many lines', positiveInteger, 50)
    .option(...JSON_FLAG)
    .addHelpText('after', examples('outloop logs', 'outloop logs k3f9 --lines 200'))
    .action(async (id: string | undefined, options: JsonFlag & { lines: number }) => {
      const { logsCommand } = await import('../verbs/logs.ts');
      await runCommand(options.json === true, () => logsCommand(createApp(), id ?? '', options.lines));
    });
}

function addFollow(program: Command, createApp: CreateApp): void {
  program
    .command('follow')
    .description('print what a task does while it does it; the exit code tells how it ended')
    .argument('<id>', ID)
    .option('--json', 'print a JSON object on each line')
    .addHelpText(
      'after',
      `
Ctrl-C stops the printing, not the task.

Examples:
  outloop follow k3f9
  outloop follow k3f9 --json | jq -r 'select(.kind == "line").text'`,
    )
    .action(async (id: string, options: JsonFlag) => {
      const { followTask } = await import('./follow-task.ts');
      await followTask(createApp(), id, options.json === true);
    });
}

function addResult(program: Command, createApp: CreateApp): void {
  program
    .command('result')
    .description('print the report of an ended task, by default the last one')
    .argument('[id]', ID)
    .option(...JSON_FLAG)
    .addHelpText('after', examples('outloop result', 'outloop result k3f9 --json | jq -r .report'))
    .action(async (id: string | undefined, options: JsonFlag) => {
      const { resultCommand } = await import('../verbs/result.ts');
      await runCommand(options.json === true, () => resultCommand(createApp(), id ?? ''));
    });
}

function addWait(program: Command, createApp: CreateApp): void {
  program
    .command('wait')
    .description('wait until tasks have ended; the exit code tells how')
    .argument('<id...>', ID)
    .option('--any', 'until the first of them has ended')
    .option('--timeout <duration>', 'wait at most this long: 90s, 20m, 2h')
    .option(...JSON_FLAG)
    .addHelpText(
      'after',
      `
Exit code: 0 all completed; else that of the first one named that did not:
10 failed, 11 lost, 12 over a limit, 13 by a dependency, 124 out of time,
130 cancelled. 124 too when --timeout is over; the tasks go on then.

Examples:
  outloop wait k3f9 && git diff
  outloop wait k3f9 ab12 --any --timeout 20m`,
    )
    .action(async (ids: string[], options: WaitFlags & JsonFlag) => {
      const { waitCommand } = await import('../verbs/wait.ts');
      const { createWaitLine } = await import('./wait-line.ts');
      const line = createWaitLine(process.stderr);
      await runCommand(options.json === true, async () => {
        const waited = await waitCommand(createApp(), ids, options, line.show);
        line.clear();
        return waited;
      });
    });
}

async function loadStyle({ env }: VerbContext) {
  const { styleFor } = await import('../verbs/style.ts');
  return styleFor(process.stdout, env);
}
