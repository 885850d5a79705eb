import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leaveChanges } from '../../../src/context/changes.ts';
import type { Changes } from '../../../src/domain/task-options.ts';
import { readState } from '../../../src/journal/journal.ts';
import { review } from '../../../src/verbs/review.ts';
import { reportsPaths, workspaceFiles } from '../../../src/workspace/paths.ts';
import { createProject, type TestProject } from '../../harness/project.ts';
import { aVerbContext, putFile } from '../../unit/verb-rig.ts';

let project: TestProject;

beforeAll(async () => {
  project = await createProject({ files: { 'src/a.js': 'export const a = 1;\n' } });
  await project.git('checkout', '-q', '-b', 'feature/export');
  await project.write('src/a.js', 'export const a = 2;\n');
  await project.git('commit', '-q', '-a', '-m', 'Two');
  await project.git('checkout', '-q', 'main');
  await project.write('src/a.js', 'export const a = 3; // ghp_abcdefghijklmnopqrstuvwxyz0123456789\n');
}, 60_000);

afterAll(async () => project?.[Symbol.asyncDispose]());

async function asked(raw: string) {
  const rig = aVerbContext();
  const paths = reportsPaths({ root: project.dir, reports: rig.paths.reports });
  const context = { ...rig, paths: { ...rig.paths, root: paths.root }, cwd: project.dir };
  const done = await review(context, raw);
  if (!done.ok) return done.failure.message;
  const read = readState(context.journal);
  const [task] = read.ok ? [...read.value.open.values()] : [];
  return {
    text: task?.description,
    agent: task?.agent,
    changes: task?.options.changes,
    model: task?.options.model,
  };
}

describe('what is reviewed', () => {
  const uncommitted = {
    agent: 'reviewer',
    text: 'review the changes of the working tree that are not committed',
    changes: { base: 'HEAD' },
  };

  test.each([
    ['', uncommitted],
    ['diff', uncommitted],
    ['--model opus', { ...uncommitted, model: 'opus' }],
    ['src/a.js', { text: 'review the code in src/a.js' }],
    ['"src" --model opus', { text: 'review the code in src', model: 'opus' }],
    [
      'feature/export',
      {
        text: 'review what the branch feature/export changes compared with main',
        changes: { base: 'main', head: 'feature/export' },
      },
    ],
  ])('%s', async (raw, expected) => {
    expect(await asked(raw)).toMatchObject(expected);
  });

  test('nothing inside the session, which would not see the changes', async () => {
    expect(await asked('diff --in-session')).toContain('runs in the background');
  });

  test.each(['nosuch', '../../etc', '$(touch here)', '--output=x', 'main..feature/export', '-h'])(
    '%s is neither a path of the project nor a branch',
    async (raw) => {
      expect(await asked(raw)).toMatch(/There is no (file, folder or branch|flag)|--output/);
    },
  );
});

describe('what a reviewer is shown', () => {
  async function shown(changes: Changes, root = project.dir) {
    const paths = reportsPaths({ root, reports: join(root, 'reports') });
    const files = workspaceFiles(join(await project.folder(`w${Math.random()}`), 'x'), 'reviewer');
    putFile(files.prime, '');
    const section = leaveChanges(paths, files, changes, project.env());
    return { section, diff: await readFile(files.changes, 'utf8').catch(() => null) };
  }

  test('what is not committed, without its secrets', async () => {
    const { section, diff } = await shown({ base: 'HEAD' });
    expect(section).toContain('THE CHANGES TO REVIEW, what is not committed:');
    expect(section).toMatch(/changes\.diff holds them as a diff of \d+ lines/);
    expect(diff).toContain('+export const a = 3;');
    expect(diff).not.toContain('ghp_abcdefghij');
  });

  test('what a branch has over another', async () => {
    const { diff } = await shown({ base: 'main', head: 'feature/export' });
    expect(diff).toContain('-export const a = 1;\n+export const a = 2;');
  });

  test('why there is nothing: a branch that is gone, no repository', async () => {
    expect(await shown({ base: 'main', head: 'gone' })).toMatchObject({
      diff: null,
      section: expect.stringMatching(/cannot be shown \(fatal: .*gone/),
    });
    const { section } = await shown({ base: 'HEAD' }, await project.folder('bare'));
    expect(section).toMatch(/cannot be shown \(.*(not a git repository|Could not access 'HEAD')/i);
  });
});
