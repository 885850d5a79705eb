import type { Mutation } from './mutation.ts';

const FOLD = 'src/journal/fold.ts';
const RECORD = 'src/journal/record.ts';
const CHECKPOINT = 'src/journal/checkpoint.ts';
const INDEX = 'src/journal/ended-index.ts';

/** Guards of what counts as history, and of what is taken from checkpoints. */
export const READING: readonly Mutation[] = [
  {
    guard: 'chain check: a record follows the last valid one',
    file: FOLD,
    from: 'return record.prev === state.hash && ',
    to: 'return ',
  },
  {
    guard: 'hash check: a record is as it was written',
    file: RECORD,
    from: '=== sha256(line.subarray(0, hashedLength))',
    to: "!== ''",
  },
  {
    guard: 'missing records stop readers and writers',
    file: FOLD,
    from: 'fold.gapAt ??= at',
    to: 'fold.gapAt ??= undefined',
  },
  {
    guard: 'a glued batch is not taken for missing records',
    file: FOLD,
    from: '? parseGluedRecord(line) :',
    to: '? undefined :',
  },
  {
    guard: 'a file that was cut or exchanged is read anew',
    file: FOLD,
    from: 'return endsWithRecord(file, fold.validEnd, fold.state.hash);',
    to: 'return true;',
  },
  {
    guard: 'another inode is read anew',
    file: FOLD,
    from: 'if (fold.facts.inode !== facts.inode || fold.facts.device !== facts.device) return false;',
    to: '',
  },
  {
    guard: 'a checkpoint belongs to this journal',
    file: CHECKPOINT,
    from: 'if (!endsWithRecord(file, head.offset, head.hash)) return undefined;',
    to: '',
  },
  {
    guard: 'a checkpoint is whole',
    file: CHECKPOINT,
    from: '|| head.body !== sha256(bytes.subarray(headEnd + 1))',
    to: '',
  },
  {
    guard: 'a checkpoint ends with a record',
    file: CHECKPOINT,
    from: 'if (fold.validEnd !== fold.offset || fold.gapAt !== undefined) return;',
    to: '',
  },
  {
    guard: 'a checkpoint of another version is not used',
    file: CHECKPOINT,
    from: 'head.v === CHECKPOINT_VERSION ? head : undefined',
    to: 'head',
  },
  {
    guard: 'an index that is too short is rebuilt',
    file: INDEX,
    from: 'return checkpoint.indexBytes <= size ?',
    to: 'return size >= 0 ?',
  },
];
