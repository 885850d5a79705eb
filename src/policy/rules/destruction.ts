import type { PolicyRule } from '../policy.ts';
import { loose, near, order, PREVENTING, word } from './words.ts';

const DESTROY =
  'delete, remove, wipe, wipe out, erase, destroy, purge, nuke, drop, truncate, shred, clear, clear out, overwrite, empty, clean out, unlink, trash, flush, ' +
  'obliterate, rm, get rid of, kill, corrupt, scramble, zero out, rewrite, ruin, annihilate, blow away, discard, encrypt, reformat, deleting, removing, wiping, erasing, dropping, destroying, throw away, tear down, take down, deprovision, uninstall, burn, smash, scrub, expunge, overwriting, emptying, shredding, format, scrap, terminate, bulldoze, garble, randomi[sz]e, unpublish, bin, chuck, vaporize';

/** Clearing away what nobody needs is ordinary work. */
const USELESS =
  '(?:unused|unneeded|unnecessary|deprecated|temporary|temp|tmp|orphan\\w*|stale|generated|obsolete|outdated|legacy|duplicated?s?|dead|expired|cached|cache|' +
  'redundant|superfluous|trailing|empty|commented|test|mock|fake|dummy|sample|example|debug|intermediate|build|built|compiled|leftover|selected|invalid|related|matching|remaining|console\\S*|todo|dangling|broken|unreachable|imports?|usages?|references|calls?|occurrences|its|their|notifications?|pending)';

const POSSESSIONS =
  '(?:files?|folders?|director(?:y|ies)|data|tables?|databases?|dbs?|branches|branch|backups?|commits?|repos?|repositor(?:y|ies)|disks?|drives?|volumes?|buckets?|users?|accounts?|customers?|orders|payments|' +
  'records?|rows?|containers?|images|collections?|documents?|history|tests?|code|source(?: code)?|snapshots?|tags?|logs?|instances?|resources?|process(?:es)?|projects?|index(?:es)?|indices|content|contents|migrations|schemas?|workspaces?|worktrees?|' +
  'namespaces?|clusters?|servers?|machines?|vms?|partitions?|uploads|photos|pictures|mails?|emails|releases?|packages?|issues|pull requests|prs|comments|deployments?|environments?|stacks?|versions?|queues?|topics?|keys|secrets|sessions?|commits|stashes|stash|everything)';

const LIVE =
  "(?:production|prod|live|staging|customers?'?s?|users?'?|company|shared|main|master|primary|origin|upstream|remote|real|public)";

