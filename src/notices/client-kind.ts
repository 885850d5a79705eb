import type { ClientKind } from './stop-decision.ts';

/**
 * Tells what kind of client runs the hook. Both a one-shot `-p` and a streamed session (SDK, IDE) call themselves
 * unattended; only the streamed one reads its prompts as `stream-json`, which its arguments say.
 */
export function clientKind(
  env: Readonly<Record<string, string | undefined>>,
  clientArguments: readonly string[],
): ClientKind {
  const attended = env.CLAUDE_CODE_SESSION_ATTENDED;
  if (attended === '1') return 'attended';
  if (attended === undefined && env.CLAUDE_CODE_ENTRYPOINT === 'cli') return 'attended';
  const streamed = clientArguments.some(
    (argument, index) =>
      argument === '--input-format=stream-json' ||
      (argument === '--input-format' && clientArguments[index + 1] === 'stream-json'),
  );
  return streamed ? 'streamed' : 'one-shot';
}
