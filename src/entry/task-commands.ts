import type { Command } from 'commander';
import type { VerbContext } from '../verbs/context.ts';
import type { SubmitFlags } from '../verbs/submit-command.ts';
import { runCommand } from './run-command.ts';
import { addTaskFlags } from './task-flags.ts';

type CreateApp = () => VerbContext;

/** Adds the commands that make tasks to the command line. */
export function addTaskCommands(program: Command, createApp: CreateApp): void {
  addSubmit(program, createApp);
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
  echo '{"agent":"coder","task":"fix the date parser"}' | outloop submit --json -`;
