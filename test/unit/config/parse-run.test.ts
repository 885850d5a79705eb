import { describe, expect, test } from 'vitest';
import { parseRun } from '../../../src/config/parse-run.ts';

const commandOf = (raw: string) => {
  const parsed = parseRun(raw);
  return parsed.ok ? parsed.value : parsed.failure.message;
};

describe('the arguments of /outloop:run', () => {
  test('are a command, with its own quotes and flags, behind flags of ours', () => {
    expect(commandOf('npm test -- --watch=false')).toEqual({ command: 'npm test -- --watch=false' });
    expect(commandOf('--timeout 10m --name "night run" npm test --silent')).toEqual({
      command: 'npm test --silent',
      timeoutMs: 600_000,
      name: 'night run',
    });
    expect(commandOf('--timeout=10m -- --odd')).toEqual({ command: '--odd', timeoutMs: 600_000 });
    expect(commandOf(`echo "it's" && ls`)).toEqual({ command: `echo "it's" && ls` });
  });

  test('lose the quotes around the whole command, and only those', () => {
    expect(commandOf('"npm run build && npm test"')).toEqual({ command: 'npm run build && npm test' });
    expect(commandOf('"my tool" --x "y"')).toEqual({ command: '"my tool" --x "y"' });
  });

  test('are refused with the part that is wrong', () => {
    expect(commandOf('')).toBe('Which command?');
    expect(commandOf('--model opus npm test')).toMatch(/--model is no flag of \/outloop:run/);
    expect(commandOf('--timeout soon npm test')).toMatch(/--timeout: "soon"/);
  });
});

describe('--watch-for', () => {
  test.each([
    ['--watch-for ready npm run dev', 'ready'],
    ['--watch-for "ready on .*:\\d+" npm run dev', 'ready on .*:\\d+'],
    ['--watch-for=".*ready.*" npm run dev', 'ready'],
  ])('%s', (raw, watchFor) => {
    expect(parseRun(raw)).toMatchObject({ ok: true, value: { command: 'npm run dev', watchFor } });
  });

  test.each([
    ['(', 'is not a regular expression'],
    ['(a+)+$', 'repeats a group that holds a repeat or a choice.'],
    ['a.*b.*c.*d', 'more than 2 open-ended repeats'],
    ['a*', 'matches the empty text'],
    ['(?=x)y', 'looks ahead'],
    ['x'.repeat(201), 'is longer than 200 characters'],
  ])('%s is refused', (pattern, why) => {
    const read = parseRun(`--watch-for "${pattern}" npm run dev`);
    expect(read).toMatchObject({ ok: false, failure: { message: expect.stringContaining(why) } });
  });
});
