import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadConfig } from '../config/load-config.ts';
import { gatherGit } from '../context/git-facts.ts';
import { askHooks } from '../doctor/ask-hooks.ts';
import type { Check } from '../doctor/check.ts';
import type { BareCommandFacts } from '../doctor/check-bare-command.ts';
import { checkBareCommand } from '../doctor/check-bare-command.ts';
import type { ClientFacts } from '../doctor/check-client.ts';
import { checkClient } from '../doctor/check-client.ts';
import { checkGit } from '../doctor/check-git.ts';
import { checkGuard, checkSessionHooks } from '../doctor/check-hooks.ts';
import { checkNode, checkPlatform } from '../doctor/check-machine.ts';
import { checkPlugin } from '../doctor/check-plugin.ts';
import { checkConfig, checkJournal } from '../doctor/check-project.ts';
import { checkReports } from '../doctor/check-reports.ts';
import type { SupervisorFacts } from '../doctor/check-supervisor.ts';
import { checkSupervisor } from '../doctor/check-supervisor.ts';
import { isLinkedWorktree } from '../doctor/linked-worktree.ts';
import { tryReports } from '../doctor/try-reports.ts';
import type { Result } from '../domain/result.ts';
import { ok } from '../domain/result.ts';
import type { JournalState } from '../domain/state.ts';
import { askSupervisor, readSupervisorCard } from '../ipc/ask-supervisor.ts';
import { isNewer } from '../ipc/version.ts';
import { readState } from '../journal/journal.ts';
import { findClient } from '../runners/find-client.ts';
import { probeClient } from '../runners/probe-client.ts';
import { VERSION } from '../version.ts';
import { backgroundFileText } from './background-file.ts';
import { findBareCommand } from './bare-command.ts';
import { userFolder } from './command-file.ts';
import type { CommandOutput } from './command-output.ts';
import type { VerbContext } from './context.ts';
import { renderChecks } from './render-checks.ts';
import { isSupervised } from './revive.ts';
import type { Style } from './style.ts';

/** What `doctor` found; part of its `--json` output. */
export interface DoctorPayload {
  readonly version: string;
  readonly project: string;
  readonly healthy: boolean;
  readonly checks: readonly Check[];
}

/** The process that the doctor runs in, as far as it is looked at. */
export interface Host {
  readonly platform: string;
  readonly nodeVersion: string;
  readonly nodeProgram: string;
}

const EXIT_UNHEALTHY = 3;

/** `outloop doctor`: everything that background tasks need, each problem with the next step. Exits 3 on a failure. */
export async function doctorCommand(
  context: VerbContext,
  style: Style,
  host: Host = {
    platform: process.platform,
    nodeVersion: process.versions.node,
    nodeProgram: process.execPath,
  },
): Promise<Result<CommandOutput>> {
  const checks = await examine(context, host);
  const healthy = checks.every((check) => check.status !== 'fail');
  const payload: DoctorPayload = { version: VERSION, project: context.paths.root, healthy, checks };
  return ok({ payload, text: renderChecks(payload, style), exitCode: healthy ? 0 : EXIT_UNHEALTHY });
}

async function examine(context: VerbContext, host: Host): Promise<readonly Check[]> {
  const { paths, env, pluginRoot } = context;
  const platform = checkPlatform(host.platform);
  // Nothing else can be expected to work then, this program included.
  if (platform.status === 'fail') return [platform];
  const config = await loadConfig(paths, env);
  const clientPath = config.ok ? config.value.client.path : undefined;
  const hooks = await askHooks(pluginRoot, env);
  const read = readState(context.journal);
  return [
    platform,
    checkNode(host.nodeVersion, host.nodeProgram),
    checkClient(await clientFacts(context, clientPath)),
    checkSessionHooks(hooks),
    checkGuard(hooks),
    checkPlugin(settingsFiles(context)),
    checkBareCommand(bareCommandFacts(context)),
    checkConfig(config),
    checkReports(tryReports(paths.reports, host.platform)),
    checkJournal(read, paths.journal),
    ...(read.ok ? [checkSupervisor(await supervisorFacts(context, read.value))] : []),
    checkGit({
      ...gatherGit(context.cwd, env),
      root: paths.root,
      linkedTo: isLinkedWorktree(context.cwd) ? paths.root : null,
    }),
  ];
}

async function clientFacts(
  { env, home }: VerbContext,
  configured: string | undefined,
): Promise<Result<ClientFacts>> {
  const found = findClient(configured, env.PATH, env.OUTLOOP_CLAUDE);
  if (!found.ok) return found;
  const probe = await probeClient(found.value, env, home);
  return probe.ok ? ok({ path: found.value, ...probe.value }) : probe;
}

function settingsFiles(context: VerbContext): string[] {
  const project = join(context.paths.root, '.claude');
  return [
    join(project, 'settings.local.json'),
    join(project, 'settings.json'),
    join(userFolder(context), 'settings.json'),
  ];
}

function bareCommandFacts(context: VerbContext): BareCommandFacts {
  const command = findBareCommand(context);
  if (command === null) return { kind: 'built-in' };
  if (!command.ours) return { kind: 'foreign', path: command.path };
  const current = command.text === backgroundFileText(context.pluginRoot);
  return { kind: 'ours', path: command.path, current };
}

const CARD_LOOKS = 20;
const CARD_LOOK_EVERY_MS = 50;

async function supervisorFacts(context: VerbContext, state: JournalState): Promise<SupervisorFacts> {
  if (state.supervisor === null || !isSupervised(state))
    return { kind: 'none', unsupervised: state.open.size };
  const { pid } = state.supervisor.process;
  // One that has just claimed its place listens a moment later.
  let why = 'it names no socket';
  for (let look = 0; look < CARD_LOOKS; look++) {
    const card = readSupervisorCard(join(context.paths.internal, 'supervisor.json'));
    if (card !== null) {
      const asked = await askSupervisor(card, context.paths.root, () => ({ type: 'wake', handoffs: [] }));
      if (asked.kind === 'answered')
        return { kind: 'running', pid, version: asked.version, age: ageOf(asked.version) };
      why = asked.why;
    }
    await sleep(CARD_LOOK_EVERY_MS);
  }
  return { kind: 'silent', pid, why };
}

function ageOf(version: string): 'same' | 'older' | 'newer' {
  if (isNewer(VERSION, version)) return 'older';
  return isNewer(version, VERSION) ? 'newer' : 'same';
}
