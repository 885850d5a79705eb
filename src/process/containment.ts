import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { OpenTask } from '../domain/state.ts';
import { LIMIT_TABLE } from '../limits/limit-table.ts';
import { inheritedMark, markedArguments, scriptArguments } from './inherited-mark.ts';

/** How it is made sure that nothing of a worker's tree gets away, the strongest first. */
export const CONTAINMENT_MEANS = ['systemd scope', 'PID namespace', 'process group'] as const;
export type ContainmentMeans = (typeof CONTAINMENT_MEANS)[number];

/** What a worker is to be kept in. */
export interface Containment {
  /** Names the scope: letters, digits and `-`. */
  readonly unit: string;
  /** Handed on to everything that the worker starts; left out, it has none. */
  readonly mark?: number;
  readonly memoryBytes?: number;
  readonly cpuPercent?: number;
  readonly processes?: number;
  /** What one process may take, by the kernel, where the tree is only watched. */
  readonly dataBytes?: number;
}

// The client does not even start with 512 MB of data, and does with 1 GB.
const DATA_BYTES_MIN = 1024 ** 3;

/** What keeps a task's worker: one scope for each attempt. */
export function containmentOf(
  task: Pick<OpenTask, 'id' | 'options'> & { readonly attempt: number },
): Containment {
  const { memory_bytes, cpu_percent, processes } = task.options.limits ?? {};
  return {
    unit: scopeUnit(task.id, task.attempt),
    mark: inheritedMark(task.id, task.attempt),
    ...(memory_bytes === undefined ? {} : { memoryBytes: memory_bytes }),
    ...(cpu_percent === undefined ? {} : { cpuPercent: cpu_percent }),
    ...(processes === undefined ? {} : { processes }),
    ...(isTight(memory_bytes) ? { dataBytes: Math.max(memory_bytes, DATA_BYTES_MIN) } : {}),
  };
}

// At the default the kernel's count of what a process reserved, and never used, would end innocent ones.
function isTight(memoryBytes: number | undefined): memoryBytes is number {
  return memoryBytes !== undefined && memoryBytes < LIMIT_TABLE.memory_bytes.fallback;
}

/** The name of the scope of an attempt, without `.scope`. */
export function scopeUnit(taskId: string, attempt: number): string {
  return `outloop-${taskId}-${attempt}`;
}

/** A program with its arguments. */
export interface ContainedCommand {
  readonly program: string;
  readonly args: readonly string[];
}

/** The command that starts a program contained. Its exit code, its environment and its standard streams stay its own. */
export function containedCommand(
  means: ContainmentMeans,
  program: string,
  args: readonly string[],
  containment: Containment,
): ContainedCommand {
  if (means === 'PID namespace') {
    return containedScript(means, RUN_AS_INIT, [program, ...args], containment);
  }
  if (means === 'systemd scope') {
    const inside = marked(containment.mark, program, args);
    return { program: 'systemd-run', args: [...scopeArguments(containment), inside.program, ...inside.args] };
  }
  const limited = dataLimited({ program, args }, containment.dataBytes);
  return marked(containment.mark, limited.program, limited.args);
}

/** The same for a shell script of ours: it takes the mark itself, and is itself the first process of a namespace. */
export function containedScript(
  means: ContainmentMeans,
  script: string,
  args: readonly string[],
  containment: Containment,
): ContainedCommand {
  const shell = ['/bin/sh', ...scriptArguments(containment.mark, script, args)];
  if (means === 'systemd scope') {
    return { program: 'systemd-run', args: [...scopeArguments(containment), ...shell] };
  }
  const [program = '', ...rest] = means === 'PID namespace' ? ['unshare', ...NAMESPACE, ...shell] : shell;
  return dataLimited({ program, args: rest }, containment.dataBytes);
}

function marked(mark: number | undefined, program: string, args: readonly string[]): ContainedCommand {
  if (mark === undefined || process.platform !== 'linux') return { program, args };
  return { program: '/bin/sh', args: markedArguments(mark, program, args) };
}

function dataLimited(command: ContainedCommand, dataBytes: number | undefined): ContainedCommand {
  if (dataBytes === undefined || !hasPrlimit()) return command;
  return { program: 'prlimit', args: [`--data=${dataBytes}`, '--', command.program, ...command.args] };
}

