import { expect, test } from 'vitest';
import type { ModelRequest } from '../harness/model-request.ts';
import { hasTool, sinceLastAnswer } from '../harness/model-request.ts';
import { createScenario } from './scenario.ts';
import { handIn, subagentScript } from './subagent-script.ts';
import { WORK_RESULT } from './worker-script.ts';

test('what a task inside the session adds to the primary context does not grow with its work', async () => {
  const floor = await growthOf('please delegate', () => ({ text: '.' }));
  const command = '/outloop:background researcher "analyze the importer" --in-session';
  const small = await growthOf(command, () => handIn());
  const large = await growthOf(command, () =>
    handIn({ ...WORK_RESULT, handoff: 'All of it. '.repeat(5000) }),
  );
  process.stdout.write(
    `primary context, characters: plain Agent call ${floor}, task in the session ${small} (+${small - floor}), ` +
      `with a result of 55,000 characters ${large} (+${large - floor})\n`,
  );
  // A line of the client's own more or less; the work itself has a hundred times as much.
  expect(Math.abs(large - small)).toBeLessThan(500);
});

/** Characters of the conversation in the last request of a session that delegates once. */
async function growthOf(prompt: string, work: () => ReturnType<typeof handIn>): Promise<number> {
  await using scenario = await createScenario((request) => {
    if (request.kind === 'turn' && sinceLastAnswer(request).includes('PLAIN WORK')) return work();
    if (hasTool(request, 'Agent') && sinceLastAnswer(request).includes('please delegate')) {
      const input = {
        subagent_type: 'general-purpose',
        description: 'researcher abcd',
        prompt: 'PLAIN WORK',
      };
      return { text: 'I start it.', tools: [{ name: 'Agent', input }] };
    }
    return (subagentScript({ work }) as (request: ModelRequest) => ReturnType<typeof handIn>)(request);
  });
  await scenario.print(prompt, { args: ['--allowedTools', 'Agent'] });
  const turns = scenario
    .ownTurns()
    .filter((turn) => !JSON.stringify(turn.messages[0]).includes('PLAIN WORK'));
  // How long it took has more or fewer digits.
  return JSON.stringify(turns.at(-1)?.messages).replaceAll(/<duration_ms>\d+/g, '').length;
}
