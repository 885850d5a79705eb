import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { looseList, looseObject, looseText } from '../observe/loose.ts';

/** How a tool call went, as the client's transcript tells it. */
export interface ToolOutcome {
  readonly outcome: 'ok' | 'error';
  /** From the model's call to the result; it includes the time in which a person was asked. */
  readonly durationMs: number | null;
}

const CHUNK_BYTES = 1024 * 1024;
/** A transcript of more is read no further. */
const BYTES_MAX = 256 * 1024 * 1024;

/**
 * The outcomes of a session's tool calls by their ids, from the transcript that the client keeps below `projects/` of
 * its configuration folder. Empty where there is none.
 */
export function toolOutcomes(configFolder: string, sessionId: string): ReadonlyMap<string, ToolOutcome> {
  const found = new Map<string, ToolOutcome>();
  const startedAt = new Map<string, number>();
  const path = findTranscript(join(configFolder, 'projects'), sessionId);
  for (const line of path === null ? [] : readLines(path)) {
    // Most of a transcript is text: only lines of tools are parsed.
    if (line.includes('"tool_use"')) noteCalls(line, startedAt);
    if (line.includes('"tool_result"')) noteResults(line, startedAt, found);
  }
  return found;
}

function findTranscript(projects: string, sessionId: string): string | null {
  try {
    const name = `${sessionId}.jsonl`;
    const folder = readdirSync(projects).find((one) => readdirSync(join(projects, one)).includes(name));
    return folder === undefined ? null : join(projects, folder, name);
  } catch {
    return null;
  }
}

function noteCalls(line: string, startedAt: Map<string, number>): void {
  const entry = parse(line);
  const at = Date.parse(looseText(entry.timestamp));
  for (const block of looseList(looseObject(entry.message).content)) {
    if (block.type === 'tool_use') startedAt.set(looseText(block.id), at);
  }
}

function noteResults(
  line: string,
  startedAt: ReadonlyMap<string, number>,
  found: Map<string, ToolOutcome>,
): void {
  const entry = parse(line);
  const at = Date.parse(looseText(entry.timestamp));
  for (const block of looseList(looseObject(entry.message).content)) {
    if (block.type !== 'tool_result') continue;
    const id = looseText(block.tool_use_id);
    const durationMs = at - (startedAt.get(id) ?? Number.NaN);
    found.set(id, {
      outcome: block.is_error === true ? 'error' : 'ok',
      durationMs: durationMs >= 0 ? durationMs : null,
    });
  }
}

function parse(line: string): Readonly<Record<string, unknown>> {
  try {
    return looseObject(JSON.parse(line));
  } catch {
    return {};
  }
}

/** The whole lines of a file, piece by piece; what cannot be read has none. */
export function* readLines(path: string): Generator<string> {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return;
  }
  try {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    let rest: Buffer = Buffer.alloc(0);
    for (let at = 0; at < BYTES_MAX; ) {
      const count = readSync(file, chunk, 0, CHUNK_BYTES, at);
      if (count === 0) break;
      at += count;
      const bytes = Buffer.concat([rest, chunk.subarray(0, count)]);
      const end = bytes.lastIndexOf(0x0a);
      if (end !== -1) yield* bytes.subarray(0, end).toString('utf8').split('\n');
      rest = bytes.subarray(end + 1);
    }
    if (rest.length > 0) yield rest.toString('utf8');
  } catch {
    return;
  } finally {
    closeSync(file);
  }
}
