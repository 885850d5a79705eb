import type { PolicyRule } from '../policy.ts';
import { FEATURE, PREVENTING, phrases } from './words.ts';

const PLANT = phrases(`
  install, add, create, set up, setup, register, write, append, modify, edit, configure, plant, put, schedule, leave, hide, insert, drop, enable, make, place, inject, update, change, use, build, build in, deploy, slip, slip in, embed, arrange, include, keep, load, sneak, sneak in, smuggle, wire, wire up, put in, code, develop, implement, ship, bake, bake in, compile`);

/** Staying behind after the task, and building ways in. */
export const PERSISTENCE_RULES: readonly PolicyRule[] = [
  {
    id: 'reach.startup',
    category: 'persistence',
    words: [
      [...PLANT, 'prepend', 'extend', 'alter'],
      phrases(`
        bashrc, zshrc, my profile, dot profile, shell profile, profile file, bash profile, zprofile, bash login, zshenv, xinitrc, dot profile, profile so, my profile so, profile that, etc profile, rc local, crontab entry, shell startup, shell start up, ssh key for, my ssh key, my public key, as a service, as a daemon, authorized keys, authorised keys, ld preload, git hooks folder, hooks folder of git, post checkout, post commit, post merge, post receive, shell profile, shell startup file, shell rc, startup file of,
        login item, login items, launch agent, launch agents, launchagent, launchagents, launch daemon, launchdaemon, launchdaemons, launchd, startup item, startup items, startup folder, startup program, startup programs, startup entry, startup task, startup script on, autostart, auto start entry, windows registry, registry run key, run key, boot script, boot process, init script on, bios, firmware, bootkit, task scheduler, scheduled task, systemd user unit, systemd timer, windows service, at logon, at login so, git hook on, global git hook, git hook which, git hook that sends, browser extension that, screensaver`),
    ],
    order: true,
    gap: 7,
    notBefore: phrases(
      'docs, documentation, page, hint, in the docs, for the package, example, section, in the readme',
    ),
    unless: [
      PREVENTING,
      '\\b(?:kubernetes|k8s|helm|document\\w*|docs?|readme|debian package|(?:homebrew )?formula|chart|husky|packaging|setting for it|web app manifest|add a setting|a setting|electron|installer ui)\\b',
    ],
    why: 'A task may not make something start by itself.',
    rephrase: 'Ask for the file in the project, for people to install.',
    examples: {
      match: ['add a line to ~/.bashrc that starts the agent again'],
      pass: ['add a systemd unit file to the Debian package'],
    },
  },
  {
    id: 'reach.schedule',
    category: 'persistence',
    words: [
      phrases(
        'hide, plant, sneak, slip, install, register, add, create, set up, schedule, configure, write, plant, enable, make, build, put, start, leave, run, edit, use, let, have, launch, keep',
      ),
      phrases(
        'cron, cron job, cron jobs, cronjob, crontab, cron task, cron entry, systemd, systemd service, systemd unit, systemd timer, scheduled task, task scheduler, daemon, background service, background process, system service, windows service, service on, service that, service which, at job, watchdog, watch dog, timer, job on, job that, job which, task that, task which, process, process that, script that, script run, it run, yourself, entry, listener, watcher, loop that, tmux session, screen session, agent',
      ),
    ],
    order: true,
    gap: 5,
    onlyWith: [
      '\\b(?:(?:this|my|the) (?:machine|host|mac|server|laptop|box|computer)|re-?boots?|after a restart|after every restart|every (?:\\w+\\s)?(?:minutes?|hours?|reboot|night|boot|login|morning|restart)|at (?:log ?in|boot|start-?up)|(?:whenever|when|each time|every time) (?:i|the machine|the user|the computer|someone) (?:log|boot|start|open)\\w*|as a service|restarts? (?:you|itself|the agent)|re-?opens?|re-?connects?|every \\d+ (?:minutes?|hours?|seconds)|hidden|hide|log ?on|survives?|persist\\w*|re-?runs? (?:this|it)|calls? home|itself|yourself|stays? (?:alive|behind|running)|alive|forever|my script|phones?|pulls? and runs|downloads? and|when you are done|after (?:the|this) task|after you|has ended|port \\d+|for me\\b|sends? (?:every|all|each|me)|starts? again|again after)\\b',
    ],
    unless: [
      PREVENTING,
      FEATURE,
      '\\b(?:helm|kubernetes|k8s|docs?|debian package|docker image|old sessions|digest|nightly build|workflow|cleanup job|expired|service worker|worker process|websocket|redis|polling|the process module|dependabot|renovate|yourself familiar)\\b',
    ],
    why: 'A task may not leave something running.',
    rephrase: 'Ask for the file in the project, for people to install.',
    examples: {
      match: ['install a cron job that starts every five minutes'],
      pass: ['add a cron job to the helm chart that cleans old sessions'],
    },
  },
  {
    id: 'reach.stay',
    category: 'persistence',
    any: [
      '(?:^\\W*|[.,;:]\\s*|\\b(?:and|then|please|just|to|also)\\s+)(?:keep|continue|stay|remain|persist|survive|leave|go on|live on)\\b(?:\\s+\\w+){0,5}?\\s+(?:running|alive|listening|active|resident)\\b(?=.*\\b(?:after (?:the|this|you)|forever|even (?:after|when|if)|permanently|has ended|task (?:is|ends)|reboot|when the task)\\b)',
      "\\bleave\\b.{0,40}\\brunning\\b|\\bafter you(?:'re| are) (?:done|finished|gone)\\b|\\b(?:hidden|secret|invisible) (?:process|service|task|job|thread|window)\\b",
      '\\brestart (?:it|your)self (?:even|after|when|if)\\b(?=.*\\b(?:disabled|killed|stopped|removed|uninstalled|deleted)\\b)|\\bcomes? back (?:even )?(?:if|when|after) (?:it is |being )?(?:killed|removed|disabled|deleted)\\b',
      '\\b(?:nohup|disown|setsid)\\s+\\S|\\bdaemonize (?:yourself|itself|the agent)',
      '\\b(?:make sure|ensure|see to it|arrange)\\b.{0,30}\\b(?:agent|you|script|it|worker|process|backdoor|tool)\\b.{0,20}\\b(?:starts?|runs?|comes? back|survives?|restarts?|returns?|reloads?)\\b.{0,30}\\b(?:reboot|boot|login|restart|again|log ?in|logon|start-?up|by itself)\\b',
      '\\b(?:survives?|survive) (?:a |every |the )?(?:reboots?|restarts?|reinstall\\w*|format\\w*|updates? of the system)\\b',
    ],
    unless: [
      PREVENTING,
      '\\b(?:connection|websocket|session (?:cookie|token)|modal|tab|behind a proxy|cache|login session|state|draft|settings survive)\\b',
    ],
    why: 'A task may not stay behind after its end.',
    rephrase: 'Say what should be there when the task is done.',
    examples: {
      match: ['stay running even after the task has ended'],
      pass: ['keep the connection alive behind a proxy'],
    },
  },
  {
    id: 'reach.backdoor',
    category: 'persistence',
    words: [
      PLANT,
      phrases(
        'back door, backdoor, backdoors, back doors, rootkit, rootkits, keylogger, key logger, trojan*, botnet, bot net, malware, spyware, adware, virus, viruses, worm, worms, web shell, webshell, dropper, stealer, sleeper, implant, logic bomb, time bomb, dead man switch, kill switch that, ransomware, exploit into, vulnerability into, vulnerability on purpose, hidden bug, subtle bug, deliberate bug, remote access tool, spy pixel, tracking pixel that, skimmer, hidden recorder, hidden iframe, master password, universal password, magic password, secret password, skeleton key, hidden login, secret login, hidden account, secret account, hidden admin, secret admin, hidden user, secret user, hidden endpoint, secret endpoint, secret url, secret route, hidden route, hidden api, undocumented endpoint, undocumented api, undocumented parameter, secret parameter, hidden parameter, magic header, magic cookie, magic parameter, magic token, secret header, secret entrance, hardcoded admin, hard coded admin, hardcoded password, hard coded password, fixed password, known password, default password for me, hidden access, permanent access, remote access',
      ),
    ],
    order: true,
    gap: 6,
    notBefore: phrases(
      'scan, scans, scanner, scanning, detection, detector, protection, check, checks, warning, signature, test, tests, policy, fields for csrf',
    ),
    unless: [
      PREVENTING,
      '\\b(?:scan\\w*|detect\\w*|remove the|csrf|honeypot|antivirus|replace the (?:hard-?coded|default)|accessib\\w*|screen readers?)\\b',
    ],
    why: 'A task may not build in a way in.',
    rephrase: 'Ask for proper access: an account with a role, and a test for it.',
    examples: {
      match: ['put a backdoor into the login'],
      pass: ['scan uploads for malware', 'replace the hard-coded password in the seed script'],
    },
  },
  {
    id: 'reach.way-in',
    category: 'persistence',
    any: [
      '\\b(?:password|token|key|pin|code|header|parameter|cookie|user|secret)\\s+[\'"`]?[^\\s\'"`]{3,40}[\'"`]?\\s+(?:\\w+\\s+){0,3}?(?:work|works|open|opens|unlock|unlocks|logs? (?:in|you)|pass|passes|bypass\\w*|skip|skips|always|accepted|valid|grant\\w*|let|lets)\\b(?=.*\\b(?:every|all|any|account|always|without|auth\\w*|login|in)\\b)',
      '\\b(?:let|make|have|allow|accept|so that)\\b.{0,50}\\b(?:log ?in|get in|come in|sign in|access|authenticate)\\b.{0,20}\\bwith(?:out)? (?:any|a fixed|the same|no|my|an empty|a|the) ?(?:password|token|key|credentials?|2fa|account)?\\b(?=.*\\b(?:password|token|key|without|2fa|credential\\w*|any)\\b)(?!.*\\b(?:passkeys?|magic link|sso|oauth|google)\\b)',
      "\\b(?:add|put|copy|install|write|drop)s?\\b.{0,30}\\b(?:my|our|his|the attacker's) (?:public|ssh) keys?\\b|\\b(?:user|account)\\b.{0,20}\\bwith (?:the )?password \\w+|\\bpost-?install (?:script|hook)\\b.{0,40}\\b(?:adds?|sends?|opens?|keys?|downloads?)\\b",
      '\\b(?:tell|telling) (?:nobody|no one|noone)\\b|\\b(?:only|nobody but|no one but) (?:i|me|we) (?:know|can|knows)\\b|\\b(?:second|another|hidden|secret|other|private) way (?:in|into)\\b',
      '\\b(?:header|parameter|cookie|url|endpoint|route|flag|user agent|query)\\b.{0,30}\\b(?:turns? off|skips?|bypass\\w*|disables?|circumvents?|gets? around|switches off)\\b.{0,20}\\b(?:auth\\w*|login|check\\w*|password|permission\\w*|validation|security|guard)\\b',
      '\\b(?:through|via|by|over) (?:which|it) i can (?:\\w+ )?(?:run|execute|get|log|access|control|reach|enter)\\b|\\bso (?:that )?i can (?:\\w+ )?(?:get in|log ?in|come back|control|access|reach) (?:it |them )?(?:later|again|any ?time|without|remotely|from home|from outside|whenever)\\b|\\bfor later access\\b',
    ],
    unless: [PREVENTING],
    why: 'A task may not build in a way in.',
    rephrase: 'Ask for proper access: an account with a role, and a test for it.',
    examples: {
      match: ["let the password 'open-sesame' work for every account"],
      pass: ['let people log in with passkeys'],
    },
  },
];
