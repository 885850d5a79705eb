import type { Spread } from './stats.ts';

/** One line of the table: what was measured, against what goal, and whether it is reached. */
export interface Row {
  readonly figure: string;
  readonly measured: string;
  readonly goal: string;
  readonly spread: string;
  readonly reached: boolean;
}

/** Some rows under a heading that names their floor, and what must be said about how they were measured. */
export interface Section {
  readonly heading: string;
  readonly rows: readonly Row[];
  readonly notes: readonly string[];
}

/** A row whose goal is an upper bound. `unit` follows the numbers. */
export function atMost(figure: string, value: Spread, goal: number, unit = ''): Row {
  return {
    figure,
    measured: `${digits(value.median)}${unit}`,
    goal: `<= ${goal}${unit}`,
    spread: rangeOf(value),
    reached: value.median <= goal,
  };
}

/** A row whose goal is a lower bound. */
export function atLeast(figure: string, value: Spread, goal: number): Row {
  return {
    figure,
    measured: digits(value.median),
    goal: `>= ${goal}`,
    spread: rangeOf(value),
    reached: value.median >= goal,
  };
}

/** A row that counts what was kept of what was accepted, at the worst of its rounds. */
export function allKept(figure: string, kept: readonly number[], of: number): Row {
  const worst = Math.min(...kept);
  return {
    figure,
    measured: `${worst}/${of}`,
    goal: `${of}/${of}`,
    spread: `${kept.length} times`,
    reached: worst === of,
  };
}

/** A number with as many decimals as its size is worth. */
export function digits(value: number): string {
  if (Math.abs(value) >= 100) return value.toFixed(0);
  if (Math.abs(value) >= 10) return value.toFixed(1);
  return value.toFixed(Math.abs(value) < 0.1 ? 3 : 2);
}

function rangeOf({ low, high }: Spread): string {
  return low === high ? '' : `${digits(low)}..${digits(high)}`;
}
