import type { Clock } from './clock.ts';
import type { Section } from './row.ts';

/** What every measurement works with. */
export interface Bench {
  /** How many rounds count; `--quick` takes few, for a look in between. */
  readonly rounds: number;
  readonly isQuick: boolean;
  /** The plugin as people install it, built from this checkout into a folder of its own. */
  readonly plugin: string;
  /** A bundled program of `bench/programs`, for processes that must not pay for a loader. */
  readonly program: (name: string) => string;
  readonly clock: Clock;
  /** What every program of the bench finds in its environment beside what it needs. */
  readonly env: Readonly<Record<string, string>>;
  /** Tells whoever waits what happens now. */
  readonly say: (line: string) => void;
}

/** One measurement: some rows that are taken together. `--only` knows it by its name. */
export interface Measure {
  readonly name: string;
  readonly run: (bench: Bench) => Promise<Section>;
}
