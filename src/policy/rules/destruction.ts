import type { PolicyRule } from '../policy.ts';
import { DESTRUCTIVE_COMMANDS } from './destructive-commands.ts';
import { ALL, DESTROY, EVERYTHING, MACHINES, order, phrases } from './words.ts';

const THINGS = phrases(`
  file, files, folder, folders, directory, directories, data, table, tables, database, databases, db, dbs, branch, branches, backup, backups, commit, commits, repo, repos, repository, repositories, disk, disks, drive, drives, volume, volumes,
  bucket, buckets, user, users, account, accounts, customer, customers, order, orders, payment, payments, record, records, row, rows, container, containers, image, images, collection, collections, document, documents, history, code, source, sources,
  snapshot, snapshots, tag, tags, log, logs, instance, instances, resource, resources, process, processes, service, services, project, projects, index, indices, content, contents, schema, schemas, workspace, workspaces, namespace, namespaces, cluster, clusters, server, servers,
  machine, machines, vm, vms, partition, partitions, upload, uploads, photo, photos, picture, pictures, mail, mails, email, emails, message, messages, release, releases, package, packages, issue, issues, pull request, pull requests, prs, comment, comments, deployment, deployments, environment, environments,
  stack, stacks, version, versions, queue, queues, topic, topics, key, keys, secret, secrets, session, sessions, stash, stashes, invoice, invoices, object, objects, infrastructure, codebase, website, site, application, system, tree, dataset, datasets, archive, archives, reports, tests,
  permissions, certificates, work, changes, app, job, jobs, program, programs, task, tasks, domain, zone, mailbox, inbox, laptop, phone, website, passwords, password, logins, home, avatar, avatars, password, trash, recycle bin, node modules, sd card, actions, workflow, workflows, runs, runner, runners, access, topics, indexes, deployment, team, subscription, subscriptions, contract, contracts, subscriber, subscribers, device, devices, keys, volume, network, networks, rule, rules of, permission, node, nodes, pod, pods, function, functions in production, ticket, tickets, wiki, page of ours, repo, customer, mailbox, mailboxes, exports, export, site, shop, shops, wiki, blog, forum, channel, channels, calendar, calendars, contacts, notes, recordings, invoices, receipts, tickets, board, boards, playlist, library, configuration, configs, settings, profile, profiles, history, progress, savegames, models, weights, checkpoints, experiments, notebooks, jobs, pipelines, secrets, webhooks, integrations, apps, plugins, extensions, licenses`);

/** What is in use, or somebody else's. */
const THEIRS = phrases(`
  whole, entire, complete, full, production, prod, live, staging, shared, public, upstream, origin, real, corporate, our, my, his, her, their, the owner, colleague*, coworker*, co worker*, someone, somebody, someone else, somebody else, other people, other person, other team, other user*, another user*, other developer*, everyone, everyone else, boss, ceo, founder, neighbour*, neighbor*, intern*, maintainer, competitor*, rival*, tenants, sales, finance, hr, school, company, organization, deployed, critical, master, main, primary`);

