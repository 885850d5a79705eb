import type { PolicyRule } from './policy.ts';
import { APPROVAL_RULES } from './rules/approvals.ts';
import { ATTACK_RULES } from './rules/attack.ts';
import { CHECK_RULES } from './rules/checks.ts';
import { CREDENTIAL_RULES } from './rules/credentials.ts';
import { DESTRUCTION_RULES } from './rules/destruction.ts';
import { ESCALATION_RULES } from './rules/escalation.ts';
import { ESCAPE_RULES } from './rules/escape.ts';
import { LANGUAGE_RULES } from './rules/languages.ts';
import { OUTLOOP_RULES } from './rules/outloop.ts';
import { OVERRIDE_RULES } from './rules/override.ts';
import { PERSISTENCE_RULES } from './rules/persistence.ts';
import { REACH_RULES } from './rules/reach.ts';
import { SHELL_RULES } from './rules/shell.ts';
import { SMUGGLING_RULES } from './rules/smuggling.ts';
import { WORDS_TOGETHER } from './rules/words-together.ts';

/** A page of prose, code and commands has the words of these on every other line. */
const ORDINARY_IN_PROSE: ReadonlySet<string> = new Set(['shell', 'escape', 'recursion', 'tampering']);

/** The blocked rules of the default policy, in the order in which they are tried. */
export const DEFAULT_BLOCKED: readonly PolicyRule[] = [
  ...OVERRIDE_RULES,
  ...SMUGGLING_RULES,
  ...OUTLOOP_RULES,
  ...CREDENTIAL_RULES,
  ...ESCALATION_RULES,
  ...DESTRUCTION_RULES,
  ...SHELL_RULES,
  ...CHECK_RULES,
  ...APPROVAL_RULES,
  ...ESCAPE_RULES,
  ...PERSISTENCE_RULES,
  ...REACH_RULES,
  ...ATTACK_RULES,
  ...LANGUAGE_RULES,
  WORDS_TOGETHER,
].map((rule) => (ORDINARY_IN_PROSE.has(rule.category) ? { ...rule, taskOnly: true } : rule));
