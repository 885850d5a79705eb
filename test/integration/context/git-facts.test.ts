import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gatherGit } from '../../../src/context/git-facts.ts';
import { renderRealPrime } from '../../../src/context/real-prime.ts';
import { CODER } from '../../unit/context/context-rig.ts';
import { tempFolder } from '../../unit/workspace/workspace-rig.ts';

describe('asking git', () => {
  test('gives the branch and the changes of a repository, hostile names included', () => {
    const root = repository();
    writeFileSync(join(root, 'a.txt'), 'changed');
    writeFileSync(join(root, 'new\n## name "q".txt'), '');
    const facts = gatherGit(root, process.env);
    expect(facts).toMatchObject({ state: 'known', branch: 'main', upstream: null });
    expect(facts.changed).toEqual(['M a.txt', '?? new\n## name "q".txt']);
  });

  test('is not led astray by the environment of a git hook', () => {
    const root = repository();
    const env = { ...process.env, GIT_DIR: '/nowhere', GIT_INDEX_FILE: '/nowhere/index' };
    expect(gatherGit(root, env)).toMatchObject({ state: 'known', branch: 'main' });
  });

  test('tells no repository from no answer', () => {
    const bare = tempFolder();
    expect(gatherGit(bare, { ...process.env, GIT_CEILING_DIRECTORIES: bare }).state).toBe('none');
    expect(gatherGit(bare, { PATH: '/nowhere' }).state).toBe('unknown');
  });

  test('does not wait for a git that hangs', () => {
    const bin = tempFolder();
    writeFileSync(join(bin, 'git'), '#!/bin/sh\nexec sleep 60\n');
    chmodSync(join(bin, 'git'), 0o755);
    expect(gatherGit(tempFolder(), { PATH: `${bin}:${process.env.PATH}` }, 100).state).toBe('unknown');
  });

  test('runs no command that the repository configures', () => {
    const root = repository();
    execFileSync('git', ['config', 'core.fsmonitor', `touch ${join(root, 'ran')}; true`], { cwd: root });
    expect(gatherGit(root, process.env).changed).not.toContain('?? ran');
  });
});

test('the prime of a worker holds the facts of the project and none of its secrets', () => {
  const root = repository();
  const secret = `ghp_${'a1B2'.repeat(9)}`;
  mkdirSync(join(root, 'docs'));
  writeFileSync(join(root, 'docs/brief.md'), `Use ${secret} and open sesame please.`);
  writeFileSync(join(root, 'package.json'), '{"scripts":{"test":"node --test"}}');
  const task = { ...CODER, options: { timeout_ms: 60_000, brief: 'docs/brief.md' } };
  const env = { ...process.env, DOOR_TOKEN: 'open sesame' };
  const prime = renderRealPrime({ root, task, others: [], env, now: 0 });
  expect(prime).toContain('| Git: branch main, 2 uncommitted changes');
  expect(prime).toContain('| Test command: npm test (from package.json)');
  expect(prime).toContain('| Use [redacted:github] and [redacted:environment] please.');
});

function repository(): string {
  const root = tempFolder();
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, stdio: 'ignore' });
  git('init', '-q', '-b', 'main');
  writeFileSync(join(root, 'a.txt'), 'a');
  git('add', 'a.txt');
  git('-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '-q', '-m', 'first');
  return root;
}
