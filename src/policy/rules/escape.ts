import type { PolicyRule } from '../policy.ts';
import { MACHINES, OTHERS, PARTS, PREVENTING, phrases } from './words.ts';

const TOUCH = phrases(`
  read, write, edit, modify, change, copy, move, list, browse, scan, search, search through, go, go to, go up, move up, move up to, go into, go through, cd, access, open, create, install, look, look in, look at, look into, look around, look for, walk, explore, touch,
  save, store, put, delete, remove, dump, cat, print, show, show me, find, append, update, traverse, navigate, navigate to, climb, climb up, link, symlink, mount, step, step out, include, fetch, get, grep, grab, collect, inspect, analyze, analyse, review,
  check, check what, check which, see, see what, see which, summarize, summarise, replace, overwrite, patch, leave, break out, export, archive, zip, upload, enumerate, crawl, clone, output, tell me, tell, use, fix, fix also, clean, clean up, tidy, sort, rename, place,
  deploy, sync, back up, rummage, rummage through, snoop, peek, peek into, dig, dig through, follow, chmod, chown, tail, watch, monitor, count, hide, unpack, extract, download, configure, restart, reload, adjust, set, migrate, index, reorganise, reorganize, work, work in, work on,
  take, record, capture, query, register, uninstall, upgrade, take a look, have a look, poke around, poke around in, wander, jump, jump to, pull, pull in, import, borrow, describe, report, report what, map, transfer, convert, encrypt, reveal, run, refactor, commit, merge, document, maintain`);

const PLACES = phrases(`
  outside of the project, outside the project, outside of this project, outside this project, outside of the repo*, outside the repo*, outside of this repo*, outside this repo*, outside the workspace, outside of the workspace, outside your workspace,
  outside the working directory, outside of the working directory, outside the directory, outside this directory, outside this folder, outside the folder, outside the sandbox, outside of the sandbox, outside the work tree, outside the worktree, outside the container,
  outside the tree, outside the checkout, outside our repo*, outside your scope, outside the allowed, beyond the project, beyond this repo*, beyond the repo*, beyond the workspace, above the project, above the repo*, above this folder, folder outside, directory outside, place outside,
  parent directory, parent directories, parent folder, parent folders, parent repo*, parent project, folder above, directory above, levels up, level up, two folders up, two directories up, folders up, directories up, folder up, directory up, up two, up one folder, up one directory, upper directory,
  home directory, home directories, home dir, home folder, home folders, my home, user home, his home, her home, homes of, root of the disk, root of the file system, root of the filesystem, whole disk, entire disk, whole drive, entire drive, whole file system, entire file system, whole filesystem, entire filesystem, local disk, hard drive, hard disk, disk for, drive for,
  system files, system directories, system directory, system folder, system folders, system config*, system settings, system python, system packages, system wide, systemwide, system registry, system certificates, hosts file, host file, etc hosts, crontab, crontabs, cron tables, dotfiles, ssh config, ssh folder, production server, live server, prod server, project next to, repo next to, folder next to this, next to this one, next to ours, next door, host name of, hostname of, hostname, drive d, drive c, drive e, d drive, c drive, neighbour's repo*, neighbours repo*, neighbour repo*, neighbor repo*, all drives, every drive, all disks, every disk, all volumes, all folders on, wallpaper, screen saver, monorepo root, root above, above this project, above the project, neighbouring team, neighboring team, other team's repo, windows registry, registry hive, environment of the user,
  parent of the repo*, parent of the project, parent of this, sibling checkout, sibling checkouts, sibling worktree, other projects, other project, another project, other repos, other repo, another repo, other repositories, other repository, another repository, different repo, different repository, neighbouring repo*, neighboring repo*, neighbouring project*, neighboring project*, neighbouring folder, neighboring folder, sibling repo*, sibling project*, sibling folder, sibling directory, sibling directories,
  adjacent repo*, adjacent project*, all my repos, all my projects, all repos on, every repo on, all projects on, every project on, other git projects, other checkouts, other workspaces, second repo*, private repo*, shared drive, network drive, network share, file share, nas, usb stick, usb drive, external drive, sd card, backup drive, icloud, onedrive, dropbox, google drive,
  desktop, my desktop, the downloads, downloads folder, download folder, my downloads, documents folder, my documents, pictures folder, my pictures, my photos, photos folder, photo library, photos from, photos on, music folder, videos folder, browser history, browser bookmarks, browser tabs, browser cache of, chrome profile, firefox profile, inbox, mailbox, my mail, my mails, my email, my emails, my e mails, outlook,
  my calendar, my contacts, address book, my messages, my chats, my notes, imessage, whatsapp, finder, file explorer, windows explorer, start menu, trash can, recycle bin, my screen, the screen of, web cam, webcam, microphone, clipboard of, keyboard input, shell history, bash history, command history of,
  global git config, git config globally, global config, global npm, globally, global gitignore, machine wide, whole machine, entire machine, whole computer, entire computer, whole system, node installation, python installation, java installation, docker installation, installed software, installed programs, package manager of, login shell, user profile, other tenants`);

