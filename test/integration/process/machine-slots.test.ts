import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { identityOf } from '../../../src/process/identity.ts';
import { freeSlots, handSlotsTo, keepSlotsOf, takeSlots } from '../../../src/process/machine-slots.ts';

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
