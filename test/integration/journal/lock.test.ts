import * as fs from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isStopped, openProject, type Project, readAll, until, type WriterProcess } from './processes.ts';

let project: Project;

beforeEach(() => {
  project = openProject();
  fs.mkdirSync(project.reports);
});

afterEach(() => project.close());

/** A writer that has taken the lock, has read the journal, and now stands still. */
async function startStopped(name: string): Promise<WriterProcess> {
  const writer = project.start({ mode: 'submit', name, stops: true });
  await writer.saw('stopping');
  await until(() => isStopped(writer.child.pid ?? 0), `${name} is stopped`);
  return writer;
}

async function expectAll(...writers: WriterProcess[]): Promise<void> {
  const acknowledged = writers.flatMap((writer) => writer.acknowledged()).sort();
  expect(acknowledged).toHaveLength(writers.length);
  const { open, asSeed, text } = await readAll(project);
  expect(open).toEqual(acknowledged);
  expect(asSeed).toEqual(open);
  expect(text).not.toContain('\n\n');
}

describe.skipIf(process.platform !== 'linux')('a writer that is stopped past the stale time', () => {
  test('loses its race when it goes on, and decides again', async () => {
    const stopped = await startStopped('slow');
    const other = project.start({ mode: 'submit', name: 'fast', count: 3 });
    await other.ended;
    stopped.child.kill('SIGCONT');
    await stopped.ended;
    expect(other.acknowledged()).toHaveLength(3);
    expect(stopped.acknowledged()).toEqual(['task-slow-3']);
    const { open, asSeed } = await readAll(project);
    expect(open).toEqual([...other.acknowledged(), 'task-slow-3'].sort());
    expect(asSeed).toEqual(open);
  });

  test('and whose lock was stolen by another that stands still too: both end well, each in its own time', async () => {
    const first = await startStopped('first');
    // Old enough to be taken for dead, without waiting for it.
    fs.utimesSync(project.lockPath, new Date(0), new Date(0));
    const second = await startStopped('second');
    const stolen = fs.statSync(project.lockPath);
    first.child.kill('SIGCONT');
    await first.ended;
    expect(fs.statSync(project.lockPath).birthtimeMs).toBe(stolen.birthtimeMs);
    second.child.kill('SIGCONT');
    await second.ended;
    await expectAll(first, second);
    expect(fs.existsSync(project.lockPath)).toBe(false);
  });
});

describe('a lock', () => {
  test('that its holder never gives back keeps nobody waiting for ever', async () => {
    const holder = project.start({ mode: 'hold', name: 'holder' });
    await holder.saw('held');
    const writer = project.start({ mode: 'submit', name: 'waiting' });
    await writer.ended;
    expect(holder.child.exitCode).toBeNull();
    await expectAll(writer);
  });

  test('of a killed holder keeps nobody waiting for ever', async () => {
    const holder = project.start({ mode: 'hold', name: 'holder' });
    await holder.saw('held');
    holder.child.kill('SIGKILL');
    await holder.ended;
    const writer = project.start({ mode: 'submit', name: 'waiting' });
    await writer.ended;
    await expectAll(writer);
  });

  test('that somebody takes away does not end its holder', async () => {
    const holder = project.start({ mode: 'hold', name: 'holder' });
    await holder.saw('held');
    fs.rmdirSync(project.lockPath);
    const before = holder.lines.length;
    await until(
      () => holder.lines.length > before + 15,
      'the holder has lived on past its next look at the lock',
    );
    expect(holder.child.exitCode).toBeNull();
  });
});
