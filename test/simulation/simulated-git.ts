import type { GitFacts } from '../../src/context/git-facts.ts';

/** Takes the place of `src/context/git-facts.ts`: the simulated project has no repository. */
export function gatherGit(): GitFacts {
  return { state: 'none', branch: null, upstream: null, changed: [] };
}
