import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { failure } from '../domain/failure.ts';
import type { Result } from '../domain/result.ts';
import { fail, ok } from '../domain/result.ts';
import type { CommandOutput } from './command-output.ts';
import type { VerbContext } from './context.ts';
import { serviceFile } from './service-files.ts';

/**
 * `outloop service install [--print]`: writes what starts the supervisor of this project with the machine, shows it, and
 * says how to switch it on. Nothing is switched on.
 */
export function serviceInstallCommand(
  context: VerbContext,
  machine: { readonly platform: string; readonly node: string },
  printOnly: boolean,
): Result<CommandOutput> {
  const program = join(context.pluginRoot, 'dist/bin/supervisor.cjs');
  const file = serviceFile({ ...machine, home: context.home, root: context.paths.root, program });
  if (file === null) {
    return fail(
      failure(
        'unsupported_platform',
        `There is no service for ${machine.platform}.`,
        'systemd (Linux) and launchd (macOS) are known.',
      ),
    );
  }
  if (!printOnly) {
    const written = writeOwn(file.path, file.text);
    if (!written.ok) return written;
  }
  const head = printOnly ? `This would be written to ${file.path}:` : `Written to ${file.path}:`;
  return ok({
    payload: { ...file, written: !printOnly },
    text: [
      head,
      '',
      file.text.trimEnd(),
      '',
      'It is not switched on. To start it now and with the machine:',
      ...file.enable.map((line) => `  ${line}`),
      'To take it back:',
      ...file.disable.map((line) => `  ${line}`),
    ].join('\n'),
  });
}

function writeOwn(path: string, text: string): Result<void> {
  try {
    mkdirSync(dirname(path), { recursive: true });
    if (readOr(path, text) !== text && !readOr(path, '').includes('utloop')) {
      return fail(failure('file_exists', `${path} is there already and not ours.`, 'Move it away first.'));
    }
    writeFileSync(path, text, { mode: 0o644 });
    return ok(undefined);
  } catch (error) {
    return fail(failure('reports_unwritable', `${path} cannot be written: ${(error as Error).message}`));
  }
}

function readOr(path: string, fallback: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return fallback;
  }
}
