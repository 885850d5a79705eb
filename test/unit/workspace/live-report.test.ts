import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkReportPath, writeLiveReport } from '../../../src/workspace/live-report.ts';
import { reportMark } from '../../../src/workspace/report.ts';
import { TASK, tempFolder, tempProject } from './workspace-rig.ts';

const REPORT = `## Background Task: x\n\n${reportMark(TASK.id)}\n`;

describe('keeping a report at a path', () => {
  test('writes it inside the project, and over itself', () => {
    const project = tempProject();
    expect(writeLiveReport(project, 'reports/notes.md', REPORT).ok).toBe(true);
    const later = REPORT.replace('x', 'later');
    expect(writeLiveReport(project, 'reports/notes.md', later).ok).toBe(true);
    expect(readFileSync(join(project.root, 'reports/notes.md'), 'utf8')).toBe(later);
  });

  test('takes a path as people write it and gives it relative to the root', () => {
    const project = tempProject();
    expect(checkReportPath(project, './docs/../docs//a.md')).toEqual({ ok: true, value: 'docs/a.md' });
    expect(checkReportPath(project, join(project.root, 'docs/a.md'))).toEqual({
      ok: true,
      value: 'docs/a.md',
    });
  });

  test.each([
    ['../outside.md', /outside the project/],
    ['docs/../../outside.md', /outside the project/],
    ['/etc/notes.md', /outside the project/],
    ['', /no path/],
    ['a\u0000b.md', /no path/],
    ['a\nb.md', /no path/],
    ['.git/hooks/x.md', /hidden/],
    ['.claude/commands/x.md', /hidden/],
    ['reports/.outloop/x.md', /hidden/],
    ['docs/.md', /hidden/],
    ['package.json', /\.md or \.txt/],
    ['docs', /\.md or \.txt/],
    ['reports/background/active/x.md', /workspaces/],
    ['reports/background/../background/x.md', /workspaces/],
  ])('refuses %j', (path, why) => {
    const project = tempProject();
    const checked = checkReportPath(project, path);
    expect(checked).toMatchObject({
      ok: false,
      failure: { code: 'usage', message: expect.stringMatching(why) },
    });
    expect(writeLiveReport(project, path, REPORT).ok).toBe(false);
    expect(readdirSync(project.root)).toEqual([]);
  });

  test('never writes over a file that is no report', () => {
    const project = tempProject();
    writeFileSync(join(project.root, 'README.md'), '# Mine\n');
    expect(checkReportPath(project, 'README.md')).toMatchObject({
      ok: false,
      failure: { code: 'file_exists' },
    });
    expect(writeLiveReport(project, 'README.md', REPORT)).toMatchObject({
      ok: false,
      failure: { code: 'file_exists' },
    });
    expect(readFileSync(join(project.root, 'README.md'), 'utf8')).toBe('# Mine\n');
  });

  test('follows no link, neither of a folder nor of the file, also when it turns up later', () => {
    const project = tempProject();
    const elsewhere = tempFolder();
    writeFileSync(join(elsewhere, 'precious.md'), REPORT);
    mkdirSync(join(project.root, 'docs'));
    expect(checkReportPath(project, 'docs/a.md').ok).toBe(true);
    symlinkSync(join(elsewhere, 'precious.md'), join(project.root, 'docs/a.md'));
    symlinkSync(elsewhere, join(project.root, 'linked'));
    for (const path of ['docs/a.md', 'linked/new.md', 'linked/precious.md']) {
      expect(writeLiveReport(project, path, 'changed')).toMatchObject({
        ok: false,
        failure: { code: 'usage' },
      });
    }
    expect(readFileSync(join(elsewhere, 'precious.md'), 'utf8')).toBe(REPORT);
    expect(existsSync(join(elsewhere, 'new.md'))).toBe(false);
  });
});
