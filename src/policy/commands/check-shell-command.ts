import { failure } from '../../domain/failure.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { cleanLine } from '../../observe/clean.ts';
import { COMMAND_RULES, programOf } from './command-rules.ts';
import { type ShellCommand, shellCommands } from './shell-commands.ts';

/**
 * Which shell commands may run in the background, as patterns of words: `npm test` is that and nothing more, `npm run *`
 * has any words behind it, and `*` in the middle is any one word. The program counts without its folder.
 */
export interface CommandPolicy {
  /** What a person allows for all of their projects: it lifts the rules that ship, too. */
  readonly allow: readonly string[];
  /** Every command must fit one of each list: the person's, and the project's. */
  readonly only: readonly (readonly string[])[];
  readonly refuse: readonly string[];
}

/**
 * Judges a shell line by the commands that it would run; what stands in quotes is text. It is a courtesy: what a
 * program then does itself is bounded by limits and containment, not by this.
 */
export function checkShellCommand(line: string, policy: CommandPolicy): Result<void> {
  const commands = allCommands(line);
  if (!commands.ok) return commands;
  for (const command of commands.value) {
    const refused = judge(command, policy);
    if (refused !== null) return refused;
  }
  return ok(undefined);
}

const DEPTH_MAX = 8;

/** With what a shell, `eval` or a wrapper is told to run. */
function allCommands(line: string, depth = 0): Result<ShellCommand[]> {
  const commands = shellCommands(line);
  if (!commands.ok) return commands;
  if (depth > DEPTH_MAX)
    return fail(failure('usage', 'The command is nested too deeply.', 'Put it into a script.'));
  const found: ShellCommand[] = [];
  for (const command of commands.value) {
    const inner = unwrapped(command);
    found.push(command);
    if (inner === null) continue;
    if (typeof inner !== 'string') {
      found.push(inner);
      continue;
    }
    const nested = allCommands(inner, depth + 1);
    if (!nested.ok) return nested;
    found.push(...nested.value);
  }
  return ok(found);
}

const WRAPPERS = new Set([
  'env',
  'nohup',
  'nice',
  'time',
  'timeout',
  'exec',
  'command',
  'xargs',
  'setsid',
  'stdbuf',
]);

/** What a command runs in turn: a line, or a command. Null where it runs nothing that can be seen. */
function unwrapped(command: ShellCommand): string | ShellCommand | null {
  const { words } = command;
  const program = programOf(words);
  if (program === 'eval') return words.slice(1).join(' ');
  if (/^(?:ba|z|da|k)?sh$/.test(program)) {
    const flag = words.findIndex((word) => /^-\w*c$/.test(word));
    return flag === -1 ? null : (words[flag + 1] ?? null);
  }
  if (!WRAPPERS.has(program)) return null;
  const start = words.findIndex(
    (word, index) =>
      index > 0 && !word.startsWith('-') && !/^[A-Za-z_]\w*=/.test(word) && !/^\d+\w?$/.test(word),
  );
  if (start === -1) return null;
  const inner = { ...command, words: words.slice(start) };
  return unwrapped(inner) ?? inner;
}

function judge(command: ShellCommand, policy: CommandPolicy): Result<never> | null {
  const { words } = command;
  const shown = cleanLine(words.join(' '), 60);
  const refusing = policy.refuse.find((pattern) => fits(words, pattern));
  if (refusing !== undefined) {
    return refuse(
      `commands.refuse: ${refusing}`,
      shown,
      'outloop.yaml refuses it.',
      'Run it yourself, or change outloop.yaml.',
    );
  }
  if (policy.allow.some((pattern) => fits(words, pattern))) return null;
  const rule = COMMAND_RULES.find(({ matches }) => matches(command));
  if (rule !== undefined) return refuse(rule.id, shown, rule.why, rule.rephrase);
  const missing = policy.only.find((patterns) => !patterns.some((pattern) => fits(words, pattern)));
  if (words.length === 0 || missing === undefined) return null;
  return refuse(
    'commands.only',
    shown,
    'outloop.yaml does not name it.',
    `Allowed are: ${missing.join(', ')}`,
  );
}

function refuse(rule: string, shown: string, why: string, rephrase: string): Result<never> {
  return fail(
    failure('policy_refused', `The command "${shown}" is refused: ${why} (${rule})`, rephrase, {
      rule,
      words: shown,
      category: 'command',
      where: 'task',
    }),
  );
}

function fits(words: readonly string[], pattern: string): boolean {
  const wanted = pattern.trim().split(/\s+/);
  const isOpen = wanted.at(-1) === '*';
  const fixed = isOpen ? wanted.slice(0, -1) : wanted;
  if (isOpen ? words.length < fixed.length : words.length !== fixed.length) return false;
  return fixed.every((one, at) => one === '*' || one === (at === 0 ? programOf(words) : words[at]));
}
