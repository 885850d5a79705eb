import { setTimeout as sleep } from 'node:timers/promises';
import { createApp } from '../../src/app.ts';
import { failureText } from '../../src/domain/failure.ts';
import { readState } from '../../src/journal/journal.ts';
import { submit } from '../../src/verbs/submit.ts';

/*
 * Delegates tasks one after the other, as a session would over days: `delegate.cjs <count>`. Few of them are open at
 * any time. A finished one counts as heard, so that it can leave the state.
 */
const OPEN_MAX = 12;
const app = createApp({ sessionId: 'bench' });
void delegateAll(Number(process.argv[2]));

async function delegateAll(count: number): Promise<void> {
  for (let done = 0; done < count; done++) {
    while (openTasks() >= OPEN_MAX) await sleep(10);
    const submitted = await submit(app, { agent: 'researcher', task: `analyze importer number ${done}` });
    if (!submitted.ok) throw new Error(failureText(submitted.failure));
  }
}

function openTasks(): number {
  const read = readState(app.journal);
  if (!read.ok) throw new Error(failureText(read.failure));
  return read.value.open.size;
}
