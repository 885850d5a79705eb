import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../../src/domain/result.ts';
import { transact } from '../../../src/journal/transact.ts';
import { ledgerDay } from '../../../src/limits/ledger.ts';
import { identityOf } from '../../../src/process/identity.ts';
import { loadCapacity } from '../../../src/verbs/load-capacity.ts';
import { status } from '../../../src/verbs/status.ts';
import { submit } from '../../../src/verbs/submit.ts';
import { aVerbContext, putFile } from '../verb-rig.ts';

test('a task that waits because the day is spent says so, and when that changes; a command does not wait for it', async () => {
  let made = 0;
  const context = aVerbContext({ random: (bytes) => new Uint8Array(bytes).fill(made++) });
  putFile(join(context.home, '.config/outloop/outloop.yaml'), 'daily_budget_usd: 1\n');
  const entry = { at: '', task_id: 'x', attempt: 1, project: '/p', agent: 'coder', cost_usd: 1.5, tokens: 1 };
  const ledger = `.local/state/outloop/ledger-${ledgerDay(context.now())}.jsonl`;
  putFile(join(context.home, ledger), `${JSON.stringify(entry)}\n`);
  const self = identityOf(process.pid);
  if (self === null) throw new Error('this process is not in the process table');
  const started = { event: 'supervisor.started', epoch: 1, process: self, version: '1' } as const;
  await transact(context.journal, context, () => ok({ events: [started], value: null }));
  await submit(context, { task: 'analyze the importer', agent: 'researcher' });
  await submit(context, { task: '', command: 'npm test' });
  const shown = status(context, true, await loadCapacity(context));
  expect(shown.ok && shown.value.open.map(({ progress }) => progress)).toEqual([
    expect.stringContaining('your daily budget is spent: $1.50 of $1.00'),
    'starting',
  ]);
  expect(shown.ok && shown.value.open[0]?.about_left_ms).toBeGreaterThan(0);
});
