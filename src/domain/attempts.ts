/** How often a task is tried again at most. Apart from the schema that holds to it: hooks that parse flags load none. */
export const RETRIES_MAX = 9;
