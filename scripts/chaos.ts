import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { buildPluginIn } from '../test/harness/built-plugin.ts';
import type { ChaosMeans } from '../test/integration/chaos/chaos-project.ts';
import type { ChaosOutcome } from '../test/integration/chaos/run-chaos.ts';
import { runChaos } from '../test/integration/chaos/run-chaos.ts';

/*
 * `npm run chaos`: kills, stops and wakes supervisor and workers at random, and then looks whether anything is lost,
 * doubled or left behind. SEED=, ROUNDS=, COMMANDS= and MEANS=auto|group choose another run.
 */
const seed = numberFrom('SEED', Math.floor(Date.now() / 1000));
const rounds = numberFrom('ROUNDS', 200);
const commands = numberFrom('COMMANDS', 50);
const chosen = (process.env.MEANS ?? 'auto,group').split(',') as ChaosMeans[];

console.log(`SEED=${seed}: ${rounds} rounds over ${commands} commands, means: ${chosen.join(', ')}`);
const folder = realpathSync(mkdtempSync('/tmp/ol-chaos-'));
let problems = 0;
try {
  const plugin = buildPluginIn(folder);
  for (const means of chosen) {
    const plan = {
      seed,
      rounds,
      commands,
      means,
      slots: 8,
      beatsMax: 24,
      settleMs: 300_000,
      say: console.log,
    };
    const outcome = await runChaos(plugin, plan);
    print(means, outcome);
    problems += outcome.problems.length;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(
  problems === 0 ? 'Nothing lost, nothing doubled, nothing left behind.' : `SEED=${seed} runs it again.`,
);
process.exitCode = problems === 0 ? 0 : 1;

function numberFrom(name: string, otherwise: number): number {
  const value = Number(process.env[name] ?? otherwise);
  if (!Number.isInteger(value) || value < 0) throw new Error(`${name} must be a whole number`);
  return value;
}

function print(means: string, outcome: ChaosOutcome): void {
  const { tasks, attempts, supervisors, beats, ends, strikes, survivors, problems: found } = outcome;
  const counts = (of: Readonly<Record<string, number>>) =>
    Object.entries(of)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ');
  console.log(`\n${means}, ${(outcome.tookMs / 1000).toFixed(0)} s`);
  console.log(`  strikes:     ${counts(strikes)}`);
  console.log(`  tasks:       ${tasks}: ${counts(ends)}`);
  console.log(`  attempts:    ${attempts}, under ${supervisors} supervisors; ${beats} signs of life`);
  console.log(
    `  survivors:   ${survivors.length}, ${survivors.filter(({ named }) => named).length} of them named`,
  );
  for (const words of outcome.means) console.log(`  containment: ${words}`);
  for (const problem of found) console.log(`  PROBLEM: ${problem}`);
}
