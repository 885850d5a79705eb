import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { UsageLimits } from '../../../src/domain/task-options.ts';
import { LIMIT_PRESETS, LIMIT_TABLE } from '../../../src/limits/limit-table.ts';
import { commandLineOf } from '../../../src/process/command-line.ts';
import {
  containedCommand,
  containmentOf,
  isInScope,
  limitMeans,
  probeContainment,
} from '../../../src/process/containment.ts';
import { identityOf } from '../../../src/process/identity.ts';
import { listProcesses } from '../../../src/process/process-table.ts';
import { livingMembers, terminateTree } from '../../../src/process/terminate.ts';
import { pollUntil } from '../../harness/processes.ts';

const means = probeContainment('PID namespace');
const unit = 'outloop-test-1';

function start(script: string, cwd: string) {
  const { program, args } = containedCommand(means, '/bin/sh', ['-c', script], { unit });
  const marker = `OUTLOOP_TASK_ID=contained-${process.pid}`;
  const child = spawn(program, [...args], {
    cwd,
    detached: true,
    stdio: 'ignore',
    env: { PATH: process.env.PATH, OUTLOOP_TASK_ID: `contained-${process.pid}` },
  });
  return { child, marker };
}

describe.runIf(means === 'PID namespace')('a PID namespace', () => {
  test('gives the exit code of the program, and of one that a signal ended', async () => {
    const codeOf = async (script: string) => {
      const { child } = start(script, tmpdir());
      return new Promise((resolve) => child.once('exit', resolve));
    };
    expect(await codeOf('exit 7')).toBe(7);
    expect(await codeOf('kill -KILL $$')).toBe(137);
  });

  test('lets the program clean up at TERM', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'outloop-ns-'));
    const { child, marker } = start(
      'trap "echo bye > out; exit 5" TERM; echo up > up; while :; do sleep 0.1; done',
      folder,
    );
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await pollUntil(() => readFile(join(folder, 'up'), 'utf8').catch(() => undefined), 10_000);
    const leader = identityOf(child.pid ?? 0);
    await terminateTree({ leader, remembered: [], marker, containment: means, unit }, 5_000);
    expect(await ended).toBe(5);
    expect(await readFile(join(folder, 'out'), 'utf8')).toBe('bye\n');
    await rm(folder, { recursive: true });
  });

  test('takes with it what forked twice, left its session and cleared its environment, unseen by any heartbeat', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'outloop-ns-'));
    const seconds = `3${process.pid}`;
    const stray = `(env -i PATH="$PATH" setsid /bin/sh -c "echo up > up; exec sleep ${seconds}" &)`;
    const { child } = start(`setsid /bin/sh -c '${stray}'; sleep 300`, folder);
    const findStray = () =>
      listProcesses().filter(({ pid }) => commandLineOf(pid).join(' ') === `sleep ${seconds}`).length;
    expect(await pollUntil(() => findStray() === 1, 10_000)).toBe(true);
    const leader = identityOf(child.pid ?? 0);
    // Nothing but the leader is known: no mark, no memory.
    const tree = { leader, remembered: [], marker: 'NO=mark', containment: means, unit };
    expect(await terminateTree(tree, 200)).toEqual({ means: 'PID namespace', survivors: [] });
    expect(await pollUntil(() => findStray() === 0, 5_000)).toBe(true);
    await rm(folder, { recursive: true });
  });

  test('hides nothing from outside: the mark and the identities are seen', async () => {
    const { child, marker } = start('sleep 300 & wait', tmpdir());
    const tree = { leader: null, remembered: [], marker };
    expect(await pollUntil(() => livingMembers(tree).length >= 3, 10_000)).toBe(true);
    expect((await terminateTree(tree, 200)).survivors).toEqual([]);
    expect(identityOf(child.pid ?? 0)).toBeNull();
  });
});

describe('the systemd scope', () => {
  test('is asked for by its unit with its limits, and runs the program as it is', () => {
    const limits = { unit, memoryBytes: 536_870_912, cpuPercent: 10, processes: 256 };
    const command = containedCommand('systemd scope', 'claude', ['-p', '--model', 'x'], limits);
    expect(command.program).toBe('systemd-run');
    expect(command.args.join(' ')).toBe(
      `--user --scope --quiet --collect --unit=${unit} -p MemoryMax=536870912 -p MemorySwapMax=0 ` +
        '-p CPUQuota=10% -p TasksMax=256 -- claude -p --model x',
    );
  });

  test('knows its processes by their cgroup', () => {
    const cgroup = `0::/user.slice/user-1000.slice/user@1000.service/app.slice/${unit}.scope\n`;
    expect(isInScope(cgroup, unit)).toBe(true);
    expect(isInScope(cgroup.replace('test-1', 'test-11'), unit)).toBe(false);
  });
});

describe.runIf(process.platform === 'linux')('prlimit', () => {
  const dataBytes = 1024 ** 3;

  test('holds the memory of each process where the tree is only watched, around the mark', () => {
    expect(containedCommand('process group', 'claude', ['-p'], { unit, dataBytes })).toEqual({
      program: 'prlimit',
      args: ['--data=1073741824', '--', 'claude', '-p'],
    });
    const { program, args } = containedCommand('PID namespace', 'claude', ['-p'], {
      unit,
      dataBytes,
      mark: 7,
    });
    expect(program).toBe('prlimit');
    expect(args.slice(0, 3)).toEqual(['--data=1073741824', '--', 'unshare']);
    expect(args).toContain('7');
    expect(args.slice(-2)).toEqual(['claude', '-p']);
  });

  test('is left to the scope where there is one, and its absence is said', () => {
    expect(containedCommand('systemd scope', 'claude', [], { unit, dataBytes }).args).not.toContain(
      'prlimit',
    );
    expect(limitMeans('systemd scope', { dataBytes })).toBe('held by the systemd scope');
    expect(limitMeans('process group', { dataBytes })).toContain('held by prlimit');
    expect(limitMeans('process group', {})).toBe('watched by sampling the process tree');
  });

  test('is asked for where somebody has set less memory than the default, and never less than a client needs', () => {
    const task = (limits: UsageLimits) => ({ id: 'a', attempt: 1, options: { timeout_ms: 1, limits } });
    const { memory_bytes, cpu_percent } = LIMIT_PRESETS.seed;
    expect(containmentOf(task({ memory_bytes, cpu_percent }))).toMatchObject({
      memoryBytes: 512 * 1024 ** 2,
      cpuPercent: 10,
      dataBytes,
    });
    expect(containmentOf(task({ memory_bytes: LIMIT_TABLE.memory_bytes.fallback }))).not.toHaveProperty(
      'dataBytes',
    );
  });
});

test('without a stronger means the program runs as it is, in its group', () => {
  expect(containedCommand('process group', 'claude', ['-p'], { unit })).toEqual({
    program: 'claude',
    args: ['-p'],
  });
  expect(probeContainment('process group')).toBe('process group');
});
