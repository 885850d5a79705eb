/** What a command of the command line gives: data, the same as text, and how the process shall exit. */
export interface CommandOutput {
  readonly payload: unknown;
  readonly text: string;
  readonly exitCode?: number;
}
