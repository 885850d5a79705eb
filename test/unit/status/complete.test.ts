import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { commandTree } from '../../../src/entry/command-tree.ts';
import { addTaskFlags } from '../../../src/entry/task-flags.ts';
import { complete } from '../../../src/verbs/complete.ts';
import { endedTask, openTask, stateWith } from '../build-state.ts';

const program = new Command('outloop').version('1');
addTaskFlags(program.command('submit').description('delegate').argument('[agent]').argument('[task]'));
program.command('cancel').argument('[id]').option('--all', 'all of them').option('-n, --lines <n>', 'lines');
program.command('retry').argument('<id>');
program.command('wait').argument('<ids...>');
program.command('list').option('--status <which>', 'which');
program.command('secret', { hidden: true });
program.command('schedule').description('times').command('show').argument('<id>');
const tree = commandTree(program);

const state = stateWith(
  [openTask('20261121-064301-coder-k3f9', { agent: 'coder', description: 'fix\u001b[2J the parser' })],
  [endedTask('20261121-064301-tester-ab12', { agent: 'tester', status: 'timed_out', name: 'nightly' })],
);
const values = (...words: string[]) => complete(tree, words, state).map(({ value }) => value);

describe('what may stand where the cursor is', () => {
  test.each([
    [[''], ['submit', 'cancel', 'retry', 'wait', 'list', 'schedule']],
    [['sc'], ['schedule']],
    [['schedule', ''], ['show']],
    [['cancel', ''], ['k3f9']],
    [['retry', ''], ['ab12']],
    [
      ['wait', ''],
      ['k3f9', 'ab12'],
    ],
    [['wait', 'k3f9', 'a'], ['ab12']],
    [
      ['cancel', '--'],
      ['--all', '--lines', '--help'],
    ],
    [['cancel', '--all', ''], ['k3f9']],
    [['cancel', '-n', ''], []],
    [
      ['submit', 're'],
      ['researcher', 'reviewer'],
    ],
    [['submit', 'coder', ''], []],
    [['submit', '--on-failure', 'agent:t'], ['agent:tester']],
    [
      ['submit', '--limits', ''],
      ['default', 'seed'],
    ],
    [['submit', '--limits=se'], ['seed']],
    [
      ['submit', '--limits', '='],
      ['default', 'seed'],
    ],
    [['submit', '--limits', '=', 'd'], ['default']],
    [
      ['submit', '--after', 'k3f9,'],
      ['k3f9,k3f9', 'k3f9,ab12'],
    ],
    [['list', '--status', 'failed,lo'], ['failed,lost']],
    [['submit', '--brief', ''], []],
    [['nope', ''], []],
  ])('%j', (words, wanted) => {
    expect(values(...words)).toEqual(wanted);
  });

  test('is said in words that are safe on a terminal', () => {
    expect(complete(tree, ['wait', ''], state)).toEqual([
      { value: 'k3f9', description: 'coder queued: fix the parser' },
      { value: 'ab12', description: 'tester timed out: nightly' },
    ]);
  });

  test('is there without a journal too', () => {
    expect(complete(tree, ['wait', ''], null)).toEqual([]);
    expect(complete(tree, [], null)).not.toEqual([]);
  });
});
