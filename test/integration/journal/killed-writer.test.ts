import * as fs from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openProject, type Project, readAll, until } from './processes.ts';

const ROUNDS = 12;

let project: Project;

beforeEach(() => {
  project = openProject();
  fs.mkdirSync(project.reports);
});

afterEach(() => project.close());

test('writers killed in the middle of it leave all that they acknowledged, and nothing that stops the next', async () => {
  const acknowledged: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const writers = ['a', 'b'].map((name) =>
      project.start({ mode: 'submit', name: `${name}${round}`, count: 10_000, descriptionBytes: 64 * 1024 }),
    );
    // Each round dies after another number of lines, in the middle of whatever is going on then.
    await until(
      () => writers.every((writer) => writer.acknowledged().length > round % 4),
      'the writers are at it',
    );
    for (const { child } of writers) child.kill('SIGKILL');
    await Promise.all(writers.map(({ ended }) => ended));
    acknowledged.push(...writers.flatMap((writer) => writer.acknowledged()));
    // The next round need not wait for the lock of the dead: another test does.
    fs.rmSync(project.lockPath, { recursive: true, force: true });
  }
  const { state, open, asSeed, text } = await readAll(project);
  expect(acknowledged.filter((id) => !state.open.has(id))).toEqual([]);
  expect(asSeed).toEqual(open);
  expect(text).not.toContain('\n\n');
});
