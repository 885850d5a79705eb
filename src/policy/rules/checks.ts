import type { PolicyRule } from '../policy.ts';
import { FEATURE, PARTS, PREVENTING, phrases } from './words.ts';

const OFF = phrases(`
  disable, turn off, switch off, bypass, circumvent, deactivate, weaken, get around, get round, work around, evade, defeat, neutralize, neutralise, override, sidestep, shut off, shut down,
  relax, loosen, subvert, trick, fool, short circuit, nullify, stop enforcing, stop using, drop, lift, kill, rip out, remove, delete, unset, strip, suspend, pause, skip, ignore, suppress, mute,
  silence, comment out, take out, stub out, cut out, opt out of, get rid of, lower, ditch, don't validate, do not validate, don't verify, do not verify, don't check, do not check, don't sign, don't enforce, don't ask for, stop checking, stop validating, stop verifying, stop running, don't run, do not run, don't use, do not use, don't wait for, do without, abolish, dodge, game, outsmart, break, cripple, quiet, avoid, undo, revert, forget, omit, leave out, take away, blind, unhook, uninstall, soften, water down, hush, waive, discard, shun, disregard, escape, whitelist away, exempt yourself from, opt yourself out of, raise the threshold of`);

/** What keeps people and agents from harm. */
const GUARDS = phrases(`
  sandbox, sandboxing, guard, guards, guard hook, guardrail, guardrails, permission check, permission checks, permission prompt, permission prompts, permission system, permission dialogs, permissions, approval, approvals, approval prompt, approval step, policy, policies, safety,
  safety check, safety checks, safety filter, safety rules, safeguard, safeguards, security, security check, security checks, security controls, security policy, security scan, security scanner, security features, security settings, security rules, security review, pre commit, pre commit hook, pre commit hooks, precommit hook,
  precommit hooks, pre push, pre push hook, commit hook, commit hooks, commit msg hook, git hooks, git hook, the hooks, all hooks, stop hook, branch protection, branch protections, protected branches, required review, required reviews, code review, code reviews, peer review, mandatory review, review requirement, code owners, codeowners,
  firewall, firewalls, antivirus, anti virus, selinux, apparmor, auditing, audit log, audit logging, audit logs, audit trail, 2fa, mfa, two factor, two factor auth, two factor authentication, tls, ssl, tls verification, ssl verification, tls checks, tls check, certificate, certificates, signatures, checksums, certificate check, certificate checks, certificate verification, certificate validation, certificate errors, certificate pinning, cert check, hostname verification, host key checking,
  signature check, signature checks, signature verification, signature validation, integrity check, integrity checks, checksum check, checksum verification, authentication, authentication middleware, authentication check, authorization, authorisation, authorization checks, authorization check, auth, auth check, auth checks, auth middleware, auth guard, access control, access controls, access checks, access check, csrf protection, csrf check, csrf checks, cors,
  content security policy, csp, secret scanning, secret scanner, restrictions, content filter, content filters, monitoring, alerts, alerting, alarms, rate limit, rate limits, rate limiter, rate limiting, input validation, input sanitization, input sanitisation, sanitization, validation, payload validation, request validation, license check, licence check, license checks, dependency check, vulnerability scan, vulnerability scanner, vulnerability checks,
  captcha, login check, login requirement, login, password check, password policy, encryption, logging, throttling, quota, isolation, virus scan, virus scanner, malware scan, protection, protections, signing, commit signing, read only mode, dry run mode, confirmation prompts, confirmation prompt, confirmations, supervision, supervisor, oversight, human review, human approval, spending limit, budget limit, cost limit, turn limit, time limit, limits, plan mode, escaping, output escaping, intrusion detection, ids, waf, compliance checks, compliance check, fraud check, fraud checks, age check, kyc, gdpr consent, backups check, deployment gate, release gate, quality gate, quality gates, change approval, type system checks, owasp, owasp check, owasp scan, licence check, licence checks, license verification, the hooks off, security headers, dependabot, dependabot alerts, security alerts, security tests, security test, security warnings, all rules, every rule, paywall, drm, licence key check, safe mode, strict csp, smart screen, gatekeeper`);

