const TERMINAL = new Set<unknown>(['completed', 'failed', 'cancelled', 'timed_out', 'lost', 'void']);

/**
 * The active tasks as the sketch of the original coordination log reads them: open the file, parse every line, skip
 * what does not parse; a task is active from its `initiated` line until a terminal line of the same id.
 * It knows neither hashes nor order numbers.
 */
export function readAsSeed(text: string): string[] {
  const active = new Set<string>();
  for (const entry of parseLines(text)) {
    if (entry.is_background === true && entry.status === 'initiated') active.add(String(entry.task_id));
    else if (TERMINAL.has(entry.status)) active.delete(String(entry.task_id));
  }
  return [...active].sort();
}

/** The same, for a reader that does not mind the order: a terminal line anywhere closes the task. */
export function readAsSeedWithoutOrder(text: string): string[] {
  const entries = parseLines(text);
  const closed = new Set(entries.filter((entry) => TERMINAL.has(entry.status)).map((entry) => entry.task_id));
  const opened = entries.filter((entry) => entry.is_background === true && entry.status === 'initiated');
  return [...new Set(opened.map((entry) => String(entry.task_id)).filter((id) => !closed.has(id)))].sort();
}

function parseLines(text: string): Record<string, unknown>[] {
  return text.split('\n').flatMap((line) => {
    try {
      const entry: unknown = JSON.parse(line);
      return typeof entry === 'object' && entry !== null ? [entry as Record<string, unknown>] : [];
    } catch {
      return [];
    }
  });
}
