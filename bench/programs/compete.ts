import { createApp } from '../../src/app.ts';
import { failureText } from '../../src/domain/failure.ts';
import { ok, type Result } from '../../src/domain/result.ts';
import { acquireLock } from '../../src/journal/lock.ts';
import { transact } from '../../src/journal/transact.ts';
import { submit } from '../../src/verbs/submit.ts';

/*
 * One of several processes that want the journal at the same moment: `compete.cjs <what>`, in a project. It says that
 * it is ready, waits for a line, does its one thing, and says how that went.
 *   submit      delegates a task, as the hook of `/background` does
 *   told <id>   journals that this process was told of a task
 *   hold        says that it is ready with the journal's lock in its hands, and keeps it until it is killed
 */
const [what = '', id = ''] = process.argv.slice(2);
const app = createApp({ sessionId: `session-${process.pid}` });
void (what === 'hold' ? hold() : compete());

async function compete(): Promise<void> {
  print({ ready: true });
  await new Promise((resolve) => process.stdin.once('data', resolve));
  const done = what === 'submit' ? await delegate() : await noteTold();
  print(done.ok ? { acknowledged: done.value } : { failure: failureText(done.failure) });
  process.exit();
}

async function delegate(): Promise<Result<string>> {
  const done = await submit(app, { agent: 'researcher', task: 'analyze the error handling of the importer' });
  return done.ok ? ok(done.value.task.id) : done;
}

function noteTold(): Promise<Result<string>> {
  const owner = { pid: process.pid, start: 'bench' };
  const event = {
    event: 'gate.told' as const,
    session_id: app.asker.sessionId,
    owner,
    task_ids: [id],
  };
  return transact(app.journal, app, () => ok({ events: [event], value: `${owner.pid}@${owner.start}` }));
}

async function hold(): Promise<void> {
  const { journal, internal } = app.paths;
  const held = await acquireLock(journal, `${internal}/journal.lock`);
  print(held === undefined ? { failure: 'the lock was not to be had' } : { ready: true });
  setInterval(() => undefined, 60_000);
}

function print(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
