import * as fs from 'node:fs';

/*
 * Loaded into a supervisor (`node --require`), it counts how often that waits for the disk, and leaves the count in the
 * file that OUTLOOP_BENCH_SYNCS names when the process ends.
 */
const place = process.env.OUTLOOP_BENCH_SYNCS;
if (place !== undefined && process.argv[1]?.endsWith('supervisor.cjs') === true) {
  const real = process.getBuiltinModule('node:fs');
  const { fdatasyncSync, fsyncSync } = fs;
  let syncs = 0;
  real.fdatasyncSync = (descriptor) => {
    syncs += 1;
    fdatasyncSync(descriptor);
  };
  real.fsyncSync = (descriptor) => {
    syncs += 1;
    fsyncSync(descriptor);
  };
  process.on('exit', () => fs.writeFileSync(place, String(syncs)));
}
