import { failureText } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import type { Check } from './check.ts';
import { bad, good } from './check.ts';

/** What a client said of itself. */
export interface ClientFacts {
  readonly path: string;
  readonly version: string;
  readonly missingFlags: readonly string[];
}

// The manifest of the plugin asks for the same: older clients do not load it.
const CLIENT_MIN = [2, 1, 300] as const;

/** Whether the client was found, answers, and can run workers. */
export function checkClient(client: Result<ClientFacts>): Check {
  if (!client.ok)
    return bad('client', client.failure.message, client.failure.hint ?? failureText(client.failure));
  const { path, version, missingFlags } = client.value;
  if (isOlder(version)) {
    return bad(
      'client',
      `Claude Code ${version} is too old, ${path}`,
      `Update it to ${CLIENT_MIN.join('.')} or later: claude update`,
    );
  }
  if (missingFlags.length > 0) {
    return bad(
      'client',
      `Claude Code ${version} lacks ${missingFlags.join(', ')}, ${path}`,
      'Update Claude Code and Outloop; workers are started with these flags.',
    );
  }
  return good('client', `Claude Code ${version}, ${path}`);
}

function isOlder(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, minimum] of CLIENT_MIN.entries()) {
    const part = parts[index] ?? 0;
    if (part !== minimum) return part < minimum;
  }
  return false;
}
