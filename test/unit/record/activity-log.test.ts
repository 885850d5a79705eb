import { mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { acquireLock } from '../../../src/journal/lock.ts';
import type { Activity } from '../../../src/observe/activity.ts';
import { activityFiles, appendActivity, droppedActivity } from '../../../src/record/activity-log.ts';
import { activity, renderActivity } from '../../../src/verbs/activity.ts';
import { aVerbContext, putFile } from '../verb-rig.ts';

const line = (tool: string, minute = 0): Activity => ({
  timestamp: `2026-11-21T06:${String(minute).padStart(2, '0')}:01.000Z`,
  session_id: 'session-1',
  event: 'tool',
  tool,
  target: 'src/a.ts',
  tool_use_id: `t-${tool}`,
});

describe('the activity log', () => {
  test('gets whole lines, after a fragment too', async () => {
    const { paths } = aVerbContext();
    putFile(paths.activity, '{"torn');
    mkdirSync(paths.internal, { recursive: true });
    expect((await appendActivity(paths, [line('Read'), line('Edit')])).ok).toBe(true);
    const text = readFileSync(paths.activity, 'utf8');
    expect(text.split('\n')).toEqual([
      '{"torn',
      JSON.stringify(line('Read')),
      JSON.stringify(line('Edit')),
      '',
    ]);
  });

  test('is not waited for: what cannot be locked in time is dropped and counted', async () => {
    const { paths } = aVerbContext();
    mkdirSync(paths.internal, { recursive: true });
    const held = await acquireLock(paths.activity, join(paths.internal, 'activity.lock'));
    expect((await appendActivity(paths, [line('Read'), line('Edit')])).ok).toBe(true);
    held?.release();
    expect(statSync(paths.activity, { throwIfNoEntry: false })).toBeUndefined();
    expect(droppedActivity(paths)).toBe(2);
  });

  test('goes on in a new file when it is long, and old files go', async () => {
    const { paths } = aVerbContext();
    mkdirSync(paths.internal, { recursive: true });
    for (let round = 0; round < 6; round++) {
      await appendActivity(paths, [line(`Tool${round}`)]);
      truncateSync(paths.activity, 8 * 1024 * 1024);
    }
    await appendActivity(paths, [line('Last')]);
    expect(activityFiles(paths).map((path) => path.slice(paths.reports.length + 1))).toEqual([
      'archive/activity-000003.jsonl',
      'archive/activity-000004.jsonl',
      'archive/activity-000005.jsonl',
      'archive/activity-000006.jsonl',
      'activity.jsonl',
    ]);
  });

  test('is read by session, tool and time, with what the transcript of the client tells', async () => {
    const context = aVerbContext();
    mkdirSync(context.paths.internal, { recursive: true });
    await appendActivity(context.paths, [line('Read', 1), line('Edit', 42), line('Write', 43)]);
    writeFileSync(context.paths.activity, 'no json\n{"event":"other"}\n', { flag: 'a' });
    const entry = (minute: string, content: unknown) =>
      JSON.stringify({ timestamp: `2026-11-21T06:${minute}Z`, message: { content: [content] } });
    putFile(
      join(context.home, '.claude/projects/-p/session-1.jsonl'),
      [
        entry('42:01', { type: 'tool_use', id: 't-Edit' }),
        entry('42:03', { type: 'tool_result', tool_use_id: 't-Edit', is_error: true }),
      ].join('\n'),
    );
    const read = await activity(context, { since: '5m', lines: 50 });
    expect(read).toMatchObject({
      ok: true,
      value: {
        dropped: 0,
        activities: [{ tool: 'Edit', outcome: 'error', duration_ms: 2000 }, { tool: 'Write' }],
      },
    });
    const text = read.ok ? renderActivity(read.value) : '';
    expect(text.split('\n')[0]).toMatch(/^11-21 06:42:01 sessio Edit src\/a\.ts +failed 2s$/);
    expect(Math.max(...text.split('\n').map((one) => one.length))).toBeLessThanOrEqual(80);
    expect(await activity(context, { session: 'other', lines: 50 })).toMatchObject({
      value: { activities: [] },
    });
    expect(await activity(context, { lines: 1 })).toMatchObject({
      value: { activities: [{ tool: 'Write' }] },
    });
  });
});
