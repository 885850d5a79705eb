import { cleanLine } from './clean.ts';
import { type Loose, looseText } from './loose.ts';
import type { Redactor } from './redact.ts';
import type { AssistantPart, StreamLine } from './stream-line.ts';

/** At most so many code points, so that a line fits a terminal and a notice. */
export const PROGRESS_CHARS_MAX = 120;

/**
 * What one line of the stream tells a person about the worker, null where there is nothing worth telling.
 * @param cwd the worker's folder: paths in it are shown relative to it
 */
export function progressOf(line: StreamLine, cwd: string, redactText: Redactor): string | null {
  const text = rawProgress(line, cwd);
  if (text === null) return null;
  // Redacted before it is cut: half a secret would not be recognized any more.
  const clean = cleanLine(redactText(text), PROGRESS_CHARS_MAX);
  return clean === '' ? null : clean;
}

/** A tool call in a few words: its name and what it is aimed at. */
export function describeTool(name: string, input: Loose, cwd = ''): string {
  const target = targetOf(name, input);
  return target === '' ? name : `${name} ${shownPath(target, cwd)}`;
}

/** A path as people see it: relative to the worker's folder where it lies in there. */
export function shownPath(path: string, cwd: string): string {
  return cwd !== '' && path.startsWith(`${cwd}/`) ? path.slice(cwd.length + 1) : path;
}

function rawProgress(line: StreamLine, cwd: string): string | null {
  switch (line.kind) {
    case 'assistant':
      return line.isSubagent || line.isApiError
        ? null
        : (line.parts.map((part) => partProgress(part, cwd)).find((text) => text !== null) ?? null);
    case 'api_retry': {
      const seconds = Math.max(1, Math.round(line.delayMs / 1000));
      return `API ${line.status ?? ''} ${line.error.replaceAll('_', ' ')}: try ${line.attempt} of ${line.attemptsMax} in ${seconds} s`;
    }
    case 'denied':
      return `${line.tool} was denied`;
    case 'blocked':
      return `Prompt blocked: ${line.reason}`;
    default:
      return null;
  }
}

function partProgress(part: AssistantPart, cwd: string): string | null {
  if (part.kind === 'text') return firstSentence(part.text);
  if (part.name === 'StructuredOutput') return 'Gave its result';
  return describeTool(part.name, part.input, cwd);
}

/** The first sentence of the first line that has words; headings and list marks are left out. */
function firstSentence(text: string): string | null {
  for (const line of text.slice(0, 2000).split('\n')) {
    const words = line.replace(/^[\s#>*+-]+/, '').trim();
    if (!/[\p{L}\p{N}]/u.test(words)) continue;
    const end = words.search(/[.!?](?=\s)/);
    return end === -1 ? words : words.slice(0, end + 1);
  }
  return null;
}

const TARGET_FIELDS: Readonly<Record<string, readonly string[]>> = {
  Bash: ['command'],
  Grep: ['pattern'],
  Glob: ['pattern'],
  WebFetch: ['url'],
  WebSearch: ['query'],
};
const USUAL_TARGET_FIELDS = [
  'file_path',
  'notebook_path',
  'path',
  'pattern',
  'command',
  'url',
  'query',
  'description',
];

/** What a tool call is aimed at, as it was given; empty where nothing says so. */
export function targetOf(name: string, input: Loose): string {
  for (const field of TARGET_FIELDS[name] ?? USUAL_TARGET_FIELDS) {
    const target = looseText(input[field]).trim();
    if (target !== '') return target;
  }
  return '';
}
