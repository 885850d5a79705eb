import { expect, test } from 'vitest';
import { bad, doubtful, good } from '../../../src/doctor/check.ts';
import { renderChecks } from '../../../src/verbs/render-checks.ts';
import { PLAIN } from '../../../src/verbs/style.ts';

const report = (checks: Parameters<typeof renderChecks>[0]['checks']) =>
  renderChecks({ version: '0.1.0', project: '/p', checks }, PLAIN);

test('a line per check, and below a problem what to do about it', () => {
  expect(report([good('platform', 'Linux'), bad('client', 'It is\nmissing.', 'Install it.')])).toBe(
    [
      'Outloop 0.1.0 in /p',
      'ok    platform     Linux',
      'fail  client       It is missing.',
      '                   -> Install it.',
      '1 of 2 checks failed: background tasks do not work here yet.',
    ].join('\n'),
  );
});

test('the last line tells doubts from health', () => {
  expect(report([good('a', 'x')])).toMatch(/All is well\.$/);
  expect(report([good('a', 'x'), doubtful('b', 'y', 'z')])).toMatch(/work; 1 of 2 checks/);
});

test('long words and escape sequences stay inside 80 columns', () => {
  const path = `/home/you/${'folder/'.repeat(30)}claude`;
  const text = report([
    bad('client', `\u001b[31mToo old, ${path}`, `Remove ${path}`),
    good('x', 'word '.repeat(60)),
  ]);
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  expect(text.replaceAll(/\s+/g, '')).toContain(path);
  expect(text).not.toContain('\u001b');
});
