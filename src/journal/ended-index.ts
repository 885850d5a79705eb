import * as path from 'node:path';
import { fail, ok, type Result } from '../domain/result.ts';
import { ENDED_KEPT, type EndedTask } from '../domain/state.ts';
import { matchTaskIds } from '../domain/task-id.ts';
import { type Checkpoint, loadCheckpoint, saveCheckpoint } from './checkpoint.ts';
import { type Fold, type FoldListener, foldTail } from './fold.ts';
import { foldNext } from './history.ts';
import { type Journal, readState, unreadableFailure } from './journal.ts';
import { errnoOf, type JournalFile } from './journal-file.ts';
import { readLines } from './lines.ts';
import { listSegments } from './segments.ts';

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
  try {
    return ok(pick(findPruned(journal, part.trim().toLowerCase()), part));
  } catch (error) {
    return fail(unreadableFailure(journal, error));
  }
}

/**
 * All ended tasks, however old, in no order. It reads the whole index: for whoever asks for more than the last ends.
 * Fails as `readState` does.
 */
export function allEnded(journal: Journal): Result<readonly EndedTask[]> {
  const read = readState(journal);
  if (!read.ok) return read;
  const { ended } = read.value;
  if (ended.size < ENDED_KEPT) return ok([...ended.values()]);
  try {
    return ok([...new Map([...findPruned(journal, ''), ...ended]).values()]);
  } catch (error) {
    return fail(unreadableFailure(journal, error));
  }
}

function pick(tasks: ReadonlyMap<string, EndedTask>, part: string): EndedTask[] {
  return matchTaskIds(tasks.keys(), part).flatMap((id) => tasks.get(id) ?? []);
}

/** @returns the pruned tasks whose id contains `wanted` */
function findPruned(journal: Journal, wanted: string): Map<string, EndedTask> {
  const found = new Map<string, EndedTask>();
  const files = [...listSegments(journal), journal.paths.journal];
  const saved = loadIndex(journal, files);
  if (saved !== undefined) searchIndex(journal, wanted, found);
  const writer = startWriter(journal, saved === undefined);
  const listener: FoldListener = {
    onPruned(task) {
      if (task.id.includes(wanted)) found.set(task.id, task);
      writer.add(task);
    },
  };
  let fold: Fold | undefined;
  for (const [index, path] of files.entries()) {
    if (index < (saved?.fileIndex ?? 0)) continue;
    const file = journal.disk.openToRead(path);
    if (file === undefined) continue;
    try {
      if (saved !== undefined && index === saved.fileIndex) {
        fold = saved.checkpoint.fold;
        foldTail(fold, file, file.facts(), listener);
      } else fold = foldNext(fold, file, listener);
    } finally {
      file.close();
    }
  }
  const savedSeq = saved?.checkpoint.fold.checkpointSeq ?? 0;
  if (fold !== undefined && fold.state.seq > savedSeq) finishIndex(journal, fold, writer);
  return found;
}

/** The saved fold of the index, and where it stands. */
export interface SavedIndex {
  readonly checkpoint: Checkpoint;
  /** The file that its last record stands in. */
  readonly fileIndex: number;
}

/** The saved fold of the index, if the index still holds all that this fold has pruned. */
export function loadIndex(journal: Journal, files: readonly string[]): SavedIndex | undefined {
  return unlessRefused(() => {
    const size = journal.disk.factsAt(indexPath(journal))?.size ?? 0;
    for (const [fileIndex, path] of [...files.entries()].reverse()) {
      const checkpoint = checkpointIn(journal, path);
      if (checkpoint !== undefined) {
        return checkpoint.indexBytes <= size ? { checkpoint, fileIndex } : undefined;
      }
    }
    return undefined;
  });
}

function checkpointIn(journal: Journal, path: string): Checkpoint | undefined {
  const file = journal.disk.openToRead(path);
  if (file === undefined) return undefined;
  try {
    return loadCheckpoint(journal.disk, checkpointPath(journal), file);
  } finally {
    file.close();
  }
}

/** Adds the tasks of the index whose id contains `wanted` to `found`. */
export function searchIndex(journal: Journal, wanted: string, found: Map<string, EndedTask>): void {
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
