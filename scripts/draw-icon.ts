import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';

/*
 * Draws .claude-plugin/icon.png: a loop, and an arrow that leaves it. Each shape is a distance function; a pixel gets
 * as much of its colour as its distance says that the shape covers it.
 *
 *   npx tsx scripts/draw-icon.ts [path]
 */
const SIZE_PIXELS = 512;

type Point = readonly [x: number, y: number];
type Colour = readonly [red: number, green: number, blue: number];

const CENTRE: Point = [238, 320];
const RADIUS = 120;
const STROKE = 60;
// The loop is left along its tangent, to the upper right; behind that point the loop stays open.
const LEAVE_DEGREES = 238;
const OPEN_DEGREES = 74;
const TAIL_LENGTH = 186;
const HEAD_LENGTH = 92;
const HEAD_WIDTH = 156;

const TOP: Colour = [46, 52, 104];
const BOTTOM: Colour = [22, 25, 56];
const LOOP: Colour = [240, 242, 255];
const ARROW: Colour = [255, 168, 76];

const leave = onCircle(LEAVE_DEGREES);
const along = direction(LEAVE_DEGREES + 90);

const target = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), '../.claude-plugin/icon.png');
writeFileSync(target, encodePng(drawIcon(), SIZE_PIXELS));

/** The pixels, row by row, four bytes each: red, green, blue, opacity. */
function drawIcon(): Uint8Array {
  const pixels = new Uint8Array(SIZE_PIXELS * SIZE_PIXELS * 4);
  for (let y = 0; y < SIZE_PIXELS; y++) {
    for (let x = 0; x < SIZE_PIXELS; x++) pixels.set(pixelAt([x + 0.5, y + 0.5]), (y * SIZE_PIXELS + x) * 4);
  }
  return pixels;
}

function pixelAt(point: Point): number[] {
  const ground = mix(TOP, BOTTOM, point[1] / SIZE_PIXELS);
  const withLoop = mix(ground, LOOP, coverage(distanceToLoop(point)));
  const colour = mix(withLoop, ARROW, coverage(distanceToArrow(point)));
  return [...colour.map(Math.round), Math.round(255 * coverage(distanceToTile(point)))];
}

/** The whole tile, with round corners. */
function distanceToTile([x, y]: Point): number {
  const corner = 112;
  const half = SIZE_PIXELS / 2;
  const dx = Math.abs(x - half) - (half - corner);
  const dy = Math.abs(y - half) - (half - corner);
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - corner;
}

/** The ring without its open part; both of its ends are round. */
function distanceToLoop(point: Point): number {
  const angle = (Math.atan2(point[1] - CENTRE[1], point[0] - CENTRE[0]) * 180) / Math.PI;
  const behind = (angle - LEAVE_DEGREES + 720) % 360;
  if (behind >= OPEN_DEGREES) return Math.abs(distance(point, CENTRE) - RADIUS) - STROKE / 2;
  const end = onCircle(LEAVE_DEGREES + OPEN_DEGREES);
  return Math.min(distance(point, end), distance(point, leave)) - STROKE / 2;
}

function distanceToArrow(point: Point): number {
  const onTail = (point[0] - leave[0]) * along[0] + (point[1] - leave[1]) * along[1];
  const across = Math.abs((point[0] - leave[0]) * along[1] - (point[1] - leave[1]) * along[0]);
  const nearest = Math.min(Math.max(onTail, 0), TAIL_LENGTH);
  const tail = Math.hypot(onTail - nearest, across) - STROKE / 2;
  // A triangle: behind its base, or beside one of its two equal sides.
  const side = Math.hypot(HEAD_LENGTH, HEAD_WIDTH / 2);
  const past = onTail - TAIL_LENGTH;
  const beside = (across * HEAD_LENGTH + (past - HEAD_LENGTH) * (HEAD_WIDTH / 2)) / side;
  return Math.min(tail, Math.max(beside, -past) - 8);
}

function onCircle(degrees: number): Point {
  const [x, y] = direction(degrees);
  return [CENTRE[0] + x * RADIUS, CENTRE[1] + y * RADIUS];
}

function direction(degrees: number): Point {
  return [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** 1 inside, 0 outside, and in between over the width of one pixel. */
function coverage(distancePixels: number): number {
  return Math.min(Math.max(0.5 - distancePixels, 0), 1);
}

function mix(from: Colour, to: Colour, share: number): Colour {
  const part = (at: 0 | 1 | 2) => from[at] + (to[at] - from[at]) * share;
  return [part(0), part(1), part(2)];
}

/** A PNG of square RGBA pixels. */
function encodePng(pixels: Uint8Array, size: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  // Each row begins with its filter: 0, none.
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y++) {
    rows.set(pixels.subarray(y * size * 4, (y + 1) * size * 4), y * (size * 4 + 1) + 1);
  }
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const bytes = Buffer.alloc(body.length + 8);
  bytes.writeUInt32BE(data.length, 0);
  body.copy(bytes, 4);
  bytes.writeUInt32BE(crc32(body), body.length + 4);
  return bytes;
}

// node:zlib has crc32 only since 20.15 and 22.2; the loop is as short as the question whether it is there.
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
