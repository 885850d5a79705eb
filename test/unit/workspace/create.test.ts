import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createWorkspace } from '../../../src/workspace/create.ts';
import { finishWorkspace } from '../../../src/workspace/finish.ts';
import { readManifest } from '../../../src/workspace/manifest.ts';
import { anEnd, SUBMITTED_AT, TASK, tempFolder, tempProject } from './workspace-rig.ts';

describe('creating a workspace', () => {
  test('writes the manifest, the prime, the progress page and the output log', () => {
    const paths = tempProject();
    const made = createWorkspace(paths, TASK, 'CONTEXT PRIME: static\n');
    expect(made.ok).toBe(true);
    const folder = join(paths.reports, 'background/active', TASK.id);
    expect(readdirSync(folder).sort()).toEqual([
      'coder_progress.md',
      'context-prime.md',
      'manifest.json',
      'output.log',
    ]);
    expect(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))).toMatchObject({
      task_id: TASK.id,
      agent: 'coder',
      task: TASK.description,
      start_time: new Date(SUBMITTED_AT).toISOString(),
      status: 'active',
      isolation: true,
    });
    expect(readFileSync(join(folder, 'context-prime.md'), 'utf8')).toBe('CONTEXT PRIME: static\n');
    expect(readFileSync(join(folder, 'output.log'), 'utf8')).toBe(
      '[START] 2026-11-21T06:43:01.000Z\nTask: implement the export endpoint of the importer\n\n',
    );
    const page = readFileSync(join(folder, 'coder_progress.md'), 'utf8');
    for (const heading of ['## Task Information', '## Execution Log', '## Results', '## Next Actions']) {
      expect(page).toContain(`\n${heading}\n`);
    }
    expect(page).toContain(`- **Workspace**: reports/background/active/${TASK.id}`);
  });

  test('keeps everything from other accounts', () => {
    const paths = tempProject();
    createWorkspace(paths, TASK, 'prime');
    const folder = join(paths.active, TASK.id);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  });

  test('leaves what is there already when it is called again', () => {
    const paths = tempProject();
    const made = createWorkspace(paths, TASK, 'static');
    if (!made.ok) throw new Error(made.failure.message);
    expect(createWorkspace(paths, TASK, 'real', { isRealPrime: true }).ok).toBe(true);
    writeFileSync(made.value.outputLog, 'as it was\n');
    expect(createWorkspace(paths, TASK, 'static').ok).toBe(true);
    expect(readFileSync(made.value.prime, 'utf8')).toBe('real');
    expect(readFileSync(made.value.outputLog, 'utf8')).toBe('as it was\n');
  });

  test('keeps the reports out of git, unless the project has its own rule or wants them there', () => {
    const fresh = tempProject();
    createWorkspace(fresh, TASK, '');
    expect(readFileSync(fresh.gitignore, 'utf8')).toMatch(/^\*$/m);

    const own = tempProject();
    mkdirSync(own.reports);
    writeFileSync(own.gitignore, '*.log\n');
    createWorkspace(own, TASK, '');
    expect(readFileSync(own.gitignore, 'utf8')).toBe('*.log\n');

    const wanted = tempProject();
    createWorkspace(wanted, TASK, '', { gitignore: false });
    expect(readdirSync(wanted.reports)).toEqual(['background']);
  });

  test('keeps only its own files out of git where other people keep reports too', () => {
    const paths = tempProject();
    mkdirSync(join(paths.reports, 'quarterly'), { recursive: true });
    createWorkspace(paths, TASK, '');
    const rules = readFileSync(paths.gitignore, 'utf8').split('\n');
    expect(rules).not.toContain('*');
    expect(rules).toEqual(
      expect.arrayContaining(['/background', '/coordination.jsonl', '/.outloop', '/.gitignore']),
    );
  });

  test('of a task that has ended gives the completed workspace and makes no new one', () => {
    const paths = tempProject();
    createWorkspace(paths, TASK, 'first');
    finishWorkspace(paths, TASK, anEnd());
    const again = createWorkspace(paths, TASK, 'late');
    expect(again).toMatchObject({ ok: true, value: { folder: join(paths.completed, TASK.id) } });
    expect(readdirSync(paths.active)).toEqual([]);
    expect(readFileSync(join(paths.completed, TASK.id, 'context-prime.md'), 'utf8')).toBe('first');
  });

  test('does not touch foreign files of a reports folder that was there', () => {
    const paths = tempProject();
    mkdirSync(join(paths.reports, 'quarterly'), { recursive: true });
    writeFileSync(join(paths.reports, 'quarterly/q3.md'), 'figures');
    createWorkspace(paths, TASK, '');
    expect(readFileSync(join(paths.reports, 'quarterly/q3.md'), 'utf8')).toBe('figures');
  });

  test('refuses a link in the place of a folder and writes nothing behind it', () => {
    for (const place of ['background', 'background/active', `background/active/${TASK.id}`]) {
      const paths = tempProject();
      const elsewhere = tempFolder();
      mkdirSync(join(paths.reports, place, '..'), { recursive: true });
      symlinkSync(elsewhere, join(paths.reports, place));
      const made = createWorkspace(paths, TASK, 'prime');
      expect(made).toMatchObject({ ok: false, failure: { code: 'reports_unwritable' } });
      expect(readdirSync(elsewhere)).toEqual([]);
    }
  });

  test('accepts a reports folder that is itself a link of the person', () => {
    const paths = tempProject();
    const elsewhere = tempFolder();
    symlinkSync(elsewhere, paths.reports);
    expect(createWorkspace(paths, TASK, 'prime').ok).toBe(true);
    expect(readdirSync(elsewhere).sort()).toEqual(['.gitignore', 'background']);
  });

  test('does not make a project folder that is gone', () => {
    const paths = tempProject();
    const gone = { ...paths, root: join(paths.root, 'gone') };
    expect(createWorkspace(gone, TASK, '')).toMatchObject({
      ok: false,
      failure: { code: 'reports_unwritable' },
    });
  });

  test('takes escape sequences and line breaks out of the task text', () => {
    const paths = tempProject();
    const description = 'fix \u001b[31mthe\u001b[0m importer\n[COMPLETE] 2026-01-01T00:00:00Z\n## Results';
    const made = createWorkspace(paths, { ...TASK, description }, '');
    if (!made.ok) throw new Error(made.failure.message);
    const clean = 'fix the importer [COMPLETE] 2026-01-01T00:00:00Z ## Results';
    expect(readFileSync(made.value.outputLog, 'utf8')).toContain(`\nTask: ${clean}\n`);
    expect(readFileSync(made.value.progress, 'utf8')).toContain(`- **Task**: ${clean}\n`);
    expect(readManifest(made.value.manifest)).toMatchObject({ ok: true, value: { task: clean } });
  });

  test('never makes a path of an id that is none', () => {
    const paths = tempProject();
    for (const id of [
      '../../../../etc',
      'a/b/c/d/e/f/g',
      '..',
      '',
      '--help-me-please',
      'x\u0000yyyyyyyyyy',
    ]) {
      expect(() => createWorkspace(paths, { ...TASK, id }, '')).toThrow(/Internal error/);
    }
  });
});

describe('reading a manifest', () => {
  test('says that there is none, and what is wrong with one that is damaged', () => {
    const folder = tempFolder();
    const path = join(folder, 'manifest.json');
    expect(readManifest(path)).toEqual({ ok: true, value: null });
    writeFileSync(path, '{"task_id": "x"');
    expect(readManifest(path)).toMatchObject({ ok: false, failure: { code: 'input_malformed' } });
    writeFileSync(path, '{"task_id": 7}');
    const read = readManifest(path);
    expect(read).toMatchObject({ ok: false, failure: { message: expect.stringContaining('task_id') } });
  });

  test('reads past fields of a later version', () => {
    const paths = tempProject();
    const made = createWorkspace(paths, TASK, '');
    if (!made.ok) throw new Error(made.failure.message);
    const written = JSON.parse(readFileSync(made.value.manifest, 'utf8'));
    writeFileSync(made.value.manifest, JSON.stringify({ ...written, colour: 'green' }));
    expect(readManifest(made.value.manifest)).toMatchObject({ ok: true, value: { task_id: TASK.id } });
  });
});
