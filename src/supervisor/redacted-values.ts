import { CREDENTIAL_NAMES } from '../ipc/environment.ts';
import { secretEnvironmentValues } from '../observe/redact.ts';

/** The values that must not show up in anything that is written down for this task. */
export function redactedValues(environment: Readonly<Record<string, string | undefined>>): string[] {
  const credentials = CREDENTIAL_NAMES.map((name) => environment[name] ?? '').filter(
    (value) => value.length >= 8,
  );
  return [...new Set([...credentials, ...secretEnvironmentValues(environment)])];
}
