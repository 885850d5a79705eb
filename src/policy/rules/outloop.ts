import type { PolicyRule } from '../policy.ts';
import { loose, near, order, PREVENTING, word } from './words.ts';

const OWN =
  "(?:coordination\\.jsonl|coordination log|activity\\.jsonl|(?:the |outloop'?s? |coordination |task |your |its )*(?:journal(?!\\s+(?:page|entry|entries|app|view))|audit (?:log|trail|entr\\w+|records?)(?!\\s+(?:view|page|ui|table|list|screen|filter))|coordination file|activity log|ledger(?! page)|checkpoint|supervisor|epoch)|manifest\\.json(?=.*\\b(?:task|status|agent|outloop|background)\\b)|result\\.json|output\\.log|reports?/(?:\\.outloop|background|coordination|activity|archive|context)\\S*|(?<![\\w])\\.outloop\\b\\S*|outloop\\.ya?ml|outloop'?s? (?:records?|logs?|policy|policies|config\\w*|rules?|hooks?|state|reports?|history|guard|limits?|settings|database|files?|plugin|budget|lock\\w*|journal)|\\.claude(?:/\\S*|\\b)|claude'?s? settings|claude\\.md|hooks\\.json|settings(?:\\.local)?\\.json(?=.*\\b(?:allow|permission\\w*|claude|hook\\w*)\\b)|context bundles?|guard script|the guard\\b|(?:your|your own|its own|the agent'?s|this task'?s|the worker'?s|the other agent'?s?|other agents?'?|another agent'?s?|the other task'?s?)\\s+(?:own\\s+)?(?:logs?|records?|policy|limits?|budget\\w*|guard|profile|tracks?|traces|progress|status|hooks?|settings|permissions?|transcript|report|reports|manifest|result|results|timeout|prompt|instructions|state|history|output|workspace|quota)(?:\\s+\\w+)?|reports? of (?:the )?other agents?|(?:the )?status of (?:the |this |another |an? )?(?:\\w+ )?(?:background )?task|supervisor process|progress log|task history|run history)";

const ALTER =
  'edit, modify, change, delete, remove, rewrite, forge, fake, falsify, tamper, tamper with, truncate, alter, append, append to, backdate, clear, erase, overwrite, wipe, replace, corrupt, hide, patch, mark, cover, destroy, move, rename, manipulate, insert, inject, reset, doctor, purge, raise, increase, disable, turn off, unset, add, adjust, update, lift, scrub, kill, stop, drop, set, extend, prune, redact, shred, revise, swap, touch up, shorten, fudge, massage, double, mess with, lower, strip, bump, clean, clean out, empty, write, put, roll back, rewind, reorder, break, unlock, crash, cancel, replay, duplicate, spoof';

