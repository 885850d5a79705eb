import { appendFileSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { identityOf } from '../../../src/process/identity.ts';
import { repairCommand } from '../../../src/verbs/repair.ts';
import { verifyCommand } from '../../../src/verbs/verify.ts';
import { putFile } from '../../unit/verb-rig.ts';
import { anew, aProject, repair, verify } from './verify-rig.ts';

type Project = Awaited<ReturnType<typeof busyProject>>;

/** Two open tasks, two ended ones, and a closed file in the archive. */
async function busyProject() {
  const project = aProject();
  await project.begin('task-aaaa');
  await project.begin('task-bbbb');
  await project.finish('task-bbbb');
  await project.close();
  await project.begin('task-cccc');
  await project.finish('task-cccc', 'failed', false);
  await project.begin('task-dddd');
  return project;
}

function lines(project: Project): string[] {
  return readFileSync(project.paths.journal, 'utf8').split('\n');
}

function editLines(project: Project, change: (lines: string[]) => void): void {
  const all = lines(project);
  change(all);
  writeFileSync(project.paths.journal, all.join('\n'));
}

/** Finds these things, repairs what can be, and then there is nothing left; a second repair does nothing. */
async function expectRepaired({ context }: Project, codes: string[], left: string[] = []): Promise<string[]> {
  const found = await verify(context);
  expect(found.findings.map(({ code }) => code).toSorted()).toEqual(codes.toSorted());
  expect(found.exitCode).toBe(1);
  const before = everything(context.paths.reports);
  const dry = await repair(context, false);
  expect(everything(context.paths.reports)).toEqual(before);
  const applied = await repair(context, true);
  expect(applied.steps).toEqual(dry.steps);
  expect(applied.left.map(({ code }) => code)).toEqual(left);
  const after = await verify(context);
  expect(after.findings.map(({ code }) => code)).toEqual(left);
  const mended = everything(context.paths.reports);
  expect((await repair(context, true)).steps).toEqual([]);
  expect(everything(context.paths.reports)).toEqual(mended);
  return [...applied.steps];
}

function everything(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return files
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${path} ${readFileSync(path, 'utf8')}`)
    .toSorted();
}

describe('outloop verify', () => {
  test('finds nothing where nothing is wrong, and counts what is there', async () => {
    const { context } = await busyProject();
    const verified = await verify(context);
    expect(verified).toMatchObject({ clean: true, open: 2, ended: 2, findings: [], exitCode: 0 });
    expect(verified.files.map(({ records, damaged_at: at }) => [records > 3, at])).toEqual([
      [true, null],
      [true, null],
    ]);
    expect((await repair(context, false)).steps).toEqual([]);
  });

  test('finds nothing in a project that has no journal yet', async () => {
    const { context } = aProject();
    expect(await verify(context)).toMatchObject({ clean: true, files: [], exitCode: 0 });
  });

  test('shows lost races, fragments and foreign lines with their places, and calls none of them damage', async () => {
    const project = await busyProject();
    const size = () => Buffer.byteLength(lines(project).join('\n'));
    const [, second = ''] = lines(project);
    const at: number[] = [];
    for (const text of [`${second}\n`, 'a note\n', `${second.slice(0, 90)}\n`, second.slice(0, 40)]) {
      at.push(size());
      appendFileSync(project.paths.journal, text);
    }
    const verified = await verify(project.context);
    expect(verified.clean).toBe(true);
    expect(verified.files[1]?.strays.map((stray) => [stray.kind, stray.at])).toEqual([
      ['lost_race', at[0]],
      ['foreign', at[1]],
      ['fragment', at[2]],
      ['fragment', at[3]],
    ]);
    const steps = await repair(project.context, true);
    expect(steps.steps).toEqual([expect.stringContaining('Move 4 lines out of the journal')]);
    expect((await verify(project.context)).files[1]?.strays).toEqual([]);
    expect([...project.state().open.keys()]).toEqual(['task-aaaa', 'task-dddd']);
  });

  test('says each finding with its place and the next step, 80 columns wide', async () => {
    const project = await busyProject();
    rmSync(join(project.paths.active, 'task-aaaa'), { recursive: true });
    const done = await verifyCommand(anew(project.context), { write: () => {} });
    const text = done.ok ? done.value.text : '';
    expect(text).toContain(
      'reports/background/active/task-aaaa\n  The folder of an open task is missing.\n  ->',
    );
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test('shows on a terminal how far a long walk has come, and takes it away again', async () => {
    let now = 0;
    const project = aProject({ now: () => (now += 1_500) });
    for (let part = 0; part < 3; part++) {
      await project.write(
        ...Array.from({ length: 1_500 }, (_, index) => ({
          event: 'queue.resumed' as const,
          scope: 'queue' as const,
          reason: `${index}`,
          session_id: 's',
        })),
      );
    }
    const shown: string[] = [];
    const quiet: string[] = [];
    await verifyCommand(anew(project.context), { isTTY: true, write: (text) => shown.push(text) });
    await verifyCommand(anew(project.context), { write: (text) => quiet.push(text) });
    expect(shown[0]).toMatch(/^\rReading the journal: \d+ %$/);
    expect(shown.at(-1)).toBe('\r\x1b[K');
    expect(quiet).toEqual([]);
  });
});

describe('damage of the journal is found, named and repaired', () => {
  test('a record in the middle that was altered by hand', async () => {
    const project = await busyProject();
    editLines(project, (all) => {
      const index = all.findIndex((line) => line.includes('"task.ended"'));
      all[index] = (all[index] ?? '').replace('"failed"', '"completed"');
    });
    const before = await verify(project.context);
    expect(before.files[1]?.damaged_at).not.toBeNull();
    const found = before.findings.filter(({ code }) => code.startsWith('record'));
    expect(found.map(({ code }) => code)).toEqual(['records_missing', 'record_altered']);
    const dry = await repair(project.context, false);
    expect(dry.steps.join('\n')).toMatch(/Give up the records \d+, of task-cccc: they cannot be read\./);
    await repair(project.context, true);
    // Its end is lost, so it is open again: its folder says how it ended, and waits for a supervisor to say so.
    expect([...project.state().open.keys()]).toEqual(['task-aaaa', 'task-cccc', 'task-dddd']);
    const repaired = lines(project).find((line) => line.includes('"journal.repaired"')) ?? '{}';
    const { lost, task_ids: ids, kept_in: kept } = JSON.parse(repaired);
    expect([lost.length, ids]).toEqual([1, ['task-cccc']]);
    expect(readFileSync(join(project.paths.reports, kept), 'utf8')).toContain('"completed"');
    expect((await repair(project.context, true)).steps).toEqual([]);
  });

  test('a line that is gone', async () => {
    const project = await busyProject();
    editLines(project, (all) => void all.splice(2, 1));
    const dry = await repair(project.context, false);
    expect(dry.steps.join('\n')).toMatch(/Give up the records \d+: they cannot be read/);
    await repair(project.context, true);
    expect((await verify(project.context)).files[1]).toMatchObject({ damaged_at: null, strays: [] });
    await project.write();
  });

  test('the last record', async () => {
    const project = await busyProject();
    editLines(project, (all) => {
      all[all.length - 2] = (all.at(-2) ?? '').replace('implement', 'inplement');
    });
    await expectRepaired(project, ['record_altered', 'folder_unknown']);
    expect([...project.state().open.keys()]).toEqual(['task-aaaa']);
  });

  test('the first line of a continued file: nothing is lost, the file before it says the same', async () => {
    const project = await busyProject();
    const whole = project.state();
    const text = readFileSync(project.paths.journal, 'utf8');
    editLines(project, (all) => {
      all[0] = (all[0] ?? '').replace('task-aaaa', 'task-eeee');
    });
    rmSync(project.paths.checkpoint, { force: true });
    const dry = await repair(project.context, false);
    expect(dry.steps).toEqual([expect.stringContaining('out of the journal')]);
    await repair(project.context, true);
    expect(project.state()).toEqual(whole);
    expect(readFileSync(project.paths.journal, 'utf8')).toBe(text);
    expect(await verify(project.context)).toMatchObject({ clean: true });
  });

  test('a file of the archive: said, and left to a person, for nothing of today needs it', async () => {
    const project = await busyProject();
    const [name = ''] = readdirSync(project.paths.archive);
    const path = join(project.paths.archive, name);
    writeFileSync(path, readFileSync(path, 'utf8').replace('task-bbbb', 'task-zzzz'));
    const verified = await verify(project.context);
    expect(verified.findings[0]).toMatchObject({ code: 'records_missing', where: `reports/archive/${name}` });
    expect([...project.state().open.keys()]).toEqual(['task-aaaa', 'task-dddd']);
  });
});

describe('what disagrees with the journal is found and put right', () => {
  test('a manifest that was edited by hand', async () => {
    const project = await busyProject();
    const path = join(project.paths.completed, 'task-cccc', 'manifest.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('"failed"', '"completed"'));
    await expectRepaired(project, ['manifest_differs']);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
      status: 'failed',
      ended_at: expect.anything(),
    });
  });

  test('a manifest that is none, and one that is missing', async () => {
    const project = await busyProject();
    writeFileSync(join(project.paths.active, 'task-aaaa', 'manifest.json'), '{');
    rmSync(join(project.paths.completed, 'task-bbbb', 'manifest.json'));
    await expectRepaired(project, ['manifest_missing', 'manifest_missing']);
  });

  test('folders that were removed by hand', async () => {
    const project = await busyProject();
    rmSync(join(project.paths.active, 'task-aaaa'), { recursive: true });
    rmSync(join(project.paths.completed, 'task-bbbb'), { recursive: true });
    await expectRepaired(project, ['folder_missing', 'folder_missing']);
    expect(readdirSync(join(project.paths.completed, 'task-bbbb'))).toEqual(['manifest.json']);
  });

  test('folders in the wrong place, and one that is there twice', async () => {
    const project = await busyProject();
    const { active, completed } = project.paths;
    renameSync(join(completed, 'task-bbbb'), join(active, 'task-bbbb'));
    renameSync(join(active, 'task-aaaa'), join(completed, 'task-aaaa'));
    putFile(join(active, 'task-cccc', 'left.txt'), 'by a late worker');
    await expectRepaired(project, ['folder_misplaced', 'folder_misplaced', 'folder_twice']);
    expect(readdirSync(active).toSorted()).toEqual(['task-aaaa', 'task-dddd']);
    expect(readdirSync(join(completed, 'task-cccc')).some((name) => name.startsWith('late-'))).toBe(true);
  });

  test('a folder that no task has is put aside, a foreign one is not touched', async () => {
    const project = await busyProject();
    const manifest = join(project.paths.completed, 'task-bbbb', 'manifest.json');
    const text = readFileSync(manifest, 'utf8').replace('task-bbbb', 'task-yyyy');
    putFile(join(project.paths.completed, 'task-yyyy', 'manifest.json'), text);
    putFile(join(project.paths.completed, 'my-own-notes', 'a.txt'), 'mine');
    await expectRepaired(project, ['folder_unknown']);
    expect(readdirSync(project.paths.completed)).toContain('my-own-notes');
    expect(readdirSync(join(project.paths.internal, 'torn'))).toContain('task-yyyy');
  });

  test('a marker that is missing, and one that stands for nothing', async () => {
    const project = await busyProject();
    rmSync(join(project.paths.internal, 'open'));
    await expectRepaired(project, ['marker_missing']);
    const idle = aProject();
    await idle.begin('task-aaaa');
    await idle.finish('task-aaaa');
    putFile(join(idle.paths.internal, 'open'), '');
    await expectRepaired(idle as Project, ['marker_left']);
  });

  test('a checkpoint and an index that say something else', async () => {
    const project = aProject();
    await project.passBy(205);
    await project.write();
    const { lookUpEnded } = await import('../../../src/journal/ended-index.ts');
    expect(lookUpEnded(anew(project.context).journal, 'task-1000').ok).toBe(true);
    for (const name of ['ended.index', 'checkpoint.json']) {
      const path = join(project.paths.internal, name);
      const [head = '', ...rest] = readFileSync(path, 'utf8').split('\n');
      const body = rest.join('\n').replaceAll('Done.', 'Fine.');
      const { createHash } = await import('node:crypto');
      const hash = createHash('sha256').update(body).digest('hex');
      const newHead = name === 'checkpoint.json' ? JSON.stringify({ ...JSON.parse(head), body: hash }) : head;
      writeFileSync(path, `${newHead}\n${body}`);
    }
    await expectRepaired(project as Project, ['checkpoint_differs', 'index_differs']);
  });
});

test('outloop repair refuses while a supervisor lives', async () => {
  const project = await busyProject();
  const process_ = identityOf(process.pid) ?? { pid: 1, start: '' };
  await project.write({ event: 'supervisor.started', epoch: 1, process: process_, version: '0.1.0' });
  const refused = await repairCommand(anew(project.context), true);
  expect(refused.ok ? 'repaired' : refused.failure.message).toContain(`pid ${process.pid}`);
});
