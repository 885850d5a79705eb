import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { CLOSING } from './mutations/closing.ts';
import { LOCKING } from './mutations/locking.ts';
import type { Mutation } from './mutations/mutation.ts';
import { READING } from './mutations/reading.ts';
import { SUPERVISING } from './mutations/supervisor.ts';
import { WRITING } from './mutations/writing.ts';

/*
 * Takes each guard of the journal and of the supervisor out in turn, on a copy of the tree, and runs their tests: a guard
 * whose absence nobody notices is not tested. Fails if any survives. `npm run mutate -- inode` tries the matching ones.
 */

const ROOT = path.resolve(import.meta.dirname, '..');
const COPIED = [
  'src',
  'test/unit/journal',
  'test/integration/journal',
  'test/simulation',
  'package.json',
  'vitest.config.ts',
  'tsconfig.json',
];
const SUITE_MS_MAX = 600_000;
const UNIT = ['--project', 'unit', 'test/unit/journal'];
const SIMULATION = ['--project', 'simulation'];

interface SuiteResult {
  readonly isGreen: boolean;
  readonly seconds: number;
  /** The first test that noticed. */
  readonly noticed: string;
}

function main(): void {
  const wanted = process.argv.slice(2).join(' ').toLowerCase();
  const mutations = [...READING, ...WRITING, ...CLOSING, ...LOCKING, ...SUPERVISING].filter((one) =>
    one.guard.toLowerCase().includes(wanted),
  );
  const copy = copyTree();
  try {
    for (const suite of new Set(mutations.map(suiteOf))) {
      const whole = runSuite(copy, suite);
      if (!whole.isGreen) throw new Error(`The suite is red before any mutation: ${whole.noticed}`);
    }
    const survivors = mutations.filter((mutation) => !isNoticed(copy, mutation));
    process.stdout.write(
      `\n${mutations.length - survivors.length} of ${mutations.length} guards are held by a test.\n`,
    );
    for (const { guard } of survivors) process.stdout.write(`NOT NOTICED: ${guard}\n`);
    process.exitCode = survivors.length === 0 ? 0 : 1;
  } finally {
    fs.rmSync(copy, { recursive: true, force: true });
  }
}

function copyTree(): string {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'outloop-mutate-'));
  for (const name of COPIED) {
    if (!fs.existsSync(path.join(ROOT, name))) continue;
    fs.cpSync(path.join(ROOT, name), path.join(copy, name), { recursive: true });
  }
  fs.symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'));
  return copy;
}

function isNoticed(copy: string, mutation: Mutation): boolean {
  const file = path.join(copy, mutation.file);
  const original = fs.readFileSync(file, 'utf8');
  const parts = original.split(mutation.from);
  if (parts.length !== 2)
    throw new Error(`${mutation.guard}: its text stands ${parts.length - 1} times in ${mutation.file}`);
  fs.writeFileSync(file, parts.join(mutation.to));
  try {
    const result = runSuite(copy, suiteOf(mutation));
    const mark = result.isGreen ? 'SURVIVED' : 'noticed ';
    process.stdout.write(`${mark} ${result.seconds.toFixed(1).padStart(5)} s  ${mutation.guard}\n`);
    if (!result.isGreen) process.stdout.write(`${' '.repeat(19)}by: ${result.noticed}\n`);
    return !result.isGreen;
  } finally {
    fs.writeFileSync(file, original);
  }
}

function suiteOf({ integration, isSimulated }: Mutation): readonly string[] {
  if (isSimulated === true) return SIMULATION;
  return integration === undefined ? UNIT : ['--project', 'integration', integration];
}

function runSuite(copy: string, selection: readonly string[]): SuiteResult {
  const started = performance.now();
  const report = path.join(copy, 'report.json');
  fs.rmSync(report, { force: true });
  const vitest = path.join(copy, 'node_modules', 'vitest', 'vitest.mjs');
  const run = spawnSync(
    process.execPath,
    [vitest, 'run', ...selection, '--bail', '1', '--reporter', 'json', '--outputFile', report],
    { cwd: copy, encoding: 'utf8', timeout: SUITE_MS_MAX },
  );
  const isGreen = run.status === 0;
  return {
    isGreen,
    seconds: (performance.now() - started) / 1000,
    noticed: isGreen ? '' : firstFailure(report),
  };
}

function firstFailure(report: string): string {
  if (!fs.existsSync(report)) throw new Error('The run did not finish.');
  const { testResults } = JSON.parse(fs.readFileSync(report, 'utf8')) as {
    testResults: {
      message: string;
      assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
    }[];
  };
  const failed = testResults.flatMap((one) => one.assertionResults).find(({ status }) => status === 'failed');
  return (
    brokenHistory(failed?.failureMessages ?? []) ??
    failed?.fullName ??
    testResults.find(({ message }) => message !== '')?.message ??
    'the run itself failed'
  );
}

/** Of a simulated history that broke: its seed, and what did not hold in it. */
function brokenHistory(messages: readonly string[]): string | undefined {
  const [, seed, what] = /(SEED=\d+)[^"]*",?\s*[-+]?\s*"([^"]{1,160})/.exec(messages.join('\n')) ?? [];
  return seed === undefined ? undefined : `${seed}: ${what}`;
}

main();
