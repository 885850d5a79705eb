import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApp } from '../../src/app.ts';
import { failureText } from '../../src/domain/failure.ts';
import { submit } from '../../src/verbs/submit.ts';

/*
 * Submits one command at each line on stdin, and says how many milliseconds went by from then until it had started.
 * The command itself notes when that was.
 */
const app = createApp({ sessionId: 'bench' });
const note = join(app.paths.root, 'started');
process.stdin.on('data', () => void submitOne());
process.stdout.write(`${JSON.stringify({ ready: true })}\n`);

async function submitOne(): Promise<void> {
  rmSync(note, { force: true });
  const from = wallMs();
  const submitted = await submit(app, { task: '', command: 'date +%s.%N >started' });
  if (!submitted.ok) throw new Error(failureText(submitted.failure));
  const acknowledged = wallMs();
  let started = noted();
  while (started === null) {
    await sleep(2);
    started = noted();
  }
  process.stdout.write(`${JSON.stringify({ startMs: started - from, submitMs: acknowledged - from })}\n`);
}

function wallMs(): number {
  return performance.timeOrigin + performance.now();
}

function noted(): number | null {
  try {
    const text = readFileSync(note, 'utf8');
    return text.endsWith('\n') ? Number(text) * 1_000 : null;
  } catch {
    return null;
  }
}
