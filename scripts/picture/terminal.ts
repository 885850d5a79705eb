/** One character of a terminal and how it looks; colours as CSS. */
export interface Cell {
  readonly character: string;
  readonly width: 1 | 2;
  readonly look: Look;
}

/** How a character looks. `null` is the terminal's own colour. */
export interface Look {
  readonly colour: string | null;
  readonly ground: string | null;
  readonly bold: boolean;
  readonly dim: boolean;
  readonly italic: boolean;
  readonly inverse: boolean;
}

const PLAIN: Look = { colour: null, ground: null, bold: false, dim: false, italic: false, inverse: false };

const ESCAPE = String.fromCharCode(27);
const LOOK_SEQUENCE = new RegExp(`(${ESCAPE}\\[[0-9;:]*m)`);

/** Reads lines with escape sequences, as `tmux capture-pane -e` gives them, into rows of cells. */
export function readTerminal(screen: string): Cell[][] {
  let look = PLAIN;
  return screen
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => {
      const cells: Cell[] = [];
      for (const part of line.split(LOOK_SEQUENCE)) {
        if (part.startsWith(ESCAPE)) look = applyCodes(look, part.slice(2, -1));
        else for (const character of part) cells.push({ character, width: widthOf(character), look });
      }
      return cells;
    });
}

function widthOf(character: string): 1 | 2 {
  return /\p{Emoji_Presentation}/u.test(character) ? 2 : 1;
}

function applyCodes(before: Look, text: string): Look {
  const codes = text.split(/[;:]/).map(Number);
  let look = before;
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] ?? 0;
    if (code === 38 || code === 48) {
      const [colour, used] = longColour(codes.slice(at + 1));
      look = { ...look, [code === 38 ? 'colour' : 'ground']: colour };
      at += used;
    } else look = applyCode(look, code);
  }
  return look;
}

function applyCode(look: Look, code: number): Look {
  if (code === 0) return PLAIN;
  if (code === 1) return { ...look, bold: true };
  if (code === 2) return { ...look, dim: true };
  if (code === 3) return { ...look, italic: true };
  if (code === 7) return { ...look, inverse: true };
  if (code === 22) return { ...look, bold: false, dim: false };
  if (code === 23) return { ...look, italic: false };
  if (code === 27) return { ...look, inverse: false };
  if (code === 39) return { ...look, colour: null };
  if (code === 49) return { ...look, ground: null };
  if (code >= 30 && code <= 37) return { ...look, colour: BASE[code - 30] ?? null };
  if (code >= 90 && code <= 97) return { ...look, colour: BASE[code - 82] ?? null };
  if (code >= 40 && code <= 47) return { ...look, ground: BASE[code - 40] ?? null };
  if (code >= 100 && code <= 107) return { ...look, ground: BASE[code - 92] ?? null };
  return look;
}

/** `2;r;g;b` or `5;n`, and how many numbers that were. */
function longColour([kind, ...rest]: readonly number[]): [colour: string | null, used: number] {
  if (kind === 2) return [`rgb(${rest.slice(0, 3).join(',')})`, 4];
  return [indexedColour(rest[0] ?? 0), 2];
}

function indexedColour(index: number): string | null {
  if (index < 16) return BASE[index] ?? null;
  if (index >= 232) {
    const grey = 8 + (index - 232) * 10;
    return `rgb(${grey},${grey},${grey})`;
  }
  const level = (step: number) => (step === 0 ? 0 : 55 + step * 40);
  const at = index - 16;
  return `rgb(${level(Math.floor(at / 36))},${level(Math.floor(at / 6) % 6)},${level(at % 6)})`;
}

const BASE: readonly string[] = [
  ...['#1d1f21', '#cc6666', '#8fb573', '#e0b25c', '#81a2be', '#b294bb', '#76b7b2', '#c5c8c6'],
  ...['#7a7d80', '#e88388', '#b5d99c', '#f0c674', '#9cc1e0', '#cbb2d4', '#9bd5d0', '#ffffff'],
];
