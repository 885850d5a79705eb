import { spawn } from 'node:child_process';
import { statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess, pollUntil } from '../test/harness/processes.ts';
import type { Bench, Measure } from './bench.ts';
import { writeBigJournal } from './big-journal.ts';
import { bareNode } from './hook-line.ts';
import { atMost, type Row } from './row.ts';
import { alternate, ratioOf, type Subject, spreadOf } from './stats.ts';
import { createWorld, type World } from './world.ts';

const SESSION_HOOKS = ['SessionStart', 'UserPromptSubmit', 'Stop'] as const;

/** The session's hooks in a project with nothing open. */
export const idleHooks: Measure = {
  name: 'hooks-idle',
  async run(bench) {
    await using world = await createWorld(bench);
    return {
      heading: 'Hooks, nothing open / node -e 0',
      rows: await rowsAgainstNode(bench, world, 0.1),
      notes: [],
    };
  },
};

/** The session's hooks with five tasks at work and a long history. */
export const openHooks: Measure = {
  name: 'hooks-open',
  async run(bench) {
    await using world = await createWorld(bench);
    bench.say(`writing a journal of ${JOURNAL_LINES} lines`);
    writeBigJournal(world.paths, JOURNAL_LINES, TAIL_LINES);
    const monitor = spawn('sh', [join(bench.plugin, 'hooks/monitor.sh'), world.project.dir], {
      cwd: world.project.dir,
      env: world.session.env,
      stdio: 'ignore',
    });
    world.project.onCleanup(async () => {
      if (monitor.pid !== undefined) await endProcess(monitor.pid);
    });
    for (let task = 0; task < OPEN_TASKS; task++) {
      await bench.clock.time(world.session.background(`researcher "${SLEEPING_TASK}"`));
    }
    await world.until(allRunning, `${OPEN_TASKS} tasks at work`);
    // The session is told of its tasks once; the rows are of all that comes after it.
    await bench.clock.time(world.session.hook('Stop'));
    await untilSettled(world);
    const atRest = await rowsAgainstNode(bench, world, 1.25);
    // From now on the journal counts as just changed, and hooks must look at it.
    const now = new Date();
    utimesSync(world.paths.journal, now, now);
    const changed = await rowsAgainstNode(bench, world, 1.25);
    return {
      heading: 'Hooks, five tasks open / node -e 0',
      rows: [
        ...atRest,
        ...changed.slice(1).map((row) => ({ ...row, figure: `${row.figure}, journal just changed` })),
      ],
      notes: [
        `The journal has ${JOURNAL_LINES.toLocaleString('en')} lines, and about as many follow the checkpoint as` +
          ' writers leave at most (200). The real supervisor watches five workers that sleep (a program in place of' +
          ' the client), and a monitor listens.',
      ],
    };
  },
};

/** The hook of an accepted `/background`, with and without a supervisor that is there already. */
export const acceptedHook: Measure = {
  name: 'hook-accepted',
  async run(bench) {
    await using world = await createWorld(bench);
    const call = world.session.background('researcher "analyze the error handling of the importer"');
    const accepted = async () => {
      const { ms, stdout } = await bench.clock.time(call);
      if (!stdout.includes('was delegated as')) throw new Error(`not accepted: ${stdout}`);
      await world.until((state) => state.open.size === 0, 'the end of the task');
      // The session hears of it, so that what it has not heard does not grow from round to round.
      await bench.clock.time(world.session.hook('UserPromptSubmit'));
      return ms;
    };
    const taken = await alternate(bench.rounds, {
      'node -e 0': async () => (await bench.clock.time(bareNode(call))).ms,
      cold: async () => {
        await world.stopSupervisor();
        return accepted();
      },
      warm: accepted,
    });
    return {
      heading: 'Accepted /background hook / node -e 0',
      rows: [
        atMost('it starts the supervisor', ratioOf(taken.cold, taken['node -e 0']), 2),
        atMost('a supervisor is there', ratioOf(taken.warm, taken['node -e 0']), 2),
      ],
      notes: [nodeNote(taken['node -e 0'])],
    };
  },
};

const JOURNAL_LINES = 1_000_000;
const TAIL_LINES = 180;
const OPEN_TASKS = 5;
const SLEEPING_TASK = 'wait for the signal and analyze the importer';

function allRunning(state: ReturnType<World['state']>): boolean {
  const open = [...state.open.values()];
  return open.length === OPEN_TASKS && open.every((task) => task.phase === 'running');
}

/** Resolves once the supervisor has said that there is nothing new, as it does when the journal has rested. */
async function untilSettled({ paths }: World): Promise<void> {
  const settled = join(paths.internal, 'settled');
  const isSettled = () =>
    (statSync(settled, { throwIfNoEntry: false })?.mtimeMs ?? 0) > statSync(paths.journal).mtimeMs;
  if ((await pollUntil(isSettled, 30_000)) === undefined) throw new Error('the journal never came to rest');
}

async function rowsAgainstNode(bench: Bench, { session }: World, goal: number): Promise<Row[]> {
  const calls = SESSION_HOOKS.map((event) => session.hook(event));
  const [first] = calls;
  if (first === undefined) throw new Error('no hooks');
  const subjects: Record<string, Subject> = {
    node: async () => (await bench.clock.time(bareNode(first))).ms,
  };
  calls.forEach((call, index) => {
    subjects[SESSION_HOOKS[index] ?? ''] = async () => (await bench.clock.time(call)).ms;
  });
  const taken = await alternate(bench.rounds, subjects);
  const floor = taken.node ?? [];
  return SESSION_HOOKS.map((event) => atMost(event, ratioOf(taken[event] ?? [], floor), goal));
}

function nodeNote(floor: readonly number[]): string {
  return `node -e 0 took ${spreadOf(floor).median.toFixed(0)} ms here.`;
}
