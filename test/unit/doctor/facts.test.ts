import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkPlugin } from '../../../src/doctor/check-plugin.ts';
import { linuxFileSystem, macFileSystem } from '../../../src/doctor/file-system.ts';
import { isLinkedWorktree } from '../../../src/doctor/linked-worktree.ts';
import { tryReports } from '../../../src/doctor/try-reports.ts';
import { headlessArguments } from '../../../src/runners/headless-command.ts';
import { NEEDED_FLAGS, probeCachePath, probeClient, readProbe } from '../../../src/runners/probe-client.ts';
import { aVerbContext, putFile } from '../verb-rig.ts';

describe('file systems', () => {
  test.each([
    [0xef53, 'local'],
    [0x58465342, 'local'],
    [0x6969, 'network'],
    [0xff534d42, 'network'],
    // As a signed number, as some systems give it.
    [0xfe534d42 - 2 ** 32, 'network'],
    [0x65735546, 'perhaps-network'],
    [0x01021997, 'perhaps-network'],
  ])('of Linux by number: %i is %s', (type, kind) => {
    expect(linuxFileSystem(type).kind).toBe(kind);
  });

  test('of macOS by the deepest mount above the folder', () => {
    const mounts = [
      '/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)',
      '/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)',
      '//ada@nas/share on /Volumes/share (smbfs, nodev, nosuid, mounted by ada)',
      'cloud on /Volumes/my cloud (macfuse, nodev)',
    ].join('\n');
    expect(macFileSystem(mounts, '/private/tmp/p')).toEqual({ kind: 'local', name: 'apfs' });
    expect(macFileSystem(mounts, '/Volumes/share/p')).toEqual({ kind: 'network', name: 'smbfs' });
    expect(macFileSystem(mounts, '/Volumes/shared/p').name).toBe('apfs');
    expect(macFileSystem(mounts, '/Volumes/my cloud/p').kind).toBe('perhaps-network');
    expect(macFileSystem('', '/p').kind).toBe('unknown');
  });
});

describe('the reports folder', () => {
  test('that is not there yet is not made', () => {
    const { root, reports } = aVerbContext().paths;
    expect(tryReports(reports, process.platform)).toMatchObject({ exists: false, problem: null });
    expect(readdirSync(root)).toEqual([]);
  });

  test('is tried by writing, and left as it was', () => {
    const { reports } = aVerbContext().paths;
    mkdirSync(reports);
    expect(tryReports(reports, process.platform)).toMatchObject({ exists: true, problem: null });
    expect(readdirSync(reports)).toEqual([]);
  });

  test('that is a file is named with the reason', () => {
    const { reports } = aVerbContext().paths;
    writeFileSync(reports, '');
    expect(tryReports(reports, process.platform).problem).toBe('ENOTDIR');
  });
});

test('a linked worktree is told from a repository and from a plain folder', () => {
  const { root } = aVerbContext().paths;
  const git = (...args: string[]) => execFileSync('git', ['-C', root, ...args], { stdio: 'ignore' });
  expect(isLinkedWorktree(root)).toBe(false);
  git('init', '-q');
  git('-c', 'user.name=a', '-c', 'user.email=a@b.invalid', 'commit', '-q', '--allow-empty', '-m', 'x');
  git('worktree', 'add', '-q', join(root, 'tree'));
  expect(isLinkedWorktree(join(root))).toBe(false);
  expect(isLinkedWorktree(join(root, 'tree'))).toBe(true);
});

describe('the plugin', () => {
  const settings = (id: string, isOn: boolean) => JSON.stringify({ enabledPlugins: { [id]: isOn } });

  test('is on where the settings that decide say so', () => {
    const { root } = aVerbContext().paths;
    const local = putFile(join(root, 'local.json'), settings('outloop@outloop', false));
    const project = putFile(join(root, 'project.json'), settings('outloop@outloop', true));
    const other = putFile(join(root, 'other.json'), settings('outlook@office', true));
    expect(checkPlugin([project])).toMatchObject({ status: 'ok', summary: expect.stringContaining(project) });
    expect(checkPlugin([local, project]).status).toBe('warn');
    expect(checkPlugin([other, join(root, 'missing.json')]).status).toBe('warn');
  });
});

