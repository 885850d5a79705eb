import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { WorkResult } from '../../../src/domain/work-result.ts';
import type { WorkspaceTask } from '../../../src/workspace/create.ts';
import type { TaskEnd } from '../../../src/workspace/finish.ts';
import { type ReportsPaths, reportsPaths } from '../../../src/workspace/paths.ts';

/** A temporary folder that is removed when the test ends. */
export function tempFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'outloop-unit-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty project. */
export function tempProject(): ReportsPaths {
  const root = tempFolder();
  return reportsPaths({ root, reports: join(root, 'reports') });
}

export const SUBMITTED_AT = Date.parse('2026-11-21T06:43:01Z');

export const TASK: WorkspaceTask = {
  id: '20261121-064301-coder-k3f9',
  agent: 'coder',
  description: 'implement the export endpoint of the importer',
  sessionId: 'session-1',
  options: { timeout_ms: 1_200_000 },
  submittedAt: SUBMITTED_AT,
};

export const RESULT: WorkResult = {
  status: 'completed',
  summary: 'The export endpoint works.',
  work_performed: ['Wrote the endpoint', 'Ran the tests: 12 passed'],
  files: [
    { path: 'src/export.ts', change: 'created', note: 'the endpoint' },
    { path: 'README.md', change: 'read', note: 'for the format' },
  ],
  next_steps: ['Document the endpoint'],
  issues: [],
  handoff: 'Run `npm test` to verify.',
};

/** An end of `TASK` that is a success, but for the given parts. */
export function anEnd(parts: Partial<TaskEnd> = {}): TaskEnd {
  return {
    status: 'completed',
    summary: 'The export endpoint works.',
    why: '',
    result: RESULT,
    usage: {
      cost_usd: 0.4231,
      input_tokens: 1200,
      output_tokens: 3400,
      cache_read_tokens: 120_000,
      cache_write_tokens: 5000,
      turns: 14,
    },
    attempt: 1,
    startedAt: SUBMITTED_AT + 1000,
    endedAt: SUBMITTED_AT + 1000 + 18 * 60_000,
    workerSessionId: '0f9a4c1e-1111-4222-8333-444455556666',
    containment: 'pid namespace',
    denied: [],
    ...parts,
  };
}
