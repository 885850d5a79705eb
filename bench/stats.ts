/** The middle of some numbers, and the quarter and three-quarter points around it. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** The median and quartiles of at least one number. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: quantile(sorted, 0.5), low: quantile(sorted, 0.25), high: quantile(sorted, 0.75) };
}

/**
 * A candidate against the floor of the same rounds: the ratio of the medians, with the quartiles of the ratios round
 * by round. Both lists have one number per round.
 */
export function ratioOf(candidate: readonly number[], floor: readonly number[]): Spread {
  const { low, high } = spreadOf(candidate.map((value, round) => value / (floor[round] ?? Number.NaN)));
  return { median: spreadOf(candidate).median / spreadOf(floor).median, low, high };
}

/** What one round of a subject took, in its own unit. */
export type Subject = () => number | Promise<number>;

/**
 * Runs every subject once per round, each round beginning with another one, so that what the machine does besides hits
 * all of them alike. The first round only warms up and is not counted.
 */
export async function alternate<Name extends string>(
  rounds: number,
  subjects: Readonly<Record<Name, Subject>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(subjects) as Name[];
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round <= rounds; round++) {
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + round) % names.length] as Name;
      const value = await subjects[name]();
      if (round > 0) taken[name].push(value);
    }
  }
  return taken;
}

function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (above - below) * (at - Math.floor(at));
}
