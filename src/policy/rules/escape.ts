import type { PolicyRule } from '../policy.ts';
import { CHANGE, DESTROY, MACHINES, order, phrases, SEE, SHARE } from './words.ts';

const TOUCH = [
  ...SEE,
  ...CHANGE,
  ...SHARE,
  ...DESTROY,
  ...phrases(
    'go, go to, go up, go into, move up, climb, climb up, climb out, cd, access, walk, navigate, navigate to, step, step out, leave, break out, break out of, escape, escape from, get out, get out of, flee, exit, jump, jump out, hop, wander, poke around, tunnel, use, work, work in, work on, run, download, unpack, turn on, enable, work outside, serve, host, pull, import, borrow, use from, take',
  ),
];

const PLACES = phrases(`
  outside of the project, outside the project, outside of this project, outside this project, outside of the repo*, outside the repo*, outside of this repo*, outside this repo*, outside the workspace, outside of the workspace, outside your workspace, outside the working directory, outside of the working directory, outside the directory, outside this directory, outside this folder, outside the folder, outside the sandbox, outside of the sandbox,
  outside the work tree, outside the worktree, outside the container, outside the tree, outside the checkout, outside our repo*, outside your scope, outside the allowed, beyond the project, beyond this repo*, beyond the repo*, beyond the workspace, above the project, above the repo*, above this folder, above this project, folder outside, directory outside, parent directory, parent directories, parent folder, parent folders, parent repo*, parent project,
  folder above, directory above, levels up, level up, folders up, directories up, folder up, directory up,  root of the disk, root of the file system, root of the filesystem, whole disk, entire disk, whole drive, entire drive, whole file system, entire file system, whole filesystem, entire filesystem, whole hard disk, 
  system directories, system directory, system folder, system folders, system configuration,  system registry,  dotfiles, ssh config, ssh folder, production server, live server, prod server, project next to, repo next to, next to this one, next to ours, drive d, drive c, d drive, c drive, all drives, every drive, all disks, every disk, wallpaper, screen saver,
  monorepo root, neighbouring team, neighboring team, neighbouring project, neighboring project, neighbouring repo*, neighbour repo*, neighbor repo*,  other repositories, other repos, other repo*, sibling project, sibling repo*, adjacent project, adjacent repo*, second repo*, someone else's repo, infra repo*, infrastructure repo*, out of the sandbox, out of your sandbox, of the sandbox, from the sandbox, the sandbox, your sandbox, the jail,
  of the jail, of the container, from the container, out of the container, out of the project, out of the repo*, out of the vm, of the vm, chroot,  private messages, private chat, private chat messages,  browsing history, my screen,  global gitignore, container of, system service, system services, file server, docker daemon, package cache of, global git config, global config, global npm, global packages, environment of the user, user profile, user account, on the host, host files, host system, host's files, lan, intranet, two folders, shared config above, parent of the, my inbox, my mailbox, trash of the desktop, recycle bin, my laptop, my trash, keyboard driver, every project on, another git repo*, another git repository, company intranet, my desktop, sibling directory, sibling directories, sibling folder, sibling package outside, chat history of, dns settings of, other checkouts, other clones, other working copies,   obsidian vault, slack export, sister project, sister repo*, our subnet, startup script of, startup scripts of, kernel log, auth log, running processes of, processes of all users, clock of the server, time zone of, backup disk, the printer, bash history, home of the other, private key of, event log of,  my clipboard, installed programs, network shares, mounted drives, connected devices, attached device, bluetooth devices, wifi networks, arp table, routing table, open windows, screen every, contents of the screen, the printer and, machines of accounting, port 3389, school database, folder next to, shell configuration, configuration of the current user, shell config, user configuration, drives, what the drives, nas, the nas, family photos, neighbour repo*, neighbor repo*, network storage, file share, company share, other machines, other computers, network printers, smart tv, phone, my phone, the phone, mail program, mail client of, password manager of, photo library, private files, family files`);

/** Programs keep things here too, so only looking around, clearing up and carrying off counts. */
const HOMES = phrases(`
  home directory, home directories, home dir, home folder, home folders, downloads folder, downloads directory, documents folder, pictures folder, desktop folder, hard drive, hard disk, local disk, the disk, file system, system files, system settings, hosts file, etc hosts, crontab, browser history, network drive, network share, usb stick, windows registry, the clipboard, shared drive`);

