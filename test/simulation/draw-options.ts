import type { TaskOptions } from '../../src/domain/task-options.ts';
import type { Chance } from './chance.ts';

/** Options that have something of everything. */
export function drawOptions(chance: Chance): TaskOptions {
  const resources = ['path:src', 'path:src/auth', 'path:src/auth/login.ts', 'path:docs', 'port:8080'];
  return {
    timeout_ms: chance.happens(0.4) ? 12_000 : 300_000,
    limits: {
      ...(chance.happens(0.1) ? { silence_ms: 10_000 } : {}),
      ...(chance.happens(0.1) ? { tokens: 1_000 } : {}),
      memory_bytes: 8 * 1024 ** 3,
      processes: 1_000,
      output_bytes: 1 << 28,
    },
    ...(chance.happens(0.1) ? { budget_usd: 0.1 } : {}),
    ...(chance.happens(0.2) ? { priority: chance.between(-5, 5) } : {}),
    ...(chance.happens(0.1) ? { slots: chance.between(2, 4) } : {}),
    ...(chance.happens(0.3)
      ? {
          claims: [
            { resource: chance.pick(resources), mode: chance.happens(0.6) ? 'exclusive' : 'shared' },
          ] as TaskOptions['claims'],
        }
      : {}),
    ...(chance.happens(0.35) ? { on_failure: 'retry', attempts_max: chance.between(2, 3) } : {}),
  };
}
