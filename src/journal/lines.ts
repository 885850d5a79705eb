import type { JournalFile } from './journal-file.ts';

/**
 * Hands over each complete line of a file between two offsets, without its newline, and where it begins.
 * Reads in bounded pieces, so a line is valid only during its call; an unfinished last line is left out.
 * @returns the end of the last complete line
 */
export function readLines(
  file: JournalFile,
  from: number,
  to: number,
  onLine: (line: Buffer, at: number) => void,
): number {
  let offset = from;
  // One for all pieces: memory that was never touched costs more than reading into it.
  let piece = Buffer.allocUnsafe(Math.min(PIECE_BYTES, to - from));
  while (offset < to) {
    const got = file.read(piece, offset);
    const used = splitLines(piece.subarray(0, got), offset, onLine);
    const isAtEnd = got < piece.length || offset + got >= to;
    offset += used;
    if (isAtEnd) break;
    if (used === 0) piece = Buffer.allocUnsafe(2 * piece.length);
  }
  return offset;
}

const PIECE_BYTES = 1024 * 1024;
const NEWLINE = 0x0a;

/** @returns the bytes of complete lines in `piece` */
function splitLines(piece: Buffer, base: number, onLine: (line: Buffer, at: number) => void): number {
  let start = 0;
  for (let end = piece.indexOf(NEWLINE); end !== -1; end = piece.indexOf(NEWLINE, start)) {
    onLine(piece.subarray(start, end), base + start);
    start = end + 1;
  }
  return start;
}
