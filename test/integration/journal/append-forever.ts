import type { JournalEvent } from '../../../src/domain/events.ts';
import { ok } from '../../../src/domain/result.ts';
import { closeSegment } from '../../../src/journal/close-segment.ts';
import { openJournal } from '../../../src/journal/journal.ts';
import { transact } from '../../../src/journal/transact.ts';

/*
 * A writer for tests: `append-forever.ts <journal> <internal> <name> <count> <segment bytes>`. It says on stdout what was
 * acknowledged, a line each, and closes the journal where it grows too long.
 */
const [journalPath = '', internal = '', name = '', count = '0', bytesMax = '0'] = process.argv.slice(2);
const journal = openJournal({ journal: journalPath, internal });
const host = { now: Date.now };

for (let index = 0; index < Number(count); index++) {
  const written = await transact(journal, host, (state) => {
    const mark = `${name}-${index}`;
    const event: JournalEvent = {
      event: 'queue.resumed',
      scope: 'queue',
      reason: mark,
      session_id: `${state.seq}`,
    };
    return ok({ events: [event], value: mark });
  });
  if (written.ok) process.stdout.write(`${written.value}\n`);
  else process.stderr.write(`${written.failure.message}\n`);
  const closed = await closeSegment(journal, host, { bytesMax: Number(bytesMax) });
  if (!closed.ok) process.stderr.write(`${closed.failure.message}\n`);
}
