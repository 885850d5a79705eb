import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { leaveRows } from '../../../src/session/foreign-rows.ts';
import { readForeign } from '../../../src/workspace/foreign-file.ts';
import { aVerbContext, putFile } from '../verb-rig.ts';

const owner = { pid: 4321, start: 'boot:1' };
const session = { session_id: 's-1', owner, seen_at: '2026-11-21T06:43:01.000Z' };
const shell = { id: 'b1', type: 'shell', status: 'running', description: 'x', command: 'sleep 3' };

describe('what the client has in the background itself', () => {
  test('is left as rows, clean and without secrets', () => {
    const { paths } = aVerbContext();
    const secret = 'ghp_abcdefghijklmnopqrstuvwxyz0123456789';
    const cron = { id: 'c1', schedule: '0 9 * * *', prompt: `use \u001b[31m${secret}\nnow` };
    leaveRows(paths, session, [shell], [cron]);
    const [file] = readForeign(paths, () => true);
    expect(file).toMatchObject({
      ...session,
      tasks: [{ id: 'b1', kind: 'shell', what: 'sleep 3' }, { kind: 'cron' }],
    });
    expect(JSON.stringify(file)).not.toContain(secret);
    expect(file?.tasks[1]?.what).not.toMatch(/\p{Cc}/u);
  });

  test('is gone with the session, and with the last of it', () => {
    const { paths } = aVerbContext();
    const path = join(paths.internal, 'foreign', '4321.json');
    leaveRows(paths, session, [shell], []);
    expect(readForeign(paths, () => false)).toEqual([]);
    expect(existsSync(path)).toBe(false);
    leaveRows(paths, session, [shell], []);
    leaveRows(paths, session, [], []);
    expect(existsSync(path)).toBe(false);
  });

  test('that cannot be read is nothing', () => {
    const { paths } = aVerbContext();
    putFile(join(paths.internal, 'foreign', '1.json'), '{"tasks": 3');
    putFile(join(paths.internal, 'foreign', '2.json'), '[]');
    expect(readForeign(paths, ({ pid }) => pid === 4321)).toEqual([]);
  });
});
