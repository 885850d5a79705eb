import type { Mutation } from './mutation.ts';

const STEPS = 'src/journal/transact-steps.ts';
const ATTEMPT = 'src/journal/attempt.ts';
const MARKER = 'src/journal/marker.ts';
const VIEW = 'src/journal/seed-view.ts';

/** Guards of one transaction. */
export const WRITING: readonly Mutation[] = [
  {
    guard: 'newline rule: a torn line is ended before the next record',
    file: STEPS,
    from: 'if (fold.offset < fold.facts.size) {',
    to: 'if (fold.offset < 0) {',
  },
  {
    guard: 'one newline only, where two writers see the torn line',
    file: STEPS,
    from: 'if (file.facts().size === fold.facts.size) file.append(NEWLINE);',
    to: 'file.append(NEWLINE);',
  },
  {
    guard: 'a torn line is put aside',
    file: STEPS,
    from: 'keepTornLine(journal, file, fold.offset, fold.facts.size);',
    to: '',
  },
  { guard: 'sync before acknowledge', file: STEPS, from: '    file.sync();\n', to: '' },
  {
    guard: 'read-back: only what became history is acknowledged',
    file: STEPS,
    from: '      answer = acceptedAnswer(transaction);\n      if (answer === undefined) return undefined;',
    to: '      answer = attempt.answer;',
  },
  {
    guard: 'inode check: the path still is the file that was written',
    file: STEPS,
    from: 'if (!isStillThere(journal)) return undefined;',
    to: '',
  },
  {
    guard: 'what an exchanged file had accepted counts no more',
    file: STEPS,
    from: 'onRestart: () => accepted.clear(),',
    to: '',
  },
  {
    guard: 'a file exchanged in the middle is read from its beginning',
    file: STEPS,
    from: '    whole: true,\n',
    to: '',
  },
  {
    guard: 'a cut write is completed, not decided again',
    file: STEPS,
    from: 'restOfAttempt(transaction, fold.state) ?? ',
    to: '',
  },
  {
    guard: 'a line that lacks only its newline makes the outcome unknown',
    file: ATTEMPT,
    from: 'missingBytes === 1 || ',
    to: '',
  },
  {
    guard: 'the name of a new journal is synced',
    file: STEPS,
    from: 'if (fold.facts.size === 0) syncNames(journal);',
    to: '',
  },
  {
    guard: 'tries are bounded',
    file: STEPS,
    from: 'const TRIES_MAX = 20;',
    to: 'const TRIES_MAX = 200;',
  },
  {
    guard: 'the marker stands before the line',
    file: STEPS,
    from: 'if (needsAttention(fold.state) || attempt.events.some(opensAttention)) placeMarker(journal);',
    to: '',
  },
  {
    guard: 'the marker survives a power cut',
    file: MARKER,
    from: 'journal.disk.syncFolder(journal.paths.internal);',
    to: '',
  },
  {
    guard: 'whoever takes the marker away looks once more',
    file: MARKER,
    from: '      lookAgain();\n',
    to: '',
  },
  {
    guard: 'only who holds the lock takes the marker away',
    file: MARKER,
    from: '&& locked && ',
    to: '&& ',
  },
  {
    guard: 'a lost submit is voided',
    file: VIEW,
    from: 'else state.phantoms.add(id);',
    to: 'else {}',
  },
  {
    guard: 'a task that a lost line closed is stated again',
    file: VIEW,
    from: 'if (isOpen) state.contradicted.add(id);',
    to: 'if (isOpen) {}',
  },
  {
    guard: 'a lost submit that is tried again is not voided',
    file: VIEW,
    from: 'if (!submitting.has(id)) ',
    to: '',
  },
  {
    guard: 'a cut write is completed only where nobody wrote since',
    file: ATTEMPT,
    from: 'hashes.includes(state.hash)',
    to: 'hashes.some((hash) => trials.accepted.has(hash))',
  },
  {
    guard: 'a line that was lost but became history in a copy is not written again',
    file: ATTEMPT,
    from: 'return attempts.find(',
    to: 'return attempts.slice(-1).find(',
  },
  {
    guard: 'an error of the device makes the outcome unknown',
    file: ATTEMPT,
    from: "if (attempts.length > 0 && errnoOf(error) === 'EIO') return 'unknown';",
    to: '',
  },
  {
    guard: 'a plain read writes nothing',
    file: ATTEMPT,
    from: 'isPlainRead ? [] : ',
    to: '',
  },
];
