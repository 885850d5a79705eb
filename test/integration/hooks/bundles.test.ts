import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { expect, test } from 'vitest';

// The first takes the lock first thing, and nobody waits for it; the others prime and end a subagent, which works for
// seconds at least.
const WORKS_AT_ONCE = ['record.ts', 'agent-call.ts', 'agent-launched.ts', 'agent-end.ts'];
const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const entries = ['hooks', 'commands'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.ts') && !WORKS_AT_ONCE.includes(name))
    .map((name) => `${folder}/${name}`),
);

/** What is imported when it is needed becomes a file of its own, as in the build. */
const leaveLazy: Plugin = {
  name: 'leave-lazy',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};

test.each(entries)(
  '%s loads no library before it needs one: each takes longer than all else it does',
  async (entry) => {
    const { metafile } = await build({
      entryPoints: [join(root, entry)],
      absWorkingDir: root,
      bundle: true,
      write: false,
      metafile: true,
      platform: 'node',
      format: 'cjs',
      define: { OUTLOOP_SHIPPED_RULES: '""' },
      logLevel: 'silent',
      outdir: 'unused',
      plugins: [leaveLazy],
    });
    const [output] = Object.values(metafile.outputs);
    const parts = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.map(([path]) => path).filter((path) => path.startsWith('node_modules/'))).toEqual([]);
  },
);
