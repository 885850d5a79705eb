import { setTimeout as sleep } from 'node:timers/promises';
import { ok, type Result } from '../domain/result.ts';
import type { Finding } from '../verify/finding.ts';
import { type Verified, verifyProject } from '../verify/verify-project.ts';
import type { CommandOutput } from './command-output.ts';
import type { VerbContext } from './context.ts';
import { renderVerified } from './render-verified.ts';

/** A stream on which progress may be shown: stderr. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const SHOW_AFTER_MS = 1_000;
const SHOW_EVERY_MS = 200;
const LOOK_AGAIN_MS = 300;

/** `outloop verify`: reads everything and compares it. Exits 1 where something is not as it should be. */
export async function verifyCommand(
  context: VerbContext,
  progress: ProgressStream,
): Promise<Result<CommandOutput>> {
  const found = verifyProject(context, showProgress(context, progress));
  if (!found.ok) return found;
  const verified = await confirm(context, found.value.verified);
  return ok({ payload: verified, text: renderVerified(verified), exitCode: verified.clean ? 0 : 1 });
}

/** A supervisor at work moves a folder and then says so: what is gone at a second look was only that. */
async function confirm(context: VerbContext, verified: Verified): Promise<Verified> {
  if (verified.clean || !verified.supervised) return verified;
  await sleep(LOOK_AGAIN_MS);
  const again = verifyProject(context);
  if (!again.ok) return verified;
  const key = ({ code, where, at }: Finding) => `${code} ${where} ${at ?? ''}`;
  const seen = new Set(verified.findings.map(key));
  const findings = again.value.verified.findings.filter((finding) => seen.has(key(finding)));
  return { ...again.value.verified, findings, clean: findings.length === 0 };
}

/** Shows on a terminal how far a long walk has come; a short one shows nothing. */
export function showProgress(
  { now }: Pick<VerbContext, 'now'>,
  stream: ProgressStream,
): (doneBytes: number, totalBytes: number) => void {
  if (stream.isTTY !== true) return () => {};
  let showAt = now() + SHOW_AFTER_MS;
  let shown = false;
  return (doneBytes, totalBytes) => {
    const isDone = doneBytes >= totalBytes;
    if (isDone && shown) stream.write('\r\x1b[K');
    if (isDone || now() < showAt) return;
    shown = true;
    showAt = now() + SHOW_EVERY_MS;
    stream.write(`\rReading the journal: ${Math.floor((100 * doneBytes) / totalBytes)} %`);
  };
}
