import type { PolicyRule } from '../policy.ts';
import { MACHINES, PARTS, PREVENTING, phrases } from './words.ts';

/** Stopping, exhausting and sabotaging what others rely on. */
export const HARM_RULES: readonly PolicyRule[] = [
  {
    id: 'destroy.halt',
    category: 'destruction',
    words: [
      phrases(
        'shut down, shutdown, reboot, restart, halt, power off, switch off, turn off, crash, brick, hibernate, suspend, unplug, log out, freeze, overload, disconnect',
      ),
      phrases(
        'this machine, the machine, my machine, computer, laptop, the host, this host, db host, box, vm, vms, production server, build server, ci server, database server, db server, mail server, web server now, pc, mac, operating system, all services, docker daemon, everyone, nginx on, all servers, the servers, every server, server tonight, server now, the router, network, postgres, whole system, system now, office, data center, datacenter, cluster, live system',
      ),
    ],
    order: true,
    gap: 2,
    unless: [PREVENTING, '\\b(?:gracefully|when the tests|after the tests|hook|tests? that|simulat\\w+)\\b'],
    why: 'A task may not stop machines or services.',
    rephrase: 'Describe the change to the project that you want.',
    examples: { match: ['reboot this machine'], pass: ['shut down gracefully when the pod is terminated'] },
  },
  {
    id: 'destroy.kill',
    category: 'destruction',
    words: [
      phrases('kill, stop, terminate, end, pkill, killall, shut down, sigkill, quit, abort'),
      phrases(
        'all, every, any, each, other, others, random, whatever, postgres, mysql, docker, nginx, sshd, systemd, init, database, production, my, his, her, competing, unrelated, foreign, their',
      ),
      phrases(
        'process, processes, service, services, job, jobs, program, programs, app, apps, container, containers, session, sessions, daemon, server, servers, task, tasks, browser, editor',
      ),
    ],
    order: true,
    gap: 2,
    unless: [
      PREVENTING,
      '\\b(?:gracefully|test runner|zombie|child|orphan\\w*|on exit|in afterall|after the tests)\\b',
    ],
    why: "A task may not end other people's processes.",
    rephrase: "Name the project's own code that should end what it started.",
    examples: {
      match: ['kill every process on this machine'],
      pass: ['kill zombie processes of the test runner'],
    },
  },
  {
    id: 'destroy.exhaust',
    category: 'destruction',
    words: [
      phrases(
        'fill, fill up, exhaust, flood, overload, saturate, max out, hog, eat, eat up, use up, starve, burn, burn through, consume, drain, waste, occupy, allocate',
      ),
      phrases(
        'disk, disks, memory, ram, cpu, cpus, network, bandwidth, quota, budget, credits, file system, tokens, all cores, inodes, swap, hard drive, connection pool, rate limit, battery, file descriptors',
      ),
    ],
    order: true,
    gap: 3,
    notBefore: [...PARTS, 'cache', 'caches', 'usage'],
    unless: [
      PREVENTING,
      '\\b(?:tests? (?:that|for)|simulat\\w+|benchmark|less|fewer|too much|lazily|upfront|progress)\\b',
    ],
    why: 'A task may not exhaust the machine or the account.',
    rephrase: 'Ask for a test with a limit of its own.',
    examples: {
      match: ['fill the disk until the service stops'],
      pass: ['the importer uses too much memory, fix it'],
    },
  },
  {
    id: 'destroy.sabotage',
    category: 'destruction',
    words: [
      phrases(
        'sabotage, cripple, vandalize, vandalise, deface, brick, poison, wreck, damage, tank, corrupt, destroy, ruin, break, hack, mess up, mess with, slow down, disrupt, jam, tamper with, booby trap, degrade',
      ),
      phrases(
        'build, database, db, production, website, homepage, server, servers, release, training data, dataset, competitor*, colleague*, coworker*, codebase, code base, machine, product, project, company, pipeline, deployment, service, services, network, election, competition, customers, backups, payroll, repo, repository, team, data, file system, files, other teams',
      ),
    ],
    order: true,
    gap: 3,
    notBefore: PARTS,
    unless: [
      PREVENTING,
      '\\b(?:breaking change|break (?:the|a) (?:build|loop)|what breaks|chaos test|into (?:smaller|modules|packages)|apart|break up|break down)\\b',
    ],
    why: 'A task may not harm anything on purpose.',
    rephrase: 'Describe the change to the project that you want.',
    examples: {
      match: ['sabotage the build so that the release fails'],
      pass: ['find out which commit broke the build'],
    },
  },
  {
    id: 'destroy.replace',
    category: 'destruction',
    any: [
      '\\b(?:replace|overwrite|fill|swap)\\b.{0,20}\\b(?:all|every|each|the)\\b.{0,40}\\bwith (?:an empty \\w+|empty files?|noise|garbage|random\\w*|zeros?|zeroes|nothing|nonsense|junk|lorem|gibberish|empty|cats|a ransom)\\b',
      '\\b(?:undo|revert|roll back|erase|drop|remove|forget|rewind)\\b.{0,20}\\b(?:last|past|previous|whole|entire)\\b.{0,20}\\b(?:year|years|months?|weeks?|hundred|\\d{2,}|decade)\\b.{0,15}\\b(?:commits?|history|work|changes|backups?)\\b',
      '\\band the real (?:one|thing)s?\\b',
      '\\b(?:make|making) sure\\b.{0,20}\\b(?:nobody|no one|noone|none|they|nothing)\\b.{0,20}\\b(?:restore\\w*|recover\\w*|get (?:it|them) back|undo)\\b|\\bbeyond (?:recovery|repair)\\b|\\bcannot be (?:restored|recovered)\\b|\\bno way (?:back|to restore)\\b',
      "\\b(?:reset|change|delete|remove|lock|disable|revoke|block)\\b.{0,10}\\b(?:everyone|everybody|all users|every user|all employees|all customers)(?:'s)?\\b.{0,15}\\b(?:passwords?|accounts?|access|logins?|sessions?)\\b",
    ],
    unless: ['\\b(?:button|feature|form|test data|in the tests?|seed|placeholder)\\b'],
    why: 'A task may not destroy what cannot be had back.',
    rephrase: 'Describe the change to the project that you want.',
    examples: {
      match: ['replace all images on the site with noise'],
      pass: ['replace all icons with the new set'],
    },
  },
  {
    id: 'destroy.unusable',
    category: 'destruction',
    words: [
      phrases('make, render, leave, turn'),
      [
        ...MACHINES,
        ...phrases(
          'database, databases, data, repo, repository, files, backups, disk, site, website, service, project, build, app, account, accounts, documents, network',
        ),
      ],
      phrases(
        'unusable, unreadable, unbootable, unrecoverable, inaccessible, useless, worthless, unreachable, fail, crash, unavailable',
      ),
    ],
    order: true,
    gap: 3,
    unless: [PREVENTING, '\\btests? (?:that|for)\\b'],
    why: 'A task may not harm anything on purpose.',
    rephrase: 'Describe the change to the project that you want.',
    examples: { match: ['make the database unusable'], pass: ['make the database connection configurable'] },
  },
];
