import type { AgentName } from '../domain/agents.ts';

/** Who does a task for which nobody was named, and how that was chosen: "no agent was named; chosen <by>". */
export interface Route {
  readonly agent: AgentName;
  readonly by: string;
}

const VERBS: readonly (readonly [AgentName, string])[] = [
  ['tester', 'test tests cover reproduce verify'],
  ['reviewer', 'review audit inspect critique check'],
  ['documenter', 'document describe explain docs translate'],
  [
    'researcher',
    'analyze analyse research investigate identify find explore compare evaluate study summarize summarise survey measure profile',
  ],
  [
    'coder',
    'implement add fix build create develop write refactor optimize optimise improve update upgrade rename remove replace ' +
      'migrate convert port support make simplify repair resolve extend change move set introduce enable handle modernize',
  ],
];

const AGENT_OF_VERB: ReadonlyMap<string, AgentName> = new Map(
  VERBS.flatMap(([agent, verbs]) => verbs.split(' ').map((verb) => [verb, agent] as const)),
);

/** These verbs make or do a thing; what thing it is decides who makes it. */
const MAKING =
  /^(?:add|create|write|develop|implement|build|update|improve|extend|set|conduct|perform|do|run|prepare)$/;
const THINGS: readonly (readonly [AgentName, RegExp])[] = [
  ['reviewer', /\b(?:audit|review|inspection)s?$/],
  ['tester', /\b(?:tests?|test cases?|test suite|coverage|specs?)$/],
  ['documenter', /\b(?:documentation|docs|guide|tutorial|readme|manual|docstrings?|changelog)$/],
];

/** Words that may stand before the verb. */
const PRELUDE = /^(?:please|can you|could you|kindly|let's|now|then|also|first)[ ,]+/;

/** Chooses the agent by the first verb of the text; without a known one the orchestrator decides. */
export function routeTask(text: string): Route {
  let rest = text.trim().toLowerCase();
  while (PRELUDE.test(rest)) rest = rest.replace(PRELUDE, '');
  const verb = /^[a-z]+/.exec(rest)?.[0] ?? '';
  if (MAKING.test(verb)) {
    // What stands before the first preposition is the thing; what follows only says where or why.
    const [thing = ''] = rest
      .slice(verb.length)
      .split(/\b(?:for|to|of|in|on|with|from|that|which|so|when|if|by)\b|[,.;:]/);
    const byThing = THINGS.find(([, pattern]) => pattern.test(thing.trim()));
    if (byThing !== undefined) return { agent: byThing[0], by: `by "${verb} … ${lastWord(thing)}"` };
  }
  const byVerb = AGENT_OF_VERB.get(verb);
  return byVerb === undefined
    ? { agent: 'orchestrator', by: 'by default' }
    : { agent: byVerb, by: `by the verb "${verb}"` };
}

function lastWord(thing: string): string {
  return /[\w-]+\W*$/.exec(thing)?.[0].trim() ?? thing.trim();
}
