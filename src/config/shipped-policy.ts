import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { lazyRules } from '../policy/lazy-rules.ts';
import type { Policy, PolicyRule, RuleIndex } from '../policy/policy.ts';
import { policyHash } from '../policy/policy-hash.ts';
import { defaultPolicy, PRESETS } from '../policy/presets.ts';
import { indexRules } from '../policy/rule-index.ts';

/** The build puts the folder of the shipped rules here, relative to the bundle that reads them. */
declare const OUTLOOP_SHIPPED_RULES: string | undefined;
declare const __dirname: string;

/**
 * The default policy. In the bundles its rules lie in a file, and are read one by one as a text may match them: a hook
 * that loaded all of them would take longer for that than for everything else.
 */
export function shippedPolicy(): Policy {
  if (typeof OUTLOOP_SHIPPED_RULES === 'undefined') return PRESETS.default;
  known ??= readShippedRules(join(__dirname, OUTLOOP_SHIPPED_RULES));
  return known;
}

let known: Policy | undefined;

/** The files of the shipped rules, by name. */
export function shipRules(): Readonly<Record<string, string>> {
  const { blocked } = PRESETS.default;
  const lines = blocked.map((rule) => `${JSON.stringify(rule)}\n`);
  const offsets = [0];
  for (const line of lines) offsets.push((offsets.at(-1) ?? 0) + Buffer.byteLength(line));
  const contents: Contents = {
    ids: blocked.map(({ id }) => id),
    offsets,
    index: indexRules(blocked),
    hash: policyHash(PRESETS.default),
  };
  return { [INDEX_FILE]: JSON.stringify(contents), [RULES_FILE]: lines.join('') };
}

/** What is known of the rules without reading them. */
interface Contents {
  readonly ids: readonly string[];
  /** Where each rule begins in the file, in bytes; the last number is the file's length. */
  readonly offsets: readonly number[];
  readonly index: RuleIndex;
  readonly hash: string;
}

const INDEX_FILE = 'index.json';
const RULES_FILE = 'rules.jsonl';

/** The default policy from the files in a folder. Throws where they are not there: then nothing is delegated. */
export function readShippedRules(folder: string): Policy {
  const { ids, offsets, index, hash } = JSON.parse(
    readFileSync(join(folder, INDEX_FILE), 'utf8'),
  ) as Contents;
  const rules = lazyRules(ids, (at) =>
    readRule(join(folder, RULES_FILE), offsets[at] ?? 0, offsets[at + 1] ?? 0),
  );
  return { ...defaultPolicy(rules), shipped: { rules, index, hash } };
}

function readRule(path: string, from: number, to: number): PolicyRule {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(to - from);
    readSync(file, bytes, 0, bytes.length, from);
    return JSON.parse(bytes.toString('utf8')) as PolicyRule;
  } finally {
    closeSync(file);
  }
}
