// Records the stream samples anew: `npx tsx test/harness/record-samples.ts`, after a change of the client's version.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureClient } from './ensure-client.ts';
import type { Reply, Script } from './model-reply.ts';
import { startModelServer } from './model-server.ts';
import { type PrintOptions, runPrint, type StreamEvent } from './print-client.ts';
import { createProject, type TestProject } from './project.ts';

interface Sample {
  readonly name: string;
  readonly script: (project: TestProject) => Script;
  readonly args?: readonly string[];
  readonly prompt?: string;
  readonly env?: Record<string, string>;
}

const schema = JSON.stringify({
  type: 'object',
  properties: { summary: { type: 'string' }, files: { type: 'array', items: { type: 'string' } } },
  required: ['summary'],
});
const agent = { description: 'Researches', prompt: 'You research.', tools: ['Read', 'StructuredOutput'] };
const asAgent = [
  '--json-schema',
  schema,
  '--agents',
  JSON.stringify({ researcher: agent }),
  '--agent',
  'researcher',
];
const structured: Reply = {
  tools: [{ name: 'StructuredOutput', input: { summary: 'It throws on bad rows.', files: ['README.md'] } }],
};
const missingGuard = {
  hooks: {
    PreToolUse: [
      {
        matcher: '*',
        hooks: [{ type: 'command', command: 'node', args: ['/nowhere/guard.mjs'], onFailure: 'block' }],
      },
    ],
  },
};
const refusal = JSON.stringify({ decision: 'block', reason: 'not now' });
const refusingHook = {
  hooks: { UserPromptSubmit: [{ hooks: [{ type: 'command', command: 'echo', args: [refusal] }] }] },
};

const samples: readonly Sample[] = [
  { name: 'success-structured', args: asAgent, script: (p) => inOrder(read(p), structured) },
  { name: 'success-text', args: asAgent, script: () => inOrder({ text: 'No call was made.' }) },
  { name: 'invalid-structured', args: asAgent, script: () => inOrder(call('StructuredOutput', { nope: 1 })) },
  {
    name: 'tool-denied',
    args: ['--json-schema', schema, '--tools', 'Read,Write'],
    script: (p) =>
      inOrder(call('Write', { file_path: join(p.dir, 'new.txt'), content: 'x' }), {
        tools: [{ name: 'StructuredOutput', input: { summary: 'I was not allowed to write.' } }],
      }),
  },
  {
    name: 'guard-missing',
    args: ['--settings', JSON.stringify(missingGuard)],
    script: (p) => inOrder(read(p), { text: 'I could not read.' }),
  },
  { name: 'max-turns', args: [...asAgent, '--max-turns', '2'], script: (p) => inOrder(read(p)) },
  { name: 'max-budget', args: [...asAgent, '--max-budget-usd', '0.001'], script: (p) => inOrder(read(p)) },
  { name: 'api-error', script: () => inOrder({ error: { status: 400, message: 'bad request' } }) },
  {
    name: 'api-retry',
    env: { CLAUDE_CODE_MAX_RETRIES: '1' },
    script: () => inOrder({ error: { status: 529, message: 'overloaded' } }),
  },
  { name: 'prompt-blocked', args: ['--settings', JSON.stringify(refusingHook)], script: () => inOrder({}) },
  {
    name: 'two-results',
    args: ['--allowedTools', 'Bash(sleep *)'],
    script: () =>
      inOrder(
        call('Bash', { command: 'sleep 1', description: 'wait', run_in_background: true }),
        { text: 'Started.' },
        { text: 'It has ended.' },
      ),
  },
];

const initKeys = [
  'type',
  'subtype',
  'cwd',
  'session_id',
  'tools',
  'model',
  'permissionMode',
  'claude_code_version',
];

await main();

async function main(): Promise<void> {
  const { path } = await ensureClient();
  const folder = join(import.meta.dirname, 'samples');
  await mkdir(folder, { recursive: true });
  for (const sample of samples) {
    await using server = await startModelServer();
    await using project = await createProject({ serverUrl: server.url });
    server.setScript(sample.script(project));
    const options: PrintOptions = {
      client: path,
      project,
      prompt: 'Analyze the importer.',
      args: sample.args ?? [],
      env: sample.env ?? {},
    };
    const outcome = await runPrint(options);
    const ids = new Map<string, string>();
    const lines = outcome.events.map((event) => anonymise(event, project, server.url, ids));
    await writeFile(join(folder, `${sample.name}.jsonl`), `${lines.join('\n')}\n`);
    process.stdout.write(`${sample.name}: ${lines.length} lines, exit ${outcome.exitCode}\n`);
  }
}

/** Gives the replies one after the other; the last one again and again. */
function inOrder(...replies: Reply[]): Script {
  let at = 0;
  return () => replies[Math.min(at++, replies.length - 1)] ?? {};
}

function read(project: TestProject): Reply {
  return { text: 'I read.', ...call('Read', { file_path: join(project.dir, 'README.md') }) };
}

function call(name: string, input: Record<string, unknown>): Reply {
  return { tools: [{ name, input }] };
}

/** Leaves out what the client merely lists, and replaces what differs from run to run or names this machine. */
function anonymise(
  event: StreamEvent,
  project: TestProject,
  serverUrl: string,
  ids: Map<string, string>,
): string {
  const kept = event.subtype === 'init' ? pick(event, initKeys) : event;
  return JSON.stringify(kept)
    .replaceAll(project.dir, '/project')
    .replaceAll(project.root, '/tmp/root')
    .replaceAll(project.root.replaceAll('/', '-'), '-tmp-root')
    .replaceAll(serverUrl.replace('http://', ''), '127.0.0.1:8000')
    .replaceAll(/(?<=session_id":")[^"]+/g, '00000000-0000-4000-8000-000000000001')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g, (id) =>
      id.startsWith('00000000') ? id : pseudonym(ids, id),
    )
    .replaceAll(/20\d\d-\d\d-\d\dT[\d:.]+Z/g, '2026-01-01T00:00:00.000Z');
}

function pick(event: StreamEvent, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(event).filter(([key]) => keys.includes(key)));
}

function pseudonym(ids: Map<string, string>, id: string): string {
  const known = ids.get(id) ?? `10000000-0000-4000-8000-${String(ids.size).padStart(12, '0')}`;
  ids.set(id, known);
  return known;
}
