import { loadSettings } from '../config/load-config.ts';
import type { HookInput } from '../entry/hook-io.ts';
import { activityOfHook } from '../observe/activity.ts';
import { bundleOfHook } from '../observe/bundle.ts';
import { createRedactor, secretEnvironmentValues } from '../observe/redact.ts';
import { appendActivity } from '../record/activity-log.ts';
import type { VerbContext } from '../verbs/context.ts';
import { appendBundle } from '../workspace/bundle-file.ts';

/**
 * Takes down what a session did: its prompts, the tool calls of a batch, its stops. It runs beside the session, which
 * never waits for it and never hears of it.
 */
export async function recordActivity(context: VerbContext, input: HookInput): Promise<void> {
  const config = await loadSettings(context.paths, context.env);
  const choice = config.ok ? config.value.activity : 'length';
  if (choice === 'off') return;
  const redactText = createRedactor(secretEnvironmentValues(context.env));
  const timestamp = new Date(context.now()).toISOString();
  const facts = { ...input };
  const activities = activityOfHook(facts, { promptText: choice === 'text', timestamp, redactText });
  const entries = bundleOfHook(facts, timestamp, redactText);
  if (activities.length === 0 && entries.length === 0) return;
  await appendActivity(context.paths, activities, () =>
    appendBundle(context.paths, input.session_id ?? '', entries, context.now()),
  );
}
