import { readFileSync, writeSync } from 'node:fs';
import type { Project } from '../workspace/paths.ts';

/** What the client tells every hook, as far as Outloop reads it. Loose: the client owns it and adds to it. */
export interface HookInput {
  readonly session_id?: string;
  readonly transcript_path?: string;
  readonly cwd?: string;
  readonly hook_event_name?: string;
  readonly prompt?: string;
  readonly source?: string;
  readonly command_name?: string;
  readonly command_args?: string;
  readonly command_source?: string;
  readonly stop_hook_active?: boolean;
  readonly tool_name?: string;
  readonly tool_input?: Readonly<Record<string, unknown>>;
  readonly tool_response?: unknown;
  readonly error?: string;
  /** Set in hooks of a subagent. */
  readonly agent_id?: string;
  readonly agent_transcript_path?: string;
  readonly last_assistant_message?: string;
  /** At a stop: what the client itself has in the background. */
  readonly background_tasks?: readonly Readonly<Record<string, unknown>>[];
  readonly session_crons?: readonly Readonly<Record<string, unknown>>[];
}

/** Reads the client's JSON from stdin. Anything that is not a JSON object reads as an empty input. */
export function readHookInput(): HookInput {
  try {
    const input: unknown = JSON.parse(readFileSync(0, 'utf8'));
    return typeof input === 'object' && input !== null ? input : {};
  } catch {
    return {};
  }
}

/** The project as `hooks/run.sh` has found it, by the same rule; undefined where it has not looked. */
export function projectFromShell([, , root, reports]: readonly string[]): Project | undefined {
  return root === undefined || reports === undefined ? undefined : { root, reports };
}

/**
 * Ends the process of a hook that has said and written everything. Left to itself it would first take its heap apart,
 * which takes a millisecond for which the client waits.
 */
export function leave(): void {
  process.exit();
}

/** Answers the client. Written at once and synchronously: the hook may go on working after it. */
export function answer(output: Readonly<Record<string, unknown>>): void {
  const bytes = Buffer.from(`${JSON.stringify(output)}\n`);
  for (let written = 0; written < bytes.length; ) written += writeSync(1, bytes, written);
}

/** The most characters of a hook's text that reach the model whole; the client puts longer ones into a file. */
export const HOOK_TEXT_CHARACTERS_MAX = 10_000;

/** Text that is sure to reach the model whole. */
export function clipHookText(text: string): string {
  const note = '\n… (cut here; the rest is in the reports folder)';
  return text.length <= HOOK_TEXT_CHARACTERS_MAX
    ? text
    : text.slice(0, HOOK_TEXT_CHARACTERS_MAX - note.length) + note;
}

/**
 * Runs a session hook so that it never breaks the session: what goes wrong is said in one visible line, and the
 * session goes on. "Could not check" is not "nothing open".
 */
export async function runSessionHook(name: string, hook: (input: HookInput) => Promise<void>): Promise<void> {
  try {
    await hook(readHookInput());
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    answer({
      systemMessage: `Outloop could not check its background tasks (${name}): ${what} Run: outloop doctor`,
    });
  }
}