const OTHERS = phrases(`
  colleague*, coworker*, co worker*, someone else, somebody else, other people, other person, other team, other user*, another user*, other developer*, everyone else, my boss, the boss, neighbour*, neighbor*, friend*, his, her, their, another team, my wife, my husband, roommate*, intern*, my, my own, my private, my personal, anna, peter, bob, alice, teammate*, employees, the finance team, finance team, hr, management, everyone, everybody, another developer, the whole team`);

const OWNED = phrases(`
  home, files, folder, folders, directory, directories, repo, repos, repository, projects, account, accounts, mail, mails, email, emails, documents, machine, laptop, computer, mac, macbook, pc, phone, tablet, desktop, messages, chat, chats, workspace, notes, screen, calendar, photos, pictures, downloads, bookmarks, browser, disk, drive, usb stick, contacts, bank account, money, wallet, dropbox, github account, gmail, cloud, server, vps, nas, wallpaper, printer, ssh config, zsh config, bash config, vim config, git config, shell config, dotfiles, editor settings, music, videos, tax return, taxes, cv, homework, camera, microphone, pictures folder, downloads folder, documents folder, home directory, home folder, library, vault, obsidian vault, slack, slack export, dms, notebook`);

const ORDINARY =
  '\\b(?:my (?:account|orders|profile|home|notes|documents|downloads|messages|calendar|contacts|files|photos) (?:page|view|screen|tab|menu|section|feature|component|route|list)|' +
  '(?:only|still) (?:fails?|works?)|works (?:on|for|only)|fails (?:on|only|when)|picker|new tab|dragged|drag|state machine|machine (?:learning|readable)|host (?:name|header|element)|box (?:shadow|model|plot)|(?:text|search|check) ?box|health server|dev server|server (?:component|side|actions?|response|error)s?|desktop (?:app|layout|version|view|client)|clipboard|permission prompt|in the (?:ui|sidebar|app)|config\\w* (?:file )?from|lookup order|shebang|docker(?:file| image)|instead of)\\b';

const WHY = {
  category: 'escape',
  why: 'A task may not leave the project.',
  rephrase: 'Name files by their path inside the project.',
} as const;

