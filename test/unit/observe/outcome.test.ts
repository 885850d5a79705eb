import { describe, expect, test } from 'vitest';
import { judgeOutcome } from '../../../src/observe/outcome.ts';
import type { Verdict, WorkerEnd } from '../../../src/observe/verdict.ts';
import { assistant, foldAll, recordedLines, text, tool, workerEnd } from './observe-rig.ts';

function judgeRecorded(name: string, parts: Partial<WorkerEnd> = {}): Verdict {
  return judgeOutcome(workerEnd(foldAll(recordedLines(name)).fold, parts));
}

describe('a worker that did its task', () => {
  test('is completed with its structured result, its cost and no reason', () => {
    const verdict = judgeRecorded('structured');
    expect(verdict).toMatchObject({ status: 'completed', summary: 'done it', why: '', denied: [] });
    expect(verdict.result).toMatchObject({ status: 'completed', work_performed: ['a'], issues: [] });
    expect(verdict.usage).toMatchObject({ input_tokens: 1000, output_tokens: 100, turns: 2 });
    expect(verdict.usage?.cost_usd).toBeCloseTo(0.006);
  });

  test('is completed with its last words where it gave no structured result', () => {
    const verdict = judgeRecorded('text-only');
    expect(verdict).toMatchObject({ status: 'completed', summary: 'just text' });
    expect(verdict.result).toMatchObject({
      handoff: 'just text',
      issues: [expect.stringContaining('no structured result')],
    });
  });

  test('counts the money and turns of all its runs once', () => {
    const verdict = judgeRecorded('two-results');
    expect(verdict.status).toBe('completed');
    expect(verdict.usage).toMatchObject({ input_tokens: 3000, output_tokens: 300, turns: 5 });
    expect(verdict.usage?.cost_usd).toBeCloseTo(0.018);
  });

  test('keeps its answer when the client goes on by itself and the last run has none', () => {
    const lines = [
      result({ structured_output: workResult('the answer') }),
      result({ result: 'A background shell has ended.', origin: { kind: 'task-notification' } }),
    ];
    expect(judgeOutcome(workerEnd(foldAll(lines).fold))).toMatchObject({
      status: 'completed',
      summary: 'the answer',
    });
  });

  test('gives its later answer when a later run has one', () => {
    const lines = [
      result({ structured_output: workResult('tests still run') }),
      result({ structured_output: workResult('tests passed'), origin: { kind: 'task-notification' } }),
    ];
    expect(judgeOutcome(workerEnd(foldAll(lines).fold)).summary).toBe('tests passed');
  });

  test('is completed, with what was denied among its issues, where only some calls were', () => {
    const lines = [
      assistant('1', [tool('Read', { file_path: 'a' }, 't1'), tool('Bash', { command: 'curl x' }, 't2')]),
      { type: 'system', subtype: 'permission_denied', tool_name: 'Bash', tool_use_id: 't2' },
      { type: 'user', message: { content: [{ type: 'tool_result', tool_use_id: 't1' }] } },
      result({ structured_output: workResult('done') }),
    ];
    const verdict = judgeOutcome(workerEnd(foldAll(lines).fold));
    expect(verdict).toMatchObject({ status: 'completed', denied: ['Bash curl x'] });
    expect(verdict.result?.issues).toEqual(['Denied to the worker: Bash curl x']);
  });

  test('stays completed when the client fails behind its result, and says so', () => {
    const { fold } = foldAll([result({ structured_output: workResult('done') })]);
    const verdict = judgeOutcome(workerEnd(fold, { exitCode: 143 }));
    expect(verdict.status).toBe('completed');
    expect(verdict.result?.issues).toEqual([expect.stringContaining('exit code 143')]);
  });

  test('is completed though cancelled or out of time, if it was done before that reached it', () => {
    const { fold } = foldAll([result({ structured_output: workResult('done') })]);
    expect(judgeOutcome(workerEnd(fold, { cancelled: true })).status).toBe('completed');
    expect(judgeOutcome(workerEnd(fold, { timedOut: true })).status).toBe('completed');
  });

  test('is judged by its result where its exit code is not known', () => {
    const { fold } = foldAll([result({ structured_output: workResult('done') })]);
    expect(judgeOutcome(workerEnd(fold, { exitCode: null })).status).toBe('completed');
  });
});