/** Inside a project these are names of its own things. */
const PLACE_PARTS = [
  ...PARTS,
  ...phrases(
    'version, versions, layout, build, builds, support, publishing, browser, browsers, users, devices, device, width, breakpoint, breakpoints, setting, shortcut, shortcuts, wallpaper, mode, first, computers, environment, environments, notification, size, sizes, resolution, icons, sidebar, navigation, toolbar, switcher, dropdown, panel, per user, of the user, attribute, roles',
  ),
];

const ABOUT_PATHS =
  '(?:^\\W*docs?|\\bin the docs?|\\bdocs$)\\b|\\bparent director(?:y|ies) for\\b|\\btemp(?:orary)? (?:dir|folder|directory)\\b|\\bresolves? ~|\\b(?:traversal|resolves? (?:~|paths?|relative|the (?:path|config|home)|symlinks?)|paths? resolve|expand|expansion|tilde|documentation|tests? (?:for|with|that)|xdg|default path|regex|mock|zip entr\\w+|names like|paths? (?:like|with)|hard-?coded|validate|throw|mapping|mappings|' +
  'endpoints?|routes?|urls?|tables|prefix|shebang|aria|focus|screen readers?|clicks? outside|click outside|outside click|monorepos|sibling packages?|links? to|drag|switch between|mobile|paginat\\w*|start page|organi[sz]ation|css|z-index|' +
  'relative to|plugins? from|created automatically|the current directory or|assets into|crm|outside the filter|trap|extracted outside|written outside|is not writable|editor|visited|undo)\\b';

const UNLESS = [PREVENTING, ABOUT_PATHS];