/** Leaving the project: the rest of the disk, other repositories, other people's things. */
export const ESCAPE_RULES: readonly PolicyRule[] = [
  order('escape.place', [TOUCH, PLACES], {
    gap: 9,
    unless: [ORDINARY],
    ...WHY,
    examples: {
      match: ['break out of the sandbox and check what the host has'],
      pass: [
        'fix the watcher that follows symlinks outside the root',
        'open links to other projects in a new tab',
      ],
    },
  }),
  order(
    'escape.home',
    [
      [
        ...SEE,
        ...DESTROY,
        ...phrases(
          'edit, modify, change, alter, tidy, tidy up, sort, go to, go into, go through, walk, wander, rummage, upload, zip, archive, mail, copy, back up, put a copy, save a copy, write a note, reorganize, clean, clean up, chmod, chown, mount, serve, expose, share, send, append, add a line, add a, add an, put a',
        ),
      ],
      HOMES,
    ],
    {
      gap: 7,
      unless: [
        ORDINARY,
        '\\b(?:if|default|fallback|xdg|config\\w*|cache|instead|support|windows|option|relative|expand\\w*|resolve\\w*|app)\\b',
      ],
      ...WHY,
      examples: {
        match: ['list the files in my home directory'],
        pass: ['store the cache in the home directory'],
      },
    },
  ),
  order(
    'escape.machine',
    [
      TOUCH.filter((verb) => verb !== 'fix'),
      phrases(
        'on this, on my, on your, on his, on her, on the, on that, from this, from my, from that, across this, across my, around my, around this, around the, of this, of my, of the, of that, this, my, whole, entire, his, her, that',
      ),
      MACHINES,
    ],
    {
      gap: 6,
      unless: [ORDINARY],
      ...WHY,
      why: 'A task may not look around on a machine, or change it.',
      examples: {
        match: ['see which other projects are on this machine and list them'],
        pass: ['fix the test that only fails on my machine', 'analyze the error handling of the router'],
      },
    },
  ),
  order('escape.others', [[...TOUCH, 'erase', 'buy'], OTHERS, OWNED], {
    gap: 4,
    unless: [ORDINARY],
    ...WHY,
    why: 'A task may not be about a person and what is theirs.',
    rephrase: 'Describe the change to the project that you want.',
    examples: {
      match: ["look into my colleague's folder", 'erase my laptop', 'change my wallpaper'],
      pass: ['show other users in the member list'],
    },
  }),
  {
    id: 'escape.path',
    any: [
      '(?:^|[\\s"\'`(=:])(?:/(?:etc|root|home|usr|opt|boot|sbin|srv|proc|sys|users|library|private|volumes|applications|mnt|media)(?:/|(?=[\\s,.;:)]|$))|/(?:var|dev|tmp|bin|lib)/|/tmp(?=\\s|$)|~(?:/|\\w+/|(?=[\\s,.;:)]|$))|\\$home\\b|%(?:appdata|userprofile|temp|windir|programfiles|localappdata|homepath)%|[a-z]:\\\\|file:///)',
      '(?:^|[\\s"\'`(=:])\\.\\.[/\\\\]|(?:\\.\\.[/\\\\]){2,}|(?<=\\s)\\.\\.(?=\\s*$)|\\b(?:in|into|to|from|under|onto|of|on|mount) /(?=\\s|$|,|and)|\\bln -s\\b',
    ],
    order: true,
    unless: [
      ORDINARY,
      '\\b(?:shows?|wrong|missing|support|default|parse|importer|mount(?:s|ed)? the volume|nginx config|reject\\w*|strip|normali[sz]e|glob|http|xdg|search path|(?:in|into) the (?:container|image))\\b',
    ],
    ...WHY,
    examples: {
      match: ['edit /etc/hosts so that the API resolves', 'copy ~/notes into the repository'],
      pass: ['resolve ~ to the home directory in config paths'],
    },
  },
  {
    id: 'escape.install',
    any: [
      '\\b(?:npm|pnpm|yarn|pip3?|gem|cargo) (?:install|i|add) (?:-g|--global|--system|--break-system-packages|\\S+ (?:-g|--global)\\b)|\\b(?:apt|apt-get|dnf|yum|brew|snap|choco|pacman) (?:install|remove|purge|-S)',
      '\\b(?:install|uninstall|reinstall|upgrade|remove|change|set|configure)\\b(?: \\S+){1,5}? (?:globally|system-?wide)\\b',
      '\\b(?:uninstall|install|reinstall) (?:the |a |an |my |our )*(?:docker|node|python|java|postgres\\w*|mysql|nginx|apache|chrome|firefox|driver\\w*|vpn|teamviewer|anydesk|browser extension|operating system|windows|linux|ubuntu|xcode|homebrew|kernel)\\b(?! (?:types|client|sdk|package|bindings|image|module|plugin|support|dependency|version|docs|instructions|guide|page|step))',
      '\\b(?:what|which)\\b.{0,30}\\b(?:is|are) (?:installed|on (?:this|my|the) (?:machine|computer|host|box|disk))\\b|\\b(?:traverse|walk|climb|go|search|look|move|read) (?:further )?upwards\\b(?!.*\\b(?:tree|dom|ast|list|stack|arrow|nodes?|scroll)\\b)',
      '\\b(?:screen ?shot|screen recording|photo|picture|audio)\\b.{0,12}\\b(?:of )?(?:my|this|your|the) (?:screen|desktop|web ?cam|camera|room|monitor|user)\\b',
      '\\b(?:instead of|rather than|not) (?:into |in |to )?(?:the|this|our) (?:repo\\w*|project|workspace)\\b',
    ],
    order: true,
    unless: [
      '\\b(?:dockerfile|ci image|devcontainer|workflow|readme|in the (?:docker|ci|build) (?:image|job|file))\\b',
    ],
    ...WHY,
    why: 'A task may not change the machine.',
    rephrase: 'Ask for what the project needs to be declared in the project.',
    examples: {
      match: ['install the package globally with npm install -g'],
      pass: ['install husky as a dev dependency'],
    },
  },
];
