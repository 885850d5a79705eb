import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { pollUntil } from '../../harness/processes.ts';
import { skipWithoutTmux } from '../../harness/tmux-client.ts';
import { type SupervisedProject, superviseProject } from '../supervisor/supervised-project.ts';

const run = promisify(execFile);
const socket = `outloop-${randomUUID().slice(0, 8)}`;
let supervised: SupervisedProject;
let id: string;

const tmux = async (...args: string[]) =>
  (await run('tmux', ['-u', '-L', socket, '-f', '/dev/null', ...args], { env: supervised.project.env() }))
    .stdout;
const screen = () => tmux('capture-pane', '-p', '-t', 'main');

async function screenWith(words: RegExp): Promise<string> {
  const seen = await pollUntil(async () => {
    const text = await screen();
    return words.test(text) && text;
  }, 60_000);
  if (seen === undefined) throw new Error(`the screen never showed ${words}:\n${await screen()}`);
  return seen;
}

beforeAll(async () => {
  supervised = await superviseProject();
  id = await supervised.submit('until [ -e go ]; do sleep 0.1; done; echo gone', '--name', 'watched');
});

afterAll(async () => {
  await tmux('kill-server').catch(() => '');
  await supervised.project.write('go', '');
  await supervised.outloop('wait', id);
  await supervised[Symbol.asyncDispose]();
});

test.skipIf(skipWithoutTmux())(
  'status --watch redraws in place, and ctrl-C leaves the terminal as it was',
  async () => {
    await tmux('new-session', '-d', '-s', 'main', '-x', '80', '-y', '24', '-c', supervised.project.dir, 'sh');
    await tmux('send-keys', 'PS1="ready> "; clear; echo what was here before', 'Enter');
    await screenWith(/^what was here before\nready>/m);
    await tmux(
      'send-keys',
      `OUTLOOP_NODE=${process.execPath} ${inject('plugin')}/bin/outloop status --watch`,
      'Enter',
    );
    const first = await screenWith(/ctrl-C or q leaves/);
    expect(first).toMatch(/^Background tasks: 1 open, 0 ended\nTASK +AGENT +STATUS +DURATION +PROGRESS\n/);
    expect(first).not.toContain('what was here before');
    expect((await tmux('display-message', '-p', '-t', 'main', '#{alternate_on} #{cursor_flag}')).trim()).toBe(
      '1 0',
    );

    await supervised.project.write('go', '');
    const second = await screenWith(/0 open, 1 ended/);
    expect(second.match(/Background tasks/g)).toHaveLength(1);
    expect(second).toContain('completed');

    await tmux('send-keys', 'C-c');
    const after = await screenWith(/what was here before/);
    expect(after).not.toContain('Background tasks');
    expect((await tmux('display-message', '-p', '-t', 'main', '#{alternate_on} #{cursor_flag}')).trim()).toBe(
      '0 1',
    );
    // Keys are echoed again, and the shell goes on.
    await tmux('send-keys', 'echo back in $((20 + 1)) shells', 'Enter');
    expect(await screenWith(/^back in 21 shells/m)).toContain('ready> echo back in');
  },
);

test('--watch without a terminal is refused', async () => {
  const { exitCode, stderr, stdout } = await supervised.outloop('status', '--watch');
  expect(stderr).toContain('--watch needs a terminal');
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
});
