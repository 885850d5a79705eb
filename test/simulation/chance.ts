/** Chance that comes again: the same seed gives the same draws. */
export interface Chance {
  /** A number from 0 to below 1. */
  readonly share: () => number;
  /** A whole number from `min` to `max`, both included. */
  readonly between: (min: number, max: number) => number;
  readonly happens: (probability: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  /** One of a list in which each has its weight. */
  readonly weigh: <T>(list: readonly (readonly [weight: number, one: T])[]) => T;
  readonly bytes: (count: number) => Uint8Array;
}

/** A generator of its own for each seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = (seed * 0x9e3779b9) >>> 0;
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (min: number, max: number) => min + Math.floor(share() * (max - min + 1));
  const pick = <T>(list: readonly T[]): T => {
    const one = list[between(0, list.length - 1)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  };
  return {
    share,
    between,
    happens: (probability) => share() < probability,
    pick,
    weigh: (list) => {
      let left = share() * list.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, one] of list) {
        left -= weight;
        if (left < 0) return one;
      }
      return pick(list)[1];
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => between(0, 255)),
  };
}
