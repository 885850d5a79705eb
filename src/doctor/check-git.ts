import type { Check } from './check.ts';
import { doubtful, good } from './check.ts';

/** What git says of the project. `linkedTo`: the main worktree where this is a linked one. */
export interface GitState {
  readonly state: 'known' | 'none' | 'unknown';
  readonly branch: string | null;
  readonly linkedTo: string | null;
  readonly root: string;
}

/** Whether the changes of background tasks can be told from others. Tasks run without git too. */
export function checkGit({ state, branch, linkedTo, root }: GitState): Check {
  switch (state) {
    case 'none':
      return doubtful(
        'git',
        'no repository here: changes of tasks cannot be told apart.',
        'git init, and commit.',
      );
    case 'unknown':
      return doubtful('git', 'git is missing or does not answer.', `Try: git -C ${root} status`);
    case 'known': {
      const where = branch === null ? 'no branch (detached head)' : `branch ${branch}`;
      return linkedTo === null
        ? good('git', where)
        : good('git', `${where}, a linked worktree; tasks and reports are those of ${linkedTo}`);
    }
  }
}
