import { parseArgs } from 'node:util';
import type { Bench, Measure } from './bench.ts';
import { startClock } from './clock.ts';
import { commandQueue } from './commands.ts';
import { killedHolder, patchesOfMany, tasksOfMany } from './crowd.ts';
import { firstRequest } from './delegation.ts';
import { acceptedHook, idleHooks, openHooks } from './hooks.ts';
import { appendsOfMany, appendsOfOne } from './journal.ts';
import { describeMachine } from './machine.ts';
import { longFold, longQueue, submitToStart } from './queue.ts';
import type { Section } from './row.ts';
import { prepareStage } from './stage.ts';
import { idleSupervisor } from './supervisor.ts';
import { renderTable, wrap } from './table.ts';

/*
 * npm run bench [-- --only <name>] [--quick] [--keep-env <name>]: measures what the README promises, ratio by ratio, and
 * leaves nothing behind. It exits with 1 where a goal is not reached. Programs get a cleared environment; `--keep-env`
 * leaves them one of yours.
 */
const MEASURES: readonly Measure[] = [
  idleHooks,
  openHooks,
  acceptedHook,
  firstRequest,
  appendsOfOne,
  appendsOfMany,
  tasksOfMany,
  patchesOfMany,
  killedHolder,
  idleSupervisor,
  commandQueue,
  submitToStart,
  longQueue,
  longFold,
];

const ROUNDS = 20;
const ROUNDS_QUICK = 5;

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    quick: { type: 'boolean' },
    'keep-env': { type: 'string', multiple: true },
  },
});
const chosen = chooseMeasures(values.only ?? []);
const isQuick = values.quick === true;
const env = keptEnvironment(values['keep-env'] ?? []);
using stage = await prepareStage();
await using clock = startClock(stage.program('clock'));
const bench: Bench = {
  rounds: isQuick ? ROUNDS_QUICK : ROUNDS,
  isQuick,
  plugin: stage.plugin,
  program: stage.program,
  clock,
  env,
  say: (line) => void process.stderr.write(`${line}\n`),
};
const sections: Section[] = [];
for (const measure of chosen) {
  bench.say(`measuring ${measure.name}`);
  const section = await measure.run(bench);
  bench.say(`${renderTable([section])}\n`);
  sections.push(section);
}
process.stdout.write(`${heading()}\n\n${renderTable(sections)}\n`);
if (sections.some(({ rows }) => rows.some(({ reached }) => !reached))) process.exitCode = 1;

function chooseMeasures(names: readonly string[]): readonly Measure[] {
  const found = MEASURES.filter(
    ({ name }) => names.length === 0 || names.some((part) => name.includes(part)),
  );
  if (found.length > 0) return found;
  process.stderr.write(
    `Nothing to measure is called so. There are: ${MEASURES.map(({ name }) => name).join(' ')}\n`,
  );
  process.exit(2);
}

function keptEnvironment(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, process.env[name] ?? '']));
}

function heading(): string {
  const taken = `Medians of ${bench.rounds} alternating rounds; spread: quartiles of the ratios by round.`;
  const kept =
    Object.keys(env).length === 0 ? [] : [`With ${Object.keys(env).join(', ')} in the environment.`];
  return [wrap(describeMachine(stage.folder), 0), taken, ...kept].join('\n');
}
