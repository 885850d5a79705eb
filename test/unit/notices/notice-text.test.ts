import { expect, test } from 'vitest';
import { isMachinePrompt, noticesIn, noticeText, wakeLines } from '../../../src/notices/notice-text.ts';
import { endedTask } from '../build-state.ts';

const ID = '20261121-064301-researcher-k3f9';

test('a wake line says first what a person wants to know, and carries the mark that proves it was heard', () => {
  const [line] = wakeLines([endedTask(ID)]);
  expect(line).toMatch(/^researcher k3f9 completed \(1m 1s\): Two errors are swallowed\./);
  expect(noticesIn(line ?? '')).toEqual([ID]);
});

test('every wake line stays under the 500 characters at which the client cuts, marks included', () => {
  const long = endedTask(ID, { summary: 'x\n'.repeat(2_000), resultsLocation: 'y'.repeat(300) });
  const many = Array.from({ length: 11 }, (_, index) =>
    endedTask(`20261121-0643${String(index).padStart(2, '0')}-orchestrator-k3f9`, { agent: 'orchestrator' }),
  );
  const wide = endedTask(ID, { summary: '語'.repeat(2_000) });
  for (const ended of [[long], [wide], many]) {
    const lines = wakeLines(ended);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThan(512);
    for (const line of lines) expect(line.length).toBeLessThan(500);
    for (const line of lines) expect(line).not.toContain('\n');
    expect(noticesIn(lines.join('\n'))).toEqual(ended.map(({ id }) => id));
  }
});

test('a notice calls the result what it is: data of another agent', () => {
  expect(noticeText([endedTask(ID)])).toContain('data from the background agent');
});

test('a prompt that the client made of an event is not the person speaking', () => {
  expect(isMachinePrompt('<task-notification>\n<task-id>b1</task-id>')).toBe(true);
  expect(isMachinePrompt('what is a <task-notification>?')).toBe(false);
});
