import type { Check } from './check.ts';
import { doubtful, good } from './check.ts';

/** What a bare `/background` runs. `ours`: bears our mark; `current`: is what this version would write. */
export type BareCommandFacts =
  | { readonly kind: 'built-in' }
  | { readonly kind: 'foreign'; readonly path: string }
  | { readonly kind: 'ours'; readonly path: string; readonly current: boolean };

/** Who answers a bare `/background`. `/outloop:background` always works. */
export function checkBareCommand(facts: BareCommandFacts): Check {
  const name = '/background';
  switch (facts.kind) {
    case 'built-in':
      return good(
        name,
        "Claude Code's own: moves the session away. For Outloop's: /outloop:background, or outloop init",
      );
    case 'foreign':
      return doubtful(
        name,
        `belongs to somebody else, ${facts.path}`,
        'Use /outloop:background, or rename that file and run: outloop init',
      );
    case 'ours':
      return facts.current
        ? good(name, `Outloop's, ${facts.path}; /bg is Claude Code's own`)
        : doubtful(name, `Outloop's of another version, ${facts.path}`, 'Renew it by the same outloop init.');
  }
}
