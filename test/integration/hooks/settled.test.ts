import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { identityOf } from '../../../src/process/identity.ts';

const runScript = join(dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url))))), 'hooks/run.sh');
const SHELLS = ['sh', 'dash', 'bash', 'busybox'].filter(
  (shell) => spawnSync(shell, shell === 'busybox' ? ['sh', '-c', ':'] : ['-c', ':']).status === 0,
);
const NOW = Date.now() / 1_000;
const ATTENDED = { CLAUDE_PID: '4321', CLAUDE_CODE_SESSION_ATTENDED: '1' };
let root: string;
let internal: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'outloop-settled-')));
  internal = join(root, 'reports/.outloop');
  mkdirSync(internal, { recursive: true });
  writeFileSync(join(internal, 'open'), '');
  write('reports/coordination.jsonl', '{}\n', NOW - 60);
  const node = join(root, 'fake-node');
  writeFileSync(node, '#!/bin/sh\necho started\n');
  chmodSync(node, 0o755);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(name: string, text: string, changedAt: number): void {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
  utimesSync(join(root, name), changedAt, changedAt);
}

/** The file as a supervisor leaves it; this process stands for the supervisor. */
function settle({
  toTell = ',',
  pid = process.pid,
  start = identityOf(process.pid)?.start,
  version = 1,
} = {}) {
  write('reports/.outloop/settled', `${version} ${pid} ${start} ${toTell}\n`, NOW - 59.999);
}

/** Whether the hook starts node. */
function startsNode(hook: string, env: Record<string, string> = ATTENDED, shell = 'sh'): boolean {
  const done = spawnSync(shell, [...(shell === 'busybox' ? ['sh'] : []), runScript, hook], {
    cwd: root,
    input: '{}',
    encoding: 'utf8',
    env: {
      PATH: '/usr/bin:/bin',
      HOME: root,
      CLAUDE_PROJECT_DIR: root,
      OUTLOOP_NODE: join(root, 'fake-node'),
      ...env,
    },
  });
  expect(done.stderr).toBe('');
  expect(done.status).toBe(0);
  return done.stdout === 'started\n';
}

describe.runIf(process.platform === 'linux').each(SHELLS)(
  'something is open, but nothing is new (%s)',
  (shell) => {
    test('a prompt and a stop end before node; a starting session is told what is open', () => {
      settle();
      expect(startsNode('prompt-submit', ATTENDED, shell)).toBe(false);
      expect(startsNode('stop-control', ATTENDED, shell)).toBe(false);
      expect(startsNode('context-prime', ATTENDED, shell)).toBe(true);
      expect(startsNode('session-end', ATTENDED, shell)).toBe(true);
    });

    test('node looks where the journal has changed since, or the supervisor is not the one that lives', () => {
      settle();
      write('reports/coordination.jsonl', '{}\n{}\n', NOW - 50);
      expect(startsNode('prompt-submit', ATTENDED, shell)).toBe(true);
      write('reports/coordination.jsonl', '{}\n', NOW - 60);
      expect(startsNode('prompt-submit', ATTENDED, shell)).toBe(false);

      settle({ start: `${identityOf(process.pid)?.start}0` });
      expect(startsNode('prompt-submit', ATTENDED, shell)).toBe(true);
      settle({ start: `ffffffff:${identityOf(process.pid)?.start.split(':')[1]}` });
      expect(startsNode('prompt-submit', ATTENDED, shell)).toBe(true);
      settle({ pid: 4_194_304 });
      expect(startsNode('prompt-submit', ATTENDED, shell)).toBe(true);
    });

    test.each(['', '\n', '2 1 x ,\n', '1\n', '1 .. boot:1 ,\n', '1 1;id boot:1 ,\n', '1 self * ,\n'])(
      'node looks where the file makes no sense: %j',
      (text) => {
        write('reports/.outloop/settled', text, NOW - 59);
        expect(startsNode('prompt-submit', ATTENDED, shell)).toBe(true);
        expect(startsNode('stop-control', ATTENDED, shell)).toBe(true);
      },
    );
  },
);

describe.runIf(process.platform === 'linux')('a stop while nothing is new', () => {
  test('goes to node for the client that has something to be told, and for no other', () => {
    settle({ toTell: ',99,4321,' });
    expect(startsNode('stop-control')).toBe(true);
    expect(startsNode('stop-control', { ...ATTENDED, CLAUDE_PID: '432' })).toBe(false);
    expect(startsNode('prompt-submit')).toBe(false);
  });

  test.each<[string, Record<string, string>]>([
    ['is not attended', { CLAUDE_PID: '1', CLAUDE_CODE_SESSION_ATTENDED: '0' }],
    ['does not say whether it is attended', { CLAUDE_PID: '1' }],
    ['is run by a program', { CLAUDE_PID: '1', CLAUDE_CODE_ENTRYPOINT: 'sdk-ts' }],
    ['does not say which process it is', { CLAUDE_CODE_SESSION_ATTENDED: '1' }],
  ])('goes to node for a session that %s', (_, env) => {
    settle();
    expect(startsNode('stop-control', env)).toBe(true);
  });

  test('an older client says by its entry point that it is attended', () => {
    settle();
    expect(startsNode('stop-control', { CLAUDE_PID: '1', CLAUDE_CODE_ENTRYPOINT: 'cli' })).toBe(false);
    const both = { CLAUDE_PID: '1', CLAUDE_CODE_ENTRYPOINT: 'cli', CLAUDE_CODE_SESSION_ATTENDED: '0' };
    expect(startsNode('stop-control', both)).toBe(true);
  });

  test.each(['outloop.yaml', '.config/outloop/outloop.yaml'])(
    'goes to node where %s may say something of the gate',
    (file) => {
      settle();
      write(file, 'gate: hold\n', NOW - 100);
      expect(startsNode('stop-control')).toBe(true);
      expect(startsNode('prompt-submit')).toBe(false);
    },
  );
});
