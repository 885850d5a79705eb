import type { Cell, Look } from './terminal.ts';

const CELL_WIDTH = 8.4;
const LINE_HEIGHT = 19;
const FONT_SIZE = 14;
const PADDING = 16;
const BAR_HEIGHT = 34;
const GROUND = '#16181d';
const TEXT = '#d8dbe2';
const FONTS = "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace";

// Few fonts have these two; an empty box says less than their nearest relatives.
const COMMON_GLYPHS: Readonly<Record<string, string>> = { '⎿': '└', '⏸': '‖' };

/** Draws rows of a terminal as a window with a title. Every run of characters keeps its place in the grid. */
export function drawTerminal(rows: readonly (readonly Cell[])[], columns: number, title: string): string {
  const width = Math.ceil(columns * CELL_WIDTH + 2 * PADDING);
  const height = BAR_HEIGHT + rows.length * LINE_HEIGHT + 2 * PADDING;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(title)}">`,
    `<rect width="${width}" height="${height}" rx="10" fill="${GROUND}"/>`,
    ...['#e0635c', '#e0b25c', '#7fb36b'].map(
      (colour, at) => `<circle cx="${20 + at * 20}" cy="18" r="6" fill="${colour}"/>`,
    ),
    `<text x="${width / 2}" y="23" text-anchor="middle" font-family="system-ui, 'DejaVu Sans', sans-serif" font-size="13" fill="#8b909c">${escapeXml(title)}</text>`,
    `<g font-family="${FONTS}" font-size="${FONT_SIZE}" xml:space="preserve">`,
    ...rows.flatMap((cells, row) => drawRow(cells, BAR_HEIGHT + PADDING + row * LINE_HEIGHT)),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function drawRow(cells: readonly Cell[], top: number): string[] {
  const parts: string[] = [];
  let column = 0;
  for (const run of runsOf(cells)) {
    const columns = run.reduce((sum, cell) => sum + cell.width, 0);
    const look = run[0]?.look;
    if (look !== undefined) parts.push(...drawRun(run, look, column, columns, top));
    column += columns;
  }
  return parts;
}

function drawRun(run: readonly Cell[], look: Look, column: number, columns: number, top: number): string[] {
  const text = run.map(({ character }) => COMMON_GLYPHS[character] ?? character).join('');
  const x = fixed(PADDING + column * CELL_WIDTH);
  const width = fixed(columns * CELL_WIDTH);
  const [colour, ground] = look.inverse
    ? [look.ground ?? GROUND, look.colour ?? TEXT]
    : [look.colour ?? TEXT, look.ground];
  const parts =
    ground === null
      ? []
      : [`<rect x="${x}" y="${top}" width="${width}" height="${LINE_HEIGHT}" fill="${ground}"/>`];
  if (text.trim() === '') return parts;
  const style = [
    look.bold ? ' font-weight="bold"' : '',
    look.italic ? ' font-style="italic"' : '',
    look.dim ? ' opacity="0.6"' : '',
  ].join('');
  parts.push(
    `<text x="${x}" y="${top + LINE_HEIGHT - 5}" textLength="${width}" lengthAdjust="spacingAndGlyphs" fill="${colour}"${style}>${escapeXml(text)}</text>`,
  );
  return parts;
}

/** Neighbours that look the same; what is empty at the end of a row is left out. */
function runsOf(cells: readonly Cell[]): Cell[][] {
  const runs: Cell[][] = [];
  let last: Cell | undefined;
  for (const cell of cells) {
    const isSame = last !== undefined && JSON.stringify(last.look) === JSON.stringify(cell.look);
    if (isSame) runs.at(-1)?.push(cell);
    else runs.push([cell]);
    last = cell;
  }
  return runs;
}

function fixed(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
