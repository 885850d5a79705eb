import { createApp } from './app.ts';
import { readHookInput } from './entry/hook-io.ts';
import { readState } from './journal/journal.ts';
import { statusLine } from './notices/status-line.ts';

/*
 * `outloop statusline`: the client's JSON on stdin, one line on stdout. `bin/outloop` starts it only where something is
 * open. A status line is no place for complaints: where nothing can be read it says nothing.
 */
const { session_id } = readHookInput();
const app = createApp({ sessionId: session_id });
const read = readState(app.journal);
const line = read.ok ? statusLine(read.value, session_id ?? '', app.now()) : '';
if (line !== '') process.stdout.write(`${line}\n`);
