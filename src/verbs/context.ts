import type { Handoff } from '../ipc/messages.ts';
import type { Woken } from '../ipc/wake-supervisor.ts';
import type { Journal } from '../journal/journal.ts';
import type { Asker } from '../notices/unheard.ts';
import type { ReportsPaths } from '../workspace/paths.ts';

/** Everything that a verb works with. `src/app.ts` makes it; nothing below reads clock, chance or environment. */
export interface VerbContext {
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly cwd: string;
  /** The time zone of this machine, such as `Europe/Berlin`. */
  readonly timeZone: string;
  readonly pluginRoot: string;
  readonly paths: ReportsPaths;
  readonly journal: Journal;
  readonly asker: Asker;
  /** Makes sure that a supervisor looks at the journal, and hands it the environments of tasks. */
  readonly wake: (handoffs: readonly Handoff[]) => Promise<Woken>;
}
