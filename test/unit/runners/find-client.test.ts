import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findClient } from '../../../src/runners/find-client.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outloop-client-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, 0o755);
  return path;
}

test('what is configured comes first, then the session, then the PATH, then what the session itself runs', () => {
  const [configured, named, session] = [program('a/claude'), program('b/claude'), program('s/claude-2')];
  program('p/claude');
  const path = `relative:${join(folder, 'p')}`;
  expect(findClient(configured, path, named, session)).toEqual({ ok: true, value: configured });
  expect(findClient(undefined, path, named, session)).toEqual({ ok: true, value: named });
  expect(findClient(undefined, path, undefined, session)).toEqual({
    ok: true,
    value: join(folder, 'p/claude'),
  });
  expect(findClient(undefined, '/nowhere', undefined, session)).toEqual({ ok: true, value: session });
});

test('a setting that names no program is said, and nothing else is taken in its place', () => {
  program('p/claude');
  const found = findClient(join(folder, 'missing'), join(folder, 'p'), undefined);
  expect(found).toMatchObject({ ok: false, failure: { code: 'client_missing' } });
});

test('a folder or a file that cannot be run is no client', () => {
  mkdirSync(join(folder, 'q/claude'), { recursive: true });
  writeFileSync(join(folder, 'claude'), '');
  expect(findClient(undefined, `${join(folder, 'q')}:${folder}`, undefined)).toMatchObject({ ok: false });
});
