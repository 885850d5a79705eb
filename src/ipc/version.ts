/** True when version `a` comes after `b`. Both are `major.minor.patch`; anything behind is ignored. */
export function isNewer(a: string, b: string): boolean {
  const left = parts(a);
  const right = parts(b);
  for (let index = 0; index < 3; index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

function parts(version: string): number[] {
  return version
    .split(/[^0-9]+/)
    .slice(0, 3)
    .map(Number);
}
