import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { JournalEvent } from '../../../src/domain/events.ts';
import { ok } from '../../../src/domain/result.ts';
import { leaveAttention, readAttention } from '../../../src/journal/attention.ts';
import { closeSegment } from '../../../src/journal/close-segment.ts';
import { openJournal, readState } from '../../../src/journal/journal.ts';
import { markerPath } from '../../../src/journal/marker.ts';
import { transact } from '../../../src/journal/transact.ts';
import { settledLine } from '../../../src/notices/settled.ts';
import { ownUnheard } from '../../../src/notices/unheard.ts';
import type { VerbContext } from '../../../src/verbs/context.ts';
import { markHeard } from '../../../src/verbs/hear.ts';
import { aVerbContext } from '../verb-rig.ts';
import { ended, submitted, supervisorStarted } from './events.ts';

const TASK = '20261121-064301-command-k3f9';
const NOTICE = `${TASK}-watch`;
const owner = { pid: 4321, start: '100' };

const raised: JournalEvent = {
  event: 'notice.raised',
  notice_id: NOTICE,
  kind: 'watch',
  task_id: TASK,
  session_id: 'session-1',
  owner,
  text: 'The awaited line: ready',
};

async function write(context: VerbContext, ...events: JournalEvent[]): Promise<void> {
  const done = await transact(context.journal, context, () => ok({ events, value: null }));
  if (!done.ok) throw new Error(done.failure.message);
}

async function aJournal(...events: JournalEvent[]): Promise<VerbContext> {
  const context = aVerbContext({ asker: { owner, sessionId: 'session-1' } });
  await write(context, submitted(TASK), ...events);
  return context;
}

/** What somebody sees who has read nothing before. */
function seen({ paths }: VerbContext) {
  const read = readState(openJournal({ journal: paths.journal, internal: paths.internal }));
  if (!read.ok) throw new Error(read.failure.message);
  return read.value;
}

const unheardIds = (context: VerbContext) => ownUnheard(seen(context), context.asker).map(({ id }) => id);

describe('a raised notice', () => {
  test('is unheard beside the ends, and each is heard by its own id', async () => {
    const context = await aJournal(raised, ended(TASK));
    expect(unheardIds(context)).toEqual([NOTICE, TASK]);
    await markHeard(context, [TASK], 'prompt');
    expect(unheardIds(context)).toEqual([NOTICE]);
    expect(existsSync(markerPath(context.journal))).toBe(true);
    await markHeard(context, [NOTICE], 'monitor');
    expect(unheardIds(context)).toEqual([]);
    expect(existsSync(markerPath(context.journal))).toBe(false);
  });

  test('is raised once, also after it was heard', async () => {
    const context = await aJournal(raised, raised);
    expect(unheardIds(context)).toEqual([NOTICE]);
    await markHeard(context, [NOTICE], 'stop');
    await write(context, raised);
    expect(unheardIds(context)).toEqual([]);
    expect(seen(context).open.get(TASK)?.raised).toEqual([NOTICE]);
  });

  test('keeps hooks from thinking that nothing is new', async () => {
    const state = seen(await aJournal(supervisorStarted('1.0.0'), raised));
    expect(settledLine(state)).toBeNull();
  });

  test('stands in the file for hooks', async () => {
    const context = await aJournal(raised);
    readState(context.journal);
    leaveAttention(context.journal);
    const read = await readAttention(openJournal(context.paths));
    expect(read.ok && [...read.value.notices.keys()]).toEqual([NOTICE]);
  });

  test('is still unheard, and not raised again, when the journal goes on in another file', async () => {
    const context = await aJournal(raised);
    const pauses = Array.from({ length: 100 }, (_, at) => ({
      event: at % 2 === 0 ? ('task.paused' as const) : ('task.resumed' as const),
      task_id: TASK,
      session_id: 'session-1',
    }));
    await write(context, ...pauses);
    const closed = await closeSegment(context.journal, context, { bytesMax: 1 });
    expect(closed).toMatchObject({ ok: true, value: expect.stringMatching(/^coordination-/) });
    expect(unheardIds(context)).toEqual([NOTICE]);
    await write(context, raised);
    expect(unheardIds(context)).toEqual([NOTICE]);
  });
});
