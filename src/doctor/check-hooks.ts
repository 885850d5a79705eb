import type { HookAnswer, HookAnswers } from './ask-hooks.ts';
import type { Check } from './check.ts';
import { bad, good } from './check.ts';

const REPAIR = 'Install Outloop again (/plugin); in a checkout: npm install && npm run build';

/** Whether the session's hooks leave at once where nothing is open, and answer a command through node. */
export function checkSessionHooks({ idle, command }: HookAnswers): Check {
  if (idle.exitCode !== 0 || idle.stdout !== '') {
    return bad('hooks', `SessionStart does not end quietly where nothing is open: ${said(idle)}`, REPAIR);
  }
  const reason = blockReason(command);
  if (reason === null) return bad('hooks', `a command gets no answer: ${said(command)}`, REPAIR);
  if (reason.startsWith('Outloop needs')) return bad('hooks', 'no node was found.', reason);
  if (reason.startsWith('Outloop failed')) return bad('hooks', reason, REPAIR);
  return good('hooks', 'quiet where nothing is open, and a command is answered');
}

/** Whether the guard of workers lets a good tool call pass and denies a bad one. */
export function checkGuard({ allowed, denied }: HookAnswers): Check {
  if (allowed.exitCode !== 0) return bad('guard', `it denies what workers need: ${said(allowed)}`, REPAIR);
  if (denied.exitCode !== 2 || !denied.stderr.startsWith("Outloop's guard")) {
    return bad('guard', `it does not deny a file outside the project: ${said(denied)}`, REPAIR);
  }
  return good('guard', 'workers read inside the project and not outside');
}

function blockReason({ exitCode, stdout }: HookAnswer): string | null {
  if (exitCode !== 0) return null;
  try {
    const answer = JSON.parse(stdout) as { decision?: unknown; reason?: unknown };
    return answer.decision === 'block' && typeof answer.reason === 'string' ? answer.reason : null;
  } catch {
    return null;
  }
}

// Of a stack trace the line that names the error says most.
function said({ exitCode, stdout, stderr }: HookAnswer): string {
  const lines = `${stderr}\n${stdout}`.split('\n').filter((line) => line.trim() !== '');
  const line = lines.find((text) => /error|cannot|not found/i.test(text)) ?? lines[0];
  const ended = exitCode === null ? 'it did not end by itself' : `exit code ${exitCode}`;
  return line === undefined ? `${ended}, and nothing was said` : `${ended}, ${line.trim().slice(0, 160)}`;
}
