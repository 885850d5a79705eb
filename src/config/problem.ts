/** Something wrong in a file, by the path of its key. `onKey` points at the key instead of its value. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly onKey?: string;
}
