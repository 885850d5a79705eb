import { randomUUID } from 'node:crypto';
import type { TestProject } from '../test/harness/project.ts';
import type { TimedCall } from './clock.ts';
import { hookCommand } from './hook-line.ts';

/** A client session as its hooks see it. This process stands for the client: it is the owner of what is submitted. */
export interface Session {
  readonly env: Readonly<Record<string, string>>;
  readonly hook: (event: string, fields?: Readonly<Record<string, unknown>>) => TimedCall;
  /** The hook of `/outloop:background …` as typed. */
  readonly background: (rawArguments: string) => TimedCall;
}

/** An attended session in a project. What hooks read and find in their environment was recorded from the client. */
export function createSession(
  project: TestProject,
  plugin: string,
  extra: Readonly<Record<string, string>> = {},
): Session {
  const sessionId = randomUUID();
  const env = project.env({
    CLAUDECODE: '1',
    CLAUDE_CODE_ENTRYPOINT: 'cli',
    CLAUDE_CODE_SESSION_ATTENDED: '1',
    CLAUDE_CODE_SESSION_ID: sessionId,
    CLAUDE_CODE_CHILD_SESSION: '1',
    CLAUDE_PID: String(process.pid),
    CLAUDE_PROJECT_DIR: project.dir,
    CLAUDE_PLUGIN_ROOT: plugin,
    NoDefaultCurrentDirectoryInExePath: '1',
    OUTLOOP_NODE: process.execPath,
    ...extra,
  });
  const common = {
    session_id: sessionId,
    transcript_path: `${project.home}/.claude/projects/sample/${sessionId}.jsonl`,
    cwd: project.dir,
  };
  const hook = (event: string, fields: Readonly<Record<string, unknown>> = {}): TimedCall => ({
    ...hookCommand(plugin, event),
    cwd: project.dir,
    env,
    input: JSON.stringify({ ...common, ...RECORDED[event], hook_event_name: event, ...fields }),
  });
  return {
    env,
    hook,
    background: (rawArguments) =>
      hook('UserPromptExpansion', {
        command_args: rawArguments,
        prompt: `/outloop:background ${rawArguments}`,
      }),
  };
}

const prompted = { prompt_id: '5a0c9a52-7d0f-4c6b-9f55-0a1f3c1d7e11', permission_mode: 'default' };

/** What the client gives each hook beside the session, its folder and the event. */
const RECORDED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  SessionStart: { source: 'startup', model: 'claude-opus-5-5' },
  UserPromptSubmit: { ...prompted, prompt: 'go on with the importer' },
  UserPromptExpansion: {
    ...prompted,
    expansion_type: 'slash_command',
    command_name: 'outloop:background',
    command_source: 'plugin',
  },
  Stop: {
    ...prompted,
    effort: { level: 'medium' },
    stop_hook_active: false,
    last_assistant_message: 'ok',
    background_tasks: [],
    session_crons: [],
  },
};
