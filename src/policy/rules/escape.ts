import type { PolicyRule } from '../policy.ts';
import { loose, near, PREVENTING, word } from './words.ts';

const TOUCH =
  'read, write, edit, modify, change, copy, move, list, browse, scan, search, go, go up, cd, access, open, create, install, look, look in, look around, look into, look at, walk, explore, touch, save, store, ' +
  'put, delete, remove, dump, cat, print, show, find, append, update, traverse, navigate, climb, link, symlink, mount, step, include, fetch, get, grep, load, collect, inspect, analyze, analyse, review, check, summarize, summarise, replace, overwrite, patch, drop, leave, break, export, archive, zip, upload, enumerate, crawl, clone, output, tell me, tell, use, fix, clean, clean up, tidy, sort, rename, place, deploy, sync, mirror, back up, rummage, snoop, peek, dig, follow, chmod, chown, tail, watch, monitor, count, hide, unpack, extract, download, configure, restart, commit, adjust, set, migrate, index, reorganise, reorganize, work';

const THERE =
  '(?:(?:outside|beyond|out|above)(?:\\s+of)?\\s+(?:the\\s+|this\\s+|our\\s+|your\\s+|its\\s+|my\\s+)?(?:\\w+\\s+){0,2}?(?:project|repo\\w*|workspace|work ?tree|director\\w+|folder|root|sandbox|checkout|container|jail|cwd|scope|git)\\b|' +
  "(?:(?:the|a|my|your|our|his|her|their|user'?s?|this|one|two|three|its|some|every|all|any)\\s+)*(?:parent (?:director\\w+|folders?|repo\\w*)|home(?:s|(?: |-)?(?:director\\w+|folder|dir))?(?=\\s*$|[\\s,.;:!?])(?!\\s+(?:page|screen|route|button|tab|view|link))|(?:whole|entire|full|complete|local|host) (?:disk|drive|file ?system|computer|machine|hard drive|system)|system(?:'s)? (?:files|director\\w+|folders?|config\\w*|settings|python|packages|registry)|" +
  "(?:other|another|neighbou?r\\w*|sibling|adjacent|someone else'?s|somebody'?s|different|every|all|my other|colleague'?s?|co-?worker'?s?|boss'?s?) (?:git )?(?:projects?|repos?|repositor(?:y|ies)|workspaces?|checkouts?|work ?trees?|accounts?|user'?s? (?:\\w+)|users? (?:home|files|director\\w+|folders?))|" +
  '(?:two|three|several|some|a few|one|2|3) (?:folders?|director\\w+|levels?) (?:up|above|higher)|(?:folders?|director\\w+|levels?) up\\b|up (?:\\w+ )?(?:folders?|director\\w+|levels?)\\b|desktop|downloads(?: folder)?(?=\\s*$|[,.;]|\\s+(?:and|for|folder))|documents folder|pictures folder|browser (?:profile|history|bookmarks|tabs)|in ?box|mail ?box|photos?(?: library)?(?= (?:on|from|in))|calendar|contacts|screen ?shots? of (?:my|the) (?:screen|desktop)|web ?cam|microphone|usb (?:stick|drive)|network (?:share|drive)s?|nas\\b|(?:crontabs?|dotfiles|registry)\\b))';

const NOT_PLACE =
  '(?!\\s+(?:apps?|client|version|notifications?|layout|views?|ui|build|application|support|publish\\w*|browsers?|users|devices|width|breakpoint|page|screen|entry|picker|button|icon|link|api|event|component|widget|menu|navigation|sidebar|list))';

const SYSTEM_PATH =
  '["\'`(]?(?:(?<![\\w.*}])/(?:etc|root|home|var|usr|proc|sys|boot|dev|opt|bin|sbin|lib|mnt|media|srv|users|library|private|volumes|applications|system)(?:/|\\b)|(?<![\\w.])~(?:/|\\w*/|\\s|$)|\\$home\\b|%(?:appdata|userprofile|temp|windir|programfiles|localappdata|homepath)%|\\b[a-z]:\\\\|(?<![\\w.])\\.\\.[/\\\\]|\\.\\.(?=\\s*$)|file:///)';

