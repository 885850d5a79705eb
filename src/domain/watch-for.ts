/** The longest regular expression that a command's output is watched for. */
export const WATCH_CHARS_MAX = 200;
