import type { PolicyRule } from '../policy.ts';

/*
 * The vocabulary that several rules share. A rule is after an intent, so it looks for an order ("delete …") with its
 * thing ("all files"), not for a word: "fix the crash when users delete all files" has the same words and orders
 * nothing of the kind. Which verbs are orders, and where a thing ends, is the matter of `read-orders.ts`.
 */

/** Phrases as they are written down: separated by commas, over as many lines as it takes. `*` ends an open word. */
export function phrases(...lists: readonly string[]): readonly string[] {
  return lists
    .flatMap((list) => list.split(','))
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '');
}

/** An order: a verb with its thing. */
export function order(
  id: string,
  words: readonly (readonly string[])[],
  rest: Omit<PolicyRule, 'id' | 'words' | 'order'>,
): PolicyRule {
  return { id, words, order: true, ...rest };
}

/** To look at something, or to have it shown. */
export const SEE = phrases(`
  read, read out, open, view, look at, look in, look into, look inside, look through, look up, look around, look for, look whether, look which, have a look, take a look, list, show, show me, show us, print, print out, display,
  output, cat, dump, reveal, tell me, tell us, give me, give us, hand me, hand over, bring me, get, get me, fetch, grab, find, find me, find out, search, search for, search through, hunt, hunt for, hunt down, locate, collect,
  gather, harvest, extract, pull, pull out, enumerate, report, report on, summarize, summarise, quote, recite, repeat, echo, grep, scan, scan for, inspect, examine, check, check what, check which, check whether, check if, see, see what, see which,
  see whether, see if, browse, explore, peek, peek at, peek into, peek inside, dig, dig through, dig up, dig out, go through, walk through, comb, comb through, snoop, snoop through, rummage, rummage through, retrieve, recover, decode, decrypt,
  unmask, spell out, name, work out, figure out, query, crawl, traverse, scrape, describe, analyze, analyse, review, watch, tail, count, index, map, sort, sort through, monitor, transcribe, say, type out, translate, count, crack open, look after, go over, single out, make a list of, compile a list of, take a copy of, take a photo, take a picture, lay out, spill, let me see, let me have, pass me, read back, read aloud, scour, sift, sift through, trawl, trawl through, sweep, inventory, catalog, catalogue, write out, reproduce, surface, divulge, unseal, unveil, uncover, trace, track down, check for, jot down, identify, determine, discover, obtain, acquire, procure, get hold of, lay hands on, get at, get access to, get to, turn up, harvest, spell, read off, note which, sniff, eavesdrop, look over, log into, bring up, copy off, intercept, spy out, peer into, inspect, screenshot, photograph, film, tape, listen in on, find where, locate, ascertain`);

/** To take something along, or to make it known. */
export const SHARE = phrases(`
  send, send out, send me, upload, post, transmit, email, e mail, mail, mail me, email me, push, copy, copy out, copy over, forward, share, paste, publish, leak, exfiltrate, tweet, sync, ship, scp, rsync, transfer, smuggle,
  stream, export, encode, mirror, back up, backup, deliver, pipe, expose, hand, release, disclose, sell, tunnel, embed, append, store, save, write, write down, note, note down, put, include, attach, commit, hardcode, hard code,
  log, record, capture, keep, stash, hide, move, broadcast, message me, text me, text, dm, message, give, pass, pass on, clone, fork, archive, zip, tar, bundle, carry, siphon, funnel, relay, redirect, proxy, replicate, steal, take, memorize, screenshot, submit, contribute, report, beacon, ping, fax, offload, drop, tell, make a copy of, make a full copy of, make a gist of, make a zip of, zip up, turn into, hand out, give away, drop, throw, wire, commit, send over, post here, hand off, drop off, slip, pilfer, swipe, lift`);

/** To put something where it stays. */
export const KEEP = phrases(`
  store, save, put, move, keep, log, include, append, embed, attach, hide, record, capture, push, submit, encode, drop, pass, note, write, copy, back up, backup, archive, commit, export, zip, sync, hardcode, hard code, stash, add`);

/** To change something. */
export const CHANGE = phrases(`
  write, write to, edit, modify, change, alter, update, append, append to, add, add to, put, put into, insert, set, adjust, patch, replace, overwrite, rewrite, create, make, touch, move, rename, copy, save, store, place, install, uninstall, register,
  mount, link, symlink, configure, reconfigure, tweak, fix, clean, clean up, tidy, tidy up, sort, reorganize, reorganise, chmod, chown, import, restart, reload, upgrade, migrate, convert, refactor, commit, deploy, extend, drop, leave, plant, inject, mess with, hack, merge, reset, truncate, clear, empty, unset, raise, increase, lower, extend, lift, revise, swap, unlock, encrypt`);

