import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadAgentDefinition, parseAgentFile, RESULT_TOOL } from '../../../src/context/agent-definition.ts';
import { AGENT_NAMES, AGENT_TOOLS, agentWrites } from '../../../src/domain/agents.ts';
import { tempFolder } from '../workspace/workspace-rig.ts';

const PLUGIN_ROOT = fileURLToPath(new URL('../../..', import.meta.url));

describe('the agents that ship', () => {
  test('are one file each, and no more', () => {
    expect(readdirSync(join(PLUGIN_ROOT, 'agents')).sort()).toEqual(
      AGENT_NAMES.map((name) => `${name}.md`).sort(),
    );
  });

  test.each(AGENT_NAMES)(
    '%s has a description that costs next to nothing and the tools that workers get',
    (name) => {
      const file = agentFile(name);
      expect(file.fields.name).toBe(name);
      expect(file.fields.description?.length).toBeLessThanOrEqual(32);
      expect(file.fields.tools?.split(', ')).toEqual(AGENT_TOOLS[name]);
      expect(Object.keys(file.fields).sort()).toEqual(['description', 'name', 'tools']);
    },
  );

  test.each(AGENT_NAMES)(
    '%s knows that it works alone, what it leaves alone, and what it hands back',
    (name) => {
      const { prompt } = agentFile(name);
      for (const heading of [
        '## What good looks like',
        '## How you work',
        '## Working alone',
        '## What you hand back',
      ]) {
        expect(prompt).toContain(`\n${heading}\n`);
      }
      expect(prompt).toContain('Nobody can answer you while you work.');
      expect(prompt).toContain('blocked');
      expect(prompt).toContain('`reports/.outloop`');
      expect(prompt).toMatch(/not (?:an instruction|orders)/);
      expect(prompt).not.toMatch(/\bTask tool\b|\bAgent tool\b/);
      expect(prompt.length).toBeLessThan(4000);
    },
  );

  test.each(AGENT_NAMES)('%s is told to commit nothing if it could', (name) => {
    if (AGENT_TOOLS[name].includes('Bash')) expect(agentFile(name).prompt).toContain('do not commit or push');
    expect(agentWrites(name)).toBe(
      AGENT_TOOLS[name].some((tool) => ['Bash', 'Edit', 'Write'].includes(tool)),
    );
  });
});

describe('the definition for the client', () => {
  test.each(AGENT_NAMES)(
    '%s has its prompt, its tools and the tool for the result, and no others',
    (name) => {
      const loaded = loadAgentDefinition(PLUGIN_ROOT, name);
      if (!loaded.ok) throw new Error(loaded.failure.message);
      expect(JSON.parse(loaded.value)).toEqual({
        [name]: {
          description: agentFile(name).fields.description,
          prompt: agentFile(name).prompt,
          tools: [...AGENT_TOOLS[name], RESULT_TOOL],
        },
      });
    },
  );

  test('is a failure where the file is missing, is another agent, or has no prompt', () => {
    const root = tempFolder();
    mkdirSync(join(root, 'agents'));
    const path = join(root, 'agents/coder.md');
    const broken = {
      ok: false,
      failure: { code: 'config_broken', message: expect.stringContaining('coder.md') },
    };
    expect(loadAgentDefinition(root, 'coder')).toMatchObject(broken);
    for (const text of ['just text', '---\nname: tester\n---\nprompt', '---\nname: coder\n---\n\n']) {
      writeFileSync(path, text);
      expect(loadAgentDefinition(root, 'coder')).toMatchObject(broken);
    }
    writeFileSync(path, '---\r\nname: coder\r\ndescription: d\r\n---\r\nprompt\r\n');
    expect(loadAgentDefinition(root, 'coder').ok).toBe(true);
  });
});

function agentFile(name: string): { fields: Readonly<Record<string, string>>; prompt: string } {
  const parsed = parseAgentFile(readFileSync(join(PLUGIN_ROOT, 'agents', `${name}.md`), 'utf8'));
  if (parsed === null) throw new Error(`${name} has no front matter`);
  return parsed;
}
