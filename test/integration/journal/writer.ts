/*
 * A process that writes to a journal, as the tests of real processes need it. Its one argument is JSON.
 * It prints one line per thing that happened: `held`, `stopping`, `ack <id>`, `failed <code> <outcome>`, `done`.
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { JournalEvent } from '../../../src/domain/events.ts';
import { ok } from '../../../src/domain/result.ts';
import { openJournal } from '../../../src/journal/journal.ts';
import { acquireLock } from '../../../src/journal/lock.ts';
import { transact } from '../../../src/journal/transact.ts';
import { submitted, told } from '../../unit/journal/events.ts';

export interface WriterOptions {
  readonly reports: string;
  readonly name: string;
  /** `hold` takes the lock and keeps it; `fill` submits until the disk is full, frees it, submits once more. */
  readonly mode: 'submit' | 'tell' | 'hold' | 'fill';
  readonly count?: number;
  /** Stops itself with SIGSTOP in its first decision. */
  readonly stops?: boolean;
  /** Waits until this file is there. */
  readonly start?: string;
  readonly descriptionBytes?: number;
  /** For `fill`: a file that takes up room until it is deleted. */
  readonly ballast?: string;
}

const options = JSON.parse(process.argv[2] ?? '') as WriterOptions;
const journal = openJournal({
  journal: path.join(options.reports, 'coordination.jsonl'),
  internal: path.join(options.reports, '.outloop'),
});
let idCount = 0;

async function main(): Promise<void> {
  endWithParent();
  say('ready');
  while (options.start !== undefined && !fs.existsSync(options.start)) await pause(2);
  if (options.mode === 'hold') return holdLock();
  if (options.mode === 'fill') return fillDisk();
  for (let index = 0; index < (options.count ?? 1); index++) await write();
  say('done');
  process.exit(0);
}

/** Nobody is left behind where the test run itself is killed: its end of the pipe closes. */
function endWithParent(): void {
  process.stdin.on('close', () => process.exit(1)).resume();
}

async function write(): Promise<boolean> {
  const answer = await transact(journal, Date, () => {
    if (options.stops === true && idCount === 0) stopHere();
    const event = nextEvent();
    return ok({ events: [event], value: idCount });
  });
  if (answer.ok) say(`ack ${nameOf(answer.value)}`);
  else say(`failed ${answer.failure.code} ${String(answer.failure.details?.outcome)}`);
  return answer.ok;
}

function nextEvent(): JournalEvent {
  idCount += 1;
  if (options.mode === 'tell') return { ...told('task-x-1', process.pid), session_id: nameOf(idCount) };
  return submitted(nameOf(idCount), { task_description: 'x'.repeat(options.descriptionBytes ?? 40) });
}

function nameOf(index: number): string {
  return `task-${options.name}-${index}`;
}

function stopHere(): void {
  idCount += 1;
  say('stopping');
  process.kill(process.pid, 'SIGSTOP');
}

async function holdLock(): Promise<void> {
  fs.mkdirSync(journal.paths.internal, { recursive: true });
  await acquireLock(journal.paths.journal, path.join(journal.paths.internal, 'journal.lock'));
  say('held');
  for (;;) {
    await pause(100);
    say('alive');
  }
}

async function fillDisk(): Promise<void> {
  for (let refusals = 0; refusals < 3; ) refusals += (await write()) ? 0 : 1;
  fs.rmSync(options.ballast ?? '');
  await write();
  say(`journal ${JSON.stringify(fs.readFileSync(journal.paths.journal, 'utf8'))}`);
  say('done');
  process.exit(0);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function say(line: string): void {
  fs.writeSync(1, `${line}\n`);
}

void main();
