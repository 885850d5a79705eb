/** One intent in one language: what is done, and to what. Either may come first. */
export type Intent = readonly [verbs: string, objects: string];

/** The intents that the default rules are after, by the rule that they become. */
export interface LanguageIntents {
  readonly destroy: Intent;
  readonly secrets: Intent;
  readonly rights: Intent;
  readonly checks: Intent;
  readonly override: Intent;
  readonly outside: Intent;
  readonly move: Intent;
  readonly run: Intent;
  readonly persist: Intent;
  readonly agents: Intent;
  readonly records: Intent;
  readonly mining: Intent;
}
