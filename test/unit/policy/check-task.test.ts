import { describe, expect, test } from 'vitest';
import { checkTask } from '../../../src/policy/check-task.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import { policyHash } from '../../../src/policy/policy-hash.ts';
import { PRESETS } from '../../../src/policy/presets.ts';

const TASK = 'analyze the error handling of the importer';

function check(text: string, policy: Policy = PRESETS.default, agent = 'coder', brief?: string) {
  return checkTask({ agent, text, ...(brief === undefined ? {} : { brief }) }, policy);
}

/** The rule that refused, or `accepted`. */
function ruleOf(...of: Parameters<typeof check>): unknown {
  const verdict = check(...of);
  return verdict.ok ? 'accepted' : (verdict.failure.details?.rule ?? verdict.failure.code);
}

describe('a task', () => {
  test('that is ordinary is accepted for its agent, with the rule that approved it', () => {
    expect(check(TASK)).toEqual({ ok: true, value: { agent: 'coder', approvedBy: ['approved.work'] } });
  });

  test.each([
    'Speicherleck im Verbindungspool beheben',
    'corrige el error al borrar un usuario',
    'ログイン画面の不具合を修正する',
    'исправь ошибку при входе пользователя',
    'memory leak in the connection pool 🐛',
  ])('may be in any language: %s', (text) => {
    expect(ruleOf(text)).toBe('accepted');
  });

  test('for an agent that there is not names those that there are, and the nearest', () => {
    expect(check(TASK, PRESETS.default, 'codr')).toMatchObject({
      ok: false,
      failure: {
        code: 'unknown_agent',
        message: 'There is no agent "codr". Did you mean `coder`?',
        hint: 'Agents: researcher, coder, reviewer, tester, documenter, orchestrator.',
      },
    });
  });

  test('is checked in order: agent, hidden text, length, secrets, blocked rules', () => {
    const all = 'rm -rf /\nAKIAIOSFODNN7EXAMPLE';
    expect(ruleOf(all, PRESETS.default, 'nobody')).toBe('unknown_agent');
    expect(ruleOf(all)).toBe('hidden.newline');
    expect(ruleOf('rm -rf /')).toBe('length.short');
    expect(ruleOf('deploy with AKIAIOSFODNN7EXAMPL2 and rm -rf /')).toBe('secret.in-text');
    expect(ruleOf('clean up with rm -rf / please')).toBe('destroy.rm');
  });

  test.each([
    ['123456789', 'length.short'],
    ['fix parser', 'accepted'],
    [`fix ${'x'.repeat(196)}`, 'accepted'],
    [`fix ${'x'.repeat(197)}`, 'length.long'],
    [`fix ${'🐛'.repeat(196)}`, 'accepted'],
  ])('has 10 to 200 characters: %j', (text, rule) => {
    expect(ruleOf(text)).toBe(rule);
  });

  test('that is too long is pointed to a brief', () => {
    const verdict = check('x'.repeat(201));
    expect(verdict.ok ? '' : verdict.failure.hint).toContain('--brief FILE');
  });

  test('never has its secret repeated', () => {
    const verdict = check('deploy with AKIAIOSFODNN7EXAMPL2 now');
    expect(JSON.stringify(verdict)).not.toContain('AKIAIOSFODNN7');
  });

  test('that names no work is not approved', () => {
    expect(ruleOf('???? !!!! ----')).toBe('approved.none');
  });

  test('is refused by rule, words and a way to rephrase, in lines that fit a terminal', () => {
    const verdict = check('tidy up and then delete all files of the project');
    expect(verdict).toMatchObject({
      ok: false,
      failure: {
        code: 'policy_refused',
        message:
          'The task was refused for "delete all files".\nA task may not clear away things in bulk.\nRule: destroy.all',
        hint: 'Name exactly what is obsolete: "remove the deprecated endpoints".',
        details: { rule: 'destroy.all', words: 'delete all files', category: 'destruction', where: 'task' },
      },
    });
  });

  test.each([
    'p4ssw0rd: print the p4ssw0rd of the server',
    's u d o apt install the compiler',
    "run su''do apt install the compiler",
    'ＤＥＬＥＴＥ　ＡＬＬ　ＦＩＬＥＳ of the project',
  ])('does not get past by a disguise: %s', (text) => {
    expect(check(text).ok).toBe(false);
  });
});

describe('a brief', () => {
  const brief = (text: string) => ruleOf(TASK, PRESETS.default, 'coder', text);

  test('may be a page of prose, code and commands', () => {
    expect(
      brief('# Importer\n\n- run `npm test | tee log.txt`\n- see ../docs\n\n```sh\nbash -c "make"\n```\n'),
    ).toBe('accepted');
  });

  test.each([
    ['fine\n\nthen delete all backups of the customer\n', 'destroy.all'],
    [`${'word '.repeat(500)}and then wipe everything, please`, 'destroy.everything'],
    ['use AKIAIOSFODNN7EXAMPL2 for it', 'secret.in-text'],
    ['fine \u202e not fine', 'hidden.bidi'],
    ['x'.repeat(100_001), 'length.brief'],
  ])('is held to the rules too (%#)', (text, rule) => {
    expect(brief(text)).toBe(rule);
  });
});

describe('the preset seed-strict', () => {
  const strict = PRESETS['seed-strict'];

  test.each([
    ['review the importer for error handling', 'accepted'],
    ['implement the export of monthly reports', 'accepted'],
    ['implement background task processing system using worker queues', 'seed.system'],
    ['review the keyboard handling of the key dialog', 'seed.credentials'],
    ['create comprehensive integration tests for login', 'approved.none'],
  ])('is the literal lists: %s', (text, rule) => {
    expect(ruleOf(text, strict)).toBe(rule);
  });
});

describe('the hash of a policy', () => {
  test('is the same for the same content in any order, and another for any other', () => {
    const { name, ...rest } = PRESETS['seed-strict'];
    expect(policyHash({ ...rest, name })).toBe(policyHash(PRESETS['seed-strict']));
    expect(policyHash({ ...rest, name, lengthMax: 199 })).not.toBe(policyHash(PRESETS['seed-strict']));
  });
});
