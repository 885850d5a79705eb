import type { AgentCaps, AgentName, TaskAgent } from '../domain/agents.ts';
import type { DailyLimits } from '../limits/ledger.ts';
import type { LimitPreset, Limits } from '../limits/limit-table.ts';
import type { CommandPolicy } from '../policy/commands/check-shell-command.ts';
import type { Policy, PolicyRule } from '../policy/policy.ts';
import type { PresetName } from '../policy/presets.ts';
import type { ActivityChoice, AfterRestart, ContainmentChoice, GateMode, SubagentChoice } from './fields.ts';

/** The settings in force for a project, without the policy: the defaults, the user's file, the project's file. */
export interface Settings {
  /** Folder of the reports as written, relative to the project root or absolute. */
  readonly reports_dir: string;
  /** Whether the first write puts a `.gitignore` into the reports folder. */
  readonly gitignore_reports: boolean;
  readonly limits: Limits & { readonly timeout_ms: number };
  /** What differs for single agents. */
  readonly agent_limits: AgentLimits;
  readonly daily: DailyLimits;
  /** Slots of all projects of this person together; undefined: no cap. */
  readonly machine_slots: number | undefined;
  readonly containment: ContainmentChoice;
  readonly after_restart: AfterRestart;
  /** Which shell commands may run in the background. */
  readonly commands: CommandPolicy;
  /** What the activity log keeps of prompts; `off`: there is no log and no bundle. */
  readonly activity: ActivityChoice;
  /** What becomes of a call of one of our agents that no task asked for. */
  readonly subagents: SubagentChoice;
  readonly gate: GateMode;
  readonly gate_hold_ms: number;
  readonly client: { readonly path: string | undefined };
  readonly max_parallel: number;
  readonly journal_segment_bytes: number;
  readonly max_per_agent: AgentCaps;
  /** The model of each agent when a task names none; `default` is for all others. */
  readonly models: ModelChoices;
  /** The files that were read, absolute, the user's first. */
  readonly sources: readonly string[];
}

/** The settings in force, and what may be delegated at all. */
export interface Config extends Settings {
  readonly policy: Policy;
}
/** Limits of single agents. */
export type AgentLimits = Readonly<Partial<Record<TaskAgent, Limits>>>;

export type ModelChoices = Readonly<Partial<Record<AgentName | 'default', string>>>;

/** What one file says, checked; everything may be left out. It is plain data and cached as JSON. */
export interface ConfigLayer {
  readonly reports_dir?: string;
  readonly gitignore_reports?: boolean;
  readonly policy?: PolicyLayer;
  readonly limits?: Limits & { readonly preset?: LimitPreset };
  readonly agent_limits?: AgentLimits;
  readonly daily_budget_usd?: number;
  readonly daily_tokens?: number;
  readonly machine_slots?: number;
  readonly containment?: ContainmentChoice;
  readonly after_restart?: AfterRestart;
  readonly commands?: {
    readonly allow?: readonly string[];
    readonly only?: readonly string[];
    readonly refuse?: readonly string[];
  };
  readonly activity?: ActivityChoice;
  readonly subagents?: SubagentChoice;
  readonly gate?: GateMode;
  readonly gate_hold_ms?: number;
  readonly client?: { readonly path?: string };
  readonly max_parallel?: number;
  readonly journal_segment_bytes?: number;
  readonly max_per_agent?: AgentCaps;
  readonly models?: ModelChoices;
}

/** What one file says of the policy. */
export interface PolicyLayer {
  readonly preset?: PresetName;
  readonly agents?: readonly AgentName[];
  readonly length_min?: number;
  readonly length_max?: number;
  readonly block?: readonly PolicyRule[];
  readonly approve?: readonly PolicyRule[];
  /** Ids of blocked rules that do not hold. Only the user's file may have it. */
  readonly allow?: readonly string[];
}

/** Whose file it is. The project's comes with a clone, so it is trusted less. */
export type LayerKind = 'user' | 'project';
