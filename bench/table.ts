import type { Row, Section } from './row.ts';

const WIDTH = 80;
const COLUMNS = { figure: 38, measured: 8, goal: 9, spread: 14 } as const;

/** The sections as text for a terminal of 80 columns: a heading, its rows, and its notes below. */
export function renderTable(sections: readonly Section[]): string {
  return sections.map(renderSection).join('\n\n');
}

/** Text in lines of at most 80 columns, the first included with an indent that stands before it already. */
export function wrap(text: string, indent: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= WIDTH - indent) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].map((one, index) => (index === 0 ? one : `${' '.repeat(indent)}${one}`)).join('\n');
}

function renderSection({ heading, rows, notes }: Section): string {
  return [
    columns(heading, 'measured', 'goal', 'spread', ''),
    ...rows.map(renderRow),
    ...notes.map((note) => `  ${wrap(note, 2)}`),
  ].join('\n');
}

function renderRow({ figure, measured, goal, spread, reached }: Row): string {
  return columns(`  ${figure}`, measured, goal, spread, reached ? 'ok' : 'NOT');
}

function columns(figure: string, measured: string, goal: string, spread: string, verdict: string): string {
  const cells = [
    figure.padEnd(COLUMNS.figure),
    measured.padStart(COLUMNS.measured),
    goal.padStart(COLUMNS.goal),
    spread.padStart(COLUMNS.spread),
    verdict,
  ];
  return cells.join('  ').trimEnd();
}
