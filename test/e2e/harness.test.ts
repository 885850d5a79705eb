import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ensureClient } from '../harness/ensure-client.ts';
import { createGate } from '../harness/model-reply.ts';
import { isTurn, lastUserText, textOf, toolResults } from '../harness/model-request.ts';
import { startModelServer } from '../harness/model-server.ts';
import { runPrint, startPrint } from '../harness/print-client.ts';
import { isAlive, pollUntil } from '../harness/processes.ts';
import { createProject, writeFiles } from '../harness/project.ts';
import { skipWithoutTmux, startTmuxClient } from '../harness/tmux-client.ts';

const { path: client } = await ensureClient();
const withTerminal = test.skipIf(skipWithoutTmux());

test('a print run answers with the scripted text and takes one model turn', async () => {
  await using server = await startModelServer(() => ({ text: 'The answer is scripted.' }));
  await using project = await createProject({ serverUrl: server.url });
  const outcome = await runPrint({ client, project, prompt: 'hello', format: 'text' });
  expect(outcome.stdout.trim()).toBe('The answer is scripted.');
  expect(outcome.exitCode).toBe(0);
  expect(server.count(isTurn)).toBe(1);
});

test('a tool call reaches the real tool and its result comes back in the next turn', async () => {
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
  const outcome = await runPrint({ client, project, prompt: 'read the notes' });
  expect(outcome.result).toMatchObject({ subtype: 'success', num_turns: 2 });
  expect(outcome.result?.result).toContain('the word is heliotrope');
  expect(outcome.result?.total_cost_usd).toBeGreaterThan(0);
});

test('a session without tools still counts as a model turn', async () => {
  await using server = await startModelServer(() => ({ text: 'bare' }));
  await using project = await createProject({ serverUrl: server.url });
  const outcome = await runPrint({ client, project, prompt: 'hello', args: ['--tools', ''] });
  expect(outcome.result?.result).toBe('bare');
  expect(server.count(isTurn)).toBe(1);
});

test('an API error ends the run as the client reports it', async () => {
  await using server = await startModelServer(() => ({ error: { status: 529, message: 'too busy' } }));
  await using project = await createProject({ serverUrl: server.url });
  const outcome = await runPrint({ client, project, prompt: 'hello', env: { CLAUDE_CODE_MAX_RETRIES: '1' } });
  expect(outcome.exitCode).toBe(1);
  expect(outcome.result).toMatchObject({ is_error: true, api_error_status: 529 });
  expect(server.count(isTurn)).toBe(2);
});

test('a gate holds a reply back until the test releases it', async () => {
  const gate = createGate();
  await using server = await startModelServer(() => ({ text: 'late', gate }));
  await using project = await createProject({ serverUrl: server.url });
  const run = startPrint({ client, project, prompt: 'hello' });
  const request = await server.waitForRequest(isTurn);
  expect(request.state).toBe('open');
  expect(run.events.some((event) => event.type === 'assistant')).toBe(false);
  gate.release();
  expect((await run.done).result?.result).toBe('late');
  await server.waitForQuiet();
  expect(request.state).toBe('answered');
});

test('a streamed session takes several prompts in one process', async () => {
  await using server = await startModelServer((request) => ({ text: `heard: ${lastUserText(request)}` }));
  await using project = await createProject({ serverUrl: server.url });
  const run = startPrint({ client, project, input: 'stream-json', prompt: 'first' });
  await run.waitForEvent((event) => event.type === 'result');
  const seen = run.events.length;
  run.send('second');
  const result = await run.waitForEvent((event) => event.type === 'result', 30_000, seen);
  expect(result.result).toContain('second');
  run.endInput();
  expect((await run.done).exitCode).toBe(0);
});

test('a process that outlives its test is named, ended and fails the test', async () => {
  const project = await createProject({ survivorGraceMs: 50 });
  const survivor = spawn('sleep', ['1000'], { env: project.env(), stdio: 'ignore', detached: true });
  await expect(project[Symbol.asyncDispose]()).rejects.toThrow(/sleep 1000/);
  expect(await isAlive(survivor.pid ?? 0)).toBe(false);
  expect(existsSync(project.root)).toBe(false);
});

withTerminal('an interactive session answers what is typed', async () => {
  await using server = await startModelServer((request) => ({
    text: textOf(request).includes("it's $(x) `y` 😀") ? 'It arrived as typed.' : 'It was changed.',
  }));
  await using project = await createProject({ serverUrl: server.url });
  await using terminal = await startTmuxClient({ client, project });
  await terminal.submit("say it's $(x) `y` 😀");
  await terminal.waitForScreen(/It arrived as typed\./);
  await terminal.waitIdle();
  expect(server.count(isTurn)).toBe(1);
});

withTerminal('pasted text of 10,000 characters and several lines arrives whole', async () => {
  await using server = await startModelServer();
  await using project = await createProject({ serverUrl: server.url });
  await using terminal = await startTmuxClient({ client, project });
  const text = `${'word '.repeat(1990)}\nthe second line\nthe end`;
  await terminal.paste(text);
  await terminal.waitForScreen(/Pasted text|the end/);
  await terminal.key('Enter');
  const request = await server.waitForRequest(isTurn);
  expect(textOf(request)).toContain('the second line\nthe end');
  expect(textOf(request)).toContain('word '.repeat(1990));
  await terminal.waitIdle();
});

withTerminal('a line of a plugin monitor wakes an idle interactive session', async () => {
  await using server = await startModelServer((request) => ({
    text: textOf(request).includes('task t-1 has ended') ? 'I heard of it.' : 'Hello.',
  }));
  await using project = await createProject({ serverUrl: server.url });
  const plugin = await project.folder('plugin');
  const pipe = join(project.root, 'pipe');
  await writeFiles(plugin, {
    '.claude-plugin/plugin.json': JSON.stringify({ name: 'sample', version: '1.0.0', description: 'Sample' }),
    'monitors/monitors.json': JSON.stringify([
      { name: 'watch', command: `mkfifo ${pipe}; cat <> ${pipe}`, description: 'Sample watch' },
    ]),
  });
  await using terminal = await startTmuxClient({ client, project, pluginDirs: [plugin] });
  await terminal.submit('hello');
  await terminal.waitForScreen(/● Hello\./);
  await terminal.waitIdle();
  expect(await pollUntil(() => existsSync(pipe), 60_000)).toBe(true);
  await writeFile(pipe, 'task t-1 has ended\n');
  await terminal.waitForScreen(/● I heard of it\./);
  await terminal.waitIdle();
  expect(server.count(isTurn)).toBe(2);
});

withTerminal('a client that is told to leave ends with everything it started', async () => {
  await using server = await startModelServer();
  await using project = await createProject({ serverUrl: server.url });
  await using terminal = await startTmuxClient({ client, project });
  await terminal.submit('/exit');
  await terminal.waitForEnd();
  expect(await terminal.isRunning()).toBe(false);
});
