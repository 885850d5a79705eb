import { expect, test } from 'vitest';
import { judgeCommand } from '../../../src/observe/command-outcome.ts';
import { createFold, foldLine } from '../../../src/observe/fold-line.ts';
import { createRedactor } from '../../../src/observe/redact.ts';
import type { WorkerEnd } from '../../../src/observe/verdict.ts';

function judged(more: Partial<WorkerEnd>, ...lines: string[]) {
  const fold = createFold({ command: 'npm test' }, createRedactor(['hunter2-hunter2']));
  for (const line of lines) foldLine(fold, line);
  return judgeCommand({
    fold,
    exitCode: null,
    signal: null,
    stderrTail: '',
    cancelled: false,
    timedOut: false,
    timeoutMs: 60_000,
    ...more,
  });
}

test.each([
  ['exit code 0', { exitCode: 0 }, 'completed', 'Exit code 0. It ended with: running / 12 passed'],
  ['another exit code', { exitCode: 3 }, 'failed', 'Exit code 3. It ended with: running / 12 passed'],
  [
    'a signal',
    { signal: 'SIGKILL' },
    'lost',
    'The command was ended from outside (SIGKILL). It ended with: running / 12 passed',
  ],
  [
    'a signal to the inner shell',
    { exitCode: 137 },
    'lost',
    'The command was ended from outside (exit code 137, signal 9). It ended with: running / 12 passed',
  ],
  ['nothing', {}, 'lost', 'The command disappeared (no exit code). It ended with: running / 12 passed'],
  ['a cancel that it answered with 0', { cancelled: true, exitCode: 0 }, 'cancelled', 'Cancelled.'],
  [
    'its time',
    { timedOut: true, signal: 'SIGTERM' },
    'timed_out',
    'Stopped at its time limit of 60 seconds.',
  ],
] as const)('a command that ends with %s', (_, end, status, summary) => {
  expect(judged(end, 'running', '12 passed', '  ')).toMatchObject({ status, summary });
});

test('of a long output the end is told, in whole lines', () => {
  const { summary } = judged(
    { exitCode: 1 },
    ...Array.from({ length: 40 }, (_, at) => `line ${at} ${'x'.repeat(60)}`),
  );
  expect(summary).toMatch(/^Exit code 1\. It ended with: line 35 x+ \/ .* \/ line 39 x+$/);
  expect(summary.length).toBeLessThanOrEqual(500);
});

test('its last lines become the handoff, without secrets, whatever they look like', () => {
  const lines = Array.from({ length: 40 }, (_, at) => `line ${at}`);
  const { result, usage } = judged(
    { exitCode: 1 },
    '{"type":"result","is_error":false}',
    ...lines,
    'hunter2-hunter2',
  );
  expect(result?.handoff.split('\n')).toHaveLength(20);
  expect(result?.handoff).not.toContain('hunter2');
  expect(result?.work_performed).toEqual(['Ran: npm test', 'exit code 1, 42 lines of output']);
  expect(usage).toBeNull();
});
