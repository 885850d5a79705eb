import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usageOf } from '../../../src/observe/stream-fold.ts';
import { parseStreamLine } from '../../../src/observe/stream-line.ts';
import { assistant, foldAll, recordedLines, text, tool } from './observe-rig.ts';

describe('reading a line of the stream', () => {
  test('knows the first line of a session', () => {
    expect(parseStreamLine(recordedLines('structured')[0] ?? '')).toMatchObject({
      kind: 'init',
      cwd: '/project',
      model: 'claude-opus-5-5',
      tools: ['Read', 'Edit', 'Write', 'Bash', 'StructuredOutput'],
    });
  });

  test('knows a retry, a denial, a blocked prompt and an injected result', () => {
    const kinds = (name: string) => recordedLines(name).map((line) => parseStreamLine(line));
    expect(kinds('invalid-key')).toContainEqual(
      expect.objectContaining({ kind: 'api_retry', attempt: 1, status: 401 }),
    );
    expect(kinds('all-denied')).toContainEqual(expect.objectContaining({ kind: 'denied', tool: 'Write' }));
    expect(kinds('blocked-prompt')).toContainEqual({ kind: 'blocked', reason: 'nope' });
    const results = kinds('two-results').filter((line) => line.kind === 'result');
    expect(results.map((line) => line.isInjected)).toEqual([false, true]);
  });

  test('takes anything, and never throws', () => {
    const odd = ['', 'null', '7', '[]', '"x"', '{}', '{"type":"system"}', '{"type":"assistant","message":7}'];
    for (const line of odd) expect(() => parseStreamLine(line)).not.toThrow();
    expect(parseStreamLine('{"type":"later_invention"}')).toEqual({
      kind: 'unknown',
      type: 'later_invention',
    });
    expect(parseStreamLine('oops')).toEqual({ kind: 'not_json', text: 'oops' });
  });

  test('takes any JSON in any place of a line, and so does the fold', () => {
    const types = fc.constantFrom('system', 'assistant', 'user', 'result', 'other');
    const subtypes = fc.constantFrom('init', 'api_retry', 'permission_denied', 'informational', 'success');
    fc.assert(
      fc.property(types, subtypes, fc.jsonValue(), fc.jsonValue(), (type, subtype, value, other) => {
        const line = {
          type,
          subtype,
          message: value,
          structured_output: other,
          usage: value,
          errors: value,
          tools: other,
        };
        foldAll([line, { ...line, message: { id: other, content: value, usage: other } }]);
      }),
    );
  });
});

describe('folding a stream', () => {
  test('tells what a person wants to know, one thing per line', () => {
    const { fold, progress } = foldAll(recordedLines('no-structured-tool'));
    expect(progress).toEqual([
      'Looking at the file.',
      'Read a.txt',
      'Bash touch x',
      'Bash was denied',
      'Agent x',
      'Gave its result',
      'final words',
    ]);
    expect(fold).toMatchObject({
      sessionId: '0f9a4c1e-1111-4222-8333-444455556666',
      model: 'claude-opus-5-5',
    });
  });

  test('shows paths of the project relative to it', () => {
    const { progress } = foldAll([
      { type: 'system', subtype: 'init', cwd: '/project', session_id: 's' },
      assistant('1', [tool('Edit', { file_path: '/project/src/a.ts' })]),
      assistant('2', [tool('Read', { file_path: '/elsewhere/b.ts' })]),
    ]);
    expect(progress).toEqual(['Edit src/a.ts', 'Read /elsewhere/b.ts']);
  });

  test('remembers the files that were written', () => {
    const { fold } = foldAll([
      assistant('1', [
        tool('Write', { file_path: 'a.ts' }),
        tool('Edit', { file_path: 'b.ts' }),
        tool('Read', { file_path: 'c.ts' }),
      ]),
    ]);
    expect([...fold.touchedFiles]).toEqual(['a.ts', 'b.ts']);
  });

  test('cuts long progress and takes escape sequences, line breaks and secrets out of it', () => {
    const secret = `ghp_${'a1B2'.repeat(9)}`;
    const { progress } = foldAll([
      assistant('1', [tool('Bash', { command: `echo \u001b]0;title\u0007${'x'.repeat(500)}` })]),
      assistant('2', [tool('Bash', { command: `git clone\nhttps://x:${secret}@example.org` })]),
      assistant('3', [tool('Bash', { command: `${'y'.repeat(100)} ${secret}` })]),
    ]);
    expect(progress[0]).toMatch(/^Bash echo x+…$/);
    expect([...(progress[0] ?? '')]).toHaveLength(120);
    expect(progress[1]).toMatch(/^Bash git clone https:\/\/x:\[redacted:/);
    expect(progress.join(' ')).not.toContain('ghp_');
  });

  test('says nothing twice in a row and nothing of empty text', () => {
    const { progress } = foldAll([
      assistant('1', [text('## Plan\n\nFirst I look. Then more.')]),
      assistant('2', [text('\n\n---\n')]),
      assistant('3', [tool('Bash', { command: 'npm test' })]),
      assistant('4', [tool('Bash', { command: 'npm test' })]),
    ]);
    expect(progress).toEqual(['Plan', 'Bash npm test']);
  });

  test('counts the usage of a reply once, however many lines it comes in', () => {
    const usage = {
      input_tokens: 100,
      output_tokens: 1,
      cache_read_input_tokens: 7,
      cache_creation_input_tokens: 3,
    };
    const { fold } = foldAll([
      assistant('1', [text('a'.repeat(400))], usage),
      assistant('1', [tool('Read', { file_path: 'a' })], usage),
      assistant('2', [text('b')], usage),
    ]);
    expect(usageOf(fold)).toMatchObject({
      input_tokens: 200,
      cache_read_tokens: 14,
      cache_write_tokens: 6,
      turns: 2,
    });
    expect(usageOf(fold).output_tokens).toBeGreaterThan(100);
  });

  test('leaves the replies of the client itself out', () => {
    const { fold, progress } = foldAll(recordedLines('not-logged-in'));
    expect(fold.turns).toBe(0);
    expect(progress).toEqual([]);
  });

  test('tells of retries', () => {
    expect(foldAll(recordedLines('api-500')).progress).toEqual(['API 500 server error: try 1 of 1 in 1 s']);
  });

  test('keeps a few of the lines that are no JSON, and counts all', () => {
    const { fold } = foldAll(['', '  ', ...Array.from({ length: 9 }, (_, index) => `stray ${index}`)]);
    expect(fold.strayCount).toBe(9);
    expect(fold.strayLines).toHaveLength(5);
  });
});
