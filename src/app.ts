import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DEFAULT_JOURNAL_SEGMENT_BYTES } from './config/fields.ts';
import { loadSettings, userStateFolder } from './config/load-config.ts';
import { invariant } from './domain/invariant.ts';
import { askSupervisor } from './ipc/ask-supervisor.ts';
import { listen } from './ipc/listen.ts';
import { runtimeFolder } from './ipc/runtime-folder.ts';
import type { SupervisorLaunch } from './ipc/wake-supervisor.ts';
import { openJournal } from './journal/journal.ts';
import { probeContainment } from './process/containment.ts';
import { identityOf } from './process/identity.ts';
import { nodeProcesses, nodeTimers } from './process/this-machine.ts';
import { createRecorder } from './record/recorder.ts';
import { TASK_MARK } from './runners/headless-command.ts';
import type { SupervisorContext, SupervisorSettings } from './supervisor/context.ts';
import { STRONGEST } from './supervisor/strongest-means.ts';
import type { VerbContext } from './verbs/context.ts';
import { VERSION } from './version.ts';
import type { Project, ReportsPaths } from './workspace/paths.ts';
import { reportsPaths } from './workspace/paths.ts';
import { findProject } from './workspace/root.ts';

/** What an entry knows of who calls it. */
export interface AppInput {
  /** The client's session id where a hook was told one. */
  readonly sessionId?: string | undefined;
  /** The project, where the caller has found it already. */
  readonly project?: Project | undefined;
}

/**
 * The composition root: the only place that reads the clock, chance and the environment. Every entry makes one and
 * hands it down.
 */
export function createApp(input: AppInput = {}): VerbContext {
  const env = process.env;
  // A session's folder may move with `cd`; its project does not, and the shell guard of the hooks looks there too.
  const cwd = env.CLAUDE_PROJECT_DIR ?? process.cwd();
  const paths = reportsPaths(input.project ?? findProject(cwd));
  const clientPid = Number(env.CLAUDE_PID ?? '');
  return {
    now: Date.now,
    random: drawBytes,
    env,
    home: homeOf(env),
    cwd,
    // Found when somebody asks: a hook that did not need it would take twice as long.
    get timeZone() {
      return Intl.DateTimeFormat().resolvedOptions().timeZone;
    },
    get pluginRoot() {
      return findPluginRoot(process.argv[1] ?? '');
    },
    paths,
    journal: openJournal({ journal: paths.journal, internal: paths.internal }),
    asker: {
      owner: Number.isInteger(clientPid) && clientPid > 1 ? identityOf(clientPid) : null,
      sessionId: input.sessionId ?? env.CLAUDE_CODE_SESSION_ID ?? '',
    },
    wake: async (handoffs) => {
      // Inside a worker the process table may be another one: a supervisor started there would take a living one for
      // dead, and would end with the worker. The one outside looks every second anyway.
      if ((env[TASK_MARK] ?? '') !== '') return 'heard';
      const { wakeSupervisor } = await import('./ipc/wake-supervisor.ts');
      const pluginRoot = findPluginRoot(process.argv[1] ?? '');
      return wakeSupervisor(supervisorLaunch(pluginRoot, paths.root, paths.internal, env), handoffs);
    },
  };
}

function homeOf(env: VerbContext['env']): string {
  return env.HOME ?? process.getBuiltinModule('node:os').homedir();
}

// Loaded when it is needed: most hooks draw nothing, and loading it takes longer than all that they do.
function drawBytes(bytes: number): Buffer {
  return process.getBuiltinModule('node:crypto').randomBytes(bytes);
}

// --max-semi-space-size keeps the young generation small: a supervisor that lives for days stays under 60 MB.
function supervisorLaunch(
  pluginRoot: string,
  root: string,
  internal: string,
  env: VerbContext['env'],
): SupervisorLaunch {
  const inCheckout = (env.OUTLOOP_DEV ?? '') !== '';
  const program = inCheckout
    ? ['--import', join(pluginRoot, 'node_modules/tsx/dist/loader.mjs'), join(pluginRoot, 'src/supervise.ts')]
    : [join(pluginRoot, 'dist/bin/supervisor.cjs')];
  return {
    root,
    cardPath: join(internal, 'supervisor.json'),
    command: process.execPath,
    arguments: ['--max-semi-space-size=1', ...program, root],
    env,
    version: VERSION,
  };
}

/** The folder of the plugin, from the script that runs: an entry lies in the checkout, or in `dist/` below it. */
function findPluginRoot(script: string): string {
  for (let folder = dirname(script); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, '.claude-plugin', 'plugin.json'))) return folder;
  }
  invariant(false, `no .claude-plugin/plugin.json above ${script}`);
}

/** What the supervisor of a project works with. */
export function createSupervisorContext(
  root: string,
  poke: () => void,
  log: (line: string) => void,
): SupervisorContext {
  const env = process.env;
  const paths = reportsPaths(findProject(root));
  const self = identityOf(process.pid);
  let settings: SupervisorSettings = {
    slots: 6,
    segmentBytesMax: DEFAULT_JOURNAL_SEGMENT_BYTES,
    perAgent: {},
    clientPath: undefined,
    containment: 'auto',
    daily: { budgetUsd: undefined, tokens: undefined },
    machineSlots: undefined,
    afterRestart: 'pause',
  };
  invariant(self !== null, 'this process is not in the process table');
  return {
    now: Date.now,
    clock: () => ({ wall: Date.now(), monotonic: Number(process.hrtime.bigint() / 1_000_000n) }),
    timers: nodeTimers,
    uptimeMs: () => process.getBuiltinModule('node:os').uptime() * 1000,
    processes: nodeProcesses,
    ipc: { listen, ask: askSupervisor },
    clockStopsInSleep: process.platform === 'linux',
    containment: () => probeContainment(STRONGEST[settings.containment]),
    random: drawBytes,
    env,
    home: homeOf(env),
    pluginRoot: findPluginRoot(process.argv[1] ?? ''),
    paths,
    journal: openJournal({ journal: paths.journal, internal: paths.internal }),
    runtime: runtimeFolder(paths.root, env),
    process: self,
    token: drawBytes(16).toString('hex'),
    settings: async () => {
      const config = await loadSettings(paths, env);
      if (config.ok) {
        const { max_parallel, max_per_agent, client, containment, daily } = config.value;
        settings = {
          slots: max_parallel,
          segmentBytesMax: config.value.journal_segment_bytes,
          perAgent: max_per_agent,
          clientPath: client.path,
          containment,
          daily,
          machineSlots: config.value.machine_slots,
          afterRestart: config.value.after_restart,
        };
      } else log(config.failure.message);
      return settings;
    },
    personFolder: userStateFolder(env),
    handoffs: new Map(),
    running: new Map(),
    poke,
    record: createRecorder(paths, () => hasActivityLog(paths, env), log),
    log,
    epoch: 0,
    settledHash: null,
  };
}

async function hasActivityLog(paths: ReportsPaths, env: NodeJS.ProcessEnv): Promise<boolean> {
  const config = await loadSettings(paths, env);
  return !config.ok || config.value.activity !== 'off';
}