let prlimitFound: boolean | undefined;

function hasPrlimit(): boolean {
  prlimitFound ??=
    process.platform === 'linux' &&
    exitCodeOf('prlimit', ['--data=unlimited', '--', 'sh', '-c', 'exit 7']) === 7;
  return prlimitFound;
}

/** The arguments of `systemd-run` up to the program. */
export function scopeArguments({ unit, memoryBytes, cpuPercent, processes }: Containment): readonly string[] {
  const properties = [
    ...(memoryBytes === undefined ? [] : [`MemoryMax=${memoryBytes}`, 'MemorySwapMax=0']),
    ...(cpuPercent === undefined ? [] : [`CPUQuota=${cpuPercent}%`]),
    ...(processes === undefined ? [] : [`TasksMax=${processes}`]),
  ];
  return [
    ...['--user', '--scope', '--quiet', '--collect', `--unit=${unit}`],
    ...properties.flatMap((property) => ['-p', property]),
    '--',
  ];
}

// With a /proc of its own, so that what looks its own pid up there finds itself.
const NAMESPACE = [
  ...['--user', '--map-current-user', '--pid', '--mount-proc', '--fork', '--kill-child'],
  '--',
];

// The first process of a namespace ignores what it does not handle and must take in orphans: a shell does that well,
// and the namespace ends with it.
const RUN_AS_INIT = '"$@"; exit "$?"';

let probed: ContainmentMeans | undefined;

/** The strongest means that works here; tried until that is sure. @param strongest what the person allows at most */
export function probeContainment(strongest: ContainmentMeans = 'systemd scope'): ContainmentMeans {
  const allowed = CONTAINMENT_MEANS.slice(CONTAINMENT_MEANS.indexOf(strongest));
  if (probed !== undefined && allowed.includes(probed)) return probed;
  let isSure = true;
  for (const means of allowed) {
    // The first answer may be late because the machine is busy, or this process was stopped meanwhile.
    const answer = means === 'process group' || (works(means) ?? works(means));
    if (answer === null) isSure = false;
    if (answer !== true) continue;
    if (isSure) probed = means;
    return means;
  }
  return 'process group';
}

const PROBE_TIMEOUT_MS = 3_000;

/** Null where it did not answer in time, which proves nothing. */
function works(means: ContainmentMeans): boolean | null {
  if (process.platform !== 'linux') return false;
  // Where systemd does not run the machine, asking it takes its time and fails.
  if (means === 'systemd scope' && !existsSync('/run/systemd/system')) return false;
  const unit = `outloop-probe-${process.pid}`;
  const { program, args } = containedCommand(means, '/bin/sh', ['-c', 'exit 7'], { unit });
  // Its own exit code proves that the program ran, and that its end comes through.
  const code = exitCodeOf(program, args);
  return code === null ? null : code === 7;
}

/** Undefined where the program is missing, null where it had to be ended. */
function exitCodeOf(program: string, args: readonly string[]): number | null | undefined {
  const { error, status } = spawnSync(program, [...args], { stdio: 'ignore', timeout: PROBE_TIMEOUT_MS });
  const isLate = (error as NodeJS.ErrnoException | undefined)?.code === 'ETIMEDOUT';
  return error === undefined || isLate ? status : undefined;
}

/** True for a process of the scope, by what `/proc/<pid>/cgroup` says. */
export function isInScope(cgroup: string, unit: string): boolean {
  return cgroup.split('\n').some((line) => line.endsWith(`/${unit}.scope`));
}

/** The cgroups of a process as text; empty when it is gone. */
export function cgroupOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cgroup`, 'latin1');
  } catch {
    return '';
  }
}

/** By what means memory, CPU share and processes are held or watched, for people. */
export function limitMeans(means: ContainmentMeans, { dataBytes }: Pick<Containment, 'dataBytes'>): string {
  if (means === 'systemd scope') return 'held by the systemd scope';
  const watched = 'watched by sampling the process tree';
  return dataBytes !== undefined && hasPrlimit()
    ? `${watched}; memory of each process held by prlimit`
    : watched;
}
