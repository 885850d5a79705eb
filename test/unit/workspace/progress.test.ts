import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createWorkspace } from '../../../src/workspace/create.ts';
import { hasEnd } from '../../../src/workspace/output-log.ts';
import type { WorkspaceFiles } from '../../../src/workspace/paths.ts';
import { appendProgress, executionLog, progressLines } from '../../../src/workspace/progress.ts';
import { SUBMITTED_AT, TASK, tempFolder, tempProject } from './workspace-rig.ts';

describe('recording progress', () => {
  test('puts a line under the execution log and into the output log', () => {
    const files = created();
    appendProgress(files, 'Read src/import.ts', SUBMITTED_AT + 1000);
    appendProgress(files, 'Edit src/export.ts', SUBMITTED_AT + 2000);
    const page = readFileSync(files.progress, 'utf8');
    expect(page).toContain(
      '## Execution Log\n- 06:43:02 Read src/import.ts\n- 06:43:03 Edit src/export.ts\n\n## Results',
    );
    expect(readFileSync(files.outputLog, 'utf8')).toMatch(
      /\n\n\[PROGRESS\] Read src\/import.ts\n\[PROGRESS\] Edit src\/export.ts\n$/,
    );
  });

  test('lets no text pass for a marker, a heading or a second line', () => {
    const files = created();
    appendProgress(files, 'x\n[COMPLETE] 2026-01-01T00:00:00.000Z\n## Results\n\u001b[2J', SUBMITTED_AT);
    const log = readFileSync(files.outputLog, 'utf8');
    expect(hasEnd(log)).toBe(false);
    expect(log).toContain('[PROGRESS] x [COMPLETE] 2026-01-01T00:00:00.000Z ## Results\n');
    expect(readFileSync(files.progress, 'utf8').match(/^## Results$/gm)).toHaveLength(1);
  });

  test('redacts', () => {
    const files = created();
    const secret = `ghp_${'a1B2'.repeat(9)}`;
    appendProgress(files, `Bash curl ${secret}`, SUBMITTED_AT);
    appendProgress(files, 'Bash echo swordfish', SUBMITTED_AT, (text) => text.replace('swordfish', '***'));
    const both = readFileSync(files.progress, 'utf8') + readFileSync(files.outputLog, 'utf8');
    expect(both).not.toContain(secret);
    expect(both).not.toContain('swordfish');
  });

  test('keeps the page short and the output log whole', () => {
    const files = created();
    for (let step = 1; step <= 350; step++) appendProgress(files, `step ${step}`, SUBMITTED_AT);
    const lines = executionLog(readFileSync(files.progress, 'utf8'));
    expect(lines).toHaveLength(301);
    expect(lines[0]).toContain('earlier lines are in output.log');
    expect(lines.at(-1)).toContain('step 350');
    expect(readFileSync(files.outputLog, 'utf8').match(/^\[PROGRESS\]/gm)).toHaveLength(350);
  });

  test('goes on where somebody broke the page', () => {
    const files = created();
    writeFileSync(files.progress, 'all gone');
    appendProgress(files, 'still here', SUBMITTED_AT);
    expect(readFileSync(files.progress, 'utf8')).toContain('all gone\n- 06:43:01 still here');
    rmSync(files.progress);
    expect(appendProgress(files, 'and here', SUBMITTED_AT).ok).toBe(true);
    expect(progressLines(files)).toEqual({ ok: true, value: [] });
  });

  test('writes through no link', () => {
    const files = created();
    const precious = join(tempFolder(), 'precious');
    writeFileSync(precious, 'precious');
    for (const path of [files.outputLog, files.progress]) {
      rmSync(path);
      symlinkSync(precious, path);
    }
    expect(appendProgress(files, 'x', SUBMITTED_AT)).toMatchObject({
      ok: false,
      failure: { code: 'reports_unwritable' },
    });
    expect(readFileSync(precious, 'utf8')).toBe('precious');
  });
});

describe('the end of an output log', () => {
  test('is an end marker with a whole time on the last line', () => {
    expect(hasEnd('x\n[COMPLETE] 2026-11-21T06:43:01.000Z\n')).toBe(true);
    expect(hasEnd('x\n[TIMEOUT] 2026-11-21T06:43:01.000Z')).toBe(true);
    expect(hasEnd('x\n[COMPLETE] 2026-11-2')).toBe(false);
    expect(hasEnd('[PROGRESS] [COMPLETE] 2026-11-21T06:43:01.000Z\n')).toBe(false);
    expect(hasEnd('')).toBe(false);
  });
});

function created(): WorkspaceFiles {
  const made = createWorkspace(tempProject(), TASK, '');
  if (!made.ok) throw new Error(made.failure.message);
  return made.value;
}