/** Nobody clears one of these away on the side. */
const PRECIOUS = phrases(`
  git history, commit history, version history, public history, published history, pushed commits, published commits, months of history, years of history, reflog, git repository, git repo, home directory, home directories, home folder, home dir, hard drive, hard disk, boot sector, partition table, file system, filesystem, root directory,
  backup, backups, snapshots, dumps, production, prod, database, databases, disk, disks, drive c, main branch, master branch, release branch, remote branch, remote branches, bucket, buckets, storage account, last commits, latest commits, recent commits, hundred commits, commits since,
  uploads folder, uploads directory, data folder, data directory, media folder, incident logs, access logs, server logs, message queue, the real one, real data, originals, every copy, cluster, namespace, volumes, cloud account, aws account, audit log, audit logs, audit trail, customer data, customer records,
  customers table, users table, orders table, payments table, personal data, mailbox, inbox, documents folder, downloads folder, desktop folder, pictures folder, photo library, system32, windows folder, repository, repo, codebase, src folder, src directory, project folder, project directory, uncommitted changes,
  uncommitted work, unpushed commits, unsaved work, local changes, stash, infrastructure, dns zone, dns records, recovery keys, encryption keys, evidence, git folder, git directory, kernel, boot loader, bootloader, training data, website, payroll, server, servers, invoices, customers, schema, recycle bin, trash of, git blame, metrics database, audit schema, timestamps in, sd card, second disk, staging cluster, year of commits, commits on main, history in, all history, stack, stacks, terraform stack, drive, drives, usb drive, usb stick, external drive, external disk, boot drive, deployment, deployments, helm release, namespaces, pods, droplets, replicas, tenants, user accounts, transactions, ledger, media files, uploads, chat history, photos, documents, private branches, open branches, releases, published versions, published package, wiki, the tests folder, tests folder, test folder, node modules on, mail archive, email archive, root volume, orders in, ec2 instances, instances, lambda functions, cloud functions, workloads, registry, artifact registry, bare repo, submodules, release branches, event logs, security logs, system logs, shadow copies, volume shadow copies, restore points, recovery partition, kafka topics, topics, indexes on the live, access of the whole, github actions, ci runs, workflow runs, organization repositories, python from the system, firmware, bios, partition, partitions, boot record, mbr, archive of, time machine, nas, raid, swap file, page file, registry, registry hive, service accounts, dns entries, load balancer, cdn, firewall rules, security groups, vpc, cluster state, etcd, terraform state, state file, secrets store, key vault, kms keys, license server, crm, erp, billing data, invoice archive, legal archive, tickets, wiki pages, mailing list, newsletter list, subscribers, followers, game saves, recordings, footage, medical records, patient records, employee records, evidence of, issue history, pull request history, open issues, open pull requests, published release, published releases, access of, keys of the company, all access, largest directories, old ones, largest files, biggest files, biggest folders, last backup, live system, production bucket, read replica, redis of production, dns of our domain, migrations on prod, gpg key, release instructions, download url, main database, board`);

/** What is rewritten when a past is. */
const HISTORY = phrases(`
  history, the past, git log, git history, commit history, commit dates, commit messages, commit authors, authorship, author of, blame, commits of the last, last commits, published commits, pushed commits, changelog of the past, timestamps of, timestamps`);

const SERVICES = phrases(`
  this machine, the machine, my machine, the host, production server, database server, db server, db host, mail server, web server, all services, docker daemon, everyone, all servers, every server, network, office, cluster, live system, payment service, payments service, production system, whole system, postgres, nginx, sshd, docker, the service, the services, the site, the website, the api server, elevator*, everything, database service, backup service, replica, replicas, primary, mail service, print server, printer, vpn, domain controller, active directory, production deployment, the deployment, siem, logging service, dns, power, heating, lights, door, cameras, alarm, robot, plant, machines in the hall, other people, everybody, support line, phone system, call center, payroll`);

/** Clearing away what nobody needs, and what a program clears away by itself, is ordinary work. */
const ORDINARY =
  '\\b(?:unused|unneeded|unnecessary|deprecated|temporary|temp|tmp|orphan\\w*|stale|generated|obsolete|outdated|legacy|old (?:\\w+ )?(?:api|code|endpoint|module|page|screen)s?|duplicated?s?|dead|expired|cached?|redundant|trailing|commented|mock|fake|dummy|sample|debug|intermediate|built|compiled|leftover|selected|invalid|' +
  'console\\S*|todos?|dangling|unreachable|imports?|usages?|uses|references|calls?|occurrences|pending|soft[- ]delete\\w*|undo|migrations?|between (?:\\w+ )?tests|before each|after each|(?:test|local) (?:database|data|container|server)s?|in the tests?|gdpr|cascade|retention|prettier|foreign keys?|' +
  'on logout|in batches|whitespace|child process\\w*|zombie|when (?:the|a)|nothing imports|never true|graceful\\w*|last test|connections?|tests? (?:that|for|runner)|with a progress)\\b';

const WHY = {
  category: 'destruction',
  rephrase: 'Name exactly what is obsolete: "remove the unused helper in …".',
} as const;

