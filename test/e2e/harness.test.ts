import { expect, test } from 'vitest';
import { ensureClient } from '../harness/ensure-client.ts';
import { hasTool, isTurn, toolResults } from '../harness/model-request.ts';
import { startModelServer } from '../harness/model-server.ts';
import { runPrint } from '../harness/print-client.ts';
import { createProject } from '../harness/project.ts';

const client = await ensureClient();

test('a print run answers with the scripted text and takes one model turn', async () => {
  await using server = await startModelServer(() => ({ text: 'The answer is scripted.' }));
  await using project = await createProject({ serverUrl: server.url });
  const outcome = await runPrint({ client: client.path, project, prompt: 'hello', format: 'text' });
  expect(outcome.stdout.trim()).toBe('The answer is scripted.');
  expect(outcome.exitCode).toBe(0);
  expect(server.count(isTurn)).toBe(1);
});

test('a tool call goes to the real tool and its result comes back in the next turn', async () => {
  await using server = await startModelServer();
  await using project = await createProject({ serverUrl: server.url });
  const path = await project.write('notes.txt', 'the word is heliotrope\n');
  server.setScript([
    {
      when: isTurn,
      times: 1,
      reply: { text: 'I look.', tools: [{ name: 'Read', input: { file_path: path } }] },
    },
    { when: isTurn, reply: (request) => ({ text: `seen: ${toolResults(request)[0]?.text ?? ''}` }) },
  ]);
  const outcome = await runPrint({ client: client.path, project, prompt: 'read the notes' });
  expect(outcome.result).toMatchObject({ subtype: 'success', num_turns: 2 });
  expect(outcome.result?.result).toContain('the word is heliotrope');
  expect(outcome.result?.total_cost_usd).toBeGreaterThan(0);
  expect(server.requests.every((request) => hasTool(request, 'Read'))).toBe(true);
});
