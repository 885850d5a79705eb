import { expect, test } from 'vitest';
import type { StatusPayload, StatusRow } from '../../../src/verbs/status.ts';
import { PLAIN } from '../../../src/verbs/style.ts';
import { renderTrack, trackOf } from '../../../src/verbs/track.ts';

const row = (id: string, parts: Partial<StatusRow> = {}): StatusRow => ({
  id: `20261121-064301-coder-${id}`,
  agent: 'coder',
  status: 'running',
  task: 'implement the export endpoint',
  name: null,
  submitted_at: '2026-11-21T06:43:01Z',
  duration_ms: 120_000,
  progress: 'editing src/export.ts',
  about_left_ms: null,
  cost_usd: null,
  report: null,
  worker_session_id: null,
  ...parts,
});

const payload = (parts: Partial<StatusPayload>): StatusPayload => ({
  supervised: true,
  scope: 'all',
  open: [],
  ended: [],
  others_open: 0,
  invalid_lines: 0,
  means: null,
  next_scheduled: null,
  ...parts,
});

const page = (parts: Partial<StatusPayload>) => renderTrack(trackOf(payload(parts)), PLAIN);

test('says what is under way, what is next and what has ended', () => {
  const text = page({
    open: [
      row('aaaa', { about_left_ms: 240_000 }),
      row('bbbb', { agent: 'reviewer', status: 'queued', progress: 'after aaaa' }),
    ],
    ended: [row('zzzz', { status: 'completed', cost_usd: 0.41, progress: 'All \u001b[31mtests\npass.' })],
    others_open: 1,
  });
  expect(text).toBe(
    [
      'Under way',
      '  aaaa  coder, running (2m 0s)',
      '        implement the export endpoint',
      '        about 4 m left: editing src/export.ts',
      '',
      'Next',
      '  bbbb  reviewer, queued (2m 0s)',
      '        implement the export endpoint',
      '        after aaaa',
      '',
      'Ended',
      '  zzzz  coder, completed (2m 0s, $0.41)',
      '        implement the export endpoint',
      '        All tests pass.',
      '1 open task of other sessions; --all shows them.',
    ].join('\n'),
  );
});

test('stays one page of 80 columns, whatever there is', () => {
  const many = (status: string) =>
    Array.from({ length: 30 }, (_, at) =>
      row(`x${at}`, { status, task: 'x'.repeat(300), progress: 'y'.repeat(300) }),
    );
  const text = page({ open: [...many('running'), ...many('queued')], ended: many('failed') });
  const lines = text.split('\n');
  expect(lines.length).toBeLessThanOrEqual(55);
  for (const line of lines) expect([...line].length).toBeLessThanOrEqual(80);
  expect(text).toContain('and 25 more: outloop status');
});

test('says that there is nothing', () => {
  expect(page({})).toBe('Nothing is under way here, and nothing has ended.');
});