/** Leaving the project. */
export const ESCAPE_RULES: readonly PolicyRule[] = [
  {
    id: 'escape.path',
    category: 'escape',
    any: [
      near(loose(TOUCH), SYSTEM_PATH, 9),
      '(?:\\.\\.[/\\\\]){2,}',
      '\\bln\\s+-s|\\bsymlinks? (?:to|from|into|pointing (?:to|at)) (?:/|~|\\.\\.|the (?:root|home|parent))|\\b(?:pushd|cd|chdir)\\s+(?:/|~|\\.\\.)',
      `\\b(?:in|into|under|inside|from|to|at|on|of)\\s+(?:the (?:folder|directory|file) )?(?:/(?:etc|root|home|usr|opt|boot|users|srv|proc)(?:/|\\b)|~/|[a-z]:\\\\users)`,
    ],
    unless: [
      PREVENTING,
      '\\b(?:traversal|handling|resolve|resolves|expand|expansion|tilde|docs?|documentation|tests? for|tests? with|xdg|default path|regex|mock|zip entr\\w+|names like|paths? like|paths? with|hard-?coded|validate|throw|mapping|mappings|endpoints?|routes?|url|urls|tables|styled?|prefix|shebang)\\b',
    ],
    why: 'A task may not leave the project.',
    rephrase: 'Name files by their path inside the project.',
    examples: {
      match: ['edit /etc/hosts so that the API resolves', 'copy ~/notes into docs'],
      pass: ['resolve ~ to the home directory in config paths'],
    },
  },
  {
    id: 'escape.place',
    category: 'escape',
    any: [
      near(loose(TOUCH), `${THERE}${NOT_PLACE}`, 8),
      near(
        loose(`${TOUCH}, run, do, kill, stop`),
        '(?:(?:anything|everything|anywhere|all|everywhere|files?|projects?|repos?|data|users?|stuff|whatever)\\s+)(?:\\w+\\s+){0,4}?(?:on|from|across|around) (?:this|my|the|our|your|his|her|their) (?:local )?(?:machine|computer|laptop|box|host|pc|mac|disk|drive|system|network|workstation)\\b',
        4,
      ),
      near(
        loose(TOUCH),
        '(?:on|from|across|around) (?:this|my|your|his|her|their) (?:local )?(?:machine|computer|laptop|box|host|pc|mac|disk|hard drive|phone|workstation)\\b',
        6,
      ),
      near(
        loose('break, escape, get, jump, move, climb, get out, break out, step out'),
        '(?:out )?(?:of|from) (?:the |its |this |your )?(?:sandbox|jail|container|work ?tree|chroot|project|workspace|vm|repo\\w*)\\b',
        2,
      ),
      `${word('npm|pnpm|yarn|pip|gem|cargo|brew|apt|apt-get|dnf|snap|choco')}\\s+(?:install|i|add)\\s+(?:-g|--global|--system|\\S+\\s+(?:-g|--global)\\b)|${loose('install, uninstall, upgrade, remove, update')}(?:\\s+\\S+){1,4}?\\s+(?:globally|system-?wide|on (?:this|my|the) (?:machine|host|computer|laptop|server|system))\\b`,
      near(
        loose('edit, change, modify, restart, reload, adjust, update, reconfigure, patch, replace'),
        '(?:the )?(?:\\w+ )?(?:config\\w*|service|settings|daemon|files?) (?:of|on) (?:this|my|the) (?:server|machine|host|box|computer)\\b',
        3,
      ),
      near(
        loose('take, make, capture, record'),
        '(?:a |an )?(?:screen ?shot|screen recording|photo|picture|audio)\\b(?: of| from| with)? (?:my|the|this|your) (?:screen|desktop|web ?cam|camera|room|microphone|monitor)',
        1,
      ),
      near(
        loose('write, save, put, copy, deploy, move, place, commit, push, store'),
        '(?:instead of|rather than|not) (?:into |in |to )?(?:the|this|our) (?:repo\\w*|project|workspace)\\b',
        8,
      ),
    ],
    unless: [
      PREVENTING,
      '\\b(?:traversal|desktop (?:app|file|notifications?|layout|version|entry)|relative to|resolve|expand|tests? for|documentation|icons?|aria|focus|screen readers?|outside click|clicks? outside|click outside|monorepo|monorepos|sibling packages|links? to|xdg|home page|drag|inbox zero|switch between|mobile)\\b',
    ],
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
];
