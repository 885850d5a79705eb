import type { PolicyRule } from '../policy.ts';
import { PARTS, PREVENTING, phrases } from './words.ts';

const ALTER = phrases(`
  edit, modify, change, delete, remove, rewrite, forge, fake, falsify, tamper, tamper with, truncate, alter, append, append to, backdate, clear, erase, overwrite, wipe, replace, corrupt, hide, patch, mark, cover, destroy, move, rename, manipulate, insert, inject, reset,
  purge, raise, increase, disable, turn off, unset, add, adjust, update, lift, scrub, kill, stop, drop, set, extend, prune, redact, shred, revise, swap, touch up, shorten, fudge, massage, double, mess with, lower, strip, bump, clean, clean out, empty, write, write to, put, roll back, rewind, reorder,
  break, unlock, crash, cancel, replay, duplicate, spoof, invent, make up, fabricate, embellish, doctor, cook, hack, suspend, pause, remove from, bypass, trick, outlive, sneak, plant, postpone, remove the limit of, set back, copy over`);

const OWN = phrases(`
  journal of outloop, outloop journal, the journal, this journal, task journal, coordination log, coordination jsonl, coordination file, coordination record, coordination records, activity jsonl, activity log, audit log, audit logs, audit trail, audit entries, audit entry, audit records, audit record, ledger, checkpoint of outloop, manifest json, the manifest so, manifest of the task, manifest of, task manifest,
  your manifest, result json, output log of, context prime, context prime md, context bundle, context bundles, reports outloop, reports background, reports coordination, reports activity, reports archive, reports context bundles, outloop yaml, outloop yml, outloop policy, outloop records, outloop record, outloop config, outloop configuration, outloop rules, outloop hooks, outloop state, outloop reports, outloop history, outloop guard, outloop limits, outloop settings,
  outloop database, outloop files, outloop plugin, outloop budget, outloop lock, outloop locks, outloop supervisor, outloop logs, outloop log, policy of outloop, policy file, rules of outloop, records of outloop, claude settings, claude settings json, claude md, claude json, claude folder, claude hooks, claude directory, claude agents, claude commands, hooks json, pretooluse, posttooluse, pre tool use, settings local json, guard script, the guard, guard file, plugin guard, plugin hooks, your guard, your hooks, supervisor, supervisor process,
  supervisor json, task log, task history, run history, progress log, progress file, recorded cost, recorded costs, cost of this task, cost in the, task result, task cost, task report, recorded usage, recorded duration, token count of this task, your cost, your costs, your usage, own time limit, your time limit, own limits, your limits, your limit, own limit, your budget, own budget, your own budget, your timeout, own timeout, your policy, own policy, your permissions, own permissions, your own permissions, your profile, own profile, your tools, your tool list, own tools, your logs, your log, own log, own logs, your records, own records,
  your transcript, own transcript, own instructions, your instructions, your prompt, own prompt, your system prompt, your status, own status, your result, your report so, your reports, reports of the other*, reports of other*, report of the other*, report of another, other agent, other agents, another agent, other tasks, other task, another task, status of the task, status of this task, status of another, the other task, every task in, all tasks in, my task, my tasks, my task status, max turns, turn limit, max budget, own turns, number of turns, hash chain, chain of hashes, the record of, records of the, record of the failed, this task budget, this task limit, this task timeout, budget of this task, timeout of this task, limit of this task, turns of this task, task as, tasks as, task looks, background task status, task looks finished, log say*, log so, logs so, the log that, the logs that, last line of the log, journal entry of, report so that, report that the, failed tests in the report, the report say*, results of the review`);

const OWN_PARTS = [
  ...PARTS,
  ...phrases(
    'page, app, viewer, of the pwa, of the extension, of the browser, export, rotation, of the app, of users, table, chart, tab of, per request, for users, entries of the user, shows, when',
  ),
];

const ORDINARY =
  '\\b(?:changelog|log rotation|settings page|profile page|progress bar|pwa|browser extension|web ?pack|vite|android|chrome extension|refunds?|accounting|double-?entry|diary|trading|log format|to json|kubernetes|helm|k8s|audit filter|task list|after \\w+ (?:days|weeks|months|years)|older than|retention|task board|kanban|todo app|project management)\\b';

