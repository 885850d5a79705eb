import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type BundleEntry, bundleOfHook, foldBundle, keepNewest } from '../../../src/observe/bundle.ts';
import { appendBundle, listBundles, readBundle } from '../../../src/workspace/bundle-file.ts';
import { aVerbContext, putFile } from '../verb-rig.ts';

const timestamp = '2026-11-21T06:43:01.000Z';
const DAY_MS = 86_400_000;
const entry = (kind: BundleEntry['kind'], what: string): BundleEntry => ({ timestamp, kind, what });

describe('a context bundle', () => {
  test('takes what was asked, read, changed and delegated, and nothing else', () => {
    const of = (input: Record<string, unknown>) => bundleOfHook({ cwd: '/p', ...input }, timestamp);
    const batch = (tool_name: string, tool_input: unknown) =>
      of({ hook_event_name: 'PostToolBatch', tool_calls: [{ tool_name, tool_input }] });
    expect(of({ hook_event_name: 'UserPromptSubmit', prompt: 'why is it slow?' })).toEqual([
      entry('asked', 'why is it slow?'),
    ]);
    expect(of({ hook_event_name: 'UserPromptSubmit', prompt: '/outloop:background coder "fix it"' })).toEqual(
      [entry('delegated', 'coder "fix it"')],
    );
    expect(batch('Read', { file_path: '/p/a.ts' })).toEqual([entry('read', 'a.ts')]);
    expect(batch('Edit', { file_path: '/p/a.ts' })).toEqual([entry('changed', 'a.ts')]);
    expect(batch('Agent', { description: 'look' })).toEqual([entry('delegated', 'look')]);
    expect(batch('Bash', { command: 'ls' })).toEqual([]);
  });

  test('has each thing once, where it was last done; what was changed was read', () => {
    const folded = foldBundle([
      entry('read', 'a'),
      entry('read', 'b'),
      entry('changed', 'b'),
      entry('read', 'a'),
      entry('asked', 'x'),
    ]);
    expect(folded.map(({ kind, what }) => `${kind} ${what}`)).toEqual(['changed b', 'read a', 'asked x']);
  });

  test('keeps the newest of what does not fit', () => {
    const entries = Array.from({ length: 100 }, (_, index) => entry('read', `file-${index}`));
    const kept = keepNewest(entries, 1_000);
    expect(kept.at(-1)?.what).toBe('file-99');
    expect(kept.length).toBeLessThan(20);
    expect(kept.map((one) => JSON.stringify(one)).join('\n').length).toBeLessThanOrEqual(1_000);
  });

  test('stays small however long a session goes on', () => {
    const { paths } = aVerbContext();
    for (let at = 0; at < 60; at++) {
      const entries = Array.from({ length: 20 }, (_, index) =>
        entry('read', `${'x'.repeat(80)}${at}-${index}`),
      );
      expect(appendBundle(paths, 'session-1', entries, 0).ok).toBe(true);
    }
    const [file] = listBundles(paths);
    expect(file?.bytes).toBeLessThan(70_000);
    const read = readBundle(paths, 'session-1');
    expect(read.ok && read.value.at(-1)?.what).toMatch(/59-19$/);
  });

  test('goes after 30 days, and a folder that somebody else uses keeps its files', () => {
    const { paths } = aVerbContext();
    const now = Date.parse(timestamp);
    appendBundle(paths, 'session-old', [entry('read', 'a')], now);
    const old = join(paths.bundles, 'session-old.jsonl');
    utimesSync(old, new Date(now), new Date(now - 31 * DAY_MS));
    writeFileSync(join(paths.bundles, 'notes.txt'), 'mine');
    appendBundle(paths, 'session-new', [entry('read', 'a')], now);
    expect(readdirSync(paths.bundles).toSorted()).toEqual(['notes.txt', 'session-new.jsonl']);
  });

  test('is not written where a session id is no name of a file, nor through a link', () => {
    const { paths } = aVerbContext();
    expect(appendBundle(paths, '../../evil', [entry('read', 'a')], 0).ok).toBe(true);
    expect(listBundles(paths)).toEqual([]);
    putFile(join(paths.bundles, 'broken-1.jsonl'), 'no json\n{"kind":"read"}\n{"kind":"read","what":"a"}\n');
    expect(readBundle(paths, 'broken-1')).toMatchObject({ ok: true, value: [{ kind: 'read', what: 'a' }] });
  });
});
