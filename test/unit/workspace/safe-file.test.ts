import { execFileSync } from 'node:child_process';
import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  appendLines,
  ensureFolder,
  readTail,
  readTextFile,
  replaceFile,
} from '../../../src/workspace/safe-file.ts';
import { tempFolder } from './workspace-rig.ts';

const REFUSED = { ok: false, failure: { code: 'reports_unwritable' } };

describe('replacing a file', () => {
  test('leaves the whole new text, readable by its owner alone, and no other file', () => {
    const folder = tempFolder();
    const path = join(folder, 'a.json');
    expect(replaceFile(path, 'one').ok).toBe(true);
    expect(replaceFile(path, 'two', { sync: true }).ok).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('two');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  test('takes the place of a link instead of following it', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'precious'), 'precious');
    symlinkSync(join(folder, 'precious'), join(folder, 'link'));
    expect(replaceFile(join(folder, 'link'), 'mine').ok).toBe(true);
    expect(readFileSync(join(folder, 'precious'), 'utf8')).toBe('precious');
    expect(readFileSync(join(folder, 'link'), 'utf8')).toBe('mine');
  });

  test('says what is in the way, with a next step, and cleans up', () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'taken'));
    expect(replaceFile(join(folder, 'taken'), 'x')).toMatchObject({
      ok: false,
      failure: { message: expect.stringContaining('EISDIR'), hint: expect.any(String) },
    });
    expect(replaceFile(join(folder, 'gone/x'), 'x')).toMatchObject(REFUSED);
    expect(readdirSync(folder)).toEqual(['taken']);
  });
});

describe('appending to a file', () => {
  test('ends a line that was cut off before it adds its own', () => {
    const path = join(tempFolder(), 'log');
    writeFileSync(path, 'half');
    expect(appendLines(path, 'whole\n').ok).toBe(true);
    expect(appendLines(path, 'more\n').ok).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('half\nwhole\nmore\n');
  });

  test('refuses links, second names, folders and pipes, and waits for none', () => {
    const folder = tempFolder();
    const precious = join(folder, 'precious');
    writeFileSync(precious, 'precious');
    symlinkSync(precious, join(folder, 'soft'));
    linkSync(precious, join(folder, 'hard'));
    mkdirSync(join(folder, 'folder'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    for (const name of ['soft', 'hard', 'folder', 'pipe']) {
      expect(appendLines(join(folder, name), 'x\n')).toMatchObject(REFUSED);
    }
    expect(readFileSync(precious, 'utf8')).toBe('precious');
  });
});

describe('reading a file', () => {
  test('gives null where there is none and refuses links, pipes and what is too long', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'a'), 'text');
    symlinkSync(join(folder, 'a'), join(folder, 'soft'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    expect(readTextFile(join(folder, 'none'), 10)).toEqual({ ok: true, value: null });
    expect(readTextFile(join(folder, 'a'), 4)).toEqual({ ok: true, value: 'text' });
    expect(readTextFile(join(folder, 'a'), 3)).toMatchObject({
      ok: false,
      failure: { code: 'input_malformed' },
    });
    expect(readTextFile(join(folder, 'soft'), 10)).toMatchObject(REFUSED);
    expect(readTextFile(join(folder, 'pipe'), 10)).toMatchObject(REFUSED);
  });

  test('gives the end of a long one', () => {
    const path = join(tempFolder(), 'a');
    writeFileSync(path, 'one\ntwo\nthree\n');
    expect(readTail(path, 6)).toEqual({ ok: true, value: 'three\n' });
    expect(readTail(path, 1000)).toEqual({ ok: true, value: 'one\ntwo\nthree\n' });
    expect(readTail(`${path}-none`, 6)).toEqual({ ok: true, value: '' });
  });
});

describe('making folders', () => {
  test('makes what is missing, for the owner alone', () => {
    const base = tempFolder();
    expect(ensureFolder(base, join(base, 'a/b/c')).ok).toBe(true);
    expect(statSync(join(base, 'a/b/c')).mode & 0o777).toBe(0o700);
    expect(ensureFolder(base, join(base, 'a/b/c')).ok).toBe(true);
  });

  test('refuses a file or a link on the way', () => {
    const base = tempFolder();
    writeFileSync(join(base, 'file'), '');
    symlinkSync(tempFolder(), join(base, 'link'));
    for (const name of ['file', 'file/x', 'link', 'link/x'])
      expect(ensureFolder(base, join(base, name))).toMatchObject(REFUSED);
  });
});