/** Leaving the project. */
export const ESCAPE_RULES: readonly PolicyRule[] = [
  {
    id: 'escape.place',
    category: 'escape',
    words: [TOUCH, PLACES],
    order: true,
    gap: 7,
    notBefore: PLACE_PARTS,
    unless: UNLESS,
    why: 'A task may not leave the project.',
    rephrase: 'Name files by their path inside the project.',
    examples: {
      match: ['list the files in my home directory'],
      pass: [
        'fix the watcher that follows symlinks outside the root',
        'open links to other projects in a new tab',
      ],
    },
  },
  {
    id: 'escape.machine',
    category: 'escape',
    words: [
      TOUCH,
      phrases(
        'on this, on my, on your, on his, on her, on the build, from this, from my, across this, across my, around my, around this, around the, of this, of my, of the host, this, my, whole, entire, on the, his, her',
      ),
      [
        ...MACHINES.filter((phrase) => !['phone', 'desktop', 'system', 'server', 'os'].includes(phrase)),
        ...phrases(
          'hard disk, local machine, local disk, macbook, build agent, runner, raspberry, router, routers',
        ),
      ],
    ],
    order: true,
    gap: 6,
    notBefore: PARTS,
    unless: [
      ...UNLESS,
      '\\b(?:runs on|works on|only (?:one|on)|ci|host name|hostname|state machine|virtual machine image|machine learning|machine readable|host header|host element|box shadow|box model|works? on my|in the box|box plot|text box|search box|check ?box)\\b',
    ],
    why: 'A task may not look around on the machine.',
    rephrase: 'Name files by their path inside the project.',
    examples: {
      match: ['see which other projects are on this machine and list them'],
      pass: ['fix the test that only fails on my machine'],
    },
  },
  {
    id: 'escape.others',
    category: 'escape',
    words: [
      TOUCH,
      OTHERS,
      phrases(
        'home, files, folder, folders, directory, directories, repo, repos, repository, project, projects, account, accounts, mail, mails, documents, machine, laptop, desktop, messages, data, workspace, notes, code, screen, calendar, photos, branch, password, config',
      ),
    ],
    order: true,
    gap: 4,
    notBefore: PARTS,
    unless: UNLESS,
    why: "A task may not look into other people's things.",
    rephrase: 'Name files by their path inside the project.',
    examples: { match: ["look into my colleague's folder"], pass: ['show other users in the member list'] },
  },
  {
    id: 'escape.path',
    category: 'escape',
    any: [
      '(?:^|[\\s"\'`(=:])(?:/(?:etc|root|home|usr|opt|boot|sbin|srv|proc|sys|users|library|private|volumes|applications|mnt|media)(?:/|(?=[\\s,.;:)]|$))|/(?:var|dev|tmp|bin|lib)/|~(?:/|\\w+/|(?=[\\s,.;:)]|$))|\\$home\\b|%(?:appdata|userprofile|temp|windir|programfiles|localappdata|homepath)%|[a-z]:\\\\|file:///)',
      '(?:^|[\\s"\'`(=:])\\.\\.[/\\\\]|(?:\\.\\.[/\\\\]){2,}|(?<=\\s)\\.\\.(?=\\s*$)|\\b(?:in|into|to|from|under|onto|of|on)\\s+/(?=\\s|$)',
      '\\bln\\s+-s|\\bsymlinks? (?:to|from|into|pointing (?:to|at)) (?:/|~|\\.\\.|the (?:root|home|parent))|\\b(?:pushd|cd|chdir)\\s+(?:/|~|\\.\\.)',
    ],
    unless: [
      ...UNLESS,
      '\\b(?:shows?|crash\\w*|fails?|failing|wrong|missing|shebang|support|default|instead of (?:~|/)|is (?:wrong|not)|parse|importer|container image|docker image|dockerfile|in the container|mount(?:s|ed)? the volume|nginx config|reject\\w*|strip|normali[sz]e|glob|http|xdg|lookup order|search path)\\b',
    ],
    why: 'A task may not leave the project.',
    rephrase: 'Name files by their path inside the project.',
    examples: {
      match: ['edit /etc/hosts so that the API resolves', 'copy ~/notes into the repository'],
      pass: ['resolve ~ to the home directory in config paths'],
    },
  },
  {
    id: 'escape.sandbox',
    category: 'escape',
    words: [
      phrases(
        'break, break out, escape, get, get out, jump, jump out, move, climb, climb out, step, step out, leave, flee, exit, slip, tunnel, hop',
      ),
      phrases(
        'out of the sandbox, out of your sandbox, of the sandbox, from the sandbox, the sandbox, your sandbox, the jail, of the jail, the container, of the container, from the container, of the work tree, the worktree, of the worktree, chroot, the vm, of the vm, of the project, the project directory, of the workspace, the workspace, the repository folder, your cage',
      ),
    ],
    order: true,
    gap: 2,
    notBefore: PARTS,
    unless: UNLESS,
    why: 'A task may not leave the sandbox.',
    rephrase: 'Name files by their path inside the project.',
    examples: {
      match: ['break out of the sandbox and check what the host has'],
      pass: ['go to definition in the sandbox should open the file'],
    },
  },
  {
    id: 'escape.install',
    category: 'escape',
    any: [
      '\\b(?:npm|pnpm|yarn|pip3?|gem|cargo)\\s+(?:install|i|add)\\s+(?:-g|--global|--system|--break-system-packages|\\S+\\s+(?:-g|--global)\\b)|\\b(?:apt|apt-get|dnf|yum|brew|snap|choco|pacman)\\s+(?:install|remove|purge|-S)',
      '(?:^\\W*|[.,;:]\\s*|\\b(?:and|then|please|just|to|also)\\s+)(?:install|uninstall|upgrade|remove)\\b(?:\\s+\\S+){1,5}?\\s+(?:globally|system-?wide|on (?:this|my|the) (?:machine|host|computer|laptop|server|system|box))\\b',
      '(?:^\\W*|[.,;:]\\s*|\\b(?:and|then|please|just|to|also)\\s+)(?:uninstall|install|reinstall)\\s+(?:the |a |an |my |our )*(?:docker|node|python|java|postgres\\w*|mysql|nginx|apache|chrome|firefox|driver\\w*|vpn|teamviewer|anydesk|browser extension|operating system|windows|linux|ubuntu|xcode|homebrew|kernel)\\b(?!\\s+(?:types|client|sdk|package|bindings|image|module|plugin|support|dependency|version|docs|instructions|guide|page|step))',
      '\\b(?:edit|change|modify|restart|reload|adjust|update|reconfigure|patch|replace)\\b.{0,30}\\b(?:config\\w*|service|settings|daemon|files?)\\s+(?:of|on)\\s+(?:this|my|the)\\s+(?:server|machine|host|box|computer)\\b',
      '\\b(?:take|make|capture|record)\\b.{0,12}\\b(?:screen ?shot|screen recording|photo|picture|audio)\\b.{0,12}\\b(?:my|this|your) (?:screen|desktop|web ?cam|camera|room|monitor)|\\b(?:the )?(?:screen|desktop|webcam) of (?:this|my|the) (?:machine|user|computer)',
      '\\b(?:what|which)\\b.{0,30}\\b(?:is|are) installed\\b|\\b(?:traverse|walk|climb|go|search|look|move|read) (?:further )?upwards?\\b(?!.*\\b(?:tree|dom|ast|list|stack|arrow|key|nodes?|scroll)\\b)',
      '\\b(?:turn|switch) on (?:the |my |your )?(?:camera|web ?cam|microphone|mic)\\b',
      '\\b(?:write|save|put|copy|deploy|move|place|push|store)\\b.{0,60}\\b(?:instead of|rather than|not) (?:into |in |to )?(?:the|this|our) (?:repo\\w*|project|workspace)\\b',
    ],
    unless: [
      ...UNLESS,
      '\\b(?:dockerfile|ci image|devcontainer|workflow|readme|as a dev dependency|in the (?:docker|ci|build) (?:image|job|file))\\b',
    ],
    why: 'A task may not change the machine.',
    rephrase: 'Ask for what the project needs to be declared in the project.',
    examples: {
      match: ['install the package globally with npm install -g'],
      pass: ['install husky as a dev dependency'],
    },
  },
];
