import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import { holdsSecret } from '../observe/redact.ts';

const COMMAND_CHARS_MAX = 8_000;

/**
 * Whether a shell command can be taken as a task. Only what could not be kept or shown rightly is refused
 * here; the policy on commands says what may run.
 */
export function checkCommand(command: string): Result<string> {
  const text = command.trim();
  if (text === '') return refuse('The command is empty.', 'Example: outloop submit --command "npm test"');
  if (text.length > COMMAND_CHARS_MAX) {
    return refuse(
      `The command has ${text.length} characters; allowed are ${COMMAND_CHARS_MAX}.`,
      'Put it into a script of the project and run that.',
    );
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are refused
  if (/[\x00-\x08\x0b-\x1f\x7f-\x9f]/.test(text)) {
    return refuse('The command holds control characters.', 'Type it again instead of pasting it.');
  }
  const secret = holdsSecret(text);
  if (secret === null) return ok(text);
  return refuse(
    `The command holds what looks like a secret (${secret}).`,
    'Let the command read it from a file or from its environment.',
  );
}

function refuse(message: string, hint: string): Result<never> {
  return fail(failure('usage', message, hint));
}
