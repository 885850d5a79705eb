import type { ProjectFacts } from '../../../src/context/gather.ts';
import type { PrimeTask } from '../../../src/context/static-prime.ts';
import type { OpenTask } from '../../../src/domain/state.ts';

export const CODER: PrimeTask = {
  id: '20261121-064301-coder-k3f9',
  agent: 'coder',
  description: 'implement the export endpoint of the importer',
  options: { timeout_ms: 1_200_000 },
};

/** Facts of an ordinary project, but for the given parts. */
export function someFacts(parts: Partial<ProjectFacts> = {}): ProjectFacts {
  return {
    name: 'importer',
    root: '/projects/importer',
    git: { state: 'known', branch: 'main', upstream: null, changed: [] },
    kind: {
      languages: ['TypeScript'],
      commands: [{ purpose: 'test', command: 'npm test', from: 'package.json' }],
      guides: ['README.md'],
    },
    brief: null,
    ...parts,
  };
}

/** A task that waits. */
export function openTask(id: string, description: string): OpenTask {
  return {
    phase: 'queued',
    id,
    agent: 'tester',
    description,
    sessionId: 's',
    owner: null,
    options: { timeout_ms: 1000 },
    credentials: [],
    submittedAt: 0,
  };
}
