/** One guard taken out: the text that is the guard, and what stands there without it. */
export interface Mutation {
  /** What the guard does, as a short phrase for the table. */
  readonly guard: string;
  readonly file: string;
  /** Stands exactly once in the file. */
  readonly from: string;
  readonly to: string;
  /** Tests beyond the unit suite that must notice: real processes, for what only they can show. */
  readonly integration?: string;
  /** Shows in the simulated histories of the supervisor. */
  readonly isSimulated?: boolean;
}
