import type { PolicyRule } from '../policy.ts';
import { act, order, PREVENTING, word } from './words.ts';

const DESTROY =
  'delete, remove, wipe, wipe out, erase, destroy, purge, nuke, drop, truncate, shred, clear, clear out, overwrite, format, empty, clean out, unlink, trash, ' +
  'obliterate, rm, get rid of, kill, corrupt, scramble, zero out, reset, rewrite, ruin, annihilate, blow away, discard, encrypt, reformat, deleting, removing, wiping, erasing, dropping, destroying';

/** Clearing away what nobody needs is ordinary work. */
const USELESS =
  '(?:unused|unneeded|unnecessary|deprecated|temporary|temp|tmp|orphan\\w*|stale|generated|obsolete|old|outdated|legacy|duplicate\\w*|dead|expired|cached|cache|' +
  'redundant|superfluous|trailing|empty|commented|test|mock|fake|dummy|sample|example|debug|log|intermediate|build|built|compiled|leftover|selected|invalid|related|matching|remaining)';

const POSSESSIONS =
  '(?:files?|folders?|director(?:y|ies)|data|tables?|databases?|branches|backups?|commits?|repos?|repositor(?:y|ies)|disks?|drives?|volumes?|buckets?|users?|accounts?|' +
  'records?|rows?|containers?|collections?|documents?|history|tests?|code|source(?: code)?|snapshots?|tags|logs|instances|resources|processes|projects?|indexes|indices|content|contents|migrations|schemas?|workspace|worktrees?)';

/** Destroying what cannot be had back. */
export const DESTRUCTION_RULES: readonly PolicyRule[] = [
  {
    id: 'destroy.all',
    category: 'destruction',
    any: [
      act(
        DESTROY,
        `(?:all|every|any|each|everyone's|everybody's)(?:\\s+(?!${USELESS}\\b)[\\w'/.-]+){0,3}?\\s+${POSSESSIONS}\\b(?!\\s+(?:from|of|in) (?:the )?(?:cache|temp\\w*|tmp|selection|list|queue|menu|form))`,
        1,
      ),
      act(DESTROY, '(?:everything|whatever (?:is|you)|anything)\\b', 2),
      act(
        DESTROY,
        "(?:the\\s+)?(?:whole|entire|complete|full|production|prod|live|main|master|user'?s?|customer|my|our|project'?s?|root|home|system|remote|company)\\s+(?:\\w+\\s+){0,2}?(?:(?:files?|data|database|db|director(?:y|ies)|folders?|repo|repository|disk|drive|filesystem|file system|codebase|code ?base|history|branch|bucket|server|cluster|backups?|tables?|schema|project|machine|computer|volume|environment|tree|workspace|dir)\\b)(?!\\s+(?:dependenc\\w+|calls?|access|layer|mocks?|queries|query|imports?|references?|connections?|config\\w*|setup|tests?|fixtures?|schema))",
        2,
      ),
      act(
        DESTROY,
        '(?:the\\s+)?(?:git (?:history|repo\\w*|log)|commit history|\\.git\\b|database\\b(?=\\s*$|\\s+(?:and|then|now|on|in|completely)|[.,;!])|db\\b(?=\\s*$|[.,;!])|backups\\b|home director\\w+|home folder|hard (?:disk|drive)|disk\\b|boot sector|master branch|main branch|src (?:folder|directory)|node_modules and|remote branch\\w*|/(?:\\s|$|\\*|home|etc|var|usr|tmp\\b|bin|opt|root)|~/?)',
        2,
      ),
    ],
    unless: [PREVENTING],
    why: 'A task may not destroy what cannot be had back.',
    rephrase: 'Name exactly what is obsolete: "remove the unused helper in …".',
    examples: {
      match: ['delete all files in the repository'],
      pass: ['delete the unused helper', 'remove all deprecated endpoints'],
    },
  },
  {
    id: 'destroy.command',
    category: 'destruction',
    any: [
      '\\brm\\s+(?:-\\w+\\s+)*-\\w*[rf]\\w*\\b',
      '\\brm\\s+--recursive\\b',
      '\\b(?:mkfs(?:\\.\\w+)?|wipefs|shred)\\s+[-/\\w]',
      '\\bdd\\s+if=',
      '\\bgit\\s+(?:push\\s+(?:\\S+\\s+)*(?:-f\\b|--force)|reset\\s+--hard|clean\\s+-\\w*[fdx]|branch\\s+-d\\b|filter-branch|checkout\\s+--\\s+\\.)',
      `${order('force[- ]push, hard[- ]reset, force push')}`,
      `${order('drop, truncate')}\\s+(?:the\\s+)?(?:\\w+\\s+){0,2}?(?:tables?|database|schema|collection|index)\\b(?!\\s+(?:statement|syntax|support|quer\\w+|command|prefix|alias|if exists))`,
      '\\bdelete\\s+from\\s+\\w+\\s*(?:;|where\\s+(?:1|true)|$)',
      ':\\s*\\(\\s*\\)\\s*\\{',
      '\\bfork ?bomb\\b',
      '\\b(?:del|rd|rmdir)\\s+/[sqf]\\b',
      '\\bfind\\s+\\S+.{0,40}-delete\\b',
      '\\bformat\\s+[a-z]:',
      `${order('shut ?down, reboot, halt, power off, crash, brick, kill, terminate, stop')}\\s+(?:the\\s+|this\\s+|my\\s+|all\\s+)?(?:\\w+\\s+){0,1}(?:machine|computer|host|server|servers|processes|system)\\b(?!\\s+(?:gracefully|process|on|when|hooks?|timeout))`,
    ],
    unless: [PREVENTING, '\\b(?:parse|parser|parsing|support for|grammar|dialect|highlight\\w*|lexer)\\b'],
    why: 'The task orders a destructive command.',
    rephrase: 'Name exactly what is obsolete and let the agent remove that.',
    examples: { match: ['clean up with rm -rf build src'], pass: ['support DROP TABLE in the SQL parser'] },
  },
  {
    id: 'destroy.work',
    category: 'destruction',
    any: [
      act(
        'force[- ]push, overwrite, rewrite, squash, erase, delete, drop, discard',
        "(?:git history|commit history|history of|upstream|origin|(?:main|master|release|production|protected) branch|origin/\\w+|uncommitted changes|unpushed commits|other people'?s)\\b",
        4,
      ),
      `${word('ransomware|wiper|logic bomb')}\\b`,
      act(
        'fill, exhaust, flood, overload, saturate',
        '(?:the\\s+)?(?:disk|memory|ram|cpu|network|server|file ?system|hard drive)\\b',
        3,
      ),
    ],
    unless: [PREVENTING, '\\btests?\\b'],
    why: 'A task may not destroy work or exhaust the machine.',
    rephrase: 'Ask for a new commit or branch instead.',
    examples: {
      match: ['force-push over the main branch'],
      pass: ['document the history of the release branch'],
    },
  },
];
