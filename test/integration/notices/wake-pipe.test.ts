import { spawn } from 'node:child_process';
import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isListening, sweepWakePipes, writeWakeLines } from '../../../src/notices/wake-pipe.ts';
import { pollUntil } from '../../harness/processes.ts';

const monitorScript = join(
  dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url))))),
  'hooks/monitor.sh',
);
const owner = { pid: 4_000_001, start: 'boot:1' };
let root: string;
let wake: string;

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'outloop-wake-')));
  wake = join(root, 'reports/.outloop/wake');
});

afterEach(() => rm(root, { recursive: true, force: true }));

async function startMonitor() {
  const child = spawn('sh', [monitorScript, root], {
    cwd: root,
    env: { PATH: process.env.PATH, CLAUDE_PID: String(owner.pid) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  expect(await pollUntil(() => isListening(wake, owner), 60_000)).toBe(true);
  return { child, printed: () => printed };
}

test('the monitor prints each line once, whole, and goes on listening', async () => {
  const { child, printed } = await startMonitor();
  try {
    const first = 'coder k3f9 completed: it\'s done $(touch x) `id` \\n "q" [outloop:x]';
    expect(writeWakeLines(wake, owner, [first, 'second'])).toBe(true);
    expect(await pollUntil(() => printed().includes('second\n'), 60_000)).toBe(true);
    expect(writeWakeLines(wake, owner, ['third'])).toBe(true);
    expect(await pollUntil(() => printed().includes('third\n'), 60_000)).toBe(true);
    expect(printed()).toBe(`${first}\nsecond\nthird\n`);
  } finally {
    child.kill();
  }
});

test('without a living monitor nothing is promised, and its pipe is removed', async () => {
  expect(writeWakeLines(wake, owner, ['x'])).toBe(false);
  const { child } = await startMonitor();
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
  expect(isListening(wake, owner)).toBe(false);
  expect(writeWakeLines(wake, owner, ['x'])).toBe(false);
  expect(await readdir(wake)).toEqual([]);
});

test('the monitor of a client that was killed is ended by a sweep', async () => {
  const { child } = await startMonitor();
  const gone = new Promise((resolve) => child.once('exit', resolve));
  // The client's end of the monitor's output is gone with the client.
  child.stdout.destroy();
  sweepWakePipes(wake, () => false);
  await gone;
  expect(await readdir(wake)).toEqual([]);
});

test('a monitor that is told to end leaves no pipe behind', async () => {
  const { child } = await startMonitor();
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
  expect(await pollUntil(async () => (await readdir(wake)).length === 0, 60_000)).toBe(true);
});
