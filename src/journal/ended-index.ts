import * as path from 'node:path';
import { ok, type Result } from '../domain/result.ts';
import { ENDED_KEPT, type EndedTask, initialState } from '../domain/state.ts';
import { matchTaskIds } from '../domain/task-id.ts';
import { type Checkpoint, loadCheckpoint, saveCheckpoint } from './checkpoint.ts';
import { type Fold, foldTail, startFold } from './fold.ts';
import { type Journal, readState } from './journal.ts';
import { errnoOf, type JournalFile } from './journal-file.ts';
import { readLines } from './lines.ts';

/*
 * The fold keeps only the last ends. Older ones lie in an index, which nobody pays for until somebody asks: it is
 * a second fold with a checkpoint of its own, continued at each question, that writes down what it prunes.
 */

/**
 * The ended tasks that any part of an id names, however old: those still at hand, or else those from the index.
 * Fails as `readState` does. An index that cannot be written only costs time at the next question.
 */
export function lookUpEnded(journal: Journal, part: string): Result<readonly EndedTask[]> {
  const read = readState(journal);
  if (!read.ok) return read;
  const { ended } = read.value;
  const atHand = pick(ended, part);
  if (atHand.length > 0 || ended.size < ENDED_KEPT) return ok(atHand);
  const file = journal.disk.openToRead(journal.paths.journal);
  if (file === undefined) return ok([]);
  try {
    return ok(pick(findPruned(journal, file, part.trim().toLowerCase()), part));
  } finally {
    file.close();
  }
}

function pick(tasks: ReadonlyMap<string, EndedTask>, part: string): EndedTask[] {
  return matchTaskIds(tasks.keys(), part).flatMap((id) => tasks.get(id) ?? []);
}

/** @returns the pruned tasks whose id contains `wanted` */
function findPruned(journal: Journal, file: JournalFile, wanted: string): Map<string, EndedTask> {
  const found = new Map<string, EndedTask>();
  const saved = loadIndex(journal, file);
  if (saved !== undefined) searchIndex(journal, wanted, found);
  const fold = saved?.fold ?? startFold(initialState(), 0);
  const writer = startWriter(journal, saved === undefined);
  foldTail(fold, file, file.facts(), {
    onPruned(task) {
      if (task.id.includes(wanted)) found.set(task.id, task);
      writer.add(task);
    },
  });
  if (fold.state.seq > fold.checkpointSeq) finishIndex(journal, fold, writer);
  return found;
}

/** The saved fold of the index, if the index still holds all that this fold has pruned. */
function loadIndex(journal: Journal, file: JournalFile): Checkpoint | undefined {
  return unlessRefused(() => {
    const saved = loadCheckpoint(journal.disk, checkpointPath(journal), file);
    const size = journal.disk.factsAt(indexPath(journal))?.size ?? 0;
    return saved !== undefined && saved.indexBytes <= size ? saved : undefined;
  });
}

function searchIndex(journal: Journal, wanted: string, found: Map<string, EndedTask>): void {
  const index = journal.disk.openToRead(indexPath(journal));
  if (index === undefined) return;
  try {
    readLines(index, 0, index.facts().size, (line) => {
      const task = line.includes(wanted) ? parseTask(line) : undefined;
      if (task?.id.includes(wanted) === true) found.set(task.id, task);
    });
  } finally {
    index.close();
  }
}

function parseTask(line: Buffer): EndedTask | undefined {
  try {
    return JSON.parse(line.toString('utf8')) as EndedTask;
  } catch {
    return undefined;
  }
}

interface IndexWriter {
  readonly add: (task: EndedTask) => void;
  /** @returns whether all that was added is in the index */
  readonly flush: () => boolean;
}

const FLUSH_CHARACTERS = 1024 * 1024;

function startWriter(journal: Journal, anew: boolean): IndexWriter {
  let text = '';
  let isWhole = true;
  if (anew) unlessRefused(() => journal.disk.remove(indexPath(journal)));
  function flush(): boolean {
    if (text !== '' && isWhole) isWhole = unlessRefused(() => appendToIndex(journal, text)) ?? false;
    text = '';
    return isWhole;
  }
  return {
    flush,
    add(task) {
      text += `${JSON.stringify(task)}\n`;
      if (text.length > FLUSH_CHARACTERS) flush();
    },
  };
}

/** The leading newline ends what an interrupted writer left; several writers at once only write a task twice. */
function appendToIndex(journal: Journal, text: string): boolean {
  const index = openIndex(journal);
  try {
    const bytes = Buffer.from(`\n${text}`);
    return index.append(bytes) === bytes.length;
  } finally {
    index.close();
  }
}

function openIndex(journal: Journal): JournalFile {
  journal.disk.makeFolder(journal.paths.internal);
  return journal.disk.openToAppend(indexPath(journal));
}

function finishIndex(journal: Journal, fold: Fold, writer: IndexWriter): void {
  if (!writer.flush()) return;
  unlessRefused(() => {
    journal.disk.makeFolder(journal.paths.internal);
    const indexBytes = journal.disk.factsAt(indexPath(journal))?.size ?? 0;
    saveCheckpoint(journal.disk, checkpointPath(journal), { fold, indexBytes });
  });
}

/** The index is only a help: where the operating system refuses it, the answer takes longer and is the same. */
function unlessRefused<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return undefined;
  }
}

function indexPath(journal: Journal): string {
  return path.join(journal.paths.internal, 'ended.index');
}

function checkpointPath(journal: Journal): string {
  return path.join(journal.paths.internal, 'ended.checkpoint.json');
}
