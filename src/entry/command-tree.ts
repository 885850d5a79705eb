import type { Argument, Command } from 'commander';
import type { CommandNode } from '../verbs/complete.ts';
import { completionsOf } from './task-flags.ts';

/** A command with all below it as plain data, for whoever completes what somebody types. */
export function commandTree(command: Command): CommandNode {
  const help = command.createHelp();
  return {
    name: command.name(),
    description: command.description(),
    options: help.visibleOptions(command).map((option) => ({
      names: [option.long, option.short].filter((name) => name !== undefined && name !== null),
      description: option.description,
      takesValue: option.required || option.optional,
      values: completionsOf(option),
    })),
    arguments: command.registeredArguments.map((argument: Argument) => ({
      name: argument.name(),
      isVariadic: argument.variadic,
      values: argument.argChoices ?? [],
    })),
    commands: help
      .visibleCommands(command)
      .filter((one) => one.name() !== 'help')
      .map(commandTree),
  };
}
