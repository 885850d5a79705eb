import { describe, expect, test } from 'vitest';
import { checkBareCommand } from '../../../src/doctor/check-bare-command.ts';
import { checkClient } from '../../../src/doctor/check-client.ts';
import { checkGit } from '../../../src/doctor/check-git.ts';
import { checkGuard, checkSessionHooks } from '../../../src/doctor/check-hooks.ts';
import { checkNode, checkPlatform } from '../../../src/doctor/check-machine.ts';
import { checkConfig, checkJournal } from '../../../src/doctor/check-project.ts';
import { checkReports } from '../../../src/doctor/check-reports.ts';
import { checkSupervisor } from '../../../src/doctor/check-supervisor.ts';
import { failure } from '../../../src/domain/failure.ts';
import { fail, ok } from '../../../src/domain/result.ts';
import { initialState } from '../../../src/domain/state.ts';

describe('the machine', () => {
  test('Linux and macOS will do; Windows is told of WSL in one sentence', () => {
    expect(checkPlatform('linux').status).toBe('ok');
    expect(checkPlatform('darwin').status).toBe('ok');
    expect(checkPlatform('freebsd')).toMatchObject({ status: 'warn' });
    expect(checkPlatform('win32')).toMatchObject({
      status: 'fail',
      next: expect.stringMatching(/^[^.]*WSL[^.]*\.$/),
    });
  });

  test.each([
    ['20.19.0', 'ok'],
    ['20.18.3', 'fail'],
    ['18.20.4', 'fail'],
    ['22.0.0', 'ok'],
    ['24.1.0', 'ok'],
  ])('node %s: %s', (version, status) => {
    expect(checkNode(version, '/usr/bin/node')).toMatchObject({
      status,
      summary: expect.stringContaining(version),
    });
  });
});

describe('the client', () => {
  const facts = { path: '/usr/bin/claude', version: '2.1.329', missingFlags: [] };

  test('is named with its version', () => {
    expect(checkClient(ok(facts))).toEqual({
      name: 'client',
      status: 'ok',
      summary: 'Claude Code 2.1.329, /usr/bin/claude',
    });
  });

  test('that is missing keeps tasks from running', () => {
    const missing = fail(failure('client_missing', 'It was not found.', 'Install it.'));
    expect(checkClient(missing)).toMatchObject({
      status: 'fail',
      summary: 'It was not found.',
      next: 'Install it.',
    });
  });

  test.each(['2.1.299', '2.0.400', '1.9.999'])('%s is too old', (version) => {
    expect(checkClient(ok({ ...facts, version }))).toMatchObject({
      status: 'fail',
      next: expect.stringContaining('2.1.300'),
    });
  });

  test.each(['2.1.300', '2.2.0', '3.0.0'])('%s is new enough', (version) => {
    expect(checkClient(ok({ ...facts, version })).status).toBe('ok');
  });

  test('without a flag that workers need is named with the flag', () => {
    expect(checkClient(ok({ ...facts, missingFlags: ['--json-schema'] }))).toMatchObject({
      status: 'fail',
      summary: expect.stringContaining('--json-schema'),
    });
  });
});

describe('the hooks', () => {
  const quiet = { exitCode: 0, stdout: '', stderr: '' };
  const answered = {
    exitCode: 0,
    stdout: '{"decision":"block","reason":"No background tasks here."}\n',
    stderr: '',
  };
  const denied = { exitCode: 2, stdout: '', stderr: "Outloop's guard: /etc lies outside the project.\n" };
  const answers = { idle: quiet, command: answered, allowed: quiet, denied };

  test('that answer as they shall are well', () => {
    expect(checkSessionHooks(answers).status).toBe('ok');
    expect(checkGuard(answers).status).toBe('ok');
  });

  test('that speak where nothing is open are not', () => {
    const idle = { exitCode: 0, stdout: '{"systemMessage":"?"}', stderr: '' };
    expect(checkSessionHooks({ ...answers, idle }).status).toBe('fail');
  });

  test.each([
    [
      'no bundle',
      { exitCode: 1, stdout: '', stderr: "node:internal\nError: Cannot find module 'x'\n" },
      'Cannot find module',
    ],
    ['silence', quiet, 'nothing was said'],
    ['no end', { exitCode: null, stdout: '', stderr: '' }, 'did not end'],
    ['no JSON', { exitCode: 0, stdout: 'hello', stderr: '' }, 'hello'],
    [
      'a failure',
      {
        exitCode: 0,
        stdout: '{"decision":"block","reason":"Outloop failed at this command: x"}',
        stderr: '',
      },
      'failed',
    ],
  ])('a command that gets %s is shown with what was said', (_, command, words) => {
    expect(checkSessionHooks({ ...answers, command })).toMatchObject({
      status: 'fail',
      summary: expect.stringContaining(words),
    });
  });

  test('without node say so themselves', () => {
    const reason = 'Outloop needs Node.js 20.19 or later and found none.';
    const command = { exitCode: 0, stdout: JSON.stringify({ decision: 'block', reason }), stderr: '' };
    expect(checkSessionHooks({ ...answers, command })).toMatchObject({ status: 'fail', next: reason });
  });

  test('a guard that lets all or nothing pass is no guard', () => {
    expect(checkGuard({ ...answers, denied: quiet }).status).toBe('fail');
    expect(checkGuard({ ...answers, allowed: denied }).status).toBe('fail');
    // It ends with 2 when it finds no node, too: that is a denial, but not by judgement.
    expect(checkGuard({ ...answers, denied: { ...denied, stderr: 'no node' } }).status).toBe('fail');
  });
});

