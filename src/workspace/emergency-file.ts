import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportsPaths } from './paths.ts';

/** Where the file lies whose mere presence ends everything of the project and keeps anything from starting. */
export function emergencyFile(paths: Pick<ReportsPaths, 'internal'>): string {
  return join(paths.internal, 'emergency');
}

/** True while the emergency file is there, whoever put it there. */
export function isEmergency(paths: Pick<ReportsPaths, 'internal'>): boolean {
  return existsSync(emergencyFile(paths));
}

/** Puts the emergency file there. Throws where the folder cannot be written. */
export function raiseEmergency(paths: Pick<ReportsPaths, 'internal'>): void {
  mkdirSync(paths.internal, { recursive: true, mode: 0o700 });
  writeFileSync(emergencyFile(paths), 'Nothing of this project starts until: outloop resume\n');
}

/** Takes the emergency file away. */
export function liftEmergency(paths: Pick<ReportsPaths, 'internal'>): void {
  rmSync(emergencyFile(paths), { force: true });
}
