import type { AgentName } from '../domain/agents.ts';
import type { NeededWords } from './needed-words.ts';
import type { WordWeights } from './weigh-words.ts';
import type { WordIndex } from './word-index.ts';

/**
 * One rule as data. Exactly one of `pattern`, `any`, `all`, `words` and `weights` says when it matches. Patterns are regular
 * expressions without case, searched in the folded text (lower case, accents and look-alike letters folded).
 */
export interface PolicyRule {
  /** Names the rule in a refusal, such as `destroy.everything`. */
  readonly id: string;
  /** What the rule is after, such as `destruction`. */
  readonly category: string;
  readonly pattern?: string;
  /** Matches when one of these patterns does. */
  readonly any?: readonly string[];
  /** Matches when every one of these patterns does. */
  readonly all?: readonly string[];
  /**
   * Groups of phrases in this order, at most `gap` other words between them. `*` ends an open word; between the words
   * of a phrase may stand a space, a hyphen or an underscore.
   */
  readonly words?: readonly (readonly string[])[];
  readonly gap?: number;
  /** Matches when the words of a text together weigh more than nothing. */
  readonly weights?: WordWeights;
  /**
   * The rule is after orders. Of words the first group must be the verb of one ("delete …", not "users delete …"), and
   * the last must end its thing ("password", not "password reset"); patterns do not count in talk about the program.
   */
  readonly order?: boolean;
  /** The last group may also begin a longer name: it is a place, not a thing. */
  readonly loose?: boolean;
  /** Two groups may also stand the other way round. */
  readonly inAnyOrder?: boolean;
  /** The phrases are of other languages: a text with English function words is not searched. */
  readonly notInEnglish?: boolean;
  /** A match does not count right before one of these phrases: "password" is another thing in "password reset". */
  readonly notBefore?: readonly string[];
  /** Holds for task texts only: in the pages of a brief its words are too ordinary. */
  readonly taskOnly?: boolean;
  /** A match only counts when one of these patterns matches the text too. */
  readonly onlyWith?: readonly string[];
  /** A match does not count when one of these patterns matches its clause. */
  readonly unless?: readonly string[];
  /** One sentence for people: what is not allowed. */
  readonly why: string;
  /** One sentence for people: what would be accepted. */
  readonly rephrase?: string;
  readonly examples?: RuleExamples;
}

/** Texts that show what a rule is after; the tests and `policy test` hold the rule to them. */
export interface RuleExamples {
  readonly match?: readonly string[];
  readonly pass?: readonly string[];
}

/** What may be delegated at all. Plain data: it is cached as JSON and hashed. */
export interface Policy {
  /** Where the rules come from, for people: `default`, `seed-strict`, with `+` when files added to it. */
  readonly name: string;
  readonly agents: readonly AgentName[];
  /** Bounds of a task text in code points. */
  readonly lengthMin: number;
  readonly lengthMax: number;
  /** A text that matches one of these is refused. */
  readonly blocked: readonly PolicyRule[];
  /** A text must match at least one rule of every group. An empty group approves everything. */
  readonly approved: readonly (readonly PolicyRule[])[];
  /** Only saves time; nothing is decided by it. */
  readonly shipped?: ShippedRules;
}

/**
 * Tells which of many rules a text may match, by its words alone and without the rules. Plain data: the build works it
 * out for the rules that ship, because that takes longer than a whole hook may.
 */
export interface RuleIndex {
  readonly words: WordIndex;
  /** For each rule of patterns, by its place: its lists of patterns, and of each pattern the words that it needs. */
  readonly patterns: Readonly<Record<number, readonly (readonly NeededWords[])[]>>;
}

/** What is known of shipped rules without reading them. */
export interface ShippedRules {
  readonly rules: readonly PolicyRule[];
  readonly index: RuleIndex;
  /** The hash of a policy that has these rules and nothing else. */
  readonly hash: string;
}

/** What the policy says of a text that it accepts. */
export interface PolicyVerdict {
  readonly agent: AgentName;
  /** The approved rules that let it through, one of each group. */
  readonly approvedBy: readonly string[];
}

/** What a refusal says beside its sentences; part of the `--json` output. */
export interface RefusalDetails {
  readonly rule: string;
  /** The words that tripped the rule, cleaned for a terminal. Empty for a secret: it is never repeated. */
  readonly words: string;
  readonly category: string;
  readonly where: 'task' | 'brief';
}
