import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readInside } from '../../../src/config/safe-path.ts';

let folder: string;
let root: string;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'outloop-brief-')));
  root = join(folder, 'project');
  mkdirSync(join(root, 'docs'), { recursive: true });
  writeFileSync(join(root, 'docs/task.md'), 'Größe prüfen\n');
  writeFileSync(join(folder, 'secret.md'), 'not yours');
  writeFileSync(join(root, 'binary.md'), Buffer.from([0xff, 0xfe, 0x00]));
  writeFileSync(join(root, 'large.md'), 'x'.repeat(300 * 1024));
  symlinkSync(join(folder, 'secret.md'), join(root, 'link.md'));
  symlinkSync(folder, join(root, 'up'));
  symlinkSync('docs/task.md', join(root, 'inside.md'));
  execFileSync('mkfifo', [join(root, 'pipe.md')]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a brief', () => {
  test.each(['docs/task.md', './docs/../docs/task.md', 'inside.md'])('%s is read', (path) => {
    expect(readInside({ root }, path)).toEqual({ ok: true, value: 'Größe prüfen\n' });
  });

  test('may be named by its full path', () => {
    expect(readInside({ root }, join(root, 'docs/task.md')).ok).toBe(true);
  });

  test.each([
    ['link.md', 'it is outside the project'],
    ['up/secret.md', 'it is outside the project'],
    ['../secret.md', 'it is outside the project'],
    ['docs', 'it is no plain file'],
    ['pipe.md', 'it is no plain file'],
    ['large.md', 'it has more than 256 KB'],
    ['binary.md', 'it is no UTF-8 text'],
    ['absent.md', 'there is none'],
    ['docs/task.md/x', 'there is none'],
  ])('%s is refused: %s', (path, why) => {
    const read = readInside({ root }, path);
    expect(read.ok ? 'read' : read.failure.message).toBe(`The file ${path} cannot be read: ${why}.`);
  });
});
