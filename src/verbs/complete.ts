import { AGENT_NAMES } from '../domain/agents.ts';
import type { EndedTask, JournalState, OpenTask } from '../domain/state.ts';
import { shortId } from '../domain/task-id.ts';
import { readState } from '../journal/journal.ts';
import { cleanLine } from '../observe/clean.ts';
import type { VerbContext } from './context.ts';
import { STATUS_FILTERS } from './list.ts';

/** A command of the command line, as far as completion goes. */
export interface CommandNode {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionNode[];
  readonly arguments: readonly {
    readonly name: string;
    readonly isVariadic: boolean;
    readonly values: readonly string[];
  }[];
  readonly commands: readonly CommandNode[];
}

/** One of its options. */
export interface OptionNode {
  readonly names: readonly string[];
  readonly description: string;
  readonly takesValue: boolean;
  /** The values that can be offered; none: it is free text, or a path. */
  readonly values: readonly string[];
}

/** Something that may stand where the cursor is. */
export interface Candidate {
  readonly value: string;
  readonly description: string;
}

/** Verbs whose id is one of an open task, and those whose is one of an ended task; all others take both. */
const OPEN_ONLY = ['cancel', 'pause', 'resume'];
const ENDED_ONLY = ['result', 'retry', 'answer'];
const TASKS_MAX = 60;
const DESCRIPTION_CHARS = 60;

/** What may stand where the cursor is, in the project where it is asked. */
export function completeHere(context: VerbContext, tree: CommandNode, words: readonly string[]): Candidate[] {
  const read = readState(context.journal);
  return complete(tree, words, read.ok ? read.value : null);
}

/**
 * What may stand in place of the last word, which may be empty. Nothing: free text, or a path, which the shell knows.
 * @param words what was typed behind `outloop`
 */
export function complete(
  tree: CommandNode,
  words: readonly string[],
  state: Pick<JournalState, 'open' | 'ended' | 'schedules'> | null,
): Candidate[] {
  // Bash takes `--agent=co` apart at the equals sign.
  const typed = words.flatMap((word) => (word === '=' ? [] : splitAssignment(word)));
  const current = words.at(-1) === '=' ? '' : (typed.at(-1) ?? '');
  const before = words.at(-1) === '=' ? typed : typed.slice(0, -1);
  const { node, path, operands, pending } = walk(tree, before);
  const fits = ({ value }: Candidate) => value.startsWith(current);
  if (pending !== null) return valuesOf(pending, current, state).filter(fits);
  if (current.startsWith('-')) return node.options.flatMap(optionCandidates).filter(fits);
  const subcommands = node.commands.map(({ name, description }) => ({ value: name, description }));
  return [...(operands === 0 ? subcommands : []), ...argumentCandidates(node, path, operands, state)].filter(
    fits,
  );
}

function splitAssignment(word: string): string[] {
  const [, name, value] = /^(--[a-z-]+)=(.*)$/.exec(word) ?? [];
  return name === undefined ? [word] : [name, value ?? ''];
}

/** Follows what was typed down to its command; `pending` is an option that still lacks its value. */
function walk(tree: CommandNode, before: readonly string[]) {
  let node = tree;
  const path: string[] = [];
  let operands = 0;
  let pending: OptionNode | null = null;
  for (const word of before) {
    if (pending !== null) pending = null;
    else if (word.startsWith('-')) {
      const option: OptionNode | undefined = node.options.find(({ names }) => names.includes(word));
      pending = option?.takesValue === true ? option : null;
    } else {
      const next = operands === 0 ? node.commands.find(({ name }) => name === word) : undefined;
      if (next === undefined) operands += 1;
      else {
        node = next;
        path.push(word);
      }
    }
  }
  return { node, path, operands, pending };
}

function optionCandidates({ names, description }: OptionNode): Candidate[] {
  const [name] = names;
  return name === undefined ? [] : [{ value: name, description }];
}

type State = Parameters<typeof complete>[2];

function valuesOf({ names, values }: OptionNode, current: string, state: State): Candidate[] {
  if (values.length > 0) return values.map(plain);
  if (names.includes('--status')) return inList(current, STATUS_FILTERS.map(plain));
  if (names.includes('--after')) return inList(current, tasksOf(state, ''));
  return [];
}

/** Candidates for the last part of a list with commas. */
function inList(current: string, candidates: readonly Candidate[]): Candidate[] {
  const head = current.slice(0, current.lastIndexOf(',') + 1);
  return candidates.map(({ value, description }) => ({ value: `${head}${value}`, description }));
}

function argumentCandidates(
  node: CommandNode,
  path: readonly string[],
  operands: number,
  state: State,
): Candidate[] {
  const last = node.arguments.at(-1);
  const argument = node.arguments[operands] ?? (last?.isVariadic === true ? last : undefined);
  if (argument === undefined) return [];
  if (argument.values.length > 0) return argument.values.map(plain);
  const [verb = ''] = path;
  switch (argument.name) {
    case 'id':
    case 'ids':
      return verb === 'schedule' ? schedulesOf(state) : tasksOf(state, verb);
    case 'what':
      return [plain('queue'), plain('schedules'), ...tasksOf(state, verb)];
    case 'agent':
      return AGENT_NAMES.map(plain);
    default:
      return [];
  }
}

function tasksOf(state: State, verb: string): Candidate[] {
  if (state === null) return [];
  const open = ENDED_ONLY.includes(verb) ? [] : [...state.open.values()];
  const ended = OPEN_ONLY.includes(verb) ? [] : [...state.ended.values()].reverse();
  return [...open.reverse(), ...ended].slice(0, TASKS_MAX).map(taskCandidate);
}

function taskCandidate(task: OpenTask | EndedTask): Candidate {
  const isOpen = 'phase' in task;
  const name = (isOpen ? task.options.name : task.name) ?? task.description;
  const words = `${task.agent} ${(isOpen ? task.phase : task.status).replace('_', ' ')}: ${name}`;
  return { value: shortId(task.id), description: cleanLine(words, DESCRIPTION_CHARS) };
}

function schedulesOf(state: State): Candidate[] {
  return [...(state?.schedules.values() ?? [])].map(({ spec }) => ({
    value: spec.schedule_id,
    description: cleanLine(`${spec.when}: ${spec.task_description}`, DESCRIPTION_CHARS),
  }));
}

function plain(value: string): Candidate {
  return { value, description: '' };
}
