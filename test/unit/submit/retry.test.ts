import { describe, expect, test } from 'vitest';
import type { EndStatus } from '../../../src/domain/events.ts';
import { ok } from '../../../src/domain/result.ts';
import { readState } from '../../../src/journal/journal.ts';
import { transact } from '../../../src/journal/transact.ts';
import type { VerbContext } from '../../../src/verbs/context.ts';
import { retry } from '../../../src/verbs/retry.ts';
import { answerTyped, retryTyped } from '../../../src/verbs/retry-typed.ts';
import { submit } from '../../../src/verbs/submit.ts';
import type { SubmitRequest } from '../../../src/verbs/submit-request.ts';
import { aVerbContext } from '../verb-rig.ts';

function aProject(parts: Partial<VerbContext> = {}): VerbContext {
  let made = 0;
  return aVerbContext({ random: (bytes) => new Uint8Array(bytes).fill(made++), ...parts });
}

async function submitted(context: VerbContext, request: Partial<SubmitRequest> = {}): Promise<string> {
  const done = await submit(context, { task: 'analyze the importer', agent: 'researcher', ...request });
  if (!done.ok) throw new Error(done.failure.message);
  return done.value.task.id;
}

async function end(context: VerbContext, id: string, status: EndStatus): Promise<void> {
  const [event, results_location] = ['task.ended', `reports/background/completed/${id}`] as const;
  const facts = { summary: 'Done.', duration_ms: 1, usage: null, epoch: 1, results_location };
  await transact(context.journal, context, () =>
    ok({ events: [{ event, task_id: id, status, ...facts }], value: null }),
  );
}

const after = (id: string) => [{ part: id, on: 'success' as const }];

describe('a retry', () => {
  test('goes through the policy again, with the flags of the old task, and those given now over them', async () => {
    const context = aProject();
    const id = await submitted(context, {
      model: 'opus',
      onFailure: 'agent:reviewer',
      limits: { processes: 9 },
    });
    await end(context, id, 'failed');
    const done = await retryTyped(context, `${id.slice(-4)} --timeout 1h --model sonnet`);
    if (!done.ok) throw new Error(done.failure.message);
    const { task } = done.value.submitted;
    expect(task).toMatchObject({
      agent: 'researcher',
      description: 'analyze the importer',
      retryOf: id,
      options: { model: 'sonnet', timeout_ms: 3_600_000, on_failure: 'agent:reviewer' },
    });
    expect(task.options.limits?.processes).toBe(9);
  });

  test('by the agent that would have taken over is followed by nobody', async () => {
    const context = aProject();
    const id = await submitted(context, { onFailure: 'agent:reviewer' });
    await end(context, id, 'failed');
    const done = await retryTyped(context, `reviewer ${id.slice(-4)}`);
    expect(done).toMatchObject({ value: { submitted: { task: { agent: 'reviewer' } } } });
    expect(done.ok && done.value.submitted.task.options).not.toHaveProperty('on_failure');
  });

  test.each(['completed', 'failed'] as const)(
    'that has %s before those behind it are submitted counts for them',
    async (status) => {
      const context: VerbContext = aProject({
        // A quick supervisor: what tries again has ended before its submission has returned.
        wake: async () => {
          const read = readState(context.journal);
          const tries = read.ok
            ? [...read.value.open.values()].filter(({ retryOf }) => retryOf === first)
            : [];
          for (const { id } of tries) await end(context, id, status);
          return 'heard';
        },
      });
      let first = '';
      first = await submitted(context);
      const second = await submitted(context, { after: after(first) });
      await end(context, first, 'failed');
      await end(context, second, 'dependency_failed');
      const done = await retry(context, first, { takeOver: true });
      if (!done.ok) throw new Error(done.failure.message);
      const { again, left, problem } = done.value;
      if (status === 'completed') {
        expect({ again, left, problem }).toMatchObject({
          again: [{ retryOf: second }],
          left: [],
          problem: null,
        });
      } else {
        expect({ again, left }).toEqual({ again: [], left: [second] });
        expect(problem).toContain('It would never start');
      }
    },
  );
});

describe('an answer', () => {
  test.each([
    ['', 'Which task?'],
    ['k3f9', 'There is no answer.'],
    [`k3f9 ${'x'.repeat(2_001)}`, 'The answer has 2001 characters.'],
  ])('%j is refused', async (raw, words) => {
    const done = await answerTyped(aProject(), raw);
    expect(done.ok ? '' : done.failure.message).toContain(words);
  });

  test('to a task that never started is refused with what can be done', async () => {
    const context = aProject();
    const id = await submitted(context);
    await end(context, id, 'cancelled');
    const done = await answerTyped(context, `${id} yes`);
    expect(done).toMatchObject({ failure: { message: expect.stringContaining('it never started') } });
    expect(done.ok ? '' : done.failure.hint).toContain('outloop retry');
  });
});
