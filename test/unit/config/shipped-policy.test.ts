import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readShippedRules, shipRules } from '../../../src/config/shipped-policy.ts';
import { checkTask } from '../../../src/policy/check-task.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import { policyHash } from '../../../src/policy/policy-hash.ts';
import { PRESETS } from '../../../src/policy/presets.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'outloop-rules-'));
  for (const [name, text] of Object.entries(shipRules())) writeFileSync(join(folder, name), text);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As it is without what only saves time. */
function plain({ shipped: _, ...policy }: Policy): Policy {
  return policy;
}

describe('the shipped policy', () => {
  test('is the default policy, rule for rule', () => {
    expect(structuredClone(JSON.parse(JSON.stringify(plain(readShippedRules(folder)))))).toEqual(
      JSON.parse(JSON.stringify(PRESETS.default)),
    );
  });

  test('has its hash, also where a file adds to it', () => {
    const shipped = readShippedRules(folder);
    expect(policyHash(shipped)).toBe(policyHash(PRESETS.default));
    const rule = { id: 'own.rule', category: 'own', pattern: 'importer', why: 'Not this.' };
    const added = { ...shipped, blocked: [...shipped.blocked, rule] };
    expect(policyHash(added)).toBe(
      policyHash({ ...PRESETS.default, blocked: [...PRESETS.default.blocked, rule] }),
    );
    expect(policyHash(added)).not.toBe(policyHash(shipped));
  });

  test('reads no rule for a text that has nothing of any, but the one that weighs its words', () => {
    const shipped = readShippedRules(folder);
    const lines = readFileSync(join(folder, 'rules.jsonl'), 'utf8').split('\n');
    const blanked = lines.map((line) =>
      line.includes('"words.together"') ? line : ' '.repeat(Buffer.byteLength(line)),
    );
    writeFileSync(join(folder, 'rules.jsonl'), blanked.join('\n'));
    expect(checkTask({ agent: 'tester', text: 'zzz yyy xxxx wwww' }, shipped)).toMatchObject({ ok: true });
    expect(() => checkTask({ agent: 'tester', text: 'delete all files of the project' }, shipped)).toThrow(
      'JSON',
    );
  });

  test('is no policy at all without its files', () => {
    rmSync(join(folder, 'index.json'));
    expect(() => readShippedRules(folder)).toThrow('index.json');
  });
});
