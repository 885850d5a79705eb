import type { Handoff } from './messages.ts';

/** The environment variables with which the client authenticates a model request. */
export const CREDENTIAL_NAMES: readonly string[] = [
  'ANTHROPIC_API_KEY',
  'ANTHROPIC_AUTH_TOKEN',
  'ANTHROPIC_CUSTOM_HEADERS',
  'ANTHROPIC_FOUNDRY_API_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_BEARER_TOKEN_BEDROCK',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'CLAUDE_CODE_OAUTH_TOKEN',
  'CLAUDE_CODE_CLIENT_KEY_PASSPHRASE',
];

/**
 * What the client sets for one session only. A worker is a session of its own; everything else that the person has set
 * stays, whatever its name begins with.
 */
export const SESSION_NAMES: readonly string[] = [
  'CLAUDECODE',
  'CLAUDE_CODE_CHILD_NOTES_DIR',
  'CLAUDE_CODE_CHILD_SESSION',
  'CLAUDE_CODE_ENTRYPOINT',
  'CLAUDE_CODE_EXECPATH',
  'CLAUDE_CODE_MESSAGING_SOCKET',
  'CLAUDE_CODE_MESSAGING_TOKEN',
  'CLAUDE_CODE_SESSION_ATTENDED',
  'CLAUDE_CODE_SESSION_ID',
  'CLAUDE_CODE_SSE_PORT',
  'CLAUDE_EFFORT',
  'CLAUDE_ENV_FILE',
  'CLAUDE_JOB_DIR',
  'CLAUDE_PID',
  'CLAUDE_PLUGIN_DATA',
  'CLAUDE_PLUGIN_ROOT',
  'CLAUDE_PROJECT_DIR',
];

type Environment = Readonly<Record<string, string | undefined>>;

/** The environment without what belongs to the asking session: what a worker may inherit. */
export function workerEnvironment(env: Environment): Record<string, string> {
  return without(env, SESSION_NAMES);
}

/** The environment of the supervisor: neither a session's variables nor anybody's credentials. */
export function supervisorEnvironment(env: Environment): Record<string, string> {
  return without(env, [...SESSION_NAMES, ...CREDENTIAL_NAMES]);
}

/** An environment without the credentials of the model. */
export function withoutCredentials(env: Environment): Record<string, string> {
  return without(env, CREDENTIAL_NAMES);
}

/** The names of the credentials that an environment holds. */
export function credentialNames(env: Environment): string[] {
  return CREDENTIAL_NAMES.filter((name) => (env[name] ?? '') !== '');
}

/** The handoff of a task: everything that its worker shall inherit from the session that submitted it. */
export function makeHandoff(taskId: string, env: Environment): Handoff {
  return { task_id: taskId, environment: workerEnvironment(env) };
}

function without(env: Environment, names: readonly string[]): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && !names.includes(name)) kept[name] = value;
  }
  return kept;
}