describe('a worker that says itself that it did not do its task', () => {
  test('has failed, with what it needs', () => {
    const blocked = { ...workResult('No database here'), status: 'blocked', issues: ['Start the database'] };
    const verdict = judgeOutcome(workerEnd(foldAll([result({ structured_output: blocked })]).fold));
    expect(verdict).toMatchObject({ status: 'failed', summary: 'Blocked: No database here' });
    expect(verdict.why).toContain('Start the database');
    expect(verdict.result?.status).toBe('blocked');
    const failed = { ...workResult('Tests fail'), status: 'failed' };
    expect(judgeOutcome(workerEnd(foldAll([result({ structured_output: failed })]).fold)).summary).toBe(
      'Failed: Tests fail',
    );
  });
});

describe('a worker that failed although the client says success', () => {
  test('was denied every tool', () => {
    const verdict = judgeRecorded('all-denied');
    expect(verdict).toMatchObject({ status: 'failed', denied: ['Write x'] });
    expect(verdict.summary).toContain('denied (Write x)');
    expect(verdict.why).toContain('The reason given: no approval surface');
    expect(verdict.why).toContain("project's permissions");
  });

  test('claims to be done though every call was denied', () => {
    expect(judgeRecorded('denied-but-completed')).toMatchObject({
      status: 'failed',
      denied: ['Bash touch x'],
    });
  });

  test('was denied everything by a hook, for example because the guard is gone', () => {
    const verdict = judgeRecorded('guard-missing', { exitCode: 1 });
    expect(verdict).toMatchObject({ status: 'failed', denied: ['Bash touch x'] });
    expect(verdict.summary).toContain('denied (Bash touch x)');
    expect(verdict.why).toContain('cannot open /nowhere/guard.sh');
    expect(verdict.why).toContain('outloop doctor');
  });

  test('had its prompt blocked by a hook', () => {
    const verdict = judgeRecorded('blocked-prompt');
    expect(verdict.status).toBe('failed');
    expect(verdict.summary).toBe('The task never reached the model: a hook blocked it (nope).');
    expect(verdict.why).toContain('UserPromptSubmit');
    expect(verdict.result).toBeNull();
  });

  test('ended without a word', () => {
    const verdict = judgeOutcome(workerEnd(foldAll([assistant('1', []), result({ result: '' })]).fold));
    expect(verdict).toMatchObject({ status: 'failed', result: null });
    expect(verdict.summary).toContain('without saying anything');
  });
});

describe('a worker that the client ended with an error', () => {
  const cases: [recording: string, failureClass: string, summary: RegExp, next: RegExp][] = [
    ['max-turns', 'limit', /limit of turns \(3\)/, /--max-turns/],
    ['budget', 'limit', /budget: \$0\.60 used/, /--budget/],
    ['invalid-key', 'work', /not logged in: Invalid API key/, /\/login/],
    ['not-logged-in', 'work', /not logged in: Not logged in/, /\/login/],
    ['no-credit', 'work', /no credit/, /Add credit/],
    ['api-500', 'overloaded', /The API failed: API Error: 500/, /submit the task again/],
    ['api-429', 'rate_limited', /at its limit: .*429/, /Wait until/],
    ['prompt-too-long', 'work', /no longer fits/, /smaller tasks/],
    ['bad-model', 'work', /model is not available: .*nonsense/, /--model/],
  ];
  test.each(cases)('%s: says what it was and what to do', (recording, failureClass, summary, next) => {
    const verdict = judgeRecorded(recording, { exitCode: 1 });
    expect(verdict.status).toBe(failureClass === 'limit' ? 'limit_exceeded' : 'failed');
    expect(verdict.failureClass).toBe(failureClass);
    expect(verdict.result).toBeNull();
    expect(verdict.summary).toMatch(summary);
    expect(verdict.why).toMatch(next);
  });

  test('counts what a run used up that its budget ended', () => {
    expect(judgeRecorded('budget', { exitCode: 1 }).usage).toMatchObject({
      input_tokens: 100_000,
      output_tokens: 10_000,
    });
  });

  test('has words for an error that nobody has seen yet', () => {
    const { fold } = foldAll([
      result({ is_error: true, subtype: 'error_of_tomorrow', errors: ['The moon is full'] }),
    ]);
    expect(judgeOutcome(workerEnd(fold, { exitCode: 1 })).summary).toContain('The moon is full');
  });
});