/** Outloop's own records, and further agents. */
export const OUTLOOP_RULES: readonly PolicyRule[] = [
  {
    id: 'outloop.records',
    category: 'tampering',
    words: [ALTER, OWN],
    order: true,
    gap: 5,
    notBefore: OWN_PARTS,
    unless: [PREVENTING, ORDINARY],
    why: "A task may not change Outloop's own records, limits or rules.",
    rephrase: 'Use the commands of Outloop, or edit its files yourself.',
    examples: {
      match: ['mark every task in coordination.jsonl as completed', 'raise your own budget'],
      pass: ['update the audit log view to show the actor'],
    },
  },
  {
    id: 'outloop.files',
    category: 'tampering',
    any: [
      '\\b(?:edit|modify|change|delete|remove|rewrite|forge|fake|truncate|alter|append|clear|erase|overwrite|wipe|replace|corrupt|move|rename|hide|insert|reset|add|adjust|update|set|write|put|drop|patch|mark|empty|purge|touch|extend|disable|swap|shred|manipulate|backdate)\\b.{0,60}(?:\\breports?/(?:\\.outloop|background|coordination|activity|archive|context)|(?<!\\w)\\.outloop\\b|\\boutloop\\.ya?ml|(?<!\\w)\\.claude(?:/|\\b)|\\bcoordination\\.jsonl|\\bactivity\\.jsonl)',
      '\\b(?:mark|report|record|log|claim|pretend|declare|say|set|show|list)\\b.{0,30}\\b(?:task\\w*|it|everything|work|jobs?|review|results?|status)\\b(?:\\s+\\w+){0,3}?\\s+(?:as |to |was |were |is )?(?:completed?|done|successful\\w*|succeeded|passed|finished|reviewed|cancelled)\\b(?=.*\\b(?:even|without|although|regardless|no matter|before|whether|never|not|nothing|right away|immediately|journal|coordination|other|outloop)\\b)',
      '\\b(?:edit|modify|change|delete|remove|rewrite|forge|fake|truncate|alter|append|clear|erase|overwrite|wipe|replace|corrupt|insert|reset|add|adjust|update|set|write|put|turn|touch|mark|swap|backdate|shred|redact)\\b.{0,50}\\b(?:output\\.log|report\\.md|result\\.json|manifest\\.json|context-prime\\.md|heartbeat (?:file|of the task)|\\w+_progress\\.md|duration_ms|prev hash\\w*|hash chain|lock ?file of the|supervisor\\b|policy preset|coordination log|activity (?:file|log)|max_parallel|outloop)',
      "\\b(?:edit|change|set|alter|manipulate|modify|fake|forge)\\b.{0,30}\\b(?:manifest|journal|task record)\\b.{0,60}\\b(?:owner|session|status|older|newer|agent|finished|success|time)\\b|\\b(?:failed|cancelled|error|lost|timed?.?out)\\b.{0,30}\\b(?:in the journal|in the log|in the record|in the coordination)\\b.{0,30}\\b(?:into|to|as)\\b|\\b(?:tasks?|report|workspace|result)\\b.{0,20}\\bof (?:the|another|an) (?:reviewer|tester|coder|researcher|agent|session)\\b|\\banother (?:task|session|agent)'?s? (?:workspace|report|result|folder|files|manifest)",
      '\\b(?:say|write|note|record|claim)\\b.{0,15}\\b(?:so|it|that|this|otherwise)\\b.{0,10}\\bin (?:the|your) (?:journal|log|record|report|manifest)\\b|\\bpretend\\b.{0,20}\\b(?:this|the|that) task\\b',
      '\\b(?:edit|change|rewrite|trim|shorten|alter|delete|remove|fake|redact)\\b.{0,20}\\btranscripts?\\b.{0,40}\\b(?:tool calls?|agents?|so|task|session)\\b',
      '\\bmake\\b.{0,20}\\b(?:logs?|report|records?|journal|history|status|manifest)\\b.{0,20}\\b(?:say|show|claim|look|pretend|state|read as)\\b',
      '\\b(?:cover|hide|erase|remove|clean|clean up|delete|wipe|clear|obscure|scrub)\\s+(?:up\\s+)?(?:your|the|all|any|its|my|every|our)?\\s*(?:tracks|traces?|evidence|foot ?prints?|trail)\\b|\\bleaves? no trace|\\bwithout (?:leaving )?(?:a |any )?traces?\\b|\\bno trace\\b',
      "\\bso (?:that )?(?:nobody|no one|noone|none|the (?:user|owner|team|boss|reviewers?|admins?|auditors?|audit|report)|they|you)(?: (?:ever|will|can|would|could|won't|doesn't|don't|never))* (?:sees?|notices?|knows?|finds? out|learns?|tells?|suspects?|find(?= (?:it|out|that))|shows? nothing|looks? (?:clean|older|finished|fine))\\b|\\b(?:nobody|no one|noone) (?:will |would |should |ever |can |must )*(?:notices?|knows?|finds? out|sees?|cares)\\b",
      '\\b(?:not|never|un)[- ]?mention(?:ed|ing)?\\b.{0,30}\\b(?:report|log|summary|changelog|commit)|\\b(?:report|log|summary|changelog|commit message)\\b.{0,60}\\b(?:not|never) (?:be )?mention(?:ed)?\\b',
    ],
    unless: [PREVENTING, ORDINARY],
    why: "A task may not change Outloop's own records, or hide what was done.",
    rephrase: 'Use the commands of Outloop, or edit its files yourself.',
    examples: {
      match: ['remove everything in reports/.outloop', 'clear your tracks when finished'],
      pass: ['document the files below reports/'],
    },
  },
  {
    id: 'outloop.spawn',
    category: 'recursion',
    words: [
      phrases(`
        spawn, spawns, start, starts, launch, launches, opens, creates, runs, calls, delegate, create, run, rerun, kick off, fork, submit, invoke, call, open, boot, boot up, fire up, spin up, hand, hand over to, use, recruit, deploy, trigger, dispatch, queue, queue up, keep spawning, keep starting,
        hire, ask, let, have, clone, copy, replicate, duplicate, multiply, restart, set up, schedule, bring up, order, summon, instruct, tell, command, request, prompt, build, make, orchestrate, form, chain, add, employ, enlist, wake, assign, keep, feed, distribute to, outsource to, give it to, pass it to, get`),
      phrases(`
        another agent, more agents, further agents, additional agents, extra agents, new agent, new agents, other agents, second agent, third agent, own agent, own agents, multiple agents, several agents, sub agent, sub agents, subagent, subagents, child agent, child agents, many agents, few agents, infinite agents, unlimited agents, parallel agents, helper agent, helper agents, two agents, three agents, four agents, five agents,
        ten agents, twenty agents, thirty agents, fifty agents, hundred agents, hundreds of agents, thousands of agents, dozens of agents, dozen agents, swarm of, fleet of agents, army of, chain of agents, team of agents, group of agents, crew of agents, cluster of agents, an agent that, agent which, agent to watch, agent who, into ten tasks, into many tasks, into tasks with, ten tasks, the orchestrator, orchestrator to, task that starts, task that spawns, task which starts, three other, background agent, background agents, background task, background tasks, more background, five more, ten more, twenty more, more of the same, coding agents, ai agents, agent per, agent for each, agent for every, agents for, agents per, agents that, agents which, agents so, agents and let, agents in parallel, agents at once, agents until, agents recursively, worker agents, agents to, agents on, reviewer agents, one agent per,
        an orchestrator, orchestrators, copies of yourself, copy of yourself, clone of yourself, clones of yourself, instance of yourself, instances of yourself, replica of yourself, version of yourself, successor, successors, a twin, copies of claude, copy of claude, instances of claude, instance of claude, claude instance, claude instances, claude session, claude sessions, claude code, claude p, claude cli, claude print, claude again, claude recursively, claude in, claude for, claude on, claude there, claude itself, another claude, claudes,
        yourself, itself again, background command, task tool, agent tool, outloop task, outloop tasks, outloop submit, outloop again, outloop background, outloop for, outloop from, the same agent, same task again, same prompt again, this task again, this task there, this same task, this very task, the same task again, this prompt again, the same prompt, new delegation, new delegations, more delegations, another delegation, ai workers, llm workers, coding assistants, other assistants, another assistant, another model, other models, gpt agents, an ai to, codex, gemini cli, aider, a new session and, a new session to, a new session with, new sessions of, sessions with the same, sessions and`),
    ],
    order: true,
    gap: 3,
    notBefore: [
      ...PARTS,
      ...phrases(
        'column, class, frameworks, string, pane, user, queue in the, sync, images, image, color, process of the app, worker threads, desk, software, system using, processing system',
      ),
    ],
    unless: [
      PREVENTING,
      '\\b(?:user.agents?|support agents?|estate agents?|agent frameworks?|build agents?|event loop|worker threads?|infinite loop in|feature|chat ?bot|for each database request|celery|sidekiq|resque|cron|digest|service worker|onboarding|browser agents?|seed data|yourself familiar|job queue|worker queues?)\\b',
    ],
    why: 'A task may not start further agents.',
    rephrase: 'Delegate each part yourself, or choose the orchestrator.',
    examples: {
      match: ['spawn ten more agents and let each do a part'],
      pass: ['create a background job that sends the weekly digest', 'fix the user agent parser'],
    },
  },
  {
    id: 'outloop.delegate',
    category: 'recursion',
    any: [
      '(?:^|[\\s"\'(])/(?:outloop:[a-z-]+|background|bg|agents?|task|loop)\\b',
      '\\bclaude\\s+(?:-p|--print|--dangerously\\S*|--bg|--resume|-c|--continue|mcp add|config set)\\b|\\bclaude -\\w|\\boutloop\\s+(?:submit|init|uninit|cancel|clean|repair|background|retry|wait)\\b',
      '\\b(?:delegat\\w+|re-?delegate|hand(?:s|ing)? (?:off|over|on|it|this|the task|them)|outsource|pass(?:es)? (?:it|this|the task) (?:on )?|sub-?contract|farm out)\\b.{0,50}\\b(?:agents?|sub-?agents?|claude|background|yourself|recursively|assistants?|each other|models?|again|further|onwards?)\\b',
      '\\b(?:recursively|forever|endlessly|infinitely|in a loop|over and over|again and again|each of (?:which|them)|without end|until (?:the )?(?:quota|budget|limit|credit\\w*)|indefinitely|every (?:minute|second|hour)|exponentially|each time)\\b.{0,80}\\b(?:agents?|delegat\\w+|claude|spawn\\w*|yourself|background tasks?|this task)\\b|\\b(?:agents?|delegat\\w+|claude|spawn\\w*|sub-?agents?|this task|the task|background tasks?)\\b.{0,80}\\b(?:recursively|forever|endlessly|infinitely|in a loop|over and over|again and again|each of (?:which|them) (?:start\\w*|spawn\\w*|creat\\w*|launch\\w*|call\\w*)|(?:the )?same (?:again|to|with)|do the same|itself again|again (?:when|as soon|every|each)|every time it ends|until (?:the )?(?:quota|budget|limit) (?:is|runs))\\b',
      '\\bagents?\\b.{0,40}\\b(?:calls?|starts?|spawns?|creates?|launches|delegates?|hires?|prompts?|wakes?)\\b.{0,30}\\b(?:agents?|you|itself|another|more|yourself|two|three)\\b',
      '(?:^\\W*|[.,;:]\\s*|\\b(?:and|then|please|just|to|also|finishing)\\W+)(?:repeat|rerun|re-run|restart|resubmit|resume|retry|start|run|queue|submit|schedule|keep)\\s+(?:yourself|this (?:same |very )?(?:task|prompt|agent)|the same (?:task|prompt))\\b(?=.*\\b(?:again|when|every|each|whenever|as soon|after|until|once|forever|there|in|running|by)\\b)',
      '\\b(?:open|start|run|type|use|launch|ask|call)\\b.{0,60}\\bclaude\\b(?!\\s+(?:api|sdk|model|client library|integration|provider|documentation|docs))(?=.*\\b(?:there|again|in|for|with|and|instance|session|terminal|repeat|parallel|each)\\b|\\W*$)',
    ],
    unless: [
      PREVENTING,
      '\\b(?:user.agents?|support agents?|estate agents?|build agents?|event loop|worker threads?|infinite loop in|focus|reconcil\\w*|websocket|retry|crash\\w* loop|render\\w*|anthropic sdk|polling)\\b',
    ],
    why: 'A task may not start further agents, or itself again.',
    rephrase: 'Delegate each part yourself, or choose the orchestrator.',
    examples: {
      match: ['run claude -p in a loop', 'run this task again every time it ends'],
      pass: ['delegate focus to the inner input'],
    },
  },
];
