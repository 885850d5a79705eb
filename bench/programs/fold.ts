import { join } from 'node:path';
import { openJournal, readState } from '../../src/journal/journal.ts';

/* Reads a journal from its first byte, without a checkpoint: `fold.cjs <folder>`. Prints how far it came and how long that took. */
const [folder = ''] = process.argv.slice(2);
const from = performance.now();
const read = readState(
  openJournal({ journal: join(folder, 'coordination.jsonl'), internal: join(folder, 'no-checkpoint') }),
);
if (!read.ok) throw new Error(read.failure.message);
process.stdout.write(`${JSON.stringify({ ms: performance.now() - from, seq: read.value.seq })}\n`);
