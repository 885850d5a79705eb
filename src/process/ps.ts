/**
 * The output of `ps` with these arguments, for systems without `/proc`. Throws when it fails. What starts processes is
 * loaded here, when it is needed: hooks on Linux never pay for it.
 */
export function runPs(args: readonly string[]): string {
  const { execFileSync } = process.getBuiltinModule('node:child_process');
  return execFileSync('ps', [...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, LC_ALL: 'C' },
    maxBuffer: 64 << 20,
  });
}
