import { describe, expect, test } from 'vitest';
import { readState } from '../../../src/journal/journal.ts';
import type { VerbContext } from '../../../src/verbs/context.ts';
import { implement } from '../../../src/verbs/implement.ts';
import { aVerbContext } from '../verb-rig.ts';

/** Each id ends in four letters of its own. */
function aProject(): VerbContext {
  let made = 0;
  return aVerbContext({ random: (bytes) => new Uint8Array(bytes).fill(made++) });
}

function openTasks(context: VerbContext) {
  const read = readState(context.journal);
  return read.ok ? [...read.value.open.values()] : [];
}

describe('implement', () => {
  test('makes a coder, a reviewer of what is not committed, and a tester, each after the one before', async () => {
    const context = aProject();
    const done = await implement(
      context,
      '"add an export endpoint" --model opus --claim path:src --timeout 5m',
    );
    expect(done.ok).toBe(true);
    const [coder, reviewer, tester] = openTasks(context);
    expect(coder).toMatchObject({ agent: 'coder', description: 'add an export endpoint' });
    expect(coder?.options.after).toBeUndefined();
    expect(reviewer).toMatchObject({
      agent: 'reviewer',
      description: 'review what was done for: add an export endpoint',
      options: { changes: { base: 'HEAD' }, after: [{ task_id: coder?.id, on: 'success' }] },
    });
    expect(tester).toMatchObject({
      agent: 'tester',
      description: 'test what was done for: add an export endpoint',
    });
    expect(tester?.options.after).toEqual([
      { task_id: coder?.id, on: 'success' },
      { task_id: reviewer?.id, on: 'end' },
    ]);
    const claimed = [coder, reviewer, tester].map((task) => task?.options.claims?.length ?? 0);
    expect(claimed).toEqual([1, 0, 1]);
    for (const task of [coder, reviewer, tester])
      expect(task?.options).toMatchObject({ model: 'opus', timeout_ms: 300_000 });
  });

  test('says "implement" where no verb says what to do, and keeps every text short enough', async () => {
    const context = aProject();
    const long = `the export of ${'very '.repeat(33)}long tables`;
    expect((await implement(context, `"${long}"`)).ok).toBe(true);
    const texts = openTasks(context).map(({ description }) => description);
    expect(texts[0]).toBe(`implement ${long}`);
    for (const text of texts) expect([...text].length).toBeLessThanOrEqual(200);
  });

  test.each([
    ['"delete the home directory of the user"', 'policy_refused'],
    ['reviewer "add an export endpoint"', 'usage'],
    ['', 'usage'],
    ['"add an export endpoint" --in-session', 'usage'],
    ['"add an export endpoint" --model', 'usage'],
  ])('refuses %s and leaves nothing behind', async (raw, code) => {
    const context = aProject();
    const done = await implement(context, raw);
    expect(done).toMatchObject({ ok: false, failure: { code } });
    expect(openTasks(context)).toEqual([]);
  });
});
