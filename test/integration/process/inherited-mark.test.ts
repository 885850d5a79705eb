import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { containedCommand } from '../../../src/process/containment.ts';
import { identityOf, isAlive } from '../../../src/process/identity.ts';
import { inheritedMark, markOf, marksWork } from '../../../src/process/inherited-mark.ts';
import { terminateTree } from '../../../src/process/terminate.ts';
import { pollUntil } from '../../harness/processes.ts';

test('the mark of an attempt is its own, and no number that somebody may have set as a limit', () => {
  const marks = [inheritedMark('a', 1), inheritedMark('a', 2), inheritedMark('b', 1)];
  expect(new Set(marks).size).toBe(3);
  for (const mark of marks) expect(mark).toBeGreaterThanOrEqual(2 ** 46);
  expect(marks.every(Number.isSafeInteger)).toBe(true);
  expect(inheritedMark('a', 1)).toBe(marks[0]);
});

test.runIf(process.platform === 'linux')(
  'what left its group, its session, its parent and its environment is found by its mark, and ended',
  async () => {
    expect(marksWork()).toBe(true);
    const folder = mkdtempSync(join(tmpdir(), 'outloop-mark-'));
    try {
      const mark = inheritedMark('marked', process.pid);
      const script = `(env -i setsid /bin/sh -c 'trap "" TERM; echo $$ > pid; while :; do sleep 1; done' >/dev/null 2>&1 &)`;
      const { program, args } = containedCommand('process group', '/bin/sh', ['-c', script], {
        unit: 'outloop-test',
        mark,
      });
      const child = spawn(program, [...args], { cwd: folder, detached: true, stdio: 'ignore' });
      await new Promise((resolve) => child.once('exit', resolve));
      const pid = await pollUntil(() => {
        try {
          return Number(readFileSync(join(folder, 'pid'), 'utf8')) || undefined;
        } catch {
          return undefined;
        }
      }, 60_000);
      const escaped = identityOf(pid ?? 0);
      if (escaped === null) throw new Error('nothing escaped');
      expect(markOf(escaped.pid)).toBe(mark);
      const tree = { leader: null, remembered: [], marker: 'OUTLOOP_TASK_ID=nobody' };
      expect((await terminateTree(tree, 100)).survivors).toEqual([]);
      expect(isAlive(escaped)).toBe(true);
      expect((await terminateTree({ ...tree, mark }, 100)).survivors).toEqual([]);
      expect(isAlive(escaped)).toBe(false);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
