import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { LAYOUTS, makeLayout } from '../../unit/workspace/root-layouts.ts';
import { tempFolder } from '../../unit/workspace/workspace-rig.ts';

const ROOT_SH = fileURLToPath(new URL('../../../hooks/root.sh', import.meta.url));
const SHELLS = ['sh', 'dash', 'bash'].filter((shell) => spawnSync(shell, ['-c', ':']).status === 0);
const PRINT = 'printf "%s\\n" "$OUTLOOP_ROOT" "$OUTLOOP_REPORTS" "$PWD"';

describe.each(SHELLS)('finding the project of a folder in %s', (shell) => {
  test.each(LAYOUTS)('$name', (layout) => {
    const base = tempFolder();
    makeLayout(base, layout);
    const at = join(base, layout.at);
    const expected = [join(base, layout.root).replace(/\/$/, ''), resolve(base, layout.reports)];
    // Named by an argument, and by standing there. The PATH is empty: nothing but builtins can run.
    expect(inShell(shell, `. "$1"; outloop_find_root "$2"; ${PRINT}`, '/', [ROOT_SH, at])).toEqual([
      ...expected,
      '/',
    ]);
    const here = inShell(shell, `. "$1"; outloop_find_root; ${PRINT}`, at, [ROOT_SH]);
    expect(here.slice(0, 2)).toEqual(expected);
    expect(readdirSync(at)).not.toContain('x');
  });

  test('works under errexit and nounset, and with a hostile CDPATH and IFS', () => {
    const base = tempFolder();
    const layout = LAYOUTS.find(({ name }) => name.startsWith('a linked worktree with a relative'));
    if (layout === undefined) throw new Error('no such layout');
    makeLayout(base, layout);
    const script = `set -eu; CDPATH=/tmp:/usr; IFS=/; . "$1"; outloop_find_root "$2"; ${PRINT}`;
    const [root] = inShell(shell, script, base, [ROOT_SH, join(base, layout.at)]);
    expect(root).toBe(join(base, 'main'));
  });
});

function inShell(shell: string, script: string, cwd: string, args: string[]): string[] {
  const found = spawnSync('/bin/sh', ['-c', `command -v ${shell}`], { encoding: 'utf8' }).stdout.trim();
  const run = spawnSync(found, ['-c', script, shell, ...args], {
    cwd,
    env: { PATH: '' },
    encoding: 'utf8',
    // With a socket as its input, bash believes to be a remote login and reads the person's own files.
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
  return run.stdout.split('\n').slice(0, -1);
}
