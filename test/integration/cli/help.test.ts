import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type SupervisedProject, superviseProject } from '../supervisor/supervised-project.ts';

const run = promisify(execFile);
let supervised: SupervisedProject;

beforeAll(async () => {
  supervised = await superviseProject();
});

afterAll(() => supervised?.[Symbol.asyncDispose]());

/** What may follow these words, as the shells ask for it. */
async function candidates(...words: string[]): Promise<string[]> {
  const { stdout } = await supervised.outloop('complete', '--', ...words);
  return stdout.split('\n').flatMap((line) => (line === '' ? [] : [line.split('\t')[0] ?? '']));
}

test('every verb has help with examples and --json, in 80 columns', async () => {
  const verbs = await candidates('');
  expect(verbs).toEqual(expect.arrayContaining(['submit', 'retry', 'answer', 'show', 'completion']));
  const groups = ['schedule', 'policy', 'service'];
  const nested = await Promise.all(
    groups.map(async (group) => (await candidates(group, '')).map((verb) => [group, verb])),
  );
  const all = [...verbs.filter((verb) => !groups.includes(verb)).map((verb) => [verb]), ...nested.flat()];
  expect(all.length).toBeGreaterThan(30);
  for (const words of all) {
    const { stdout, exitCode } = await supervised.outloop(...words, '--help');
    expect(exitCode).toBe(0);
    expect(stdout, words.join(' ')).toMatch(/\nExamples:\n {2}\S/);
    expect(stdout, words.join(' ')).toContain('--json');
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  }
});

test('ids are completed from the journal, open or ended as the verb wants them', async () => {
  const ended = await supervised.submit('echo done', '--name', 'over');
  await supervised.outloop('wait', ended);
  expect(await candidates('retry', '')).toEqual([ended.slice(-4)]);
  expect(await candidates('cancel', '')).toEqual([]);
  const { stdout } = await supervised.outloop('complete', '--', 'show', ended.slice(-4, -2));
  expect(stdout).toBe(`${ended.slice(-4)}\tcommand completed: over\n`);
});

test('bash completes verbs, flags and ids by the script that it was given', async () => {
  const { stdout: script } = await supervised.outloop('completion', 'bash');
  const ask = async (...words: string[]) => {
    const set = `COMP_WORDS=(outloop ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}`;
    const lines = `${script}\n${set}\n_outloop outloop\nprintf '%s\\n' "\${COMPREPLY[@]}"`;
    const PATH = `${inject('plugin')}/bin:${process.env.PATH}`;
    const env = supervised.project.env({ OUTLOOP_NODE: process.execPath, PATH });
    const done = await run('bash', ['-c', lines], { cwd: supervised.project.dir, env });
    return done.stdout.trim().split('\n');
  };
  expect(await ask('stat')).toEqual(['status']);
  expect(await ask('status', '--wa')).toEqual(['--watch']);
  expect(await ask('submit', '--limits', 's')).toEqual(['seed']);
  expect(await ask('list', '--agent', 'co')).toEqual(['coder', 'command']);
});

test.each(['zsh', 'fish'])('there is a script for %s, and it asks outloop itself', async (shell) => {
  const { stdout, exitCode } = await supervised.outloop('completion', shell);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('complete -- ');
  const checked = await run(shell, ['-n', '-c', stdout]).catch((error: NodeJS.ErrnoException) => error);
  if ('code' in checked && checked.code === 'ENOENT') process.stdout.write(`skipped: ${shell}\n`);
  else expect(checked).not.toHaveProperty('code');
});

test('a shell that is not known is refused with those that are', async () => {
  const { exitCode, stderr } = await supervised.outloop('completion', 'tcsh');
  expect(exitCode).toBe(2);
  expect(stderr).toContain('bash, zsh, fish');
});