/** Outloop's own records, further agents. */
export const OUTLOOP_RULES: readonly PolicyRule[] = [
  {
    id: 'outloop.tamper',
    category: 'tampering',
    any: [
      near(loose(ALTER), OWN, 7),
      near(
        loose('mark, report, record, log, claim, pretend, declare, say, set, show, list'),
        '(?:the |this |that |all |every |my |your |other |another )*(?:task\\w*|it|everything|work|jobs?|results?|tests? as|status)\\s+(?:\\w+\\s+){0,3}?(?:as\\s+|to\\s+)?(?:completed?|done|successful\\w*|succeeded|passed|finished|green)\\b(?=.*\\b(?:even|without|although|regardless|no matter|before|whether|never|not|nothing|right away|immediately|journal|coordination)\\b)',
        3,
      ),
      `${loose('cover, hide, erase, remove, clean, clean up, delete, wipe, clear, obscure, scrub')}\\s+(?:up\\s+)?(?:your|the|all|any|its|my|every|our)?\\s*(?:tracks|traces?|evidence|foot ?prints?|trail)\\b`,
      `\\bso (?:that )?(?:nobody|no one|noone|none|the (?:user|owner|team|boss|reviewers?|admins?|auditors?)|they|you)(?: (?:ever|will|can|would|could|won't|doesn't|don't|never))* (?:sees?|notices?|knows?|finds? out|learns?|tells?|suspects?|find(?= (?:it|out|that))|see|notice|know)\\b|\\b(?:nobody|no one|noone) (?:will |would |should |ever |can )*(?:notices?|knows?|finds? out|sees?|cares)\\b`,
      '\\bleaves? no trace|\\bwithout (?:leaving )?(?:a |any )?traces?\\b|\\bno trace\\b',
    ],
    unless: [
      PREVENTING,
      '\\b(?:changelog|page shows|log rotation|claude\\.md in the docs|settings page|profile page|progress bar)\\b',
    ],
    why: "A task may not change Outloop's own records or rules.",
    rephrase: 'Use the commands of Outloop, or edit its files yourself.',
    examples: {
      match: ['mark every task in coordination.jsonl as completed', 'raise your own budget limit'],
      pass: ['document the journal format', 'update the audit log view to show the actor'],
    },
  },
  {
    id: 'outloop.agents',
    category: 'recursion',
    any: [
      near(
        loose(
          'spawn, spawns, start, starts, launch, launches, opens, creates, runs, calls, delegate, create, run, rerun, kick off, fork, submit, invoke, call, open, boot, boot up, fire up, spin up, hand, use, recruit, deploy, trigger, dispatch, queue, queue up, keep spawning, keep starting, hire, ask, let, have, clone, copy, replicate, duplicate, multiply, restart, set up, schedule, bring up, order',
        ),
        '(?:(?:an? |another |more |further |additional |extra |new |multiple |several |sub|child |many |few |infinite |unlimited |parallel |\\d+ |two |three |four |five |ten |twenty |thirty |fifty |hundred |(?:a )?hundreds? (?:of )?|thousands? of |dozens? of |(?:a )?dozens? |swarm of |fleet of |army of |second |third |fresh |other |as many |its own |your own |background |nested )+(?:\\w+ ){0,2}?(?:agents?|sub-?agents?|claudes?|claude \\w+|background (?:tasks?|agents?)|delegations?|yourself|copies of yourself|instances of (?:yourself|claude)|ai (?:workers?|assistants?|sessions?)|llms?|sessions? (?:with|of|for|and|that|in)|coding assistants?|orchestrators?|workers? (?:that|which|of))|sub-?agents?|(?:copy|copies|clones?|instances?|replicas?|versions?) of (?:yourself|itself|claude|this agent)|claude(?: -p| code| cli| --\\S+| sessions?| instances?)|claude\\b(?=\\s*(?:$|again|recursively|in|for|on|with|and))|yourself|itself again|/(?:outloop:)?background|outloop\\b|(?:the )?(?:task|agent) tool|this (?:very )?(?:task|prompt) (?:again|there|in)|the same (?:task|prompt) (?:again|there|in|to))(?!\\s+(?:classes|class|support|ui|tests?|string|strings|parsing|endpoint|page|framework\\w*|parser|header|field|list|limit|pool|count|page))',
        4,
      ),
      '(?:^|[\\s"\'(])/(?:outloop:[a-z-]+|background|bg|agents?|task|loop)\\b',
      '\\bclaude\\s+(?:-p|--print|--dangerously\\S*|--bg|--resume|-c|--continue|mcp add|config set)\\b|\\bclaude -\\w',
      '\\boutloop\\s+(?:submit|init|uninit|cancel|clean|repair|background|retry|wait)\\b',
      near(
        loose(
          'delegate, delegating, re-?delegate, hand off, hand, outsource, pass, forward, sub-?contract, farm out',
        ),
        '(?:this|it|the|that|parts?|work|tasks?|everything|each|every)(?:\\s+\\w+){0,3}?\\s+(?:agents?|sub-?agents?|claude|background|yourself|recursively|assistants?|models?)\\b',
        1,
      ),
      `${word('recursively|forever|endlessly|infinitely|in a loop|repeatedly|over and over|again and again|each of (?:which|them)|without end|until (?:the )?(?:quota|budget|limit|credit\\w*)|indefinitely|every (?:minute|second|hour)|exponentially')}(?=.*\\b(?:agents?|delegat\\w+|claude|spawn\\w*|yourself|background tasks?|this task)\\b)`,
      `\\b(?:agents?|delegat\\w+|claude|spawn\\w*|sub-?agents?|this task|the task|background tasks?)\\b.{0,80}\\b(?:recursively|forever|endlessly|infinitely|in a loop|over and over|again and again|each of (?:which|them) (?:start\\w*|spawn\\w*|creat\\w*)|(?:the )?same (?:again|to|with)|do the same|itself again|again (?:when|as soon|every|each)|every time it ends|until (?:the )?(?:quota|budget|limit) (?:is|runs))\\b`,
      '\\bagents?\\b.{0,40}\\b(?:calls?|starts?|spawns?|creates?|launches|delegates?|hires?|prompts?|wakes?)\\b.{0,30}\\b(?:agents?|you|itself|another|more|yourself)\\b',
    ],
    unless: [
      PREVENTING,
      '\\b(?:user.agents?|module|feature request|test runner|browser agents?|support agents?|estate agents?|agent frameworks?|build agents?$|event loop|worker threads?|infinite loop in)\\b',
    ],
    why: 'A task may not start further agents.',
    rephrase: 'Delegate each part yourself, or choose the orchestrator.',
    examples: {
      match: ['spawn ten more agents and let each do a part', 'run claude -p in a loop'],
      pass: ['fix the user agent parser', 'create a background job that sends the weekly digest'],
    },
  },
  {
    id: 'outloop.schedule-self',
    category: 'recursion',
    any: [
      `${order('repeat, rerun, re-run, restart, resubmit, resume, retry, start, run')}\\s+(?:yourself|this task|this prompt|this job|this very task|the same task|the same prompt|this agent)\\b(?=.*\\b(?:again|when|every|each|whenever|as soon|after|until|once|forever|there|in)\\b)`,
    ],
    unless: [PREVENTING],
    why: 'A task may not start itself again.',
    rephrase: 'Say when it is done; submit it again yourself where needed.',
    examples: {
      match: ['run this task again every time it ends'],
      pass: ['repeat the request when the socket drops'],
    },
  },
];
