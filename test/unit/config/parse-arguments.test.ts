import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../src/config/parse-arguments.ts';

/** What the arguments say, or the first line of the refusal. */
function parse(raw: string, root?: string): unknown {
  const parsed = parseArguments(raw, root);
  return parsed.ok ? parsed.value : parsed.failure.message;
}

describe('the arguments of /background', () => {
  test.each([
    ['coder "implement the export"', { agent: 'coder', task: 'implement the export' }],
    ['"implement the export" coder', { agent: 'coder', task: 'implement the export' }],
    ['Coder "implement the export"', { agent: 'coder', task: 'implement the export' }],
    ['"implement the export"', { task: 'implement the export' }],
    ['implement the export', { task: 'implement the export' }],
    ['coder implement the export', { agent: 'coder', task: 'implement the export' }],
    ["coder 'it's broken'", { agent: 'coder', task: "it's broken" }],
    ["it's broken in the parser", { task: "it's broken in the parser" }],
    ['coder run python -m pytest and fix it', { agent: 'coder', task: 'run python -m pytest and fix it' }],
    ['fix the "foo" bug', { task: 'fix the "foo" bug' }],
    ["rock 'n roll is misspelt", { task: "rock 'n roll is misspelt" }],
    ['fix `npm test --coverage` on Windows', { task: 'fix `npm test --coverage` on Windows' }],
    ['fix "cmd --flag x" on Windows', { task: 'fix "cmd --flag x" on Windows' }],
    ['coder “smart quotes are fine”', { agent: 'coder', task: 'smart quotes are fine' }],
    ['coder „deutsche auch“', { agent: 'coder', task: 'deutsche auch' }],
    ['coder «ceux-ci aussi»', { agent: 'coder', task: 'ceux-ci aussi' }],
    ['coder "say \\"hi\\" in C:\\new"', { agent: 'coder', task: 'say "hi" in C:\\new' }],
    ['test /users and /api/orders endpoints', { task: 'test /users and /api/orders endpoints' }],
    ['coder -- --verbose is ignored', { agent: 'coder', task: '--verbose is ignored' }],
    ['  coder   "two  spaces  stay"  ', { agent: 'coder', task: 'two  spaces  stay' }],
    ['analyze $(touch x) `id`; rm', { task: 'analyze $(touch x) `id`; rm' }],
  ])('%s', (raw, value) => {
    expect(parse(raw)).toEqual(value);
  });

  test('take flags in any order, with a space or an equals sign', () => {
    const value = {
      agent: 'tester',
      task: 'cover the parser',
      model: 'opus',
      report: 'reports/a b.md',
      brief: 'docs/task.md',
      timeoutMs: 5_400_000,
      maxTurns: 20,
      budgetUsd: 2.5,
      name: 'cover',
    };
    const flags =
      '--report "reports/a b.md" --brief=docs/task.md --timeout 1h30m --max-turns 20 --budget $2.50 --name cover';
    expect(parse(`--model opus tester "cover the parser" ${flags}`)).toEqual(value);
    expect(parse(`tester cover ${flags} --model=opus the parser`)).toEqual(value);
  });

  test('leave an unknown agent to the policy, which knows the nearest one', () => {
    expect(parse('codr "fix the parser"')).toEqual({ agent: 'codr', task: 'fix the parser' });
  });

  test.each([
    ['', 'There is no task.'],
    ['coder', 'There is no task for the coder.'],
    ['coder ""', 'The task is empty.'],
    ['coder "fix it" --modle x', 'There is no flag --modle. Did you mean --model?'],
    ['coder fix the --dry-run flag', 'There is no flag --dry-run.'],
    ['coder "x" --model a --model b', '--model is given twice.'],
    ['coder "x" --timeout', '--timeout has no value.'],
    ['coder "x" --model --name y', '--model has no value.'],
    ['coder "never closed', 'The quote at "never closed is never closed.'],
    ['coder fix the "foo bug --model x', 'The quote at "foo bug --model x is never closed.'],
    ['coder "x" --name "never closed', 'The quote at "never closed is never closed.'],
    ['"one task" "two tasks"', 'There are two quoted tasks: the second is "two tasks".'],
    ['"foo" is undefined', 'Beside the quoted task stands: is undefined'],
    ['coder "x" --timeout 5s', '--timeout: "5s" is no allowed duration.'],
    ['coder "x" --timeout 25h', '--timeout: "25h" is no allowed duration.'],
    ['coder "x" --timeout 20', '--timeout: "20" is no allowed duration.'],
    ['coder "x" --max-turns 2.5', '--max-turns: "2.5" is not allowed.'],
    ['coder "x" --max-turns 1001', '--max-turns: "1001" is not allowed.'],
    ['coder "x" --budget -1', '--budget: "-1" is not allowed.'],
    ['coder "x" --budget 0', '--budget: "0" is not allowed.'],
    ['coder "x" --model -p', '--model: "-p" is no name of a model.'],
    ['coder "x" --name ../up', '--name: "../up" is no name.'],
    ['coder "x" --report ../up.md', '--report ../up.md cannot be used: it is outside the project.'],
    ['coder "x" --report a/../../up.md', '--report a/../../up.md cannot be used: it is outside the project.'],
    ['coder "x" --brief ~/notes.md', '--brief ~/notes.md cannot be used: it is outside the project.'],
    ['coder "x" --brief "a\u0007b"', '--brief ab cannot be used: it holds control characters.'],
    ['/outloop:status', 'A second command is stacked: /outloop:status'],
    ['coder "fix it" /outloop:status', 'A second command is stacked: /outloop:status'],
    ['coder "fix it" /status', 'A second command is stacked: /status'],
    ['coder fix it /other:command now', 'A second command is stacked: /other:command'],
    ['coder fix it\n/status', 'A second command is stacked: /status'],
    ['a'.repeat(20_001), 'The arguments have 20001 characters; allowed are 20000.'],
  ])('%s is refused by the part that is wrong', (raw, message) => {
    expect(parse(raw)).toBe(message);
  });

  test('judge absolute paths where the root is known', () => {
    const outside = '--brief /etc/hosts cannot be used: it is outside the project.';
    expect(parse('coder "x" --brief /etc/hosts', '/home/me/project')).toBe(outside);
    expect(parse('coder "x" --brief /home/me/project/a.md', '/home/me/project')).toMatchObject({
      brief: '/home/me/project/a.md',
    });
  });

  test('never throw, whatever is typed', () => {
    fc.assert(fc.property(anyArguments, (raw) => typeof parseArguments(raw).ok === 'boolean'));
  });

  test('give back any quoted text exactly', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(text.trim() !== '');
        expect(parse(`coder ${quoteText(text)} --name x`)).toEqual({ agent: 'coder', task: text, name: 'x' });
      }),
      { examples: [['ends in \\'], ['a\\"b\\\\"'], ['"'], ['x" --model y'], ['" /a:b "']] },
    );
  });

  test('give back a text without quotes as it was typed in quotes', () => {
    const plain = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/["\\]/.test(text));
    fc.assert(
      fc.property(plain, (text) => {
        fc.pre(text.trim() !== '');
        expect(parse(`"${text}"`)).toEqual({ task: text });
      }),
    );
  });
});

/** In double quotes, so that exactly this text is meant. */
function quoteText(text: string): string {
  const escaped = text.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1');
  return `"${escaped}"`;
}

/** Pieces that meet in every order. */
const anyArguments = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'coder',
        '"',
        "'",
        '“',
        '”',
        '`',
        '--model',
        '--report=',
        '--',
        '--x',
        '\\',
        '/a',
        '/a:b',
        '\n',
        '20m',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    ),
    { maxLength: 12 },
  )
  .chain((pieces) => fc.constantFrom('', ' ').map((gap) => pieces.join(gap)));
