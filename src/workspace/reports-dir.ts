import { isAbsolute, join, normalize } from 'node:path';

/**
 * The folder that `reports_dir` in an `outloop.yaml` names, absolute; `<root>/reports` where it says nothing usable.
 *
 * Hooks need it before anything else and cannot pay for a YAML parser, so this is a scan for the first line that begins
 * with `reports_dir:` in the first column. The value is plain, 'single' or "double" quoted without escapes, relative to
 * the root or absolute; a comment may follow. `hooks/root.sh` follows the same rule: change both or neither.
 */
export function reportsDir(root: string, yaml: string): string {
  const value = scanReportsDir(yaml);
  const chosen = value === null || !isUsable(value) ? 'reports' : value;
  const path = normalize(isAbsolute(chosen) ? chosen : join(root, chosen));
  const folder = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
  return folder === root || folder === '/' ? join(root, 'reports') : folder;
}

/** The scalar as written, without quotes; null if there is no such line. */
export function scanReportsDir(yaml: string): string | null {
  for (const line of yaml.split('\n')) {
    if (!line.startsWith('reports_dir:')) continue;
    // A carriage return, as an editor of another system leaves it.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a control character is what is removed
    const rest = line.slice('reports_dir:'.length).replace(/[\x00-\x1f\x7f]$/, '');
    if (rest !== '' && !/^[ \t]/.test(rest)) continue;
    return scalar(rest.replace(/^[ \t]+/, ''));
  }
  return null;
}

function scalar(text: string): string {
  const quote = text[0];
  if (quote === '"' || quote === "'") {
    const end = text.indexOf(quote, 1);
    return end === -1 ? '' : text.slice(1, end);
  }
  if (text.startsWith('#')) return '';
  return text.replace(/[ \t]#.*$/, '').replace(/[ \t]+$/, '');
}

/** Not empty, no control characters, and no other YAML (a block, an anchor, a list) or shell-like `~`. */
function isUsable(value: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a path with control characters is refused
  return value !== '' && !/[\x00-\x1f\x7f\\]/.test(value) && !/^[|>&*!%@`{}[\],?~]/.test(value);
}