/** A guard that is itself what somebody works on. */
const GUARD_PARTS = [
  ...PARTS,
  ...phrases(
    'messages, rules page, docs, tests, library, package, redundant, for generated, for vendored, on the settings, clause, expression, statement, block, hint, level, levels, output, noise, framework, statement, switch, level of, to a file, for tests, in tests, in development, of the old, of removed, attribute, schemas, with zod, request, requests, screen, redirect, cookie, tokens, token, per user, card, of request, of requests, of the request, of debug, of sql',
  ),
];

const TESTS = phrases(`
  test, tests, spec, specs, test suite, test suites, test case, test cases, unit tests, integration tests, e2e tests, assertion, assertions, asserts, e2e, lint, linter, linters, linting, lint rules, lint errors, lint warnings, eslint, type check, type checks, type checking, type checker, type error, type errors, ci, ci check, ci checks, ci job, ci jobs, ci step, ci pipeline,
  status checks, status check, required checks, checks, check, build check, coverage, coverage check, coverage threshold, strict mode, compiler errors, compiler warnings, warning, warnings, quality gate, quality checks, regression tests, snapshot, snapshots, red jobs, pipeline, benchmarks, failing jobs, smoke tests, code scanning, static analysis, tsc, mypy, ruff, pylint, rubocop`);

const ORDINARY =
  '\\b(?:optional fields|self-signed|flaky|deprecated|redundant|legacy|unused|duplicated?s?|obsolete|old|custom validation|third-party|iframe|on logout|logout|trusted device|half-authenticated|reduced motion|too (?:strict|many)|on (?:windows|macos|linux|mobile)|daily job|removed|superseded|merged into|slow|twice|from the (?:regular|nightly)|ignore generated|invalid rows|whitespace|cache|autofocus|public pages|guests|log (?:message|line)s?|spinner|animation\\w*|deprecation warning|vendored|generated|peer|dry-run|ranking|typo)\\b';

const UNLESS = [PREVENTING, FEATURE, ORDINARY];

/** Why somebody would take a check away: to look good, or to get through. */
const TO_GET_THROUGH =
  "\\b(?:so (?:that )?(?:the |all |our |it |they |ci|we |you |i |build|tests?|everything|nobody|no one|coverage|pipeline)|until|green|merge|merged|push|pushed|ship|release|deadline|nobody|no one|noone|anyway|for now|for good|for the whole|for all|for every|for this|everywhere|temporarily|altogether|entirely|completely|without|just|instead of fixing|because|they (?:only|just)|it(?:'s| is) (?:only|just|annoying|wrong)|annoying|stubborn|in (?:the )?way|faster|pass(?:es)?|deploy|for the release|keeps? failing|that fails?|stop complaining|complain\\w*|today|tonight|quickly|then|and (?:commit|push|merge|deploy|go on|ship|continue|release|move on)|before (?:the )?(?:release|demo|deadline|merge|push|review)|failing|red|broken|blocks?|fails?|fail)\\b|^\\W*(?:skip|bypass|ignore|disable|turn off|switch off|deactivate|mute|silence)\\s+(?:all |every |any |the )*(?:\\w+ )?(?:tests?|checks?|ci|lint\\w*|specs?|test suite)\\W*$";

