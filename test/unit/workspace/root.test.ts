import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findProject } from '../../../src/workspace/root.ts';
import { LAYOUTS, makeLayout } from './root-layouts.ts';
import { tempFolder } from './workspace-rig.ts';

describe('finding the project of a folder', () => {
  test.each(LAYOUTS)('$name', (layout) => {
    const base = tempFolder();
    makeLayout(base, layout);
    expect(findProject(join(base, layout.at))).toEqual({
      root: join(base, layout.root).replace(/\/$/, ''),
      reports: resolve(base, layout.reports),
    });
  });

  test('takes a folder that does not exist as it is', () => {
    const gone = join(tempFolder(), 'gone');
    expect(findProject(gone)).toEqual({ root: gone, reports: join(gone, 'reports') });
  });
});
