import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const runScript = join(dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url))))), 'hooks/run.sh');
const SESSION_HOOKS = ['context-prime', 'prompt-submit', 'stop-control', 'session-end'];
let root: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'outloop-run-')));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A stand-in for node that says what it was asked to run: whether node starts at all is the question here. */
function fakeNode(): string {
  const path = join(root, 'fake-node');
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the shell that fills it in
  writeFileSync(path, '#!/bin/sh\nfor a; do case $a in *.cjs) echo "started ${a##*/}" ;; esac; done\n');
  chmodSync(path, 0o755);
  return path;
}

function run(hook: string, env: Record<string, string>) {
  const done = spawnSync('/bin/sh', [runScript, hook], {
    cwd: root,
    input: '{}',
    encoding: 'utf8',
    env: { HOME: root, CLAUDE_PROJECT_DIR: root, ...env },
  });
  return { stdout: done.stdout, stderr: done.stderr, status: done.status };
}

function open(): void {
  mkdirSync(join(root, 'reports/.outloop'), { recursive: true });
  writeFileSync(join(root, 'reports/.outloop/open'), '');
}

describe('a hook of the session', () => {
  test.each(SESSION_HOOKS)('%s ends before node where nothing is open', (hook) => {
    expect(run(hook, { OUTLOOP_NODE: fakeNode() })).toEqual({ stdout: '', stderr: '', status: 0 });
  });

  test.each(SESSION_HOOKS)('%s starts node where something is open', (hook) => {
    open();
    expect(run(hook, { OUTLOOP_NODE: fakeNode() }).stdout).toBe(`started ${hook}.cjs\n`);
  });

  test('a starting session also looks after the monitors that killed clients left behind', () => {
    mkdirSync(join(root, 'reports/.outloop/wake'), { recursive: true });
    writeFileSync(join(root, 'reports/.outloop/wake/4000001.1'), '');
    expect(run('context-prime', { OUTLOOP_NODE: fakeNode() }).stdout).toBe('started context-prime.cjs\n');
    expect(run('stop-control', { OUTLOOP_NODE: fakeNode() }).stdout).toBe('');
  });

  test.each(SESSION_HOOKS)('%s does nothing inside a worker, whatever is open', (hook) => {
    open();
    expect(run(hook, { OUTLOOP_NODE: fakeNode(), OUTLOOP_TASK_ID: 'x' }).stdout).toBe('');
  });
});

describe('without node', () => {
  const without = { OUTLOOP_NODE: '/nonexistent/node' };

  test('a session hook fails open with a visible word', () => {
    open();
    const { stdout, status } = run('stop-control', without);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).systemMessage).toMatch(/needs Node\.js .*OUTLOOP_NODE.* could not be checked/);
  });

  test('a typed command is answered in words, and the guard denies', () => {
    expect(JSON.parse(run('expand', without).stdout)).toMatchObject({ decision: 'block' });
    expect(run('guard', without)).toMatchObject({ status: 2, stderr: expect.stringContaining('Node.js') });
  });
});

test('node is found where a version manager keeps it, newest last', () => {
  open();
  for (const version of ['v20.19.0', 'v22.1.0']) {
    const node = join(root, `.nvm/versions/node/${version}/bin/node`);
    mkdirSync(dirname(node), { recursive: true });
    writeFileSync(node, `#!/bin/sh\necho ${version}\n`);
    chmodSync(node, 0o755);
  }
  // A PATH without node; a node that is installed for everybody comes after the person's own.
  expect(run('stop-control', { PATH: '/nonexistent' }).stdout).toBe('v22.1.0\n');
});

describe('what is taken down', () => {
  const started = async () => {
    const path = join(root, 'started');
    await expect.poll(() => existsSync(path) && readFileSync(path, 'utf8'), { timeout: 60_000 }).toBeTruthy();
    return readFileSync(path, 'utf8');
  };
  /** A stand-in for node that says in a file what it was asked to run, and what it read. */
  const noting = () => {
    const path = join(root, 'noting-node');
    writeFileSync(
      path,
      `#!/bin/sh\nprintf '%s %s' "\${1##*/}" "$(cat)" >'${root}/part'\nmv '${root}/part' '${root}/started'\n`,
    );
    chmodSync(path, 0o755);
    return path;
  };

  test('goes on behind the hook, with what the client said, wherever Outloop was used', async () => {
    mkdirSync(join(root, 'reports/.outloop'), { recursive: true });
    expect(run('record', { OUTLOOP_NODE: noting() })).toEqual({ stdout: '', stderr: '', status: 0 });
    expect(await started()).toBe('record.cjs {}');
  });

  test('is nothing where it never was used, inside a worker, and without node', () => {
    expect(run('record', { OUTLOOP_NODE: fakeNode() }).stdout).toBe('');
    mkdirSync(join(root, 'reports/.outloop'), { recursive: true });
    expect(run('record', { OUTLOOP_NODE: fakeNode(), OUTLOOP_TASK_ID: 'x' }).stdout).toBe('');
    expect(run('record', { OUTLOOP_NODE: '/nonexistent/node' })).toEqual({
      stdout: '',
      stderr: '',
      status: 0,
    });
  });
});

describe('the status line', () => {
  const program = join(dirname(dirname(runScript)), 'bin/outloop');
  const ask = (env: Record<string, string>) =>
    spawnSync(program, ['statusline'], {
      cwd: root,
      input: '{}',
      encoding: 'utf8',
      env: { HOME: root, ...env },
    });

  test('is empty without node where nothing is open, and asked for where something is', () => {
    expect(ask({ OUTLOOP_NODE: fakeNode() })).toMatchObject({ stdout: '', stderr: '', status: 0 });
    open();
    expect(ask({ OUTLOOP_NODE: fakeNode() }).stdout).toBe('started statusline.cjs\n');
  });
});