test('who answers bare /background', () => {
  const path = '/p/.claude/commands/background.md';
  expect(checkBareCommand({ kind: 'built-in' })).toMatchObject({ status: 'ok' });
  expect(checkBareCommand({ kind: 'ours', path, current: true })).toMatchObject({ status: 'ok' });
  expect(checkBareCommand({ kind: 'ours', path, current: false })).toMatchObject({ status: 'warn' });
  expect(checkBareCommand({ kind: 'foreign', path })).toMatchObject({
    status: 'warn',
    summary: expect.stringContaining(path),
    next: expect.stringContaining('/outloop:background'),
  });
});

describe('the project', () => {
  const reports = {
    path: '/p/reports',
    exists: true,
    problem: null,
    fileSystem: { kind: 'local', name: '' },
  } as const;

  test('its reports must be writable, and not on a network', () => {
    expect(checkReports(reports).status).toBe('ok');
    expect(checkReports({ ...reports, problem: 'EROFS' })).toMatchObject({ status: 'fail' });
    const nfs = { kind: 'network', name: 'NFS' } as const;
    expect(checkReports({ ...reports, fileSystem: nfs })).toMatchObject({
      status: 'fail',
      summary: expect.stringContaining('NFS'),
      next: expect.stringContaining('reports_dir'),
    });
    expect(checkReports({ ...reports, fileSystem: { kind: 'perhaps-network', name: 'FUSE' } }).status).toBe(
      'warn',
    );
    expect(checkReports({ ...reports, fileSystem: { kind: 'unknown', name: 'unknown' } }).status).toBe(
      'warn',
    );
  });

  test('its configuration is valid or says where it is not', () => {
    expect(checkConfig(ok({ sources: [] }))).toMatchObject({ status: 'ok' });
    expect(checkConfig(fail(failure('policy_broken', 'outloop.yaml:3: no', 'Mend it.')))).toEqual({
      name: 'config',
      status: 'fail',
      summary: 'outloop.yaml:3: no',
      next: 'Mend it.',
    });
  });

  test('its journal is readable and whole', () => {
    expect(checkJournal(ok(initialState()), '/j').status).toBe('ok');
    expect(checkJournal(ok({ ...initialState(), seq: 4 }), '/j').status).toBe('ok');
    expect(checkJournal(ok({ ...initialState(), seq: 4, invalidLines: 2 }), '/j')).toMatchObject({
      status: 'warn',
    });
    expect(checkJournal(ok({ ...initialState(), seq: 4, unknownRecords: 2 }), '/j')).toMatchObject({
      status: 'warn',
      next: expect.stringContaining('Update'),
    });
    expect(checkJournal(fail(failure('journal_damaged', 'gone')), '/j')).toMatchObject({ status: 'fail' });
  });

  test('its supervisor runs where it is needed, answers, and is of this version', () => {
    expect(checkSupervisor({ kind: 'none', unsupervised: 0 }).status).toBe('ok');
    expect(checkSupervisor({ kind: 'none', unsupervised: 2 })).toMatchObject({
      status: 'warn',
      next: expect.stringContaining('outloop wait'),
    });
    expect(checkSupervisor({ kind: 'silent', pid: 12, why: 'no answer' })).toMatchObject({
      status: 'fail',
      next: expect.stringContaining('kill 12'),
    });
    const running = { kind: 'running', pid: 12, version: '0.1.0' } as const;
    expect(checkSupervisor({ ...running, age: 'same' }).status).toBe('ok');
    expect(checkSupervisor({ ...running, age: 'older' })).toMatchObject({ status: 'warn' });
    expect(checkSupervisor({ ...running, age: 'newer' })).toMatchObject({ status: 'warn' });
  });

  test('its git state is told, and missing git is no failure', () => {
    const git = { state: 'known', branch: 'main', linkedTo: null, root: '/p' } as const;
    expect(checkGit(git)).toMatchObject({ status: 'ok', summary: 'branch main' });
    expect(checkGit({ ...git, linkedTo: '/main' })).toMatchObject({
      status: 'ok',
      summary: expect.stringContaining('linked worktree'),
    });
    expect(checkGit({ ...git, state: 'none' })).toMatchObject({ status: 'warn' });
    expect(checkGit({ ...git, state: 'unknown' })).toMatchObject({ status: 'warn' });
  });
});
