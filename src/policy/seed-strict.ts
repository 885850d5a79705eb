import type { PolicyRule } from './policy.ts';

/** What a task must match one of under `seed-strict`. */
export const SEED_APPROVED: readonly PolicyRule[] = [
  approved('analysis', '\\b(analyze|research|document|review)\\b.*'),
  approved('implementation', '\\bimplement\\s+[\\w\\s]{10,100}.*'),
  approved('testing', '\\btest\\s+[\\w\\s]{10,100}.*'),
  approved('fixing', '\\bfix\\s+[\\w\\s]{10,100}.*'),
];

/** What a task must match none of under `seed-strict`. Single words, so many ordinary tasks are refused too. */
export const SEED_BLOCKED: readonly PolicyRule[] = [
  blocked('system', '.*\\b(system|shell|exec|eval)\\b.*', 'system access'),
  blocked('credentials', '.*\\b(credential|password|secret|key)\\b.*', 'credentials'),
  blocked('privileges', '.*\\b(sudo|root|admin|privilege)\\b.*', 'privileges'),
  blocked('destruction', '.*\\b(rm|delete|drop|truncate)\\b.*', 'destruction'),
  blocked('network', '.*\\b(network|socket|port|bind)\\b.*', 'the network'),
  blocked('outside', '.*\\b(file|path|directory)\\s*outside\\b.*', 'files outside the project'),
];

function approved(name: string, pattern: string): PolicyRule {
  return { id: `seed.${name}`, category: 'approval', pattern, why: `The text asks for ${name}.` };
}

function blocked(name: string, pattern: string, about: string): PolicyRule {
  return {
    id: `seed.${name}`,
    category: name,
    pattern,
    why: `The preset seed-strict refuses every text with a word about ${about}.`,
    rephrase: 'Leave the word out, or use the preset `default`, which looks for intents.',
  };
}
