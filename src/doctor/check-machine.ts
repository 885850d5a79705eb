import type { Check } from './check.ts';
import { bad, doubtful, good } from './check.ts';

const NODE_MIN = [20, 19] as const;

/** Whether Outloop works on this system at all. */
export function checkPlatform(platform: string): Check {
  switch (platform) {
    case 'linux':
      return good('platform', 'Linux');
    case 'darwin':
      return good('platform', 'macOS');
    case 'win32':
      return bad(
        'platform',
        'Windows itself is not supported.',
        'Use it inside WSL, with the project there too.',
      );
    default:
      return doubtful('platform', `${platform} is not tested.`, 'Linux, macOS and WSL are.');
  }
}

/**
 * Whether the node that runs Outloop is new enough.
 * @param version as in `process.versions.node`
 */
export function checkNode(version: string, program: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isEnough = major > NODE_MIN[0] || (major === NODE_MIN[0] && minor >= NODE_MIN[1]);
  if (isEnough) return good('node', `${version}, ${program}`);
  return bad(
    'node',
    `${version} is too old, ${program}`,
    `Install Node.js ${NODE_MIN.join('.')} or later, or set OUTLOOP_NODE to one.`,
  );
}
