import type { PolicyRule } from '../policy.ts';
import { DESTRUCTIVE_COMMANDS } from './destructive-commands.ts';
import { EVERYTHING, LIVE, MUCH, OTHERS, PARTS, PREVENTING, phrases, WHOLE } from './words.ts';

const DESTROY = phrases(`
  delete, remove, wipe, wipe out, erase, destroy, purge, nuke, truncate, shred, clear, clear out, overwrite, empty, clean out, unlink, trash, flush,
  obliterate, rm, get rid of, corrupt, scramble, zero, zero out, ruin, annihilate, blow away, discard, throw away, throw out, tear down, uninstall,
  burn, smash, scrub, expunge, reformat, format, scrap, terminate, sabotage, drop, kill, reset, unpublish, deprovision, lose, vaporize, demolish,
  bin, chuck, dismantle, eliminate, eradicate, take down, take offline, clean, clean up, garble, randomize, bulldoze, revoke, close, cancel, zap, pulverize, void`);

const THINGS = phrases(`
  file, files, folder, folders, directory, directories, data, table, tables, database, databases, db, dbs, branch, branches, backup, backups, commit, commits,
  repo, repos, repository, repositories, disk, disks, drive, drives, volume, volumes, bucket, buckets, user, users, account, accounts, customer, customers,
  order, orders, payment, payments, record, records, row, rows, container, containers, image, images, collection, collections, document, documents, history,
  code, source, source code, source files, snapshot, snapshots, tag, tags, log, logs, instance, instances, resource, resources, process, processes, project, projects,
  index, indices, indexes, content, contents, schema, schemas, workspace, workspaces, worktrees, namespace, namespaces, cluster, clusters, server, servers, machine,
  machines, vm, vms, partition, partitions, upload, uploads, photo, photos, picture, pictures, mail, mails, email, emails, release, releases, package, packages,
  issue, issues, pull request, pull requests, prs, comment, comments, deployment, deployments, environment, environments, stack, stacks, version, versions, queue,
  queues, topic, topics, key, keys, secret, secrets, session, sessions, stash, stashes, message, messages, invoice, invoices, object, objects, infrastructure,
  codebase, website, site, application, system, tree, module, modules, dataset, datasets, archive, archives, reports, test, tests, permissions, certificates, work`);

/** Nobody clears one of these away on the side. */
const PRECIOUS = phrases(`
  git history, commit history, version history, months of history, years of history, history of the repo, the reflog, git repository, git repo,
  home directory, home directories, home folder, home dir, hard drive, hard disk, boot sector, partition table, file system, filesystem, root directory,
  backup, backups, snapshots, production, prod, database, databases, disk, disks, drive c, main branch, master branch, release branch, remote branch, remote branches,
  s3 bucket, s3 buckets, bucket, buckets, storage account, last commits, latest commits, recent commits, hundred commits, ten commits, commits of, commits since, tags that, branches that, uploads folder, uploads directory, data folder, data directory, media folder, logs of, logs from, incident logs, access logs, server logs, message queue, production queue, the real one, the real ones, real data, the originals, every copy, laptop, my computer, this computer, the computer, my machine, this machine, the machine, my phone, cluster, namespace, volumes, docker volumes, cloud account, aws account, audit log, audit logs, audit trail,
  customer data, customer records, customers table, users table, orders table, payments table, user data, personal data, mailbox, inbox, trash and,
  documents folder, downloads folder, desktop folder, pictures folder, photo library, system32, windows folder, repository, repo, codebase, src folder, src directory,
  project folder, project directory, uncommitted changes, uncommitted work, unpushed commits, unsaved work, stash, infrastructure, dns zone, domain, dns records,
  recovery keys, encryption keys, evidence, git, git folder, git directory, lock files of, kernel, boot loader, bootloader, reports folder, training data`);

/** Clearing away what nobody needs is ordinary work. */
const USELESS =
  '\\b(?:unused|unneeded|unnecessary|deprecated|temporary|temp|tmp|orphan\\w*|stale|generated|obsolete|outdated|legacy|duplicated?s?|dead|expired|cached?|' +
  'redundant|superfluous|trailing|(?<=\\S\\s)empty|commented|mock|fake|dummy|sample|debug|intermediate|built|compiled|leftover|selected|invalid|matching|remaining|' +
  'console\\S*|todos?|dangling|unreachable|imports?|usages?|uses|references|calls?|occurrences|notifications?|pending|soft[- ]delete\\w*|trash screen|undo|restor\\w+|' +
  'migrations?|between (?:integration |the )?tests|before each|after each|test database|local database|test data|gdpr|cascade|account deletion|retention|with prettier|' +
  'on logout|in batches|filters?|lines|whitespace|locale|instead of|attribute|prop|zombie|importer|nothing imports|never true)\\b';

const UNLESS = [PREVENTING, USELESS];

