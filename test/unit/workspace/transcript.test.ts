import { appendFileSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { workspaceFiles } from '../../../src/workspace/paths.ts';
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
