import type { Command } from 'commander';
import type { VerbContext } from '../verbs/context.ts';
import { examples } from './examples.ts';
import { JSON_FLAG, type JsonFlag, runCommand } from './run-command.ts';

type Scope = JsonFlag & { readonly project?: boolean; readonly user?: boolean };

/** Adds the commands that give bare `/background` to Outloop and take it back. */
export function addInitCommands(program: Command, createApp: () => VerbContext): void {
  scoped(program.command('init').description('make bare /background work here'))
    .option('--statusline', 'say how to show background tasks in your status line')
    .action(async (options: Scope & { statusline?: boolean }) => {
      if (options.statusline === true) {
        const { offerStatusLine } = await import('../verbs/offer-statusline.ts');
        await runCommand(options.json === true, async () => offerStatusLine(createApp()));
        return;
      }
      const { initCommand } = await import('../verbs/init.ts');
      const scope = scopeOf(program, options);
      await runCommand(options.json === true, () => initCommand(createApp(), scope));
    });
  scoped(program.command('uninit').description('take back what init did')).action(async (options: Scope) => {
    const { uninitCommand } = await import('../verbs/init.ts');
    const scope = scopeOf(program, options);
    await runCommand(options.json === true, () => uninitCommand(createApp(), scope));
  });
}

function scoped(command: Command): Command {
  return command
    .option('--project', 'for this project (the default)')
    .option('--user', 'for all projects of this user')
    .option(...JSON_FLAG)
    .addHelpText('after', examples(`outloop ${command.name()}`, `outloop ${command.name()} --user`));
}

function scopeOf(program: Command, { project, user }: Scope): 'project' | 'user' {
  if (user === true && project === true) program.error('error: give --project or --user, not both');
  return user === true ? 'user' : 'project';
}
