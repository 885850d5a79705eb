import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type * as z from 'zod';
import { failure } from '../domain/failure.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { cleanLine } from '../observe/clean.ts';
import { nearestName } from '../policy/nearest-name.ts';
import { scanReportsDir } from '../workspace/reports-dir.ts';
import { checkRules } from './check-rules.ts';
import type { ConfigLayer, LayerKind } from './config.ts';
import { layerSchema } from './layer-schema.ts';
import type { Problem } from './problem.ts';

/** A problem with its place in the file, counted from 1. */
interface PlacedProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly inPolicy: boolean;
}

/**
 * Reads and checks one `outloop.yaml`. Fails with `policy_broken` where the first problem lies in the policy, else
 * with `config_broken`; `details.problems` has every problem with line and column.
 */
export function parseLayer(kind: LayerKind, file: string, source: string): Result<ConfigLayer> {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return broken(
      file,
      document.errors.map((error) => ({
        ...position(lines, error.pos[0]),
        message: cleanLine(error.message, 120),
        inPolicy: false,
      })),
    );
  }
  const read = readValue(document);
  const problems = read.ok
    ? findProblems(kind, source, read.value)
    : [{ path: [], message: read.failure.message }];
  if (read.ok && problems.length === 0) return ok(layerSchema(kind).parse(read.value) as ConfigLayer);
  return broken(
    file,
    problems.map((problem) => place(problem, document, lines)),
  );
}

function readValue(document: Document): Result<unknown> {
  try {
    // An empty file says nothing, which is fine.
    return ok(document.toJS({ maxAliasCount: 20 }) ?? {});
  } catch (error) {
    return fail(failure('config_broken', cleanLine((error as Error).message, 120)));
  }
}

function findProblems(kind: LayerKind, source: string, value: unknown): readonly Problem[] {
  const checked = layerSchema(kind).safeParse(value);
  if (!checked.success) return checked.error.issues.flatMap((issue) => describeIssue(kind, issue));
  const layer = checked.data as ConfigLayer;
  return [...checkReportsDir(layer, source), ...checkRules(layer)];
}

/** Hooks find the reports folder without a YAML parser, by its line: both must read the same. */
function checkReportsDir(layer: ConfigLayer, source: string): readonly Problem[] {
  const { reports_dir: folder } = layer;
  if (folder === undefined) return [];
  if (scanReportsDir(source) !== folder) {
    return [{ path: ['reports_dir'], message: 'must stand alone on its line, from the first column on' }];
  }
  const leaves = /^(?:[/~]|\.\.(?:\/|$))|\/\.\.(?:\/|$)/.test(folder);
  return leaves ? [{ path: ['reports_dir'], message: 'must be a folder inside the project' }] : [];
}

type Issue = z.core.$ZodIssue;

function describeIssue(kind: LayerKind, issue: Issue): readonly Problem[] {
  const path = issue.path as readonly (string | number)[];
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(kind, path);
    return issue.keys.map((key) => {
      const nearest = nearestName(key, known);
      const guess = nearest === undefined ? `Known here: ${known.join(', ')}.` : `Did you mean "${nearest}"?`;
      return { path, onKey: key, message: `unknown key "${cleanLine(key, 40)}". ${guess}` };
    });
  }
  return [{ path, message: messageOf(issue) }];
}

function messageOf(issue: Issue): string {
  const name = issue.path.filter((part) => typeof part === 'string').at(-1);
  const subject = name === undefined ? '' : `${name} `;
  if (issue.code === 'invalid_value') return `${subject}must be one of: ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_type') {
    return issue.message.startsWith('Invalid input')
      ? `${subject}must be ${article(issue.expected)}`
      : subject + issue.message;
  }
  if (/^(?:must|may|is) /.test(issue.message)) return subject + issue.message;
  return `${subject}is not allowed: ${issue.message}`;
}

function article(type: string): string {
  const names: Readonly<Record<string, string>> = {
    record: 'a map',
    object: 'a map',
    array: 'a list',
    string: 'text',
  };
  return names[type] ?? `a ${type}`;
}

/** The keys that the schema knows at a path, to name the one that was meant. */
function keysAt(kind: LayerKind, path: readonly (string | number)[]): readonly string[] {
  let schema: unknown = layerSchema(kind);
  for (const part of path) {
    const inner = unwrap(schema);
    schema = typeof part === 'number' ? inner.element : inner.shape?.[part];
  }
  return Object.keys(unwrap(schema).shape ?? {});
}

interface SchemaLike {
  readonly shape?: Readonly<Record<string, unknown>>;
  readonly element?: unknown;
  readonly unwrap?: () => unknown;
}

function unwrap(schema: unknown): SchemaLike {
  let inner = (schema ?? {}) as SchemaLike;
  while (inner.shape === undefined && inner.element === undefined && inner.unwrap !== undefined) {
    inner = inner.unwrap() as SchemaLike;
  }
  return inner;
}

function place(problem: Problem, document: Document, lines: LineCounter): PlacedProblem {
  const offset = offsetOf(document, problem);
  return {
    ...position(lines, offset),
    message: cleanLine(problem.message, 300),
    inPolicy: problem.path[0] === 'policy',
  };
}

/** Where the key or value lies; a value that is missing is shown at what should hold it. */
function offsetOf(document: Document, { path, onKey }: Problem): number {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true) as Node | undefined;
    if (node?.range === undefined || node.range === null) continue;
    if (onKey !== undefined && depth === path.length && isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === onKey);
      if (isScalar(pair?.key) && pair.key.range) return pair.key.range[0];
    }
    return node.range[0];
  }
  return 0;
}

function position(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

const PROBLEMS_SHOWN = 3;

function broken(file: string, problems: readonly PlacedProblem[]): Result<never> {
  const sorted = [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
  const shown = sorted
    .slice(0, PROBLEMS_SHOWN)
    .map(({ line, column, message }) => `${file}:${line}:${column}\n${indented(message)}`);
  const more = sorted.length - shown.length;
  if (more > 0) shown.push(`(${more} more)`);
  return fail(
    failure(
      sorted[0]?.inPolicy === true ? 'policy_broken' : 'config_broken',
      shown.join('\n'),
      'Nothing is delegated until the file is right.',
      { file, problems: sorted.map(({ line, column, message }) => ({ line, column, message })) },
    ),
  );
}

const COLUMNS = 80;

/** The message in lines that fit a terminal, set off from its place. */
function indented(message: string): string {
  const lines = [''];
  for (const word of message.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + word.length + 3 > COLUMNS) lines.push(`  ${word}`);
    else lines[lines.length - 1] = line === '' ? `  ${word}` : `${line} ${word}`;
  }
  return lines.join('\n');
}
