import * as crypto from 'node:crypto';
import { basename, join } from 'node:path';

/** What starts a supervisor after the machine has started, and how a person switches it on and off. */
export interface ServiceFile {
  readonly path: string;
  readonly text: string;
  readonly enable: readonly string[];
  readonly disable: readonly string[];
}

/** What a service is made from. */
export interface ServiceFacts {
  readonly platform: string;
  readonly home: string;
  readonly root: string;
  readonly node: string;
  readonly program: string;
}

/** A systemd user unit on Linux, a launchd agent on macOS; null elsewhere. Two projects have two of them. */
export function serviceFile(facts: ServiceFacts): ServiceFile | null {
  const hash = crypto.createHash('sha256').update(facts.root).digest('hex').slice(0, 8);
  const project = basename(facts.root)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  const name = `outloop-${project.replace(/^-+|-+$/g, '') || 'project'}-${hash}`;
  if (facts.platform === 'linux') return systemdUnit(facts, name);
  return facts.platform === 'darwin' ? launchdAgent(facts, name) : null;
}

// KillMode: workers outlive their supervisor, and the next one adopts them.
function systemdUnit({ home, root, node, program }: ServiceFacts, name: string): ServiceFile {
  const path = join(home, '.config/systemd/user', `${name}.service`);
  const text = `[Unit]
Description=Outloop supervisor of ${unitText(root)}

[Service]
WorkingDirectory=${unitText(root)}
ExecStart=${[node, '--max-semi-space-size=1', program, root].map(unitWord).join(' ')}
StandardInput=null
KillMode=process
Restart=on-failure
RestartSec=10

[Install]
WantedBy=default.target
`;
  return {
    path,
    text,
    enable: ['systemctl --user daemon-reload', `systemctl --user enable --now ${name}`],
    disable: [`systemctl --user disable --now ${name}`, `rm ${shellWord(path)}`],
  };
}

/** `%` and `$` mean something to systemd, and a backslash or quote to its words. */
function unitWord(text: string): string {
  return `"${unitText(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('$', '$$$$')}"`;
}

function unitText(text: string): string {
  return text.replaceAll('%', '%%');
}

function launchdAgent({ home, root, node, program }: ServiceFacts, name: string): ServiceFile {
  const path = join(home, 'Library/LaunchAgents', `${name}.plist`);
  const words = [node, '--max-semi-space-size=1', program, root];
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key><string>${name}</string>
  <key>ProgramArguments</key>
  <array>
${words.map((word) => `    <string>${xmlText(word)}</string>`).join('\n')}
  </array>
  <key>WorkingDirectory</key><string>${xmlText(root)}</string>
  <key>RunAtLoad</key><true/>
  <key>AbandonProcessGroup</key><true/>
  <key>KeepAlive</key><dict><key>SuccessfulExit</key><false/></dict>
</dict>
</plist>
`;
  return {
    path,
    text,
    enable: [`launchctl load -w ${shellWord(path)}`],
    disable: [`launchctl unload -w ${shellWord(path)}`, `rm ${shellWord(path)}`],
  };
}

function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
