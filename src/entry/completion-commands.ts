import type { Command } from 'commander';
import { Argument } from 'commander';
import { ok } from '../domain/result.ts';
import { SHELLS, type Shell } from '../verbs/completion-script.ts';
import type { VerbContext } from '../verbs/context.ts';
import { commandTree } from './command-tree.ts';
import { JSON_FLAG, type JsonFlag, print, runCommand } from './run-command.ts';

/** Adds `outloop completion`, and what its scripts call. Last of all: it walks through all commands. */
export function addCompletionCommands(program: Command, createApp: () => VerbContext): void {
  program
    .command('completion')
    .description('print what makes a shell complete verbs, flags and ids')
    .addArgument(new Argument('<shell>', 'bash, zsh or fish').choices(SHELLS))
    .option(...JSON_FLAG)
    .addHelpText(
      'after',
      `
Examples:
  source <(outloop completion bash)      in ~/.bashrc
  source <(outloop completion zsh)       in ~/.zshrc, after compinit
  outloop completion fish > ~/.config/fish/completions/outloop.fish`,
    )
    .action(async (shell: Shell, options: JsonFlag) => {
      const { completionScript } = await import('../verbs/completion-script.ts');
      const script = completionScript(shell);
      await runCommand(options.json === true, async () => ok({ payload: { shell, script }, text: script }));
    });
  program
    .command('complete', { hidden: true })
    .description('print what may stand in place of the last word, a tab and what it is')
    .argument('[words...]', 'what was typed behind outloop')
    .action(async (words: string[]) => {
      const { completeHere } = await import('../verbs/complete.ts');
      const candidates = completeHere(createApp(), commandTree(program), words);
      if (candidates.length === 0) return;
      print(1, candidates.map(({ value, description }) => `${value}\t${description}`).join('\n'));
    });
}
