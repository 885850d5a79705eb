import { loadConfig } from '../config/load-config.ts';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import { readTaskTexts } from '../journal/task-texts.ts';
import { cleanLine, truncate } from '../observe/clean.ts';
import { checkTask } from '../policy/check-task.ts';
import type { Policy } from '../policy/policy.ts';
import { routeTask } from '../policy/route.ts';
import type { CommandOutput } from './command-output.ts';
import type { VerbContext } from './context.ts';

/** What the policy makes of one text; part of the `--json` output. */
export interface PolicyTestRow {
  readonly text: string;
  readonly agent: string;
  readonly accepted: boolean;
  /** Of a refusal: the rule, and the words that tripped it. */
  readonly rule: string | null;
  readonly words: string | null;
  /** What a person would be told. */
  readonly message: string;
}

/** `outloop policy test "text"` or `--journal`: nothing is started. Exit code 1 when any text is refused. */
export async function policyTestCommand(
  context: VerbContext,
  text: string | undefined,
  options: { readonly agent?: string; readonly journal?: boolean },
): Promise<Result<CommandOutput>> {
  const config = await loadConfig(context.paths, context.env);
  if (!config.ok) return config;
  const texts = options.journal === true ? readTaskTexts(context.journal) : textsOf(text, options.agent);
  if (!texts.ok) return texts;
  const rows = texts.value.map((one) => testText(one.text, one.agent, config.value.policy));
  const refused = rows.filter((row) => !row.accepted);
  return ok({
    payload: options.journal === true ? rows : rows[0],
    text: options.journal === true ? renderReplay(rows, refused) : renderOne(rows[0]),
    exitCode: refused.length === 0 ? 0 : 1,
  });
}

function textsOf(text: string | undefined, agent: string | undefined) {
  if (text !== undefined) return ok([{ text, agent }]);
  return fail(failure('usage', 'Which text?', 'outloop policy test "analyze the importer", or --journal'));
}

function testText(text: string, agent: string | undefined, policy: Policy): PolicyTestRow {
  const chosen = agent ?? routeTask(text).agent;
  const verdict = checkTask({ agent: chosen, text }, policy);
  if (verdict.ok) {
    const message = `accepted for ${chosen} (${verdict.value.approvedBy.join(', ')})`;
    return { text, agent: chosen, accepted: true, rule: null, words: null, message };
  }
  const { message, hint, details } = verdict.failure;
  return {
    text,
    agent: chosen,
    accepted: false,
    rule: typeof details?.rule === 'string' ? details.rule : verdict.failure.code,
    words: typeof details?.words === 'string' ? details.words : null,
    message: hint === undefined ? message : `${message}\n${hint}`,
  };
}

function renderOne(row: PolicyTestRow | undefined): string {
  return row === undefined ? '' : row.message;
}

function renderReplay(rows: readonly PolicyTestRow[], refused: readonly PolicyTestRow[]): string {
  const lines = refused.map((row) => `${String(row.rule).padEnd(28)} ${truncate(cleanLine(row.text), 50)}`);
  return [`${rows.length} tasks of the journal: ${refused.length} would be refused now.`, ...lines].join(
    '\n',
  );
}
