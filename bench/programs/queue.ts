import { createApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { submittedEvent } from '../../src/context/submitted-event.ts';
import { failureText } from '../../src/domain/failure.ts';
import { ok } from '../../src/domain/result.ts';
import type { TaskFacts } from '../../src/domain/state.ts';
import { makeTaskId } from '../../src/domain/task-id.ts';
import type { TaskOptions } from '../../src/domain/task-options.ts';
import { transact } from '../../src/journal/transact.ts';
import { fillOptions } from '../../src/verbs/fill-options.ts';

/*
 * Puts commands into the queue of a project, all in one transaction, and starts its supervisor at the line on stdin:
 * `queue.cjs <count> <command> <dependencies>`. So many of the last ones wait for earlier ones. Their workspaces are left
 * for the supervisor to make.
 */
const [count = '0', command = 'true', dependencies = '0'] = process.argv.slice(2);
const app = createApp({ sessionId: 'bench' });
void main();

async function main(): Promise<void> {
  const options = await commandOptions();
  // Second by second: four letters are too few to tell so many of one second apart.
  const began = app.now() - Number(count) * 1_000;
  const tasks: TaskFacts[] = [];
  for (let index = 0; index < Number(count); index++) {
    const before = tasks[index - Number(dependencies)];
    const waits = index >= Number(count) - Number(dependencies) && before !== undefined;
    const after = waits ? { after: [{ task_id: before.id, on: 'success' as const }] } : {};
    tasks.push(taskOf(began + index * 1_000, { ...options, ...after }));
  }
  const events = tasks.map((task) => submittedEvent(task, 'c0ffee00c0ffee00'));
  const queued = await transact(app.journal, app, () => ok({ events, value: undefined }));
  if (!queued.ok) throw new Error(failureText(queued.failure));
  say({ ready: true });
  await new Promise((resolve) => process.stdin.once('data', resolve));
  await app.wake([]);
  say({ woken: true });
  process.exit();
}

/** What `outloop submit --command` fills in. */
async function commandOptions(): Promise<TaskOptions> {
  const config = await loadConfig(app.paths, app.env);
  if (!config.ok) throw new Error(failureText(config.failure));
  const options = fillOptions(app, { task: '', command }, 'command', config.value);
  if (!options.ok) throw new Error(failureText(options.failure));
  return options.value;
}

function taskOf(submittedAt: number, options: TaskOptions): TaskFacts {
  return {
    id: makeTaskId(submittedAt, 'command', app.random(4)),
    agent: 'command',
    description: command,
    command,
    sessionId: app.asker.sessionId,
    owner: app.asker.owner,
    options,
    credentials: [],
    submittedAt,
  };
}

function say(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
