import type { Command } from 'commander';
import { Option } from 'commander';
import { AGENT_NAMES } from '../domain/agents.ts';
import type { VerbContext } from '../verbs/context.ts';
import type { RetryFlags } from '../verbs/retry.ts';
import type { SubmitFlags, TypedFlags } from '../verbs/submit-command.ts';
import { examples } from './examples.ts';
import { JSON_FLAG, type JsonFlag, runCommand } from './run-command.ts';
import { addTaskFlags } from './task-flags.ts';

type CreateApp = () => VerbContext;

/** Adds the commands that make tasks to the command line. */
export function addTaskCommands(program: Command, createApp: CreateApp): void {
  addSubmit(program, createApp);
  addImplement(program, createApp);
  addReview(program, createApp);
  addRun(program, createApp);
  addCheck(program, createApp);
  addRetry(program, createApp);
  addAnswer(program, createApp);
}

function addSubmit(program: Command, createApp: CreateApp): void {
  const command = program
    .command('submit')
    .description('delegate a task; with --json - the request is read from stdin')
    .argument('[agent]', 'researcher, coder, reviewer, tester, documenter or orchestrator')
    .argument('[task]', 'what to do, 10 to 200 characters')
    .option('--command <line>', 'run this shell command instead of an agent');
  addTaskFlags(command)
    .option('--json [source]', 'print JSON; with "-", read the request as JSON from stdin')
    .addHelpText('after', SUBMIT_EXAMPLES)
    .action(async (agent: string | undefined, task: string | undefined, options: SubmitFlags) => {
      const { submitCommand } = await import('../verbs/submit-command.ts');
      await runCommand(options.json !== undefined, () => submitCommand(createApp(), agent, task, options));
    });
}

const SUBMIT_EXAMPLES = `
Examples:
  outloop submit researcher "analyze the error handling of the importer"
  outloop submit coder "fix the date parser" --timeout 1h --on-failure retry
  outloop submit "review the export" --after k3f9 --on-failure agent:tester
  outloop submit --command "npm test" --memory 2G --claim path:dist
  echo '{"task":"fix the date parser"}' | outloop submit --json -`;

function addImplement(program: Command, createApp: CreateApp): void {
  const command = program
    .command('implement')
    .description('have something coded, then reviewed, then tested')
    .argument('<task>', 'what to do, 10 to 200 characters');
  addTaskFlags(command, ['watch-for'])
    .option(...JSON_FLAG)
    .addHelpText('after', IMPLEMENT_HELP)
    .action(async (text: string, options: JsonFlag & TypedFlags) => {
      const { implementCommand } = await import('../verbs/implement.ts');
      await runCommand(options.json === true, () => implementCommand(createApp(), text, options));
    });
}

const IMPLEMENT_HELP = `
Three tasks, each after the one before: a coder, a reviewer who is shown what
is not committed then, a tester. The flags hold for all three, but for
--report, --after and --on-failure, which are the coder's.

Examples:
  outloop implement "add an export endpoint" --claim path:src/export`;

function addReview(program: Command, createApp: CreateApp): void {
  const command = program
    .command('review')
    .description('have changes or code reviewed')
    .argument('[target]', 'diff (what is not committed), a path, or a branch', 'diff');
  addTaskFlags(command, ['watch-for'])
    .option(...JSON_FLAG)
    .addHelpText(
      'after',
      '\nExamples:\n  outloop review\n  outloop review src/auth\n  outloop review feature/export',
    )
    .action(async (target: string, options: JsonFlag & TypedFlags) => {
      const { reviewCommand } = await import('../verbs/review.ts');
      await runCommand(options.json === true, () => reviewCommand(createApp(), target, options));
    });
}

function addRun(program: Command, createApp: CreateApp): void {
  const command = program
    .command('run')
    .description('run a shell command in the background')
    .argument('<command>', 'as one argument: "npm test"');
  addTaskFlags(command, ['model', 'brief', 'bundle', 'max-turns', 'budget', 'tokens'])
    .option(...JSON_FLAG)
    .addHelpText('after', RUN_EXAMPLES)
    .action(async (line: string, options: JsonFlag & TypedFlags) => {
      const { runShellCommand } = await import('../verbs/run.ts');
      await runCommand(options.json === true, () => runShellCommand(createApp(), line, options));
    });
}

const RUN_EXAMPLES = `
Examples:
  outloop run "npm test" --timeout 10m
  outloop run "npm run build && npm run e2e" --name nightly
  outloop run "npm run dev" --watch-for "ready in"
  outloop check`;

function addCheck(program: Command, createApp: CreateApp): void {
  program
    .command('check')
    .description('show commands in the background, each with the end of its output')
    .argument('[id]', 'any unique part of an id')
    .option(...JSON_FLAG)
    .addHelpText('after', examples('outloop check', 'outloop check k3f9'))
    .action(async (id: string | undefined, options: JsonFlag) => {
      const { checkCommands } = await import('../verbs/check.ts');
      await runCommand(options.json === true, () => checkCommands(createApp(), id ?? ''));
    });
}

function addRetry(program: Command, createApp: CreateApp): void {
  const command = program
    .command('retry')
    .description('try an ended task again, as a new task that is told how the old one ended')
    .argument('<id>', 'any unique part of an id')
    .option('--take-over', 'take along who waited for it: the waiting, and who ended with it')
    .addOption(new Option('--agent <agent>', 'another agent').choices(AGENT_NAMES));
  addTaskFlags(command)
    .option(...JSON_FLAG)
    .addHelpText('after', RETRY_HELP)
    .action(async (id: string, options: RetryFlags & JsonFlag) => {
      const { retryCommand } = await import('../verbs/retry.ts');
      await runCommand(options.json === true, () => retryCommand(createApp(), id, options));
    });
}

const RETRY_HELP = `
It keeps the text and all flags of the old task; a flag given here replaces
one. Tasks that had to wait for the success of the old one have ended with
it: they cannot wait for the new one, so --take-over submits them again.

Examples:
  outloop retry k3f9
  outloop retry k3f9 --timeout 1h --model opus
  outloop retry k3f9 --take-over --agent tester`;

function addAnswer(program: Command, createApp: CreateApp): void {
  program
    .command('answer')
    .description('answer a worker that ended with a question; a new task goes on in its session')
    .argument('<id>', 'any unique part of an id')
    .argument('<text>', 'the answer, up to 2000 characters')
    .option(...JSON_FLAG)
    .addHelpText('after', ANSWER_HELP)
    .action(async (id: string, text: string, options: JsonFlag) => {
      const { answerCommand } = await import('../verbs/answer.ts');
      await runCommand(options.json === true, () => answerCommand(createApp(), id, text));
    });
}

const ANSWER_HELP = `
A worker cannot be reached while it runs. One that needs something ends as
blocked and asks in its report. The answer starts a copy of its session
(claude --resume) with all that it knew, as a new task with the same rules.

Examples:
  outloop result k3f9
  outloop answer k3f9 "the second of the two, and keep the old name"`;
