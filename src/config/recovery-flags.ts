import { AGENT_NAMES, isAgentName } from '../domain/agents.ts';
import { RETRIES_MAX } from '../domain/attempts.ts';
import { failure } from '../domain/failure.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { cleanLine } from '../observe/clean.ts';

/** What follows a failure; what was not given is left out. */
export interface RecoveryFlags {
  /** `none`, `retry`, or `agent:NAME`. */
  readonly onFailure?: string;
  /** How many more attempts there are. */
  readonly retries?: number;
}

/** The flags by name, each with the reader of its value. */
export const RECOVERY_READERS = { 'on-failure': readOnFailure, retries: readRetries } as const;

/** `retry`, `agent:NAME` or `none`. */
function readOnFailure(value: string): Result<RecoveryFlags> {
  const [kind, name] = value.toLowerCase().split(':', 2);
  const known =
    name === undefined ? kind === 'retry' || kind === 'none' : kind === 'agent' && isAgentName(name);
  if (known) return ok({ onFailure: value.toLowerCase() });
  return fail(
    failure(
      'usage',
      `--on-failure: "${cleanLine(value, 40)}" is not allowed.`,
      `Allowed are retry (the same agent, told what failed), agent:NAME (another one takes over) and none.\nThe agents are ${AGENT_NAMES.join(', ')}.`,
    ),
  );
}

function readRetries(value: string): Result<RecoveryFlags> {
  const retries = /^\d{1,2}$/.test(value) ? Number(value) : Number.NaN;
  if (retries <= RETRIES_MAX) return ok({ retries });
  return fail(
    failure(
      'usage',
      `--retries: "${cleanLine(value, 40)}" is not allowed.`,
      `Allowed are whole numbers from 0 to ${RETRIES_MAX}: how often it is tried again at most.`,
    ),
  );
}
