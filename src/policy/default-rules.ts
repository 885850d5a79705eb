import type { PolicyRule } from './policy.ts';
import { ATTACK_RULES } from './rules/attack.ts';
import { CHECK_RULES } from './rules/checks.ts';
import { CREDENTIAL_RULES } from './rules/credentials.ts';
import { DESTRUCTION_RULES } from './rules/destruction.ts';
import { ESCALATION_RULES } from './rules/escalation.ts';
import { ESCAPE_RULES } from './rules/escape.ts';
import { HARM_RULES } from './rules/harm.ts';
import { LANGUAGE_RULES } from './rules/languages.ts';
import { OUTLOOP_RULES } from './rules/outloop.ts';
import { OVERRIDE_RULES } from './rules/override.ts';
import { PERSISTENCE_RULES } from './rules/persistence.ts';
import { PERSONAL_RULES } from './rules/personal.ts';
import { REACH_RULES } from './rules/reach.ts';
import { SHELL_RULES } from './rules/shell.ts';
import { SMUGGLING_RULES } from './rules/smuggling.ts';
import { TEST_RULES } from './rules/tests.ts';
import { ABOUT_THE_PROGRAM } from './rules/words.ts';

/** A page of prose, code and commands has these words on every other line. */
const ORDINARY_IN_PROSE: ReadonlySet<string> = new Set([
  'outloop.delegate',
  'outloop.spawn',
  'outloop.files',
  'outloop.records',
  'override.markup',
  'override.pretend',
  'escape.path',
  'escape.place',
  'escape.install',
  'shell.orders',
  'shell.anything',
  'shell.syntax',
  'shell.open',
  'shell.download',
  'smuggle.encoded',
  'smuggle.elsewhere',
  'smuggle.fetched',
  'personal.your',
  'personal.you',
  'personal.yourself',
  'personal.belongings',
  'reach.schedule',
]);

/** The blocked rules of the default policy, in the order in which they are tried. */
export const DEFAULT_BLOCKED: readonly PolicyRule[] = [
  ...OVERRIDE_RULES,
  ...SMUGGLING_RULES,
  ...OUTLOOP_RULES,
  ...CREDENTIAL_RULES,
  ...ESCALATION_RULES,
  ...DESTRUCTION_RULES,
  ...HARM_RULES,
  ...SHELL_RULES,
  ...CHECK_RULES,
  ...TEST_RULES,
  ...ESCAPE_RULES,
  ...PERSISTENCE_RULES,
  ...REACH_RULES,
  ...ATTACK_RULES,
  ...PERSONAL_RULES,
  ...LANGUAGE_RULES,
].map((rule) => forTaskOnly(excuseTalkOfTheProgram(rule)));

/**
 * Words alone often mean something else in talk of a program. Written-out commands do not, and what a check is about is
 * always a part of the program.
 */
function excuseTalkOfTheProgram(rule: PolicyRule): PolicyRule {
  if (rule.words === undefined || rule.notInEnglish === true || rule.category === 'checks') return rule;
  return { ...rule, unless: [...(rule.unless ?? []), ABOUT_THE_PROGRAM] };
}

/** The rules of other languages go by words alone. */
function forTaskOnly(rule: PolicyRule): PolicyRule {
  const isOrdinary = /^[a-z]{2}\./.test(rule.id) || ORDINARY_IN_PROSE.has(rule.id);
  return isOrdinary ? { ...rule, taskOnly: true } : rule;
}
