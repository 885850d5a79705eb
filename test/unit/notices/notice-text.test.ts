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

test('each command has a line of its own with the end of its output, and so has a raised notice', () => {
  const raised = {
    id: `${ID}-watch`,
    kind: 'watch' as const,
    taskId: ID,
    sessionId: 's-1',
    owner: null,
    text: `ready ${'語'.repeat(400)}`,
    raisedAt: 0,
  };
  const command = (id: string, end: string) =>
    endedTask(id, { agent: 'command', summary: `Exit code 0. It ended with: ${end}` });
  const [one, two] = ['20261121-064302-command-aaaa', '20261121-064303-command-bbbb'];
  const lines = wakeLines([command(one, 'a'), endedTask(ID), raised, command(two, 'b')]);
  expect(lines.map(noticesIn)).toEqual([[raised.id], [one], [two], [ID]]);
  expect(lines[1]).toContain('It ended with: a');
  expect(lines[2]).toContain('It ended with: b');
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThan(500);
  expect(noticesIn(noticeText([raised, command(one, 'a')]))).toEqual([raised.id, one]);
});

test('a notice calls the result what it is: data of another agent', () => {
  expect(noticeText([endedTask(ID)])).toContain('data from the background agent');
});

test('a prompt that the client made of an event is not the person speaking', () => {
  expect(isMachinePrompt('<task-notification>\n<task-id>b1</task-id>')).toBe(true);
  expect(isMachinePrompt('what is a <task-notification>?')).toBe(false);
});
