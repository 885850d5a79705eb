import type { Mutation } from './mutation.ts';

const FOLD = 'src/journal/fold.ts';
const NEXT = 'src/journal/open-next-file.ts';
const STEPS = 'src/journal/transact-steps.ts';

/** Guards of a journal that is closed and goes on in a new file. */
export const CLOSING: readonly Mutation[] = [
  {
    guard: 'closing: nothing counts behind the closing record',
    file: FOLD,
    from: ' && (state.closedAt !== null) === opensFile',
    to: '',
  },
  {
    guard: 'closing: a new file that has lost its first line is damaged',
    file: FOLD,
    from: "if (opensFile && state.hash === '') return true;",
    to: "if (state.hash === '') return true;",
  },
  {
    guard: 'closing: whoever writes to a closed journal opens the next one first',
    file: STEPS,
    from: 'if (fold.state.closedAt !== null) {',
    to: 'if (false) {',
  },
  {
    guard: 'closing: what stands in the closed file is not written again',
    file: STEPS,
    from: "if (record.event === 'journal.continued') noteEarlier(journal, record, firstSeqOf(attempts), accepted);",
    to: '',
  },
  {
    guard: 'closing: nor what stands in one of the files closed before it',
    file: NEXT,
    from: "if (record.event === 'journal.continued' && record.seq < seq)",
    to: 'if (false)',
  },
  {
    guard: 'closing: the next file has one name of its own, by the file that it continues',
    file: NEXT,
    from: 'hash.slice(0, 16)',
    to: "'0'.repeat(16)",
  },
  {
    guard: 'closing: the closed file has its name in the archive first',
    file: NEXT,
    from: '  nameInArchive(journal, file, state.seq);',
    to: '',
  },
  {
    guard: 'closing: the closed file is on the disk before the next one is in its place',
    file: NEXT,
    from: '  file.sync();',
    to: '',
  },
  {
    guard: 'closing: the next file survives a power cut by its own name',
    file: NEXT,
    from: '  disk.syncFolder(paths.internal);',
    to: '',
  },
  {
    guard: 'closing: only who still has the journal open puts the next file in its place',
    file: NEXT,
    from: "  yield 'put-in-place';\n  if (!isNamed(journal, file)) return;",
    to: "  yield 'put-in-place';",
  },
];