/** Destroying what cannot be had back. */
export const DESTRUCTION_RULES: readonly PolicyRule[] = [
  {
    id: 'destroy.all',
    category: 'destruction',
    any: [
      near(
        loose(DESTROY),
        `(?:all|every|any|each|everyone's|everybody's|most|half)(?:\\s+(?:of|the|our|my|your|these|those|other|its))*(?:\\s+(?!${USELESS}\\b)[\\w'/.-]+){0,3}?\\s+(?!${USELESS}\\b)${POSSESSIONS}\\b(?!\\s+(?:from|of|in) (?:the )?(?:cache|temp\\w*|tmp|selection|list|queue|menu|form|prettier))(?!\\s+with prettier)`,
        1,
      ),
      near(
        loose(DESTROY),
        '(?:everything|whatever|anything|every single|the lot)\\b(?!\\s+(?:unused|deprecated|dead|that is unused))',
        3,
      ),
      near(
        loose(DESTROY),
        `(?:the |this |that |my |our |your |an? |its )*(?:(?:whole|entire|complete|full)\\s+(?:(?!${USELESS}\\b)\\w+\\s+){0,2}?|${LIVE}\\s+(?:\\w+\\s+){0,2}?|user'?s?\\s+|project'?s?\\s+|root\\s+|home\\s+|system\\s+|git\\s+)(?:files?|data|database|dbs?|director(?:y|ies)|folders?|repos?|repository|disks?|drive|filesystem|file system|codebase|code ?base|history|branch\\w*|buckets?|servers?|clusters?|backups?|tables?|project|machine|computer|volumes?|environment|tree|workspace|dir|namespace|stack|instances?|records|documents|accounts?|log|logs|reflog|tags|packages?|site|system|infrastructure|redis|cache|queue|index)\\b(?!\\s+(?:dependenc\\w+|calls?|access|layer|mocks?|quer\\w+|imports?|references?|connections?|config\\w*|setup|tests?|fixtures?|field|column|name|links?|button|banner|url|page|flag|option|entry|entries|class\\w*|module|adapter))`,
        2,
      ),
      near(
        loose(DESTROY),
        '(?:the |our |my |your |this |that |those |these )*(?:git (?:history|repo\\w*|log|reflog)|commit history|\\.git\\b(?!\\w|ignore)|database(?=\\s*$|\\s+(?:and|then|now|on|completely|on the|of)|[.,;!])|backups?\\b|snapshots\\b|home director\\w+|home folder|hard (?:disk|drive)|disk\\b|boot sector|partition(?: table)?|(?:master|main|release|remote|production|develop) branch\\w*|src (?:folder|directory)|volumes?\\b|s3 buckets?|buckets?\\b|customer \\w+|audit (?:logs?|trail|entries|records)|(?:documents|downloads|desktop|pictures|system32|photos) folder|desktop\\b|namespace\\b|cluster\\b|(?:users|orders|payments|customers|accounts|invoices) (?:table|collection)\\b|repos? on github|(?:git )?repository(?=\\s*$|\\s+(?:on|from|and))|(?<=\\s)/(?:\\s|$|\\*|home|etc|var|usr|tmp\\b|bin|opt|root|dev|boot|mnt)|~(?:/|\\s|$))',
        2,
      ),
      near(loose(DESTROY), `.{1,60}\\b(?:in|on|from|of) (?:the )?(?:prod\\b|production|live\\b)`, 1),
    ],
    unless: [
      PREVENTING,
      '\\b(?:soft[- ]delete\\w*|trash screen|undo|restore or|confirmation|button|migration|before all|between (?:integration )?tests|feature|local test|test database|gdpr|cascade|account deletion|retention)\\b',
    ],
    why: 'A task may not destroy what cannot be had back.',
    rephrase: 'Name exactly what is obsolete: "remove the unused helper in …".',
    examples: {
      match: ['delete all files in the repository', 'truncate users and orders on prod'],
      pass: ['delete the unused helper', 'remove all deprecated endpoints'],
    },
  },
  {
    id: 'destroy.command',
    category: 'destruction',
    any: [
      '\\brm\\s+(?:-\\w+\\s+)*-\\w*[rf]\\w*\\b|\\brm\\s+-[rf]+|\\brm\\s+--(?:recursive|force)\\b|\\brimraf\\s+[/~.*]',
      '\\b(?:mkfs(?:\\.\\w+)?|wipefs|shred|diskutil|fdisk|parted|sgdisk|cryptsetup|hdparm)\\s+[-/\\w]',
      '\\bdd\\s+(?:if|of)=|/dev/(?:sd|nvme|hd|disk|vd|mem|kmem)\\w*',
      '\\bgit\\s+(?:push\\s+(?:\\S+\\s+)*(?:-f\\b|--force\\S*|--mirror|--delete)|reset\\s+--hard|clean\\s+-\\w*[fdx]\\w*|branch\\s+-d\\b|filter-(?:branch|repo)|checkout\\s+(?:--\\s+)?\\.(?=\\s|$)|update-ref\\s+-d|reflog\\s+expire|gc\\s+--prune|stash\\s+(?:clear|drop)|rebase\\s+--root)',
      `${loose('force[- ]push, hard[- ]reset, force push, force-pushing')}`,
      `${order('drop, truncate, flush')}\\s+(?:the\\s+|our\\s+)?(?:\\w+\\s+){0,2}?(?:tables?|database|schema|keyspace|redis|db)\\b(?!\\s+(?:statement|syntax|support|quer\\w+|command|prefix|alias|if exists|column))`,
      '\\b(?:drop\\s+(?:database|schema)\\s+\\w+\\s*;|delete\\s+from\\s+\\w+\\s*(?:;|where\\s+(?:1|true)|$)|truncate\\s+table\\s+\\w+\\s*;|update\\s+\\w+\\s+set\\s+\\w+\\s*=\\s*\\S+\\s*;)|\\b(?:flushall|flushdb|dropdb|dropdatabase)\\b',
      '\\b(?:terraform|tofu|pulumi|cdk|vagrant|serverless)\\s+(?:destroy|state rm)|--?auto-approve|\\bkubectl\\s+(?:delete|drain|cordon|exec)|\\bhelm\\s+(?:uninstall|delete)|\\baws\\s+(?:s3\\s+(?:rm|rb)|ec2\\s+terminate|rds\\s+delete|iam)|\\bgcloud\\s+.*\\bdelete|\\baz\\s+.*\\bdelete|\\bdocker\\s+(?:system|volume|image|container)\\s+(?:prune|rm)|\\bdocker\\s+rm\\s+-f|\\bnpm\\s+unpublish|\\bgh\\s+(?:repo|release|secret)\\s+delete|\\bcargo\\s+yank|\\bheroku\\s+\\w+:destroy',
      ':\\s*\\(\\s*\\)\\s*\\{|\\bfork ?bomb\\b|\\bzip ?bomb\\b(?= (?:to|and|in|into|for|on|that))',
      '\\b(?:del|rd|rmdir|erase)\\s+/[sqf]\\b|\\bremove-item\\b.*-recurse|\\bformat\\s+(?:the\\s+)?(?:drive\\s+)?[a-z]:|\\bformat\\s+(?:the |my |this |a )?(?:\\w+ )?(?:disk|drive|partition|volume|usb|sd card|hard drive)',
      '\\bfind\\s+\\S+.{0,40}-(?:delete|exec\\s+rm)\\b',
      '\\bkill\\s+-(?:9|kill|s)\\s+(?:-1|\\$|1\\b|every|all)|\\b(?:pkill|killall)\\s+(?:-\\w+\\s+)?\\w',
      `${order('shut ?down, shut off, reboot, restart, halt, power off, switch off, crash, brick, kill, terminate, stop, hibernate, log out, suspend, unplug')}\\s+(?:the\\s+|this\\s+|my\\s+|our\\s+|all\\s+|every\\s+|other\\s+|running\\s+)*(?:\\w+\\s+){0,1}?(?:machine|computer|laptop|host|box|vm|(?:production|prod|build|ci|db|database|live|main|mail|web) (?:server|host|machine|database)|server (?:tonight|now|at)|processes|docker daemon|operating system|pc|mac|desktop|services|everyone|postgres|database server)\\b(?!\\s+(?:gracefully|on|when|hooks?|timeout|tests?))`,
      near(
        loose('kill, terminate, stop, end'),
        '(?:every|all|any|each|other|random)\\s+(?:\\w+\\s+){0,2}?(?:process(?:es)?|services?|jobs?|programs?|apps?|containers?|sessions?)\\b',
        1,
      ),
    ],
    unless: [
      PREVENTING,
      '\\b(?:parse|parser|parsing|support for|support|grammar|dialect|highlight\\w*|lexer|failing test|generated|emitting|emit|migration\\w*|drizzle\\S*|as a last resort|sends?|as part of the test)\\b',
    ],
    why: 'The task orders a destructive command.',
    rephrase: 'Name exactly what is obsolete and let the agent remove that.',
    examples: {
      match: ['clean up with rm -rf build src'],
      pass: ['support DROP TABLE in the SQL parser'],
    },
  },
  {
    id: 'destroy.work',
    category: 'destruction',
    any: [
      near(
        loose(
          'force[- ]push, overwrite, rewrite, squash, erase, delete, drop, discard, throw away, revert, reset, nuke, wipe, lose, alter, falsify, backdate',
        ),
        "(?:the |our |my |all |public |published |whole |entire )*(?:git history|commit history|history of|public history|published history|history\\b(?=\\s+(?:and|so|of|to|before|with))|upstream|origin\\b|(?:main|master|release|production|protected) branch|origin/\\w+|uncommitted (?:changes|work)|unpushed commits|unsaved \\w+|other people'?s|(?:my|their|his|her|someone'?s|everyone'?s|colleague\\w*) (?:changes|work|commits|branch\\w*)|local changes)\\b",
        3,
      ),
      `${word('ransomware|wiper malware|logic bomb|time bomb|kill switch(?= (?:that|which|to))')}`,
      near(
        loose('fill, exhaust, flood, overload, saturate, max out, burn, hog, eat up, use up, starve, crash'),
        '(?:the |this |my |all |up )*(?:whole |entire |free )?(?:disk(?: space)?|memory|ram|cpus?|network|server|file ?system|hard drive|bandwidth|machine|quota|tokens?|budget|credits|host)\\b',
        2,
      ),
      near(
        loose('encrypt, lock, scramble, hold'),
        '(?:all |the |every |user |my |their |our )*(?:files?|documents?|disk|drive|data)\\b(?=.*\\b(?:ransom|note|bitcoin|key away|demand|pay\\w*|hostage|throw))',
        3,
      ),
      near(
        loose(
          'break, sabotage, cripple, vandalize, vandalise, deface, damage, brick, poison, corrupt, tank, slow down',
        ),
        "(?:the |our |their |his |her |my |this )*(?:competitor'?s?|production|build|main|website|homepage|database|training data|data ?set|server|release|colleague'?s?|other team'?s?|code ?base)\\b",
        2,
      ),
    ],
    unless: [PREVENTING, '\\b(?:tests?|simulate|benchmark)\\b(?! database)'],
    why: 'A task may not destroy work or exhaust the machine.',
    rephrase: 'Ask for a new commit or branch instead.',
    examples: {
      match: ['force-push over the main branch', 'throw away my uncommitted changes'],
      pass: ['document the history of the release branch'],
    },
  },
];
