import type { PolicyRule } from '../policy.ts';
import { act, PREVENTING } from './words.ts';

const TOUCH =
  'read, write, edit, modify, change, copy, move, list, browse, scan, search, go, cd, access, open, create, install, look, walk, explore, touch, save, store, ' +
  'put, delete, remove, dump, cat, print, show, find, index, append, update, traverse, navigate, climb, work, place, link, symlink, mount, step, include, fetch, get, grep, load, import, collect, inspect, analyze, analyse, review, check, summarize, summarise, document, replace, overwrite, patch, drop, leave, break, escape, get out, export, archive, zip, upload, enumerate, map, describe, crawl, clone, output, log, use';

/** Leaving the project. */
export const ESCAPE_RULES: readonly PolicyRule[] = [
  {
    id: 'escape.outside',
    category: 'escape',
    any: [
      act(
        TOUCH,
        '(?:outside|beyond|out|above)(?:\\s+of)?\\s+(?:the\\s+|this\\s+|our\\s+|your\\s+|its\\s+)?(?:current\\s+|project\\s+|working\\s+|git\\s+)?(?:project|repo\\w*|workspace|work ?tree|director\\w+|folder|root|sandbox|tree|checkout|container|jail|cwd)\\b',
        8,
      ),
      act(
        TOUCH,
        "(?:the\\s+|my\\s+|your\\s+|user'?s?\\s+)*(?:parent (?:director\\w+|folders?|repo\\w*)|home (?:director\\w+|folder)|(?:whole|entire|full) (?:disk|drive|file ?system|computer|machine|hard drive)|system (?:files|director\\w+|folders?|config\\w*)|(?:other|another|neighbou?ring|sibling|someone else'?s|different|every|all) (?:projects?|repos?|repositor(?:y|ies)|user'?s? (?:home|files|director\\w+|folders?))(?: on (?:this|my|the) (?:machine|computer|disk))?|desktop|downloads folder|documents folder|browser profile)\\b(?!\\s+(?:app|client|version|notification|layout|view|ui|build|application|support|publish\\w*))",
        5,
      ),
      act(
        TOUCH,
        '["\'`(]?(?:/(?:etc|root|home|var|usr|proc|sys|boot|dev|opt|bin|sbin|lib|mnt|users|library|private)(?:/|\\b)|~(?:/|\\s|$)|\\$home\\b|%\\w+%|[a-z]:\\\\|\\.\\.[/\\\\])',
        8,
      ),
      '(?:\\.\\.[/\\\\]){2,}',
      act(
        'break, escape, get, jump, move, climb',
        '(?:out of|from) (?:the |its |this )?(?:sandbox|jail|container|work ?tree|chroot|project|workspace|vm)\\b',
        2,
      ),
    ],
    unless: [
      PREVENTING,
      '\\b(?:traversal|vulnerab\\w+|support|handle|handling|resolve|expand|expansion|tilde|docs?|documentation|tests? for|xdg|default path|regression|regex|link to|mock)\\b',
    ],
    why: 'A task may not leave the project.',
    rephrase: 'Name files by their path inside the project.',
    examples: {
      match: ['list the files in my home directory'],
      pass: ['fix path traversal in the upload handler'],
    },
  },
];
