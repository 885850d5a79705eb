import type { Command } from 'commander';
import { Option } from 'commander';
import { TASK_AGENTS, type TaskAgent } from '../domain/agents.ts';
import { failure } from '../domain/failure.ts';
import { fail } from '../domain/result.ts';
import type { VerbContext } from '../verbs/context.ts';
import { examples } from './examples.ts';
import { JSON_FLAG, type JsonFlag, runCommand } from './run-command.ts';

/** Adds the commands that end, stop and continue things to the command line. */
export function addControlCommands(program: Command, createApp: () => VerbContext): void {
  addCancel(program, createApp);
  program
    .command('pause')
    .description('stop the process tree of a task where it is, or keep anything new from starting')
    .argument('[what]', 'queue (the default), schedules, or any unique part of an id', '')
    .option(...JSON_FLAG)
    .addHelpText(
      'after',
      examples(
        'outloop pause            nothing new starts',
        'outloop pause k3f9',
        'outloop pause schedules',
      ),
    )
    .action(async (what: string, options: JsonFlag) => {
      const { pauseCommand } = await import('../verbs/pause.ts');
      await runCommand(options.json === true, () => pauseCommand(createApp(), what));
    });
  program
    .command('resume')
    .description('take back a pause; without a name, all pauses and an emergency shutdown')
    .argument('[what]', 'queue, schedules, or any unique part of an id', '')
    .option(...JSON_FLAG)
    .addHelpText(
      'after',
      examples('outloop resume           all pauses, and an emergency shutdown', 'outloop resume k3f9'),
    )
    .action(async (what: string, options: JsonFlag) => {
      const { resumeCommand } = await import('../verbs/pause.ts');
      await runCommand(options.json === true, () => resumeCommand(createApp(), what));
    });
  program
    .command('emergency-shutdown')
    .description('end everything of this project now; nothing starts until outloop resume')
    .option(...JSON_FLAG)
    .addHelpText('after', examples('outloop emergency-shutdown', 'touch reports/.outloop/emergency'))
    .action(async (options: JsonFlag) => {
      const { emergencyCommand } = await import('../verbs/emergency.ts');
      await runCommand(options.json === true, () => emergencyCommand(createApp()));
    });
}

interface CancelFlags extends JsonFlag {
  readonly all?: boolean;
  readonly own?: boolean;
  readonly agent?: TaskAgent;
}

function addCancel(program: Command, createApp: () => VerbContext): void {
  program
    .command('cancel')
    .description('end a task and its whole process tree')
    .argument('[id]', 'any unique part of an id')
    .option('--all', 'every open task of the project')
    .option('--own', 'every open task of this session')
    .addOption(new Option('--agent <agent>', 'every open task of an agent').choices(TASK_AGENTS))
    .option(...JSON_FLAG)
    .addHelpText(
      'after',
      examples('outloop cancel k3f9', 'outloop cancel --agent coder', 'outloop cancel --all'),
    )
    .action((id: string | undefined, flags: CancelFlags) => runCancel(createApp, id, flags));
}

async function runCancel(
  createApp: () => VerbContext,
  id: string | undefined,
  { all, own, agent, json }: CancelFlags,
): Promise<void> {
  const scopes = [
    ...(all === true ? [{ kind: 'all' as const }] : []),
    ...(own === true ? [{ kind: 'own' as const }] : []),
    ...(agent === undefined ? [] : [{ kind: 'agent' as const, agent }]),
  ];
  const [scope] = scopes;
  const isOne = scopes.length + (id === undefined ? 0 : 1) === 1;
  await runCommand(json === true, async () => {
    if (!isOne) {
      return fail(failure('usage', 'Which tasks?', 'Give one of: an id, --agent NAME, --own, --all'));
    }
    if (scope !== undefined) {
      const { cancelManyCommand } = await import('../verbs/cancel-many.ts');
      return cancelManyCommand(createApp(), scope);
    }
    const { cancelCommand } = await import('../verbs/cancel.ts');
    return cancelCommand(createApp(), id ?? '');
  });
}
