import type { HookInput } from '../entry/hook-io.ts';
import { answer, clipHookText } from '../entry/hook-io.ts';
import { findCommandFile, OUR_COMMAND_MARK } from '../verbs/command-file.ts';
import type { VerbContext } from '../verbs/context.ts';

/** What one slash command answers: to the person word for word without a model call, or facts for the model. */
export type CommandAnswer =
  | { readonly to: 'person'; readonly text: string }
  | { readonly to: 'model'; readonly text: string };

/** A slash command's script: the raw argument text in, its answer out. */
export type CommandScript = (context: VerbContext, rawArguments: string) => Promise<CommandAnswer>;

/**
 * The verb that an expanded command stands for; null when it is not ours: a bare `/background` is ours only if the file
 * that the client expanded bears our mark.
 */
export function verbOf(input: HookInput, context: VerbContext): string | null {
  const name = input.command_name ?? '';
  if (name.startsWith('outloop:')) return name.slice('outloop:'.length);
  if (name !== 'background') return null;
  const file = findCommandFile(name, input.command_source ?? '', context);
  return file?.includes(OUR_COMMAND_MARK) === true ? name : null;
}

/**
 * UserPromptExpansion: answers one of our commands. Anything else that was typed passes untouched; a command of ours
 * that fails is never left to the model, which would only guess.
 */
export async function expandCommand(
  context: VerbContext,
  input: HookInput,
  scripts: Readonly<Record<string, () => Promise<{ readonly run: CommandScript }>>>,
): Promise<void> {
  const verb = verbOf(input, context);
  if (verb === null) return;
  const load = scripts[verb];
  if (load === undefined) return;
  try {
    giveCommandAnswer(await (await load()).run(context, input.command_args ?? ''));
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    giveCommandAnswer({ to: 'person', text: `Outloop failed at this command: ${what}\nRun: outloop doctor` });
  }
}

function giveCommandAnswer(given: CommandAnswer): void {
  if (given.to === 'person') {
    answer({
      decision: 'block',
      reason: given.text,
      hookSpecificOutput: { hookEventName: 'UserPromptExpansion', suppressOriginalPrompt: true },
    });
    return;
  }
  answer({
    hookSpecificOutput: {
      hookEventName: 'UserPromptExpansion',
      additionalContext: clipHookText(given.text),
    },
  });
}
