import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createSupervisorContext } from './app.ts';
import { Handoff } from './ipc/messages.ts';
import { createBell } from './supervisor/bell.ts';
import { runSupervisor } from './supervisor/run.ts';

/*
 * The supervisor's entry: `node supervisor.cjs <project root>`, with one wake request on stdin. It has no terminal, so it
 * says what it does in `.outloop/supervisor.log`.
 */
const LOG_BYTES_MAX = 1 << 20;
const bell = createBell();
const context = createSupervisorContext(process.argv[2] ?? process.cwd(), bell.ring, log);

function log(line: string): void {
  const path = join(context.paths.internal, 'supervisor.log');
  try {
    const size = statSync(path, { throwIfNoEntry: false })?.size;
    if (size === undefined) mkdirSync(context.paths.internal, { recursive: true, mode: 0o700 });
    else if (size > LOG_BYTES_MAX) renameSync(path, `${path}.old`);
    appendFileSync(path, `${new Date(context.now()).toISOString()} ${process.pid} ${line}\n`, {
      mode: 0o600,
    });
  } catch {
    // The log is for people who look for a fault; a supervisor that cannot write it still has work to do.
  }
}

function readHandoffs(): Handoff[] {
  try {
    const request = JSON.parse(readFileSync(0, 'utf8')) as { handoffs?: unknown };
    return Handoff.array().parse(request.handoffs ?? []);
  } catch {
    return [];
  }
}

const leaving = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.on(signal, () => {
    leaving.abort();
    bell.ring();
  });
}

runSupervisor(context, bell, readHandoffs(), leaving.signal).then(
  () => process.exit(0),
  (error: unknown) => {
    log(`stopped by a fault: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    process.exit(1);
  },
);