/** Destroying what cannot be had back. */
export const DESTRUCTION_RULES: readonly PolicyRule[] = [
  ...DESTRUCTIVE_COMMANDS,
  {
    id: 'destroy.everything',
    category: 'destruction',
    words: [DESTROY, EVERYTHING],
    order: true,
    gap: 2,
    notBefore: phrases(
      'related, about, concerning, connected with, that depends, that is unused, left over, from the old, below the, but, except',
    ),
    unless: [...UNLESS, '\\beverything (?:that|which) is\\b'],
    why: 'A task may not clear away everything.',
    rephrase: 'Name exactly what is obsolete: "remove the unused helper in …".',
    examples: { match: ['wipe everything and start over'], pass: ['delete the unused helper'] },
  },
  {
    id: 'destroy.all',
    category: 'destruction',
    words: [DESTROY, MUCH, THINGS],
    order: true,
    notBefore: PARTS,
    unless: UNLESS,
    why: 'A task may not clear away things in bulk.',
    rephrase: 'Name exactly what is obsolete: "remove the deprecated endpoints".',
    examples: {
      match: ['delete all files in the repository'],
      pass: ['remove all deprecated endpoints from the API'],
    },
  },
  {
    id: 'destroy.whole',
    category: 'destruction',
    words: [DESTROY, WHOLE, THINGS],
    order: true,
    gap: 2,
    notBefore: PARTS,
    unless: [...UNLESS, '\\b(?:if|else|switch) branch\\b'],
    why: 'A task may not clear away the whole of something.',
    rephrase: 'Name exactly what is obsolete.',
    examples: {
      match: ['remove the whole database'],
      pass: ['remove the whole legacy folder, nothing imports it'],
    },
  },
  {
    id: 'destroy.live',
    category: 'destruction',
    words: [DESTROY, LIVE, THINGS],
    order: true,
    gap: 2,
    notBefore: PARTS,
    unless: [
      ...UNLESS,
      '\\b(?:main|primary|master|live) (?:menu|nav|page|region|list|image|content|message|comments|class|tag|key|keys|index|row|object|document|code|module|test)\\b',
    ],
    why: 'A task may not clear away what is in use.',
    rephrase: 'Name exactly what is obsolete, and in which file.',
    examples: { match: ['empty the production bucket'], pass: ['delete the staging config template'] },
  },
  {
    id: 'destroy.precious',
    category: 'destruction',
    words: [DESTROY, PRECIOUS],
    order: true,
    gap: 5,
    notBefore: PARTS,
    unless: [...UNLESS, '\\b(?:domain (?:model|object|event)|stash away|close the (?:database|disk))\\b'],
    why: 'A task may not destroy what cannot be had back.',
    rephrase: 'Name exactly what is obsolete, and in which file.',
    examples: {
      match: ['remove the last three months of git history'],
      pass: ['remove the database dependency from the unit tests'],
    },
  },
  {
    id: 'destroy.in-production',
    category: 'destruction',
    words: [
      phrases(
        'delete, remove, wipe, erase, destroy, purge, nuke, truncate, clear, empty, flush, drop, reset, overwrite, kill, stop, restart, modify, change, edit, update, alter, patch, migrate, rewrite, corrupt, break, take down',
      ),
      phrases(
        'on prod, on production, in prod, in production, from prod, from production, of production, on live, on the live, in the live, in the production, on the production, from the production, of the production, prod too, the live system, the production system',
      ),
    ],
    order: true,
    gap: 9,
    notBefore: PARTS,
    unless: [
      ...UNLESS,
      '\\b(?:build|builds|mode|docs?|log level|only in production|source maps?|bundle|console)\\b',
    ],
    why: 'A task may not change what runs in production.',
    rephrase: 'Ask for the change in the code; a release brings it into production.',
    examples: {
      match: ['truncate users, orders and payments on prod'],
      pass: ['strip source maps in production builds'],
    },
  },
  {
    id: 'destroy.others',
    category: 'destruction',
    words: [
      [...DESTROY, 'rewrite', 'revert', 'edit', 'change', 'rename'],
      OTHERS,
      phrases(
        'branch, branches, change, changes, commits, commit, work, files, account, accounts, code, data, photos, mail, mails, emails, documents, tests, permissions, tasks, pull requests, repo, repository, project, laptop, machine, folder',
      ),
    ],
    order: true,
    gap: 2,
    unless: UNLESS,
    why: "A task may not touch other people's work.",
    rephrase: 'Ask for a change of your own, on a branch of your own.',
    examples: { match: ["delete my colleague's branches"], pass: ['delete the branch list component'] },
  },
  {
    id: 'destroy.history',
    category: 'destruction',
    words: [
      phrases(
        'rewrite, squash, erase, falsify, backdate, alter, reset, overwrite, force, discard, throw away, drop, revert, forget, hide, replace, remove, delete, edit, push',
      ),
      phrases(
        'git history, commit history, public history, published history, history, published commits, pushed commits, upstream, origin, main to, master to, main branch, master branch, protected branch, uncommitted, unpushed, unsaved, local changes, my changes, last commits, commit dates, author of, authorship',
      ),
    ],
    order: true,
    gap: 4,
    notBefore: PARTS,
    unless: [
      ...UNLESS,
      '\\b(?:history (?:page|view|api|list|table|tab|entries)|browser history|search history|chat history|undo history|scroll|changelog)\\b',
    ],
    why: 'A task may not rewrite history or throw work away.',
    rephrase: 'Ask for a new commit or branch instead.',
    examples: {
      match: ['throw away my uncommitted changes'],
      pass: ['document the history of the release branch'],
    },
  },
];
