import type { ShellCommand } from './shell-commands.ts';

/** What no command in the background may do, as a test on one command of a line. */
export interface CommandRule {
  /** Names the rule in a refusal, such as `command.escalation`. */
  readonly id: string;
  readonly matches: (command: ShellCommand) => boolean;
  readonly why: string;
  readonly rephrase: string;
}

const SHELLS = /^(?:ba|z|da|k|fi)?sh$/;
const ABSOLUTE_OR_HOME = /^(?:\/|~|\$\{?(?:HOME|PWD|OLDPWD)\b|\.\.(?:\/|$))/;
const EVERYTHING = /^(?:\.?\/?\*+|\.\/?|\.git(?:\/.*)?|\.\/\.git(?:\/.*)?)$/;
const SECRET_FILE =
  /(?:^|\/)(?:\.ssh(?:\/|$)|\.aws\/|\.gnupg(?:\/|$)|\.netrc$|\.git-credentials$|\.pgpass$|\.kube\/config$|id_(?:rsa|dsa|ecdsa|ed25519)$)|^\/etc\/(?:shadow|sudoers)|\.claude\/\.credentials/;

/** The rules that ship, the gravest first. A person's own `commands.allow` lifts them for what it names. */
export const COMMAND_RULES: readonly CommandRule[] = [
  {
    id: 'command.escalation',
    matches: ({ words }) => isOneOf(words, 'sudo su doas pkexec runuser'),
    why: 'A command in the background may not take on more rights.',
    rephrase: 'Run it yourself in a terminal.',
  },
  {
    id: 'command.machine',
    matches: ({ words, redirects }) =>
      isOneOf(words, 'shutdown reboot halt poweroff fdisk parted wipefs swapoff') ||
      /^mkfs/.test(programOf(words)) ||
      (isOneOf(words, 'systemctl') && words.some((word) => /^(?:poweroff|reboot|halt)$/.test(word))) ||
      [...words, ...redirects].some((word) => /^(?:of=)?\/dev\/(?:sd|hd|vd|nvme|disk|mapper)/.test(word)),
    why: 'A command in the background may not change or end the machine.',
    rephrase: 'Run it yourself in a terminal.',
  },
  {
    id: 'command.destruction',
    matches: ({ words }) => removesTooMuch(words),
    why: 'It removes more than a folder of the project, or something that only shows when it runs.',
    rephrase: 'Name the folder by its path inside the project: rm -r dist',
  },
  {
    id: 'command.history',
    matches: ({ words }) => destroysHistory(words),
    why: 'It throws away commits or uncommitted changes.',
    rephrase: 'Run it yourself when nobody else is at work in the project.',
  },
  {
    id: 'command.download',
    matches: ({ words, from }) =>
      from !== null &&
      isOneOf(from.words, 'curl wget fetch') &&
      (SHELLS.test(programOf(words)) || isOneOf(words, 'node python python3 perl ruby')),
    why: 'It runs a program that nobody has looked at.',
    rephrase: 'Download it into a file first, and read it.',
  },
  {
    id: 'command.credentials',
    matches: ({ words, redirects }) =>
      [...words.slice(1), ...redirects].some((word) => SECRET_FILE.test(word)),
    why: 'A command in the background may not touch files that hold credentials.',
    rephrase: 'Let the program find its credentials by itself.',
  },
  {
    id: 'command.persistence',
    matches: ({ words }) =>
      isOneOf(words, 'crontab at batch launchctl') ||
      (isOneOf(words, 'systemctl') && words.includes('enable')),
    why: 'It starts something that stays when it has ended.',
    rephrase: 'Use outloop schedule add for what is to run again.',
  },
  {
    id: 'command.processes',
    matches: ({ words }) =>
      isOneOf(words, 'pkill killall') || (isOneOf(words, 'kill') && words.includes('-1')),
    why: 'It ends processes by name, whoever they belong to.',
    rephrase: 'Have the command end what it started, by its process id.',
  },
  {
    id: 'command.agents',
    matches: ({ words }) => isOneOf(words, 'claude outloop'),
    why: 'A command in the background starts no agents.',
    rephrase: 'Hand the work over as a task: outloop submit coder "…"',
  },
];

/** The name of the program, without its folder. */
export function programOf(words: readonly string[]): string {
  return (words[0] ?? '').replace(/^.*\//, '');
}

function isOneOf(words: readonly string[], names: string): boolean {
  return names.split(' ').includes(programOf(words));
}

function removesTooMuch(words: readonly string[]): boolean {
  const targets = words.slice(1).filter((word) => !word.startsWith('-'));
  const flags = words.slice(1).filter((word) => word.startsWith('-'));
  const isRecursive = flags.some((flag) => /^-\w*[rR]/.test(flag) || flag === '--recursive');
  if (isOneOf(words, 'rm chmod chown chgrp') && isRecursive) {
    const isUnclear = isOneOf(words, 'rm') && targets.some((target) => /^\$|^`/.test(target));
    return isUnclear || targets.some((target) => ABSOLUTE_OR_HOME.test(target) || EVERYTHING.test(target));
  }
  if (isOneOf(words, 'find')) {
    const deletes = words.includes('-delete') || (words.includes('-exec') && words.includes('rm'));
    return deletes && ABSOLUTE_OR_HOME.test(words[1] ?? '');
  }
  return isOneOf(words, 'shred truncate') && targets.some((target) => ABSOLUTE_OR_HOME.test(target));
}

function destroysHistory(words: readonly string[]): boolean {
  if (!isOneOf(words, 'git')) return false;
  const has = (pattern: RegExp) => words.some((word) => pattern.test(word));
  if (words.includes('push')) return has(/^(?:-f|--force(?:-with-lease(?:=.*)?)?|--mirror|\+.+)$/);
  if (words.includes('reset')) return has(/^--hard$/);
  if (words.includes('clean')) return has(/^-\w*f|^--force$/);
  return has(/^filter-(?:branch|repo)$/) || (words.includes('reflog') && has(/^expire$/));
}
