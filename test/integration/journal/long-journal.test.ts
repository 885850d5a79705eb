import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JournalEvent } from '../../../src/domain/events.ts';
import { lookUpEnded } from '../../../src/journal/ended-index.ts';
import { openJournal, readState } from '../../../src/journal/journal.ts';
import { type JournalDisk, type JournalFile, nodeDisk } from '../../../src/journal/journal-file.ts';
import { encodeRecords } from '../../../src/journal/record.ts';
import { ended, heard, submitted } from '../../unit/journal/events.ts';

const LINES = 1_000_000;
const EVENTS_PER_TASK = 3;

let root: string;

beforeAll(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'outloop-long-'));
  writeJournal(path.join(root, 'long'), LINES);
  writeJournal(path.join(root, 'short'), 100);
}, 120_000);

afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

/** A journal of so many lines: five tasks open, all others ended and heard of. */
function writeJournal(reports: string, lines: number): void {
  fs.mkdirSync(path.join(reports, '.outloop'), { recursive: true });
  const descriptor = fs.openSync(path.join(reports, 'coordination.jsonl'), 'w');
  let at = { seq: 0, hash: '' };
  const append = (events: readonly JournalEvent[]): void => {
    const { text, hashes } = encodeRecords(events, at, 0);
    at = { seq: at.seq + events.length, hash: hashes.at(-1) ?? '' };
    fs.writeSync(descriptor, text);
  };
  append([1, 2, 3, 4, 5].map((index) => submitted(`task-open-${index}`)));
  let batch: JournalEvent[] = [];
  for (let task = 0; at.seq + batch.length + EVENTS_PER_TASK <= lines; task++) {
    const id = `task-${task}`;
    batch.push(submitted(id), ended(id), heard(id));
    if (batch.length < 3000) continue;
    append(batch);
    batch = [];
  }
  append(batch);
  fs.closeSync(descriptor);
}

/** Opens a journal like a new process, and counts the bytes that it reads. */
function openCounting(name: string) {
  let bytesRead = 0;
  const counted = (file: JournalFile | undefined): JournalFile | undefined =>
    file && {
      ...file,
      read: (into, position) => {
        const got = file.read(into, position);
        bytesRead += got;
        return got;
      },
    };
  const disk: JournalDisk = {
    ...nodeDisk,
    openToRead: (file) => counted(nodeDisk.openToRead(file)),
    readWhole: (file) => {
      const bytes = nodeDisk.readWhole(file);
      bytesRead += bytes?.length ?? 0;
      return bytes;
    },
  };
  const reports = path.join(root, name);
  const paths = {
    journal: path.join(reports, 'coordination.jsonl'),
    internal: path.join(reports, '.outloop'),
  };
  return { journal: openJournal(paths, disk), bytesRead: () => bytesRead };
}

function readOpen(journal: ReturnType<typeof openJournal>): number {
  const read = readState(journal);
  return read.ok ? read.value.open.size : -1;
}

test('a new process reads a bounded part of a journal, however long it is', () => {
  const first = openCounting('long');
  expect(readOpen(first.journal)).toBe(5);
  expect(first.bytesRead()).toBeGreaterThan(fs.statSync(first.journal.paths.journal).size - 1);
  const second = openCounting('long');
  expect(readOpen(second.journal)).toBe(5);
  const short = openCounting('short');
  expect(readOpen(short.journal)).toBe(5);
  const checkpoint = fs.statSync(path.join(second.journal.paths.internal, 'checkpoint.json')).size;
  expect(second.bytesRead()).toBeLessThan(checkpoint + 1000);
  expect(checkpoint).toBeLessThan(300_000);
});

test('the first task of a million lines is found, the second time without reading the journal', () => {
  const first = lookUpEnded(openCounting('long').journal, 'task-0');
  expect(first.ok && first.value.map(({ id }) => id)).toEqual(['task-0']);
  const again = openCounting('long');
  const second = lookUpEnded(again.journal, 'task-1');
  expect(second.ok && second.value.map(({ id }) => id)).toEqual(['task-1']);
  expect(again.bytesRead()).toBeLessThan(fs.statSync(again.journal.paths.journal).size);
});
