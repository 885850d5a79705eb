import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { identityOf, isAlive } from '../../../src/process/identity.ts';
import { walkDescendants } from '../../../src/process/process-table.ts';
import { livingMembers, terminateTree } from '../../../src/process/terminate.ts';
import { pollUntil } from '../../harness/processes.ts';

const MARK = `OUTLOOP_TASK_ID=test-${process.pid}`;
const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** Starts a shell script as the leader of its own group, as a worker is, and waits for the pids that it writes. */
async function startTree(script: string, pidCount: number): Promise<{ child: ChildProcess; pids: number[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'outloop-tree-'));
  folders.push(folder);
  const [name, value] = MARK.split('=');
  const child = spawn('sh', ['-c', script], {
    cwd: folder,
    detached: true,
    stdio: 'ignore',
    env: { PATH: process.env.PATH, [String(name)]: value },
  });
  const pids = await pollUntil(async () => {
    const text = await readFile(join(folder, 'pids'), 'utf8').catch(() => '');
    const found = text.trim().split(/\s+/).filter(Boolean).map(Number);
    return found.length >= pidCount && found;
  }, 60_000);
  if (pids === undefined) throw new Error('the tree did not come up');
  return { child, pids };
}

function leaderOf(child: ChildProcess) {
  const leader = identityOf(child.pid ?? 0);
  if (leader === null) throw new Error('no leader');
  return leader;
}

describe('ending a process tree', () => {
  test('takes children that ignore TERM and children in a session of their own', async () => {
    const { child, pids } = await startTree(
      `sh -c 'trap "" TERM; echo $$ >> pids; while :; do sleep 1; done' &
       setsid sh -c 'echo $$ >> pids; exec sleep 300' &
       echo $$ >> pids; wait`,
      3,
    );
    const identities = pids.map((pid) => identityOf(pid));
    const ended = await terminateTree({ leader: leaderOf(child), remembered: [], marker: MARK }, 300);
    expect(ended.survivors).toEqual([]);
    for (const identity of identities) expect(identity !== null && isAlive(identity)).toBe(false);
  });

  test('finds a process that forked twice and left its session, by the mark in its environment', async () => {
    const { child, pids } = await startTree(
      `setsid sh -c '(setsid sh -c "echo \\$\\$ >> pids; exec sleep 300" &)'; exit 0`,
      1,
    );
    await new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve(null)));
    const stray = identityOf(pids[0] ?? 0);
    expect(stray).not.toBeNull();
    const ended = await terminateTree({ leader: null, remembered: [], marker: MARK }, 300);
    expect(ended.survivors).toEqual([]);
    expect(stray !== null && isAlive(stray)).toBe(false);
  });

  test('ends one that cleared its environment when a heartbeat had seen it', async () => {
    const { child, pids } = await startTree(
      `env -i PATH="$PATH" setsid sh -c 'echo $$ >> pids; exec sleep 300' & echo $$ >> pids; wait`,
      2,
    );
    const leader = leaderOf(child);
    const remembered = walkDescendants(leader.pid);
    expect(remembered.map(({ pid }) => pid)).toEqual(
      expect.arrayContaining(pids.filter((pid) => pid !== leader.pid)),
    );
    const ended = await terminateTree({ leader, remembered, marker: MARK }, 300);
    expect(ended.survivors).toEqual([]);
    for (const identity of remembered) expect(isAlive(identity)).toBe(false);
  });

  test('spares a stranger that has taken over a remembered pid', async () => {
    const stranger = spawn('sleep', ['300'], { stdio: 'ignore' });
    const pid = stranger.pid ?? 0;
    const tree = {
      leader: { pid, start: 'another:1' },
      remembered: [{ pid, start: 'another:1' }],
      marker: MARK,
    };
    try {
      expect(livingMembers(tree)).toEqual([]);
      expect((await terminateTree(tree, 100)).survivors).toEqual([]);
      expect(identityOf(pid)).not.toBeNull();
    } finally {
      stranger.kill('SIGKILL');
    }
  });

  test('is at once done with a tree that is gone', async () => {
    const tree = { leader: { pid: 2 ** 22 - 1, start: 'gone:1' }, remembered: [], marker: MARK };
    expect((await terminateTree(tree, 60_000)).survivors).toEqual([]);
  });
});
