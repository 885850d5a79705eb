import * as fs from 'node:fs';
import * as path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openProject, type Project, readAll } from './processes.ts';

let project: Project;

beforeEach(() => {
  project = openProject();
  fs.mkdirSync(project.reports);
});

afterEach(() => project.close());

/** Starts twenty writers that begin at the same moment, and waits for all of them. */
async function twentyAtOnce(mode: 'submit' | 'tell', count: number) {
  const start = path.join(project.reports, 'start');
  const writers = Array.from({ length: 20 }, (_, index) =>
    project.start({ mode, name: `w${index}`, count, start }),
  );
  await Promise.all(writers.map((writer) => writer.saw('ready')));
  fs.writeFileSync(start, '');
  await Promise.all(writers.map((writer) => writer.ended));
  return writers;
}

test('twenty processes that submit at once lose nothing and record nothing twice', async () => {
  const writers = await twentyAtOnce('submit', 15);
  const acknowledged = writers.flatMap((writer) => writer.acknowledged()).sort();
  const { open, asSeed } = await readAll(project);
  expect(acknowledged).toHaveLength(300);
  // A decision that was recorded twice has an id for each time, and nobody was told of the first.
  expect(open).toEqual(acknowledged);
  expect(asSeed).toEqual(acknowledged);
});

test('twenty patches of one task by as many processes are all kept', async () => {
  const first = project.start({ mode: 'submit', name: 'x' });
  await first.ended;
  const text = fs.readFileSync(project.journalPath, 'utf8');
  expect(text).toContain('task-x-1');
  const writers = await twentyAtOnce('tell', 1);
  expect(writers.flatMap((writer) => writer.acknowledged())).toHaveLength(20);
  const { state } = await readAll(project);
  expect(state.told.get('task-x-1')).toHaveLength(20);
});
