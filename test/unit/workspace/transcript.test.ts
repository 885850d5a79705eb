import { appendFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { workspaceFiles } from '../../../src/workspace/paths.ts';
import { appendProgress } from '../../../src/workspace/progress.ts';
import { appendTranscript, countTranscript } from '../../../src/workspace/transcript.ts';
import { tempFolder } from './workspace-rig.ts';

test('a line that its writer did not live to finish counts for nothing, and comes again whole', () => {
  const files = workspaceFiles(tempFolder(), 'command');
  expect(countTranscript(files)).toBe(0);
  appendTranscript(files, ['one', 'two']);
  appendFileSync(files.transcript, 'thr');
  expect(countTranscript(files)).toBe(2);
  appendTranscript(files, ['three', 'four']);
  expect(countTranscript(files)).toBe(4);
  expect(readFileSync(files.transcript, 'utf8')).toBe('one\ntwo\nthree\nfour\n');
});

test('a link that stands there is not followed', () => {
  const folder = tempFolder();
  const files = workspaceFiles(folder, 'command');
  symlinkSync(join(folder, 'elsewhere'), files.transcript);
  appendFileSync(join(folder, 'elsewhere'), 'one\ntw');
  expect(countTranscript(files)).toBe(0);
  expect(readFileSync(join(folder, 'elsewhere'), 'utf8')).toBe('one\ntw');
});

test('nothing is written through a link in the place of the folder', () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'elsewhere'));
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'task'));
  const files = workspaceFiles(join(folder, 'task'), 'command');
  expect(appendTranscript(files, ['one']).ok).toBe(false);
  expect(appendProgress(files, 'one', 0).ok).toBe(false);
  expect(readdirSync(join(folder, 'elsewhere'))).toEqual([]);
});
