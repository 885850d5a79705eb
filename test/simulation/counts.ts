/** How often each thing has happened, by its name. */
export class Counts {
  private readonly byName = new Map<string, number>();

  add(name: string, count = 1): void {
    this.byName.set(name, this.of(name) + count);
  }

  of(name: string): number {
    return this.byName.get(name) ?? 0;
  }

  take(other: Counts): void {
    for (const [name, count] of other.byName) this.add(name, count);
  }

  /** All that begin with `kind: `, most frequent first, without it. */
  list(kind: string): [name: string, count: number][] {
    return [...this.byName]
      .filter(([name]) => name.startsWith(`${kind}: `))
      .map(([name, count]): [string, number] => [name.slice(kind.length + 2), count])
      .toSorted((a, b) => b[1] - a[1]);
  }
}