describe('probing a client', () => {
  const HELP = NEEDED_FLAGS.map((flag) => `  ${flag} <x>  does x`).join('\n');

  /** A client that counts how often it is asked. */
  function fakeClient(root: string): { readonly path: string; readonly asked: () => number } {
    const log = join(root, 'asked');
    const path = putFile(
      join(root, 'claude'),
      `#!/bin/sh\necho "$1" >>"${log}"\ncase $1 in\n--version) echo '2.1.329 (Claude Code)' ;;\n*) cat "${root}/help" ;;\nesac\n`,
    );
    execFileSync('chmod', ['755', path]);
    writeFileSync(join(root, 'help'), HELP);
    return { path, asked: () => (existsSync(log) ? readFileSync(log, 'utf8').split('\n').length - 1 : 0) };
  }

  test('asks once, and again when the program has changed', async () => {
    const { paths, env, home } = aVerbContext();
    const client = fakeClient(paths.root);
    const probed = { ok: true, value: { version: '2.1.329', missingFlags: [] } };
    expect(await probeClient(client.path, env, home)).toEqual(probed);
    expect(await probeClient(client.path, env, home)).toEqual(probed);
    expect(client.asked()).toBe(2);
    writeFileSync(client.path, `${readFileSync(client.path, 'utf8')}# changed\n`);
    expect(await probeClient(client.path, env, home)).toEqual(probed);
    expect(client.asked()).toBe(4);
  });

  test('does without a cache that makes no sense or was made for other flags', async () => {
    const { paths, env, home } = aVerbContext();
    const client = fakeClient(paths.root);
    await probeClient(client.path, env, home);
    for (const text of ['{"clients":', '{"flags":["--other"],"clients":[{}]}', '[]']) {
      writeFileSync(probeCachePath(env, home), text);
      expect(await probeClient(client.path, env, home)).toMatchObject({ ok: true });
    }
    expect(client.asked()).toBe(8);
  });

  test('names the flags that are missing, and not those that only look alike', () => {
    const help = HELP.replace('--agent <x>', '').replace('--model', '--models');
    expect(readProbe('2.1.329 (Claude Code)\n', help)?.missingFlags).toEqual(['--agent', '--model']);
    expect(readProbe('hello', help)).toBeNull();
  });

  test('fails with words for a program that is none', async () => {
    const { paths, env, home } = aVerbContext();
    const path = putFile(join(paths.root, 'claude'), '#!/bin/sh\nexit 7\n');
    execFileSync('chmod', ['755', path]);
    expect(await probeClient(path, env, home)).toMatchObject({
      ok: false,
      failure: { code: 'client_unfit' },
    });
    expect(await probeClient(join(paths.root, 'none'), env, home)).toMatchObject({
      failure: { code: 'client_missing' },
    });
  });

  test('asks for every flag that workers are started with', () => {
    const args = headlessArguments({
      taskId: 't',
      attempt: 1,
      agent: 'researcher',
      options: { timeout_ms: 1, model: 'm', max_turns: 1, budget_usd: 1 },
      root: '/p',
      pluginRoot: '/o',
      workerSessionId: 's',
      agentDefinition: '{}',
      resultSchema: '{}',
      pluginIds: [],
      depth: 1,
    });
    const used = args.filter((word) => word.startsWith('-'));
    // -p is --print, and the help hides --max-turns.
    expect(
      used
        .map((flag) => (flag === '-p' ? '--print' : flag))
        .filter((flag) => flag !== '--max-turns')
        .toSorted(),
    ).toEqual(NEEDED_FLAGS.toSorted());
  });
});
