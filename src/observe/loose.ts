/** A JSON object whose fields are not known yet. */
export type Loose = Readonly<Record<string, unknown>>;

/** The value if it is an object, else an empty one. */
export function looseObject(value: unknown): Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};
}

/** The items of a list that are objects; none where there is no list. */
export function looseList(value: unknown): readonly Loose[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null) : [];
}

/** The value if it is a text, else an empty one. */
export function looseText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The value if it is a finite number that is not negative, else 0. */
export function looseNumber(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : 0;
}

/** A whole number that is not negative, for counts. */
export function looseCount(value: unknown): number {
  return Math.round(looseNumber(value));
}