/** Destroying what cannot be had back, and stopping what others rely on. */
export const DESTRUCTION_RULES: readonly PolicyRule[] = [
  ...DESTRUCTIVE_COMMANDS,
  order('destroy.everything', [DESTROY, EVERYTHING], {
    gap: 2,
    loose: true,
    unless: [ORDINARY, '\\beverything (?:related|that|about|but|except)\\b'],
    ...WHY,
    why: 'A task may not clear away everything.',
    examples: { match: ['wipe everything and start over'], pass: ['delete the unused helper'] },
  }),
  order('destroy.all', [DESTROY, ALL, THINGS], {
    unless: [ORDINARY],
    ...WHY,
    why: 'A task may not clear away things in bulk.',
    rephrase: 'Name exactly what is obsolete: "remove the deprecated endpoints".',
    examples: {
      match: ['delete all files in the repository'],
      pass: ['remove all deprecated endpoints from the API'],
    },
  }),
  order('destroy.whose', [DESTROY, THEIRS, THINGS], {
    gap: 2,
    unless: [ORDINARY],
    ...WHY,
    why: "A task may not clear away what is in use, or somebody's.",
    examples: {
      match: ['empty the production bucket', "delete my colleague's branches"],
      pass: ['delete the staging config template', 'delete the branch list component'],
    },
  }),
  order(
    'destroy.precious',
    [[...DESTROY, ...phrases('rewrite, falsify, backdate, alter, force push, forget, hide')], PRECIOUS],
    {
      gap: 5,
      unless: [ORDINARY],
      ...WHY,
      why: 'A task may not destroy what cannot be had back.',
      examples: {
        match: ['remove the last three months of git history', 'throw away my uncommitted changes'],
        pass: ['remove the database dependency from the unit tests'],
      },
    },
  ),
  order(
    'destroy.history',
    [
      phrases(
        'rewrite, falsify, backdate, forge, fake, doctor, alter, tamper with, erase, squash away, force push over, amend, filter, purge from, scrub, force',
      ),
      HISTORY,
    ],
    {
      gap: 5,
      unless: [ORDINARY],
      ...WHY,
      why: 'A task may not rewrite history.',
      rephrase: 'Ask for a new commit or branch instead.',
      examples: {
        match: ['rewrite history so that the commit never existed'],
        pass: ['rewrite the history page with the new router'],
      },
    },
  ),
  order(
    'destroy.live',
    [
      [
        ...DESTROY,
        ...phrases(
          'stop, restart, modify, change, edit, update, alter, patch, migrate, rewrite, test, try, run',
        ),
      ],
      phrases(
        'on prod, on production, in prod, in production, from prod, from production, of production, on live, on the live, in the live, from the live, in the production, on the production, from the production, of the production, against production, against prod, against the production, against the live',
      ),
    ],
    {
      gap: 8,
      unless: [ORDINARY, '\\b(?:builds?|mode|bundle|source ?maps?|log level|only in production|console)\\b'],
      ...WHY,
      why: 'A task may not change what runs in production.',
      rephrase: 'Ask for the change in the code; a release brings it into production.',
      examples: {
        match: ['truncate users, orders and payments on prod'],
        pass: ['strip source maps in production builds'],
      },
    },
  ),
  order(
    'destroy.halt',
    [
      phrases(
        'shut down, shutdown, reboot, restart, halt, power off, switch off, turn off, crash, brick, hibernate, suspend, unplug, freeze, overload, disconnect, take down, bring down, knock out, stop, kill, break, sabotage, paralyze, lock, log out, block, jam, disrupt, slow down',
      ),
      [...SERVICES, ...MACHINES],
    ],
    {
      gap: 2,
      unless: [ORDINARY],
      ...WHY,
      why: 'A task may not stop machines or services.',
      rephrase: 'Describe the change to the project that you want.',
      examples: { match: ['reboot this machine'], pass: ['shut down gracefully when the pod is terminated'] },
    },
  ),
  order(
    'destroy.unusable',
    [
      phrases('scale, make, render, leave, turn, switch, shut, power, take, bring, let, log, lock'),
      [...MACHINES, ...THINGS, ...SERVICES],
      phrases(
        'to zero, to 0, into maintenance, unusable, unreadable, unbootable, unrecoverable, inaccessible, useless, worthless, unreachable, fail, crash, unavailable, off, down, offline, out',
      ),
    ],
    {
      gap: 2,
      unless: [ORDINARY],
      ...WHY,
      why: 'A task may not harm anything on purpose.',
      rephrase: 'Describe the change to the project that you want.',
      examples: {
        match: ['make the database unusable'],
        pass: ['make the database connection configurable'],
      },
    },
  ),
  order(
    'destroy.exhaust',
    [
      phrases(
        'fill, fill up, open, make, send, create, generate, allocate, start, run, write, spawn, eat, exhaust, flood, overload, saturate, max out, hog, eat, eat up, use up, starve, burn, burn through, consume, drain, waste, occupy, allocate, clog',
      ),
      phrases(
        'disk, disks, memory, ram, cpu, cpus, network, bandwidth, quota, budget, credits, file system, tokens, all cores, inodes, swap, hard drive, connection pool, battery, file descriptors, thousand connections, million connections, thousand requests, million requests, endless loop that, infinite loop that, endless loop, fork bomb, huge file, huge files, whole quota, ci minutes, build minutes, all slots, every slot, all threads, all sockets, all ports, forever',
      ),
    ],
    {
      gap: 3,
      ...WHY,
      why: 'A task may not exhaust the machine or the account.',
      rephrase: 'Ask for a test with a limit of its own.',
      examples: {
        match: ['fill the disk until the service stops'],
        pass: ['the importer uses too much memory, fix it'],
      },
    },
  ),
  {
    id: 'destroy.for-good',
    any: [
      '\\b(?:replace|overwrite|fill|swap)\\b.{0,60}\\bwith (?:an empty \\w+|empty files?|noise|garbage|random\\w*|zeros?|zeroes|nothing|nonsense|junk|gibberish|a ransom)\\b',
      '\\b(?:nobody|no one|none|they|nothing)\\b.{0,20}\\b(?:restored?|recover\\w*|get (?:it|them) back)\\b|\\bbeyond (?:recovery|repair)\\b|\\bcannot be (?:restored|recovered)\\b',
      '\\b(?:end up|become|turn\\w*|be reduced|left)\\b.{0,12}\\b(?:as|into|to|in)? ?(?:\\w+ )?(?:noise|zeros|zeroes|garbage|ashes|dust|rubble|rubbish|gibberish|scrap)\\b',
      '\\b(?:did|does|do|would|will) (?:simply |just )?(?:not|no longer) exist (?:tomorrow|any ?more|by|tonight|next|after)\\b|\\bceases? to exist\\b|\\b(?:is|are|be|was|were) (?:simply |just )?(?:no more|gone for good|history) (?:by|tomorrow|tonight)\\b',
      "\\b(?:can ?not|can't|never|no longer|can no longer) (?:be )?(?:found|restored|seen|recovered|traced|opened) (?:again|any ?(?:longer|more)|by any\\w+)\\b|\\bso (?:that )?(?:the|it|they|every\\w*)\\b.{0,25}\\b(?:fails?|breaks?|crashes|is broken|stays broken) for good\\b",
      '\\b(?:clear|delete|remove|lock|ban|wipe|close|suspend|erase|drop|cancel)\\b.{0,10}\\b(?:accounts?|data|orders|files|records|mails?|messages|profiles) of (?:everyone|everybody|all|anyone|each|every)\\b',
      '\\bransomware\\b|\\b(?:logic|time) bomb\\b|\\bransom\\b|\\bstart (?:all )?(?:fresh|over|again)\\b.{0,20}\\b(?:repo\\w*|database)\\b',
    ],
    order: true,
    ...WHY,
    why: 'A task may not destroy what cannot be had back.',
    rephrase: 'Describe the change to the project that you want.',
    examples: {
      match: ['replace all images on the site with noise'],
      pass: ['replace all icons with the new set'],
    },
  },
];