/** To destroy something. */
export const DESTROY = phrases(`
  delete, remove, wipe, wipe out, erase, destroy, purge, nuke, truncate, shred, clear, clear out, overwrite, empty, clean out, unlink, trash, flush, obliterate, rm, get rid of, corrupt, scramble, zero, zero out, ruin, annihilate,
  blow away, blow, discard, throw away, throw out, throw, tear down, uninstall, burn, burn down, smash, scrub, expunge, reformat, format, scrap, terminate, sabotage, drop, kill, reset, unpublish, deprovision, lose, vaporize, demolish,
  bin, chuck, dismantle, eliminate, eradicate, take down, take offline, clean, clean up, garble, randomize, bulldoze, revoke, close, cancel, zap, pulverize, void, vandalize, wreck, break, damage, poison, mangle, degrade, brick, cripple, detonate, torch, roll back, rewind, deface, undo, revert, squash, prune, mess up, throw away, pull the plug on, replace, rip out, knock over, undo, raze, level, decimate, junk, ditch, yank, pull down, take apart, tear up, tear apart, strip out, rip up, wipe off, wipe away, sweep away, clear away, hose, fry, toast, kill off, finish off, do away with, make disappear, axe, chop, decommission, evict, lock out, kick out, restore over, clear up, tidy away, dispose of, get shot of, thin out`);

/** To put something somewhere so that it works. */
export const PLANT = phrases(`
  install, add, create, set up, setup, register, write, append, modify, edit, configure, plant, put, schedule, leave, hide, insert, drop, enable, make, place, inject, update, change, use, build, build in, deploy, slip, slip in, embed, arrange,
  include, keep, load, sneak, sneak in, smuggle, wire, wire up, put in, code, develop, implement, ship, bake, bake in, compile, prepend, extend, start, run, launch, give me, give, let, have, want, need, introduce, generate, program, spread, release, distribute, queue, sneak an, turn on, open, open up, allow, hook, hook into, wire up, smuggle in, bundle, append, craft, hook up, plant an, arrange for`);

/** To have something run. */
export const START = phrases(`
  start, spawn, run, launch, open, fire up, boot, boot up, spin up, bring up, put up, set up, create, make, build, use, let, have, tell, call, invoke, execute, delegate, delegate to, delegate it to, delegate this to, hire, ask, employ, enlist, wake, assign, fork, clone, copy, duplicate, replicate, multiply, chain, add, keep, prompt, instruct, get, outsource, hand, hand it to, hand this to, pass, pass it to, split, distribute, submit, queue, kick off, trigger, deploy, recruit, summon, do, repeat, rerun, re run, restart, resubmit, re submit`);

export const EVERYTHING = phrases(`
  everything, anything, whatever, the lot, every last, every single, all of it, all of them, the rest, all there is, it all, them all`);

export const ALL = phrases(`
  all, every, each, any, both, most, half, everyone, everybody, several, many, thousands of, hundreds of, random, other, others, another, last, past, everyone's, everybody's, whatever`);

/** Whose it is, where it is not just a part of the program. */
export const WHOSE = phrases(`
  whole, entire, complete, full, total, production, prod, live, staging, customer, customers, company, shared, remote, public, upstream, origin, master, main, primary, real, corporate, client, clients, employee, employees, team, critical, our, my, his, her, their, the owner,
  colleague*, coworker*, co worker*, someone, somebody, someone else, somebody else, other people, other person, other team, other user*, another user*, other developer*, everyone else, boss, ceo, founder, neighbour*, neighbor*, friend*, wife, husband, roommate*, intern*, admin, root, maintainer, anna, peter, bob, alice, foreign, patient*, teammate*, manager, tenant*, tenants, mary, tom, deployed, our rivals, rival*, competitor*, school, ceo, bank, contractor*, partner*, supplier*, vendor*, sales, accounting, finance, legal, tester*, auditor*, support  former, ex, chief, cto, cfo, department, patient*, student*, pupil*, resident*, citizen*, tenant, landlord, lawyer, doctor, daughter, son, mother, father, brother, sister, parents, family, housemate*, flatmate*`);

/** What the agent runs on. */
export const MACHINES = phrases(`
  machine, computer, laptop, host, box, pc, mac, macbook, workstation, vm, vms, operating system, hard disk, hard drive, build server, build agent, build host, ci box, ci server, ci runner, ci runners, raspberry pi, data center, datacenter`);
