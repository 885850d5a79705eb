import { existsSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lookUpEnded } from '../../../src/journal/ended-index.ts';
import { type Cleaned, type CleanOptions, cleanCommand } from '../../../src/verbs/clean.ts';
import type { VerbContext } from '../../../src/verbs/context.ts';
import { heard, waitingFor } from '../../unit/journal/events.ts';
import { putFile } from '../../unit/verb-rig.ts';
import { anew, aProject, repair, verify } from './verify-rig.ts';

const DAY_MS = 86_400_000;

/** A project that had a task end on each of so many days; the last one ended today. */
async function years(days: number) {
  const clock = { now: Date.UTC(2026, 0, 1) };
  const project = aProject({ now: () => clock.now });
  for (let day = 0; day < days; day++) {
    clock.now = Date.UTC(2026, 0, 1 + day);
    const id = idOf(day);
    await project.begin(id);
    writeFileSync(join(project.paths.active, id, 'transcript.jsonl'), 'x'.repeat(400_000));
    await project.finish(id);
  }
  return { ...project, clock };
}

function idOf(day: number): string {
  return `task-d${500 + day}`;
}

async function clean(context: VerbContext, options: CleanOptions): Promise<Cleaned> {
  const done = await cleanCommand(anew(context), options);
  if (!done.ok) throw new Error(done.failure.message);
  return done.value.payload as Cleaned;
}

function ids(cleaned: Cleaned, part: string): string[] {
  return cleaned.workspaces.filter((one) => one.part === part).map(({ id }) => id);
}

test('old workspaces go, the last ones stay, and verify finds nothing wrong', async () => {
  const { context, paths } = await years(8);
  const dry = await clean(context, { olderThan: '3d', keep: '2' });
  expect(ids(dry, 'all')).toEqual([0, 1, 2, 3].map(idOf));
  expect(readdirSync(paths.completed)).toHaveLength(8);
  const applied = await clean(context, { olderThan: '3d', keep: '2', apply: true });
  expect(applied).toMatchObject({ applied: true, workspaces: dry.workspaces, left: [] });
  expect(readdirSync(paths.completed)).toEqual([4, 5, 6, 7].map(idOf));
  expect(await clean(context, { olderThan: '3d', keep: '2' })).toMatchObject({
    workspaces: [],
    segments: [],
  });
  expect(ids(await clean(context, { olderThan: '0d', keep: '2' }), 'all')).toEqual([4, 5].map(idOf));
  expect(await verify(context)).toMatchObject({ clean: true });
  expect((await repair(context, false)).steps).toEqual([]);
  const found = lookUpEnded(anew(context).journal, idOf(0));
  expect(found.ok && found.value).toHaveLength(1);
});

test('beyond a size the oldest transcripts go first, then whole workspaces', async () => {
  const { context, paths } = await years(6);
  const some = await clean(context, { keep: '1', maxSize: '1M' });
  expect([ids(some, 'transcript'), ids(some, 'all')]).toEqual([[0, 1, 2, 3].map(idOf), []]);
  await clean(context, { keep: '1', maxSize: '1M', apply: true });
  expect(existsSync(join(paths.completed, idOf(0), 'transcript.jsonl'))).toBe(false);
  expect(existsSync(join(paths.completed, idOf(0), 'report.md'))).toBe(true);
  const rest = await clean(context, { keep: '1', maxSize: '0M' });
  expect([ids(rest, 'transcript'), ids(rest, 'all')]).toEqual([[], [0, 1, 2, 3, 4].map(idOf)]);
  expect(await verify(context)).toMatchObject({ clean: true });
});

test('nothing open goes, nothing that an open task builds on, and no end that nobody has heard of', async () => {
  const { context, begin, finish, write, clock } = await years(3);
  await write(waitingFor('task-wait', idOf(0)));
  await begin('task-open');
  await begin('task-unheard');
  await finish('task-unheard', 'failed', false);
  clock.now += 400 * DAY_MS;
  const everythingOld: CleanOptions = { olderThan: '0d', keep: '0', apply: true };
  expect(ids(await clean(context, everythingOld), 'all')).toEqual([1, 2].map(idOf));
  await write(heard('task-unheard'));
  expect(ids(await clean(context, everythingOld), 'all')).toEqual(['task-unheard']);
});

test('foreign files stay, with their folder; links are removed and not followed', async () => {
  const { context, paths } = await years(1);
  const mine = putFile(join(paths.completed, idOf(0), 'my-notes.txt'), 'mine');
  const outside = putFile(join(context.home, 'outside', 'a.txt'), 'outside');
  symlinkSync(join(context.home, 'outside'), join(paths.completed, idOf(0), 'late-1'));
  putFile(join(paths.completed, 'other', 'b.txt'), 'not ours');
  const cleaned = await clean(context, { olderThan: '0d', keep: '0', apply: true });
  expect(cleaned.workspaces).toEqual([]);
  const later = { ...context, now: () => context.now() + 2 * DAY_MS };
  const again = await clean(later, { olderThan: '1d', keep: '0', apply: true });
  expect(again.left).toEqual([`reports/background/completed/${idOf(0)}`]);
  expect(readdirSync(join(paths.completed, idOf(0)))).toEqual(['my-notes.txt']);
  expect([existsSync(mine), existsSync(outside)]).toEqual([true, true]);
  expect(existsSync(join(paths.completed, 'other', 'b.txt'))).toBe(true);
  expect(await verify(context)).toMatchObject({ clean: true });
});

test('closed files of the journal go when they are old and no folder needs them; the rest goes on', async () => {
  const { context, paths, close, clock, begin, passBy, state } = await years(3);
  await begin('task-open');
  await close();
  await passBy(210);
  clock.now += 100 * DAY_MS;
  const [file = ''] = readdirSync(paths.archive);
  expect(await clean(context, { olderThan: '60d', keep: '500' })).toMatchObject({ segments: [] });
  // Its age is that of the file.
  const old = new Date(Date.UTC(2026, 0, 5));
  utimesSync(join(paths.archive, file), old, old);
  expect(await clean(context, { olderThan: '60d', keep: '500' })).toMatchObject({ segments: [] });
  const before = state().open.size;
  const cleaned = await clean(context, { olderThan: '60d', keep: '0', apply: true });
  expect(cleaned.segments).toMatchObject([{ file: `reports/archive/${file}` }]);
  expect(readdirSync(paths.archive)).toEqual([]);
  expect(state().open.size).toBe(before);
  expect(await verify(context)).toMatchObject({ clean: true });
  await begin('task-after');
});

test('what is no age, number or size is refused', async () => {
  const { context } = aProject();
  for (const options of [{ olderThan: '3' }, { keep: '-1' }, { maxSize: '5' }]) {
    const done = await cleanCommand(context, options);
    expect(done.ok ? 'cleaned' : done.failure.code).toBe('usage');
  }
});
