import type { TaskFlags } from '../config/flag-values.ts';
import type { Changes } from '../domain/task-options.ts';

/** A task as somebody asks for it. What is left out is filled in: the agent by routing, limits by configuration. */
export interface SubmitRequest extends TaskFlags {
  readonly task: string;
  /** A shell command to run instead of an agent; `task` says in words what it is, or is empty. */
  readonly command?: string | undefined;
  /** The command is one of Outloop's own, which nobody typed: the rules for commands are not about it. */
  readonly isOwnCommand?: true;
  readonly agent?: string | undefined;
  /** What tasks that are submitted together have in common. */
  readonly group?: string | undefined;
  /** What is put before a reviewer. */
  readonly changes?: Changes | undefined;
}
