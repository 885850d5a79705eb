import { basename } from 'node:path';
import { type Brief, readBrief } from './brief.ts';
import { type GitFacts, gatherGit } from './git-facts.ts';
import { gatherProjectKind, type ProjectKind } from './project-kind.ts';

/** What is true of a project at the moment when a worker starts in it. */
export interface ProjectFacts {
  readonly name: string;
  readonly root: string;
  readonly git: GitFacts;
  readonly kind: ProjectKind;
  readonly brief: Brief | null;
}

/**
 * Gathers the facts for a prime: one question to git and a few small files.
 * @param briefPath relative to the root
 */
export function gatherFacts(
  root: string,
  env: Readonly<Record<string, string | undefined>>,
  briefPath?: string,
): ProjectFacts {
  return {
    name: basename(root),
    root,
    git: gatherGit(root, env),
    kind: gatherProjectKind(root),
    brief: briefPath === undefined ? null : readBrief(root, briefPath),
  };
}
