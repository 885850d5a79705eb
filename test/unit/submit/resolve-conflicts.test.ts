import { expect, test } from 'vitest';
import type { JournalEvent } from '../../../src/domain/events.ts';
import { ok } from '../../../src/domain/result.ts';
import { transact } from '../../../src/journal/transact.ts';
import { identityOf } from '../../../src/process/identity.ts';
import { writeAttemptCard } from '../../../src/supervisor/attempt-card.ts';
import type { VerbContext } from '../../../src/verbs/context.ts';
import { resolveConflictsCommand } from '../../../src/verbs/resolve-conflicts.ts';
import { showStatus } from '../../../src/verbs/show-status.ts';
import { submit } from '../../../src/verbs/submit.ts';
import { aVerbContext } from '../verb-rig.ts';

const PLAIN = { dim: (text: string) => text, status: (_: string, text: string) => text } as never;

async function append(context: VerbContext, ...events: JournalEvent[]): Promise<void> {
  await transact(context.journal, context, () => ok({ events, value: null }));
}

/** A supervised project in which one task runs and the other two wait for what it claims. */
async function aConflict(leader: { pid: number; start: string } | null) {
  let made = 0;
  const woken: number[] = [];
  const context = aVerbContext({
    random: (bytes) => new Uint8Array(bytes).fill(made++),
    wake: async (handoffs) => {
      woken.push(handoffs.length);
      return 'heard';
    },
  });
  const self = identityOf(process.pid);
  if (self === null) throw new Error('no process table');
  await append(context, { event: 'supervisor.started', epoch: 1, process: self, version: '1' });
  const ids: string[] = [];
  for (const path of ['src', 'src/auth', 'src/auth/login.ts']) {
    const claims = [{ resource: `path:${path}`, mode: 'exclusive' as const }];
    const done = await submit(context, { task: '', command: 'make', claims });
    if (done.ok) ids.push(done.value.task.id);
  }
  const [holder = ''] = ids;
  await append(context, {
    event: 'attempt.started',
    task_id: holder,
    status: 'running',
    attempt: 1,
    epoch: 1,
    worker_session_id: 'w',
    context_prime_length: 1,
  });
  if (leader !== null) {
    const card = { task_id: holder, attempt: 1, leader, remembered: [], stream: '', stderr: '' };
    writeAttemptCard(context.paths.internal, card as never);
  }
  woken.length = 0;
  return { context, ids, woken, self };
}

test('shows who holds what and who waits for it; status says the same of each that waits', async () => {
  const { context, ids } = await aConflict(identityOf(process.pid));
  const [holder = '', second = '', third = ''] = ids.map((id) => id.slice(-4));
  const shown = await resolveConflictsCommand(context, { slots: 6 });
  expect(shown.ok && shown.value.text).toBe(
    `path:src (exclusive): held by ${holder}, command; waiting: ${second}, ${third}`,
  );
  const status = await showStatus(context, third, { all: true, style: PLAIN, probe: false });
  expect(status.ok && status.value.payload).toMatchObject({
    status: 'queued',
    progress: `claims path:src/auth/login.ts, held by ${holder}`,
  });
});

test('a holder whose worker is gone is handed to the supervisor at once', async () => {
  const { context, ids, woken } = await aConflict({ pid: process.pid, start: 'long ago' });
  const shown = await resolveConflictsCommand(context, { slots: 6 });
  expect(shown.ok && shown.value.payload).toMatchObject({ released: [ids[0]] });
  expect(shown.ok && shown.value.text).toContain('its worker is gone; the supervisor ends it');
  expect(woken).toHaveLength(1);
});
