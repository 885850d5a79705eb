import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { globSync } from 'fast-glob';
import { parseAst } from 'vitest/node';

/** One import of a module, or an export from another. `target` is a path from the root, or a package's name. */
export interface ModuleImport {
  readonly target: string;
  readonly isLocal: boolean;
  readonly isTypeOnly: boolean;
  readonly isDynamic: boolean;
}

/** What the tidy test looks at in one TypeScript file. Paths are from the root, with `/`. */
export interface SourceModule {
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly ModuleImport[];
  readonly hasDefaultExport: boolean;
  /** True when it does nothing but hand on what others export. */
  readonly isBarrel: boolean;
  readonly functions: readonly { readonly name: string; readonly line: number; readonly lines: number }[];
  /** What it uses of others, by name: `process.env`, `new Date()`, `randomBytes`. */
  readonly uses: readonly { readonly name: string; readonly line: number }[];
}

/** Reads every TypeScript file of these folders. */
export function readModules(root: string, folders: readonly string[]): SourceModule[] {
  const paths = globSync(
    folders.map((folder) => `${folder}/**/*.ts`),
    { cwd: root },
  );
  return paths.toSorted().map((path) => readModule(path, readFileSync(join(root, path), 'utf8')));
}

/** Reads one module from its text. */
export function readModule(path: string, text: string): SourceModule {
  const program = parseAst(text, { lang: 'ts' }) as unknown as Node;
  const body = program.body as Node[];
  const lineOf = lineCounter(text);
  const imports: ModuleImport[] = [];
  const functions: SourceModule['functions'][number][] = [];
  const uses: SourceModule['uses'][number][] = [];
  walk(program, (node, parent) => {
    const found = importOf(node, path);
    if (found !== null) imports.push(found);
    if (FUNCTIONS.has(node.type)) {
      const [line, end] = [lineOf(node.start), lineOf(node.end)];
      functions.push({ name: nameOf(node, parent), line, lines: end - line + 1 });
    }
    const used = usedName(node);
    if (used !== null) uses.push({ name: used, line: lineOf(node.start) });
  });
  const handsOn = body.filter(isReexport).length;
  return {
    path,
    lines: lineOf(text.length),
    imports,
    hasDefaultExport: body.some(isDefaultExport),
    isBarrel: handsOn > 0 && body.every((node) => isReexport(node) || node.type === 'ImportDeclaration'),
    functions,
    uses,
  };
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

function walk(
  node: Node,
  visit: (node: Node, parent: Node | null) => void,
  parent: Node | null = null,
): void {
  visit(node, parent);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit, node);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

function importOf(node: Node, path: string): ModuleImport | null {
  if (!IMPORTING.has(node.type) || !isNode(node.source) || typeof node.source.value !== 'string') return null;
  const specifier = node.source.value;
  const isLocal = specifier.startsWith('.');
  return {
    target: isLocal ? normalize(join(dirname(path), specifier)) : specifier,
    isLocal,
    isTypeOnly: isTypeOnly(node),
    isDynamic: node.type === 'ImportExpression',
  };
}

const IMPORTING = new Set([
  'ImportDeclaration',
  'ImportExpression',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'TSImportType',
]);

function isTypeOnly(node: Node): boolean {
  if (node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type') return true;
  const specifiers = (node.specifiers ?? []) as Node[];
  return (
    specifiers.length > 0 && specifiers.every((one) => one.importKind === 'type' || one.exportKind === 'type')
  );
}

function isDefaultExport(node: Node): boolean {
  if (node.type === 'ExportDefaultDeclaration') return true;
  const specifiers = (node.specifiers ?? []) as { exported?: { name?: string } }[];
  return (
    node.type === 'ExportNamedDeclaration' && specifiers.some(({ exported }) => exported?.name === 'default')
  );
}

function isReexport(node: Node): boolean {
  if (node.type === 'ExportAllDeclaration') return true;
  const specifiers = (node.specifiers ?? []) as Node[];
  return node.type === 'ExportNamedDeclaration' && node.declaration === null && specifiers.length > 0;
}

function nameOf(node: Node, parent: Node | null): string {
  for (const holder of [node.id, parent?.id, parent?.key]) {
    if (isNode(holder) && typeof holder.name === 'string') return holder.name;
  }
  return '(anonymous)';
}

function usedName(node: Node): string | null {
  const { object, property, callee, arguments: given } = node as unknown as Record<string, Node>;
  if (node.type === 'MemberExpression' && node.computed !== true && property !== undefined) {
    return `${object?.type === 'Identifier' ? String(object.name) : ''}.${String(property.name)}`;
  }
  if (callee?.type !== 'Identifier') return null;
  if (node.type === 'CallExpression') return String(callee.name);
  const isBare = node.type === 'NewExpression' && (given as unknown as Node[]).length === 0;
  return isBare ? `new ${String(callee.name)}()` : null;
}

function lineCounter(text: string): (offset: number) => number {
  const ends = [...text.matchAll(/\n/g)].map((match) => match.index);
  return (offset) => {
    const next = ends.findIndex((end) => end >= offset);
    return next === -1 ? ends.length + (text.endsWith('\n') ? 0 : 1) : next + 1;
  };
}