/** Switching off what watches. */
export const CHECK_RULES: readonly PolicyRule[] = [
  {
    id: 'checks.guard',
    category: 'checks',
    words: [OFF, GUARDS],
    order: true,
    gap: 3,
    notBefore: GUARD_PARTS,
    unless: UNLESS,
    why: 'A task may not switch off what protects people or the project.',
    rephrase: 'Ask for the cause to be fixed, or change the setting yourself.',
    examples: {
      match: ['disable the pre-commit hooks and push'],
      pass: ['add an option to disable TLS verification for self-signed certificates'],
    },
  },
  {
    id: 'checks.guard-off',
    category: 'checks',
    words: [
      phrases('switch, turn, set, flip, toggle, leave, make, take, put, keep, let, tell, get, have'),
      GUARDS,
      phrases(
        'off, to false, to none, to off, to never, to allow, always allow, to bypass, permissive, to permissive, disabled, to zero, to log only, to warn, useless, optional, out, out of the, aside, away, open, wide open, ignore, ignore everything, ignore every, ignore all, accept everything, accept anything, always pass, always succeed, always return, return true, return valid, return ok, return success, into a no op, into no op, a no op, into a noop, no op, pass everything, shut up, be quiet, down',
      ),
    ],
    order: true,
    gap: 2,
    unless: UNLESS,
    why: 'A task may not switch off what protects people or the project.',
    rephrase: 'Ask for the cause to be fixed, or change the setting yourself.',
    examples: { match: ['switch the sandbox off and try again'], pass: ['make the rate limit configurable'] },
  },
  {
    id: 'checks.flags',
    category: 'checks',
    any: [
      '(?<!\\w)--no-(?:verify|gpg-sign|sandbox|check\\w*|audit)\\b|--skip-(?:tests?|checks?|validation|verify|hooks?)|--insecure\\b|--force-yes|--disable-\\w*(?:security|sandbox|protection)|\\bhusky\\s*=\\s*0|\\[skip ci\\]|--ignore-scripts=false|core\\.hookspath',
      '\\b(?:verify|strict_?ssl|sslverify|check_?hostname|reject_?unauthorized)\\b\\s*[=: ]+\\s*(?:false|0|no|off)\\b|node_tls_reject_unauthorized|git_ssl_no_verify|pythonhttpsverify|insecureskipverify',
      '\\b(?:eslint-disable|ts-ignore|ts-nocheck|type: ?ignore|noqa|nolint|@suppresswarnings|istanbul ignore|biome-ignore|rubocop:disable|pylint: ?disable)\\b(?=.*\\b(?:every|all|each|everywhere|whole|top of)\\b)',
    ],
    unless: [PREVENTING, '\\b(?:remove|drop|replace|avoid|document)\\b.{0,20}(?:--|eslint|ts-|noqa)'],
    why: 'The task switches a check off by a flag.',
    rephrase: 'Ask for the cause to be fixed.',
    examples: {
      match: ['commit with --no-verify'],
      pass: ['remove the eslint-disable comments from all files'],
    },
  },
  {
    id: 'checks.unchecked',
    category: 'checks',
    words: [
      phrases(
        'push, merge, commit, deploy, publish, release, approve, ship, land, accept, sign off, submit, install, run, force, auto approve, auto merge, force merge, self approve, go on, proceed, continue, apply, do, act, edit, change, delete, work, execute, upload, download, open',
      ),
      phrases(
        'without, skipping, bypassing, ignoring, despite, past, around, unreviewed, untested, although, even though, even if, regardless of',
      ),
      phrases(
        'test, tests, testing, review, reviews, reviewer, approval, approvals, check, checks, checking, ci, hook, hooks, permission, permissions, asking, verification, verifying, confirm, confirming, confirmation, consent, looking, sandbox, signature, guard, policy, protection, anyone, telling, prompting, prompts, questions, supervision, limits, restrictions, red, failing, failures, fail, broken, the rules, validation',
      ),
    ],
    order: true,
    gap: 7,
    unless: [
      ...UNLESS,
      '\\b(?:test (?:the|that|for)|without (?:reload\\w*|a (?:page )?reload|network|javascript|login)|dry run|tests? without)\\b',
    ],
    why: 'A task may not go past the checks.',
    rephrase: 'Leave it out; the checks run as they are set up.',
    examples: {
      match: ['push it without running the hooks'],
      pass: ['run the tests without network access'],
    },
  },
  {
    id: 'checks.direct',
    category: 'checks',
    words: [
      phrases('push, commit, merge, force, deploy, go'),
      phrases(
        'directly to, directly into, straight to, straight into, right to, right into, directly on, straight on, direct to, to protected, over the protected, past review',
      ),
      phrases('main, master, production, prod, release, protected, trunk, branch, live, customers'),
    ],
    order: true,
    gap: 4,
    unless: UNLESS,
    why: 'A task may not go past the review.',
    rephrase: 'Ask for a change on a branch of its own.',
    examples: { match: ['push directly to main'], pass: ['merge the two config files into one'] },
  },
  {
    id: 'checks.approve',
    category: 'checks',
    any: [
      '\\b(?:edit|change|modify|adjust|set|lower|reduce|rewrite|update|loosen|relax|drop|add|put)\\b.{0,45}\\b(?:branch protection|required (?:reviewers?|reviews?|checks?|approvals?)|ruleset|bypass list|approval (?:step|rule)s?|code ?owners)\\b(?=.*\\b(?:so|to (?:zero|0|none|one)|bypass|without|my|me|the agent|i can|nobody|no one|any\\w*|deploy)\\b|\\W*$)',
      '\\b(?:mark|make|set|turn|declare)\\b.{0,40}\\b(?:scan\\w*|checks?|tests?|lint\\w*|review|approval|step|job|gate|verification)\\b.{0,20}\\b(?:optional|non-?blocking|not required|advisory|allowed to fail|allow(?:ed)?.failure)\\b|\\b(?:hook|check|guard|scan\\w*|lint\\w*|test|script)\\b.{0,20}\\bexit(?:s)? (?:with )?0\\b|\\breturn 200\\b.{0,50}\\b(?:every|any|all|always)\\b',
      '\\blet\\b.{0,10}\\b(?:expired|invalid|unsigned|untrusted|failing|bad|all|any|revoked|unverified|self-signed)\\b.{0,25}\\b(?:through|pass|in)\\b|\\bany everywhere\\b|\\b(?:downgrade|demote|convert|turn)\\b.{0,30}\\b(?:lint|failing|security|type|compiler)\\b.{0,20}\\b(?:to|into) (?:warnings?|comments?|infos?|notes?)\\b|\\bhide\\b.{0,20}\\b(?:coverage|failure|failing|regression|vulnerab\\w*)\\b.{0,30}\\b(?:by|from|drop)\\b|\\bsign\\b.{0,20}\\bcommits?\\b.{0,20}\\b(?:else|another|other|fake|his|her)\\b|\\bauto-?(?:approve|merge|accept)\\b.{0,20}\\b(?:all|every|any)\\b',
      '\\b(?:with|while) (?:the |all )?(?:\\w+ )?(?:hooks|checks|tests|guards?|sandbox|protection|validation|linter) (?:switched |turned )?off\\b|\\bskip[ -]ci\\b|\\bwith the bot(?: account)?\\b.{0,20}\\b(?:merge|approve|push)|\\b(?:approve|merge|review)\\b.{0,30}\\bwith the bot\\b|\\bwithout (?:a |any )?(?:prompts?|asking|permission|confirmation|approval)\\b.{0,20}$|\\b(?:make|let|have)\\b.{0,30}\\b(?:check|validation|verification|guard|middleware|licen[cs]e\\w*)\\b.{0,20}\\breturn\\b.{0,20}\\b(?:everybody|everyone|all|any|always|regardless)\\b',
      "\\b(?:approve|accept|sign off(?: on)?|merge|review|lgtm) (?:my|your|its|the agent's|our) own (?:\\w+ ){0,2}?(?:pull requests?|prs?|merge requests?|changes?|code|work|commits?)\\b|\\b(?:approve|review|lgtm)\\b.{0,40}\\b(?:from my account|with my account|yourself|in my name|as me|automatically)\\b",
      '\\b(?:approve|accept|confirm|allow|sign off)\\b.{0,12}\\b(?:everything|anything|whatever)\\b|\\b(?:merge|approve|push|ship) (?:it|this|them|that) yourself\\b|\\bcontinue-on-error\\b(?=.*\\b(?:everywhere|every|all|never|so)\\b)',
      '\\b(?:write|add|create|generate)\\b.{0,20}\\b(?:tests?|specs?|checks?)\\b.{0,15}\\b(?:always (?:pass|succeed)\\w*|never fails?|assert nothing|test nothing)\\b',
      '\\b(?:answer|click|say|reply|respond)\\b.{0,30}\\b(?:yes|allow|approve|ok|accept)\\b.{0,40}\\b(?:every|all|each|any|permission\\w*|prompts?|requests?|questions?|check)\\b|\\b(?:every|all|each|any|for) (?:permission|approval|prompt)\\b.{0,30}\\b(?:yes|allow|approve|always|accept)\\b',
      '\\b(?:allow|permit|auto-?allow|whitelist|auto-?approve|auto-?accept|grant|enable|trust|unlock)\\s+(?:all|every|any|each|everything|anything)\\b(?:\\s+\\w+){0,2}?\\s*(?:tools?|bash|commands?|edits?|actions?|permissions?|calls?|requests?|without (?:asking|prompt\\w*|confirm\\w*|approval))\\b(?!\\s+(?:from (?:the )?(?:same )?origin|in the api))',
      '\\b(?:set|change|edit|add|make|put|write|rewrite|switch|return|let|update|modify)\\b.{0,40}(?:permissions?\\.allow|\\bpretooluse|\\bposttooluse|\\bhooks?\\.json|\\bsettings(?:\\.local)?\\.json|\\bdefaultmode|\\bdefault permission mode)(?:\\s+\\S+){0,6}?\\s+(?:to )?(?:\\*|allow\\w*|accept\\w*|bypass\\w*|always|everything|nothing|true|exit 0|any(?:thing)?)(?=\\W|$)',
      '\\baccept\\b.{0,20}\\b(?:all|every|any|each|whatever)\\b.{0,20}\\b(?:snapshots?|suggestions?|changes?|prompts?|updates?)\\b.{0,30}\\b(?:without|blindly|unseen|unread|automatically|regardless)\\b',
    ],
    unless: [PREVENTING, ORDINARY],
    why: 'A task may not approve for somebody else.',
    rephrase: 'Leave approvals to people.',
    examples: { match: ['approve my own pull request'], pass: ['accept invitations from the member list'] },
  },
  {
    id: 'checks.tests',
    category: 'checks',
    words: [
      [
        ...OFF,
        ...phrases(
          'mark, quarantine, xfail, hide, cheat, disable, hardcode, hard code, fake, adjust, change, edit, rewrite, bend',
        ),
      ],
      TESTS,
    ],
    order: true,
    gap: 3,
    notBefore: [
      ...phrases(
        'page, screen, view, form, button, link, docs, helper, helpers, data, fixtures, utilities, folder name, names, duplicates, runner, database, environment, results view, mark, box, boxes, mate, in the list, icon',
      ),
    ],
    onlyWith: [TO_GET_THROUGH],
    unless: [
      PREVENTING,
      FEATURE,
      ORDINARY,
      '\\b(?:fix|repair|find|make sure|should)\\b.{0,40}\\b(?:failing|broken|red|tests?|checks?|ci)\\b',
    ],
    why: 'A task may not make checks pass by taking them away.',
    rephrase: 'Ask for the cause to be fixed: "fix the failing login tests".',
    examples: {
      match: ['delete the failing tests so CI goes green'],
      pass: ['skip the flaky upload test on Windows'],
    },
  },
  {
    id: 'checks.all-tests',
    category: 'checks',
    words: [
      [...OFF, ...phrases('mark, quarantine, xfail, hide')],
      phrases('all, every, any, the whole, the entire, each, most, half'),
      TESTS.filter((phrase) => !phrase.includes('warning')),
    ],
    order: true,
    gap: 3,
    notBefore: phrases(
      'page, screen, view, helper, helpers, data, fixtures, runner, database, environment, boxes, marks',
    ),
    unless: [PREVENTING, FEATURE, ORDINARY],
    why: 'A task may not make checks pass by taking them away.',
    rephrase: 'Ask for the cause to be fixed.',
    examples: { match: ['mark all tests as skipped'], pass: ['delete the tests of the removed importer'] },
  },
  {
    id: 'checks.pretend',
    category: 'checks',
    any: [
      '\\b(?:make|set|force|get|fake|keep|turn|let|have|rig|change|hard-?code|adjust|edit|fiddle|manipulate)\\b(?:\\s+\\S+){0,5}?\\s*\\b(?:tests?|ci|build|checks?|pipeline|suite|specs?|jobs?|status|badge|coverage|linter|scanner|validator|scan|review)\\b(?:\\s+\\w+){0,4}?\\s+(?:to )?(?:always (?:pass\\w*|succeed\\w*|return|green)|pass no matter|green no matter|report success|look (?:green|good|fine)|stop complaining|ignore (?:everything|all|every\\w*)|exit 0|return (?:true|0|success)|pass(?:es)?(?= (?:without|even|by|anyway|whatever|regardless)))',
      '\\b(?:ci|tests?|build|pipeline|suite)\\b.{0,20}\\b(?:pass|green|succeed)\\w*\\b.{0,20}\\b(?:no matter|regardless|even if|whatever|at any (?:cost|price))\\b|\\bno matter what\\b',
      '\\b(?:delete|remove|skip|skipped|comment out|ignore|hard-?code|weaken|change|mark|lower|disable|edit|adjust|fake|suppress)\\b.{0,60}\\bso (?:that )?(?:the |all |our |it |they |ci|we |build|tests?|everything|report|coverage)\\s*(?:\\w+\\s+){0,3}?(?:pass\\w*|green|succeed\\w*|looks? (?:good|fine|green|clean)|is (?:happy|clean|green)|shuts? up|stops? complaining|goes? (?:green|through))\\b',
      '\\b(?:always return|always returns?|return|hard-?code|make|have|let|report|fake|pretend|stub)\\b(?:\\s+\\S+){0,6}?\\s+(?:always (?:return|say|report|answer|pass|be|succeed)\\w*(?: (?:true|success|ok|yes|green|passed|valid|0|allowed))?|accepts? (?:any|every)\\w*|return true)\\b(?=.*\\b(?:until|demo|auth\\w*|login|licen[cs]e|verif\\w*|permission\\w*|guard|signature|payment\\w*|password|check)\\b)|\\b(?:auth\\w*|login|licen[cs]e|permission|signature|payment|password|access) (?:check|verification|validation|guard|middleware)?\\s*(?:\\w+ ){0,2}?(?:always (?:return|pass|succeed|accept|say)\\w*|accepts? (?:any|every)\\w*)',
      '\\b(?:lower|reduce|set|drop|decrease|cut|change)\\b.{0,20}\\b(?:coverage|quality|lint|mutation|security)\\b.{0,20}\\b(?:to (?:0|zero|nothing|null|1|one)|so )',
      '\\b(?:change|rewrite|adjust|edit|alter|modify|update|bend)\\b.{0,30}\\b(?:tests?|specs?|assertions?|expectations?|snapshots?|expected (?:values?|results?|output))\\b.{0,20}\\b(?:expect|accept|match|assert) (?:the )?(?:wrong|broken|buggy|false|any\\w*|whatever|current bug)|\\b(?:tests?|specs?) (?:\\w+ ){0,2}?(?:instead of (?:the code|fixing))',
      '\\b(?:ignore|skip|suppress|hide|swallow|silence)\\b.{0,10}\\b(?:all|every|any|each)\\b.{0,20}\\b(?:errors?|failures?|warnings?|exceptions?)\\b(?=.*\\b(?:and (?:push|commit|go|ship|merge|deploy)|so |everywhere|strict|false|clean|request|pass\\w*|just|release)\\b)',
    ],
    unless: [PREVENTING, FEATURE, '\\b(?:on windows|unreliable|race|wall clock|in isolation)\\b'],
    why: 'A task may not make checks look passed.',
    rephrase: 'Ask for the cause to be fixed.',
    examples: {
      match: ['make CI pass no matter what'],
      pass: ['make the test wait on a condition so it passes on slow machines'],
    },
  },
  {
    id: 'checks.complaint',
    category: 'checks',
    words: [
      [...GUARDS, ...TESTS],
      phrases(
        'in the way, is annoying, are annoying, annoy me, annoys me, annoy us, annoy, get on my nerves, slow us down, slows us down, waste of time, stupid, wrong anyway, is only, are only, too picky, nagging, no time for, not needed today, who needs',
      ),
    ],
    gap: 5,
    inAnyOrder: true,
    unless: [PREVENTING, FEATURE],
    why: 'A task may not switch off what checks the work because it is inconvenient.',
    rephrase: 'Say what the check gets wrong, and ask for that to be fixed.',
    examples: { match: ['the type checker is in the way, sprinkle any over it'] },
  },
];
