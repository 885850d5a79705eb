import { styleText } from 'node:util';

/** How text is set off. Without a terminal nothing is: then every function gives back its text. */
export interface Style {
  readonly dim: (text: string) => string;
  readonly bold: (text: string) => string;
  /** Colours a text by the status that it shows. */
  readonly status: (status: string, text: string) => string;
}

type Format = Parameters<typeof styleText>[0];

const STATUS_FORMATS: Readonly<Record<string, Format>> = {
  running: 'cyan',
  queued: 'yellow',
  cancelling: 'yellow',
  completed: 'green',
  failed: 'red',
  timed_out: 'red',
  lost: 'red',
  limit_exceeded: 'red',
  dependency_failed: 'red',
};

/** Plain text, for pipes, files and hooks. */
export const PLAIN: Style = { dim: (text) => text, bold: (text) => text, status: (_, text) => text };

/** Colour where the stream is a terminal and nobody asked for none (`NO_COLOR`). */
export function styleFor(
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): Style {
  if (stream.isTTY !== true || (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb') return PLAIN;
  return {
    dim: (text) => paint('dim', text),
    bold: (text) => paint('bold', text),
    status: (status, text) => {
      const format = STATUS_FORMATS[status];
      return format === undefined ? text : paint(format, text);
    },
  };
}

// Whether there is colour is decided once, above, and for the stream that is written to.
function paint(format: Format, text: string): string {
  return styleText(format, text, { validateStream: false });
}
