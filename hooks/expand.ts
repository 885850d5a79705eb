import { createApp } from '../src/app.ts';
import { leave, readHookInput } from '../src/entry/hook-io.ts';
import type { CommandScript } from '../src/session/expand-command.ts';
import { expandCommand } from '../src/session/expand-command.ts';

// UserPromptExpansion: the script beside each command's Markdown answers it. Only the one that was typed is loaded.
const SCRIPTS: Readonly<Record<string, () => Promise<{ readonly run: CommandScript }>>> = {
  answer: () => import('../commands/answer.ts'),
  background: () => import('../commands/background.ts'),
  bundle: () => import('../commands/bundle.ts'),
  'fan-out': () => import('../commands/fan-out.ts'),
  cancel: () => import('../commands/cancel.ts'),
  implement: () => import('../commands/implement.ts'),
  logs: () => import('../commands/logs.ts'),
  result: () => import('../commands/result.ts'),
  retry: () => import('../commands/retry.ts'),
  review: () => import('../commands/review.ts'),
  run: () => import('../commands/run.ts'),
  status: () => import('../commands/status.ts'),
  track: () => import('../commands/track.ts'),
};

const input = readHookInput();
void expandCommand(createApp({ sessionId: input.session_id }), input, SCRIPTS).then(leave);
