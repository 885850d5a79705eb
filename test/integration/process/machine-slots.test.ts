import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { identityOf } from '../../../src/process/identity.ts';
import { freeSlots, handSlotsTo, keepSlotsOf, takeSlots } from '../../../src/process/machine-slots.ts';
import { leaveLine, promisedSlots, standInLine } from '../../../src/process/slot-line.ts';

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'outloop-slots-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'slots');
}

function holder(root: string, task_id: string, pid = process.pid) {
  const identity = identityOf(pid);
  if (identity === null) throw new Error(`no process ${pid}`);
  return { root, task_id, process: identity };
}

test('two projects never have more slots together than the machine has', () => {
  const folder = aFolder();
  expect(freeSlots(folder, 3)).toBe(3);
  expect(takeSlots(folder, 3, 2, holder('/a', 'one'))).toBe(true);
  expect(takeSlots(folder, 3, 2, holder('/b', 'two'))).toBe(false);
  expect(freeSlots(folder, 3)).toBe(1);
  expect(takeSlots(folder, 3, 1, holder('/b', 'three'))).toBe(true);
  expect(freeSlots(folder, 3)).toBe(0);
});

test('a project gives back what its tasks no longer need, and leaves the slots of others alone', () => {
  const folder = aFolder();
  takeSlots(folder, 3, 1, holder('/a', 'one'));
  takeSlots(folder, 3, 1, holder('/a', 'two'));
  takeSlots(folder, 3, 1, holder('/b', 'one'));
  keepSlotsOf(folder, '/a', (id) => id === 'two');
  expect(freeSlots(folder, 3)).toBe(1);
});

test('the slots of a worker are free when it is gone, whoever took them', async () => {
  const folder = aFolder();
  const worker = spawn('sleep', ['60']);
  onTestFinished(() => void worker.kill('SIGKILL'));
  takeSlots(folder, 1, 1, holder('/a', 'one'));
  handSlotsTo(folder, holder('/a', 'one', worker.pid));
  expect(takeSlots(folder, 1, 1, holder('/b', 'two'))).toBe(false);
  worker.kill('SIGKILL');
  await once(worker, 'exit');
  expect(freeSlots(folder, 1)).toBe(1);
  expect(takeSlots(folder, 1, 1, holder('/b', 'two'))).toBe(true);
});

test('a file that makes no sense holds nothing', () => {
  const folder = aFolder();
  takeSlots(folder, 2, 1, holder('/a', 'one'));
  writeFileSync(join(folder, '1'), 'rubbish');
  expect(freeSlots(folder, 2)).toBe(1);
  expect(takeSlots(folder, 2, 1, holder('/b', 'two'))).toBe(true);
});

describe('the line for slots', () => {
  const NOW = 1_000_000;
  const waiter = (root: string, need: number) => ({ root, need, process: holder(root, '').process });

  test('promises what becomes free to who has waited longest, and nobody holds anything meanwhile', () => {
    const folder = aFolder();
    standInLine(folder, waiter('/heavy', 2), NOW);
    standInLine(folder, waiter('/light', 1), NOW + 5);
    expect(promisedSlots(folder, '/heavy', NOW + 10)).toBe(0);
    expect(promisedSlots(folder, '/light', NOW + 10)).toBe(2);
    expect(promisedSlots(folder, '/newcomer', NOW + 10)).toBe(3);
    // Saying that one still waits does not cost one's place.
    standInLine(folder, waiter('/heavy', 2), NOW + 20_000);
    expect(promisedSlots(folder, '/light', NOW + 20_000)).toBe(2);
    leaveLine(folder, '/heavy');
    expect(promisedSlots(folder, '/light', NOW + 20_000)).toBe(0);
    expect(freeSlots(folder, 2)).toBe(2);
  });

  test('forgets who is gone, who stands still, and what makes no sense', async () => {
    const folder = aFolder();
    const gone = spawn('sleep', ['60']);
    standInLine(folder, { root: '/gone', need: 4, process: holder('', '', gone.pid).process }, NOW);
    expect(promisedSlots(folder, '/light', NOW)).toBe(4);
    gone.kill('SIGKILL');
    await once(gone, 'exit');
    expect(promisedSlots(folder, '/light', NOW)).toBe(0);
    standInLine(folder, waiter('/stalled', 2), NOW);
    expect(promisedSlots(folder, '/light', NOW + 31_000)).toBe(0);
    writeFileSync(join(folder, 'rubbish.waits'), '{"root":1}');
    expect(promisedSlots(folder, '/light', NOW)).toBe(2);
  });

  test('has two who came in the same millisecond in one order for both', () => {
    const folder = aFolder();
    standInLine(folder, waiter('/b', 1), NOW);
    standInLine(folder, waiter('/a', 2), NOW);
    expect([promisedSlots(folder, '/a', NOW), promisedSlots(folder, '/b', NOW)]).toEqual([0, 2]);
  });
});
