import type { Reply } from '../test/harness/model-reply.ts';
import type { ModelRequest } from '../test/harness/model-request.ts';
import { hasTool, lastUserText, textOf } from '../test/harness/model-request.ts';

/*
 * The model's part in the demo. Everything else in it is real: the client, its tools, the hooks, the worker's process,
 * the files. What the model "finds" is true of the sample project.
 */

/** What the person asks for. */
export const TASK = 'analyze the error handling of the importer';

/** What the person asks while the task runs. */
export const MEANWHILE = 'What is this project for? One sentence.';

/** The project that the demo works in, on top of the harness's sample. */
export const SAMPLE_FILES: Readonly<Record<string, string>> = {
  'README.md': '# Rows\n\nReads rows of JSON from a file, one per line.\n',
  'src/importer.js': `import { readFileSync } from 'node:fs';

export function importRows(path) {
  let text = '';
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return [];
  }
  return text.split('\\n').map((line) => JSON.parse(line));
}
`,
  'test/importer.test.js': `import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { importRows } from '../src/importer.js';

test('reads rows', () => {
  const path = join(tmpdir(), 'rows.jsonl');
  writeFileSync(path, '1\\n2');
  assert.deepEqual(importRows(path), [1, 2]);
});
`,
};

const RESULT = {
  status: 'completed',
  summary:
    'The importer returns an empty list when it cannot read its file, and one bad line throws away all the others.',
  work_performed: [
    'Found every use of importRows',
    'Read src/importer.js and its test',
    'Followed what happens to an error of readFileSync and of JSON.parse',
  ],
  files: [],
  next_steps: [
    'Let a read error reach the caller, or return it as a value',
    'Skip empty lines, and name the line number of a bad one',
    'Test a missing file, a final newline and a bad line',
  ],
  issues: ['No test covers a failing import'],
  handoff: 'src/importer.js: the catch around readFileSync, and the map with JSON.parse.',
};

const WORKER_STEPS: readonly { readonly text: string; readonly name: string; readonly input: object }[] = [
  { text: 'I look for every use of the importer.', name: 'Grep', input: { pattern: 'importRows' } },
  { text: 'Now the importer itself.', name: 'Read', input: { file_path: 'src/importer.js' } },
  { text: 'And what its test covers.', name: 'Read', input: { file_path: 'test/importer.test.js' } },
];

/** Answers one request of the session or of the worker; `thinkMs` is how long each answer of the worker takes. */
export function playPart(request: ModelRequest, dir: string, thinkMs: number): Reply {
  const isWorker = hasTool(request, 'StructuredOutput');
  const reply = isWorker ? workerPart(request, dir, thinkMs) : sessionPart(request, dir);
  // Nothing is spent, so nothing is to be counted.
  return { ...reply, usage: { input_tokens: 0, output_tokens: 0 } };
}

function workerPart(request: ModelRequest, dir: string, thinkMs: number): Reply {
  const done = request.messages.filter((message) => message.role === 'assistant').length;
  const step = WORKER_STEPS[done];
  if (step === undefined) return { delayMs: thinkMs, tools: [{ name: 'StructuredOutput', input: RESULT }] };
  const input =
    'file_path' in step.input ? { file_path: `${dir}/${step.input.file_path}` } : { ...step.input };
  return { delayMs: thinkMs, text: step.text, tools: [{ name: step.name, input }] };
}

function sessionPart(request: ModelRequest, dir: string): Reply {
  const asked = lastUserText(request);
  const notice = /Report: (\S+)/.exec(lastOf(request, 3))?.[1];
  if (notice !== undefined) {
    return { text: `The researcher is done. ${RESULT.summary} Its report: ${notice}` };
  }
  if (asked.includes('Background Tasks:')) return { text: 'I go on; its end will reach me.' };
  if (asked.includes(MEANWHILE)) {
    return { text: 'I look.', tools: [{ name: 'Read', input: { file_path: `${dir}/README.md` } }] };
  }
  if (asked.includes('Reads rows of JSON')) {
    return { text: 'It reads rows of JSON from a file, one per line.' };
  }
  const id = /delegated as (\S+)/.exec(textOf(request))?.[1] ?? 'a background task';
  return { text: `A background researcher has it now, as ${id}. I am told when it ends.` };
}

// A notice stands in the last few messages; an older one has been answered already.
function lastOf(request: ModelRequest, count: number): string {
  return textOf({ ...request, system: '', messages: request.messages.slice(-count) });
}
