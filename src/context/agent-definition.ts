import { join } from 'node:path';
import { AGENT_TOOLS, type AgentName } from '../domain/agents.ts';
import { failure } from '../domain/failure.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { readTextFile } from '../workspace/safe-file.ts';

/**
 * The client's name for the tool that takes the structured result. An agent with a list of tools gets it only if the list
 * names it; without it the result is the model's last words.
 */
export const RESULT_TOOL = 'StructuredOutput';

/**
 * Loads `agents/<agent>.md` of the plugin as JSON for the client's `--agents`: one definition under the agent's name.
 * The tools are those of `AGENT_TOOLS` and the one for the result.
 */
export function loadAgentDefinition(pluginRoot: string, agent: AgentName): Result<string> {
  const path = join(pluginRoot, 'agents', `${agent}.md`);
  const text = readTextFile(path, AGENT_BYTES_MAX);
  if (!text.ok) return text;
  const parsed = text.value === null ? null : parseAgentFile(text.value);
  if (parsed === null || parsed.fields.name !== agent || parsed.prompt === '') {
    return fail(
      failure(
        'config_broken',
        `${path} is no agent file.`,
        'Install the plugin again: its own files are missing or changed.',
      ),
    );
  }
  const description = parsed.fields.description ?? agent;
  return ok(
    JSON.stringify({
      [agent]: { description, prompt: parsed.prompt, tools: [...AGENT_TOOLS[agent], RESULT_TOOL] },
    }),
  );
}

/** An agent file: the plain scalars of its front matter, and its prompt. Null if it has no front matter. */
export function parseAgentFile(
  text: string,
): { fields: Readonly<Record<string, string>>; prompt: string } | null {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text);
  if (match === null) return null;
  const fields: Record<string, string> = {};
  for (const line of (match[1] ?? '').split(/\r?\n/)) {
    const field = /^([A-Za-z]+):[ \t]+(.*)$/.exec(line);
    if (field !== null) fields[field[1] ?? ''] = (field[2] ?? '').trim();
  }
  return { fields, prompt: (match[2] ?? '').trim() };
}

const AGENT_BYTES_MAX = 64 * 1024;
