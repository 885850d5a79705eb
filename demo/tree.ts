import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const NOTE_COLUMN = 45;

const NOTES: Readonly<Record<string, string>> = {
  'coordination.jsonl': 'the journal of all tasks',
  '.outloop': 'derived; safe to delete when idle',
  'report.md': 'read this first',
  'result.json': 'the same for programs',
  'context-prime.md': 'what the worker was told',
  'output.log': 'progress, result and end',
  'transcript.jsonl': 'all it did, secrets redacted',
  'manifest.json': 'the task and its status',
};

/** A folder as lines of a tree, with a word on each file that Outloop writes. Derived folders are not opened. */
export function drawTree(folder: string, name: string): string[] {
  return [`${name}/`, ...children(folder, '')];
}

function children(folder: string, indent: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry, at) => {
    const isLast = at === entries.length - 1;
    const head = `${indent}${isLast ? '└── ' : '├── '}${entry.name}${entry.isDirectory() ? '/' : ''}`;
    const note = NOTES[entry.name] ?? (entry.name.endsWith('_progress.md') ? 'progress, for people' : '');
    const line = note === '' ? head : `${head.padEnd(NOTE_COLUMN)} ${note}`;
    const isOpened = entry.isDirectory() && entry.name !== '.outloop';
    const below = isOpened ? children(join(folder, entry.name), `${indent}${isLast ? '    ' : '│   '}`) : [];
    return [line, ...below];
  });
}