describe('a worker without a result', () => {
  test('is cancelled or timed out where we ended it', () => {
    const cancelled = judgeRecorded('sigterm', { exitCode: 143, cancelled: true });
    expect(cancelled).toMatchObject({ status: 'cancelled', summary: 'Cancelled.' });
    const timedOut = judgeRecorded('sigterm', { exitCode: 143, timedOut: true });
    expect(timedOut).toMatchObject({
      status: 'timed_out',
      summary: 'Stopped at its time limit of 20 minutes.',
    });
    expect(timedOut.why).toContain('Its last step: Read a.txt');
    expect(timedOut.why).toContain('--timeout');
  });

  test('is lost where something else ended it, or it disappeared', () => {
    expect(judgeRecorded('sigterm', { exitCode: 143 })).toMatchObject({
      status: 'lost',
      summary: expect.stringContaining('SIGTERM'),
    });
    expect(judgeRecorded('sigterm', { exitCode: null, signal: 'SIGKILL' })).toMatchObject({ status: 'lost' });
    expect(judgeRecorded('sigterm', { exitCode: null })).toMatchObject({
      status: 'lost',
      summary: expect.stringContaining('disappeared'),
    });
  });

  test('keeps an estimate of what it used', () => {
    expect(judgeRecorded('sigterm', { exitCode: 143 }).usage).toMatchObject({
      input_tokens: 1000,
      turns: 1,
      cost_usd: 0,
    });
  });

  test('names the files that it was seen writing', () => {
    const { fold } = foldAll([
      { type: 'system', subtype: 'init', cwd: '/project', session_id: 's' },
      assistant('1', [tool('Write', { file_path: '/project/src/a.ts' })]),
    ]);
    expect(judgeOutcome(workerEnd(fold, { timedOut: true })).touched).toEqual(['src/a.ts']);
  });

  test('never started: the error stream says why', () => {
    const { fold } = foldAll(['']);
    const verdict = judgeOutcome(
      workerEnd(fold, { exitCode: 1, stderrTail: "error: unknown option '--no-such-flag'\n" }),
    );
    expect(verdict).toMatchObject({ status: 'failed', usage: null, result: null });
    expect(verdict.summary).toBe("The client did not start: error: unknown option '--no-such-flag'");
    expect(verdict.why).toContain('outloop doctor');
  });

  test('never started and wrote its complaint where the stream should be', () => {
    const { fold } = foldAll(['Segmentation something', 'more']);
    expect(judgeOutcome(workerEnd(fold, { exitCode: 2 })).summary).toContain('Segmentation something');
  });

  test('ended with exit code 0 and nothing at all', () => {
    const verdict = judgeOutcome(workerEnd(foldAll([]).fold));
    expect(verdict.status).toBe('failed');
    expect(verdict.summary).toContain('exit code 0');
  });

  test('names the API error that it was waiting on', () => {
    const { fold } = foldAll([...recordedLines('api-500').slice(0, 2)]);
    expect(judgeOutcome(workerEnd(fold, { exitCode: null, signal: 'SIGKILL' })).why).toContain(
      'The API was failing (500)',
    );
  });

  test('was cut off in the middle of its last line', () => {
    const lines = recordedLines('structured');
    for (let cut = 1; cut < (lines.at(-1)?.length ?? 0); cut += 37) {
      const { fold } = foldAll([...lines.slice(0, -1), lines.at(-1)?.slice(0, cut) ?? '']);
      expect(judgeOutcome(workerEnd(fold, { exitCode: null, signal: 'SIGKILL' })).status).toBe('lost');
    }
  });
});

test('a verdict holds no secrets and no control characters', () => {
  const secret = `ghp_${'a1B2'.repeat(9)}`;
  const lines = [
    assistant('1', [text('x'), tool('Bash', { command: `curl -H "x-api-key: ${secret}"` }, 't1')]),
    { type: 'system', subtype: 'permission_denied', tool_name: 'Bash', tool_use_id: 't1' },
    result({
      structured_output: { ...workResult(`\u001b[31m${secret}`), issues: [secret], handoff: secret },
    }),
  ];
  const verdict = JSON.stringify(judgeOutcome(workerEnd(foldAll(lines).fold)));
  expect(verdict).not.toContain(secret);
  expect(verdict).toContain('[redacted:github]');
});

function workResult(summary: string): object {
  return {
    status: 'completed',
    summary,
    work_performed: [],
    files: [],
    next_steps: [],
    issues: [],
    handoff: '',
  };
}

function result(parts: object): object {
  return {
    type: 'result',
    subtype: 'success',
    is_error: false,
    num_turns: 1,
    result: 'text',
    total_cost_usd: 0.01,
    ...parts,
  };
}
