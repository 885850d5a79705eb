/** The version of the record format. Readers skip events of a version or name that they do not know. */
export const JOURNAL_VERSION = 1;
