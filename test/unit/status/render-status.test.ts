import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { frame } from '../../../src/entry/watch.ts';
import { meansOf } from '../../../src/verbs/means.ts';
import { renderRowDetails, renderStatus } from '../../../src/verbs/render-status.ts';
import type { StatusPayload, StatusRow } from '../../../src/verbs/status.ts';
import { PLAIN, styleFor } from '../../../src/verbs/style.ts';

function row(parts: Partial<StatusRow> = {}): StatusRow {
  return {
    id: '20261121-064301-coder-k3f9',
    agent: 'coder',
    status: 'running',
    task: 'fix the date parser',
    name: null,
    submitted_at: '2026-11-21T06:43:01.000Z',
    duration_ms: 125_000,
    progress: 'Edit src/date.ts',
    about_left_ms: null,
    cost_usd: null,
    report: null,
    worker_session_id: null,
    ...parts,
  };
}

function payload(parts: Partial<StatusPayload> = {}): StatusPayload {
  return {
    supervised: true,
    scope: 'all',
    open: [row()],
    ended: [],
    others_open: 0,
    invalid_lines: 0,
    means: null,
    next_scheduled: null,
    ...parts,
  };
}

describe('the table', () => {
  test('has agent, status, duration and progress, and says about how long it takes only where it is known', () => {
    const known = row({ about_left_ms: 240_000 });
    expect(renderStatus(payload({ open: [row(), known] }), PLAIN).split('\n')).toEqual([
      'Background tasks: 2 open, 0 ended',
      'TASK  AGENT        STATUS      DURATION PROGRESS',
      'k3f9  coder        running     2m 5s    Edit src/date.ts',
      'k3f9  coder        running     2m 5s    about 4 m left: Edit src/date.ts',
    ]);
  });

  test('says whole why a task waits, and cuts what others did', () => {
    const why = 'no supervisor runs; the next command or prompt starts one';
    const waits = row({ status: 'queued', progress: why });
    const text = renderStatus(
      payload({ open: [waits], ended: [row({ status: 'limit_exceeded', progress: 'x'.repeat(200) })] }),
      PLAIN,
    );
    expect(text.replace(/\s+/g, ' ')).toContain(why);
    expect(text).toContain('over limit  ');
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  });

  test.each(['systemd scope', 'PID namespace', 'process group'] as const)(
    'says by what means limits hold with a %s, and what comes next',
    (containment) => {
      const next_scheduled = { id: 'nightly', at: '2026-11-22T02:30:00' };
      const text = renderStatus(payload({ means: meansOf(containment), next_scheduled }), PLAIN);
      expect(text).toContain(`Workers are kept in a ${containment}`);
      expect(text.replace(/\s+/g, ' ')).toContain(
        containment === 'systemd scope' ? 'held by the systemd scope' : 'watched by sampling',
      );
      expect(text).toContain('Next by schedule: nightly, 22 Nov 02:30');
      for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    },
  );

  test('of one task says unknown where nothing is known of its end', () => {
    expect(renderRowDetails(row(), PLAIN)).toContain('Expected   unknown: too few tasks');
    expect(renderRowDetails(row({ about_left_ms: 60_000 }), PLAIN)).toContain('Expected   about 1 m left');
    expect(renderRowDetails(row({ status: 'completed' }), PLAIN)).not.toContain('Expected');
  });
});

test('colour is for terminals that want it', () => {
  const coloured = styleFor({ isTTY: true }, {});
  expect(renderStatus(payload(), coloured)).toContain('\u001b[');
  for (const [stream, env] of [
    [{ isTTY: false }, {}],
    [{ isTTY: true }, { NO_COLOR: '1' }],
    [{ isTTY: true }, { TERM: 'dumb' }],
  ] as const) {
    expect(renderStatus(payload(), styleFor(stream, env))).not.toContain('\u001b');
  }
});

describe('a frame of --watch', () => {
  const plain = (text: string) => stripVTControlCharacters(text);

  test('never has more lines than the screen, nor wider ones, and says what it leaves out', () => {
    const text = Array.from({ length: 40 }, (_, at) => `line ${at} ${'x'.repeat(100)}`).join('\n');
    const lines = plain(frame(text, 30, 10)).split('\r\n');
    expect(lines).toHaveLength(10);
    expect(lines.at(-2)).toBe('… 32 more lines');
    expect(lines.at(-1)).toBe('ctrl-C or q leaves');
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(30);
  });

  test('writes over the last one, each line to its end, and clears what is below', () => {
    expect(frame('a\nb', 80, 24)).toBe(
      '\u001b[?2026h\u001b[Ha\u001b[K\r\nb\u001b[K\r\nctrl-C or q leaves\u001b[K\u001b[J\u001b[?2026l',
    );
  });

  test('keeps colours out of the count, and closes them in a line that is cut', () => {
    expect(frame('\u001b[36mrunning\u001b[39m far', 9, 24)).toContain(
      '\u001b[36mrunning\u001b[39m f\u001b[K',
    );
    expect(frame('\u001b[36mrunning\u001b[39m', 3, 24)).toContain('\u001b[36mrun\u001b[39m\u001b[K');
  });
});
