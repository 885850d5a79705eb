import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createWorkspace } from '../../../src/workspace/create.ts';
import { findWorkspace } from '../../../src/workspace/find.ts';
import { finishSteps, finishWorkspace } from '../../../src/workspace/finish.ts';
import { readManifest } from '../../../src/workspace/manifest.ts';
import type { ReportsPaths } from '../../../src/workspace/paths.ts';
import { appendProgress } from '../../../src/workspace/progress.ts';
import { readStoredResult } from '../../../src/workspace/result-file.ts';
import { anEnd, SUBMITTED_AT, TASK, tempFolder, tempProject } from './workspace-rig.ts';

const ALL_FILES = [
  'coder_progress.md',
  'context-prime.md',
  'manifest.json',
  'output.log',
  'report.md',
  'result.json',
];

describe('finishing a workspace', () => {
  test('leaves the whole story in the completed folder', () => {
    const paths = created();
    const finished = finishWorkspace(paths, TASK, anEnd());
    if (!finished.ok) throw new Error(finished.failure.message);
    expect(finished.value.resultsLocation).toBe(`reports/background/completed/${TASK.id}`);
    expect(readdirSync(paths.active)).toEqual([]);
    expectWhole(paths);
    const page = readFileSync(finished.value.files.progress, 'utf8');
    expect(page).toContain('- **Status**: Completed');
    expect(page).toContain('## Results\nThe export endpoint works.\n- Wrote the endpoint');
    expect(page).toContain('## Next Actions\n- Document the endpoint');
    expect(page).toContain('- 06:43:05 Read src/import.ts');
  });

  test('can be called again after a crash behind any of its steps', () => {
    const count = finishSteps(tempProject(), TASK, anEnd()).length;
    for (let done = 0; done <= count; done++) {
      const paths = created();
      for (const step of finishSteps(paths, TASK, anEnd()).slice(0, done)) expect(step().ok).toBe(true);
      expect(finishWorkspace(paths, TASK, anEnd()).ok).toBe(true);
      expectWhole(paths);
      expect(finishWorkspace(paths, TASK, anEnd({ status: 'lost' })).ok).toBe(true);
      expectWhole(paths);
    }
  });

  test('ends a task whose workspace was never made, or is gone', () => {
    const never = tempProject();
    expect(finishWorkspace(never, TASK, anEnd()).ok).toBe(true);
    expectWhole(never);
    const gone = created();
    rmSync(join(gone.active, TASK.id), { recursive: true });
    expect(finishWorkspace(gone, TASK, anEnd()).ok).toBe(true);
    expectWhole(gone);
  });

  test('marks each end in its own way', () => {
    const marks = { failed: 'FAILED', cancelled: 'CANCELLED', timed_out: 'TIMEOUT', lost: 'FAILED' } as const;
    for (const [status, mark] of Object.entries(marks)) {
      const paths = created();
      const end = anEnd({
        status: status as keyof typeof marks,
        result: null,
        summary: 'It did not go well.',
      });
      const finished = finishWorkspace(paths, TASK, end);
      if (!finished.ok) throw new Error(finished.failure.message);
      expect(readFileSync(finished.value.files.outputLog, 'utf8')).toMatch(
        new RegExp(`\\n\\[${mark}\\] 2026-[^\\n]+Z\\n$`),
      );
      expect(readManifest(finished.value.files.manifest)).toMatchObject({ ok: true, value: { status } });
      expect(readStoredResult(finished.value.files.result)).toMatchObject({
        value: { status, success: false },
      });
    }
  });

  test('repairs an output log whose last line was cut off', () => {
    const paths = created();
    const log = join(paths.active, TASK.id, 'output.log');
    writeFileSync(log, '[START] x\n[PROGRESS] half a li');
    finishWorkspace(paths, TASK, anEnd());
    const lines = readFileSync(join(paths.completed, TASK.id, 'output.log'), 'utf8').split('\n');
    expect(lines).toContain('[PROGRESS] half a li');
    expect(lines.at(-2)).toMatch(/^\[COMPLETE\] /);
  });

  test('gives the result as JSON behind its marker', () => {
    const paths = created();
    finishWorkspace(paths, TASK, anEnd());
    const log = readFileSync(join(paths.completed, TASK.id, 'output.log'), 'utf8');
    const json = log.slice(log.indexOf('[RESULT]\n') + 9, log.indexOf('\n[COMPLETE]'));
    expect(JSON.parse(json)).toMatchObject({ success: true, details: 'The export endpoint works.' });
  });

  test('redacts secrets that the result holds', () => {
    const paths = created();
    const secret = `ghp_${'a1B2'.repeat(9)}`;
    const end = anEnd({ summary: `found ${secret} in the log`, why: secret });
    finishWorkspace(paths, TASK, end);
    for (const name of readdirSync(join(paths.completed, TASK.id))) {
      expect(readFileSync(join(paths.completed, TASK.id, name), 'utf8')).not.toContain(secret);
    }
    expect(readFileSync(join(paths.completed, TASK.id, 'report.md'), 'utf8')).toContain('[redacted:github]');
  });

  test('is not led elsewhere by links that a worker left', () => {
    const elsewhere = tempFolder();
    for (const name of [...ALL_FILES, '.']) {
      const paths = created();
      const place = join(paths.active, TASK.id, name);
      rmSync(place, { recursive: true, force: true });
      writeFileSync(join(elsewhere, 'precious'), 'precious');
      symlinkSync(name === '.' ? elsewhere : join(elsewhere, 'precious'), place);
      expect(finishWorkspace(paths, TASK, anEnd()).ok).toBe(true);
      expectWhole(paths);
      expect(readdirSync(elsewhere)).toEqual(['precious']);
      expect(readFileSync(join(elsewhere, 'precious'), 'utf8')).toBe('precious');
    }
  });

  test('is not kept from ending by a folder where a file belongs', () => {
    for (const name of ALL_FILES) {
      const paths = created();
      const place = join(paths.active, TASK.id, name);
      rmSync(place, { force: true });
      mkdirSync(place);
      expect(finishWorkspace(paths, TASK, anEnd()).ok).toBe(true);
      expect(readdirSync(join(paths.completed, TASK.id))).toEqual(expect.arrayContaining(ALL_FILES));
    }
  });

  test('keeps the first verdict when an active folder turns up again', () => {
    const paths = created();
    finishWorkspace(paths, TASK, anEnd());
    mkdirSync(join(paths.active, TASK.id));
    expect(finishWorkspace(paths, TASK, anEnd({ status: 'lost' })).ok).toBe(true);
    expect(readdirSync(paths.active)).toEqual([]);
    const found = findWorkspace(paths, TASK.id, TASK.agent);
    expect(readStoredResult(found?.result ?? '')).toMatchObject({ value: { status: 'completed' } });
  });

  test('is not led elsewhere by a link in the place of the completed folder', () => {
    for (const hasActive of [true, false]) {
      const paths = hasActive ? created() : tempProject();
      const elsewhere = tempFolder();
      mkdirSync(paths.completed, { recursive: true });
      symlinkSync(elsewhere, join(paths.completed, TASK.id));
      expect(finishWorkspace(paths, TASK, anEnd()).ok).toBe(true);
      expect(readStoredResult(join(paths.completed, TASK.id, 'result.json'))).toMatchObject({
        value: { success: true },
      });
      expect(readdirSync(elsewhere)).toEqual([]);
    }
  });

  test('says why when the disk refuses', () => {
    const paths = created();
    writeFileSync(paths.completed, 'a file in the place of the folder');
    expect(finishWorkspace(paths, TASK, anEnd())).toMatchObject({
      ok: false,
      failure: { code: 'reports_unwritable', message: expect.stringContaining('completed') },
    });
  });
});

function created(): ReportsPaths {
  const paths = tempProject();
  const made = createWorkspace(paths, TASK, 'CONTEXT PRIME: x\n');
  if (!made.ok) throw new Error(made.failure.message);
  appendProgress(made.value, 'Read src/import.ts', SUBMITTED_AT + 4000);
  return paths;
}

function expectWhole(paths: ReportsPaths): void {
  const files = findWorkspace(paths, TASK.id, TASK.agent);
  if (files === null) throw new Error('no workspace');
  expect(files.folder).toBe(join(paths.completed, TASK.id));
  expect(readdirSync(files.folder).sort()).toEqual(ALL_FILES);
  expect(readManifest(files.manifest)).toMatchObject({
    ok: true,
    value: { status: 'completed', attempt: 1 },
  });
  expect(readStoredResult(files.result)).toMatchObject({
    ok: true,
    value: { status: 'completed', success: true },
  });
  const log = readFileSync(files.outputLog, 'utf8');
  expect(log.match(/^\[COMPLETE\] /gm)).toHaveLength(1);
  expect(log.match(/^\[RESULT\]$/gm)).toHaveLength(1);
  expect(readFileSync(files.report, 'utf8')).toContain('**Status**: ✅ COMPLETED');
}
