import type { PolicyRule } from '../policy.ts';
import { order, phrases } from './words.ts';

/** Orders that take a check away. */
const OFF = phrases(`
  disable, turn off, switch off, bypass, circumvent, deactivate, weaken, get around, get past, get round, work around, evade, defeat, neutralize, neutralise, override, sidestep, shut off, shut down, shut up, relax, loosen, subvert, trick, fool, short circuit, nullify, stop enforcing, stop using,
  drop, lift, kill, rip out, tear out, remove, delete, unset, strip, suspend, pause, skip, ignore, suppress, mute, silence, comment out, take out, take away, stub out, cut out, opt out of, get rid of, lower, reduce, ditch, don't validate, do not validate, don't verify, do not verify, don't check, do not check, don't sign, don't enforce,
  don't ask for, stop checking, stop validating, stop verifying, stop running, stop asking, don't run, do not run, don't use, do not use, don't wait for, do not wait for, do without, abolish, dodge, game, outsmart, break, cripple, quiet, avoid, undo, revert, forget, omit, leave out, blind, unhook, uninstall, soften,
  water down, hush, waive, discard, shun, disregard, escape, exempt yourself from, void, abandon, cheat, cheat on, downgrade, demote, defang, gut, throw out, switch, turn, hide, mark, quarantine, xfail, fake, falsify, forge, stop validating, stop verifying, stop checking, take out of, replace, exclude, ditch, do away with, remove the checksum, skip over, neuter, hollow out, knock out, disconnect, detach, unplug, unload, unregister, revoke, rescind, repeal, scrap, cut down, tone down, dial down, turn down, dumb down, go around, route around, slip past, sneak past, hack around, rubber stamp, force through, exempt, allowlist, whitelist, blank out, bury, gloss over, paper over, whitewash, doctor, tamper with, patch out, monkeypatch, monkey patch, mock out, spoof, do not bother with, don't bother with, never mind, forget about, open, relax, loosen, get round, stop caring about, ease, pry open, jailbreak, root, unlock, accept, leave off, leave out, do not care about, lower, mock, fake out`);

/** What keeps people and agents from harm. */
const GUARDS = phrases(`
  sandbox, sandboxing, guard, guards, guardrail, guardrails, permission check, permission checks, permission prompt, permission prompts, permission system, permission boundary, permission boundaries, permissions, approval, approvals, approval prompt, approval step, policy, policies, safety, safety check, safety checks, safety filter, safety rules, safeguard, safeguards,
  security, security check, security checks, security controls, security policy, security scan, security scanner, security features, security settings, security rules, security review, security tests, security warnings, security alerts, pre commit, pre commit hook, pre commit hooks, precommit hook, precommit hooks, pre push, pre push hook, commit hook, commit hooks,
  commit msg hook, git hook, git hooks, the hooks, all hooks, stop hook, branch protection, branch protections, branch protection rule, branch protection rules, protected branches, required review, required reviews, code review, code reviews, peer review, mandatory review, review requirement, code owners, codeowners, firewall, firewalls, firewall rules, antivirus, anti virus, selinux, apparmor,
  auditing, audit log, audit logging, audit logs, audit trail, 2fa, mfa, two factor, two factor auth, two factor authentication, tls verification, ssl verification, certificate check, certificate checks, certificate verification, certificate validation, certificate pinning, cert check, cert checks, hostname verification, host key checking, signature check, signature checks,
  signature verification, signature validation, integrity check, integrity checks, checksum check, checksum verification, authentication, authentication middleware, authentication check, authorization, authorisation, authorization check, authorization checks, auth check, auth checks, auth middleware, auth guard, access control, access controls, csrf protection, secret scanning, secret scanner, dependency check,
  vulnerability scan, vulnerability scanner, vulnerability checks, password policy, virus scan, virus scanner, virus protection, malware scan, commit signing, confirmation prompts, confirmation prompt, confirmations, supervision, supervisor, oversight, human review, human approval, spending limit, budget limit, cost limit, turn limit, time limit, plan mode, intrusion detection, ids, waf, compliance check, compliance checks,
  fraud check, fraud checks, age check, kyc, gdpr consent, deployment gate, release gate, quality gate, quality gates, owasp checks, license verification, dependabot alerts, paywall, drm, licence key check, gatekeeper, secure boot, defender, uac, seccomp, sip, admission controller, restrictions, capability restrictions, tls checks, login requirement, owasp check, password check, guard hook, guard hooks, session guard, status checks, required status checks, tls certificates, ssl certificates, certificates of, checksum, checksums, lock file checksum, hooks off, the merge, code review and, event log, event logs, security log, security logs, auth log, system logs, real time protection, realtime protection, windows defender, auditd, syslog, age verification, freeze, code freeze, deny rule, deny rules, content policy, export control, rate limiting for me, identity check, identity verification, consent check, parental control, two person rule, four eyes principle, change management, antivirus scan, edr, endpoint protection, tamper protection, content moderation, moderation, plagiarism check, anti cheat, safety checks of, drm protection, copy protection, watermark, watermarks, integrity protection, backup policy, retention policy, legal hold, supervision of, drm, licence checks, migration review, firewall completely, copy protection of, paid features, robots txt, signature requirement, signing requirement, sandbox of the browser, lock so, unsigned packages, expired certificates, invalid certificates, self approval, unsigned commits, untrusted code, untrusted input, qa, the qa, payment check, payment checks, csrf and cors protection, csrf protection and`);

/** These are also features, which may be switched off for a part of a program. */
const SOFT_GUARDS = phrases(`
  tls, ssl, certificate, certificates, signatures, checksums, certificate errors, auth, access checks, access check, csrf check, csrf checks, cors, content security policy, csp, content filter, content filters, monitoring, alerts, alerting, alarms, rate limit, rate limits, rate limiter, rate limiting, input validation, input sanitization, sanitization, validation,
  payload validation, request validation, license check, licence check, license checks, captcha, login check, login, encryption, logging, throttling, quota, isolation, protection, protections, read only mode, limits, escaping, output escaping, security headers, validations, checks, the check`);

/** What says whether the work is good. */
const TESTS = phrases(`
  test, tests, spec, specs, test suite, test suites, test case, test cases, unit tests, integration tests, e2e tests, assertion, assertions, asserts, e2e, lint, linter, linters, linting, lint rules, lint errors, lint warnings, eslint, type check, type checks, type checking, type checker, type error, type errors, ci, ci check, ci checks, ci job, ci jobs, ci step, ci pipeline,
  status checks, status check, required checks, checks, check, build check, coverage, coverage check, coverage threshold, strict mode, compiler errors, compiler warnings, quality gate, quality checks, regression tests, snapshot, snapshots, red jobs, pipeline, failing jobs, smoke tests, code scanning, static analysis, tsc, mypy, ruff, pylint, rubocop, failures, threshold, expectations, scan, the build, coverage drop, coverage loss, typescript errors, ts errors, lint issues, deprecation errors, lint config, eslint config, test config, ci config, linter config, workflow, test job, test jobs, test step, test steps, test stage, lint job, scan job`);

const EVERYWHERE =
  '\\b(?:production|prod|live|globally|everywhere|anywhere|all|every|entire|whole|for now|for a (?:moment|while|bit)|until|so (?:that )?(?:i|we|it|the|nobody|anything)|and (?:push|merge|deploy|ship|commit)|faster|annoy\\w*|just|anyone|everyone|anything|any more|rejects?|blocks us|too strict|customers complain|it is only|they are only|temporarily|altogether|completely|entirely)\\b|^\\W*\\S+ \\S+ ?(?:the )?\\S+\\W*$';

/** Why somebody would take a check away: to look good, or to get through. */
const TO_GET_THROUGH =
  "\\b(?:mergeable|so (?:that )?(?:the |all |our |it |they |ci|we |you |i |build|tests?|everything|nobody|no one|coverage|pipeline)|until|green|merge|merged|ship|deadline|nobody|no one|anyway|for now|for good|everywhere|temporarily|altogether|entirely|completely|just|instead of fixing|annoying|stubborn|blocks?|in (?:the )?way|pass|passes|for the release|keeps? failing|that fails?|failing|red|complain\\w*|today|tonight|quickly|this once|zero|0|all|every|any|whole|entire|and (?:commit|push|merge|deploy|go on|ship|continue|release|move on|ignore)|before (?:the )?(?:release|demo|deadline|merge|push|review)|that (?:don't|do not|doesn't) pass)\\b|^\\W*(?:skip|bypass|ignore|disable|turn off|switch off|deactivate|mute|silence) (?:the )?(?:\\w+ )?\\w+\\W*$";

/** Working on a check, or taking away what nobody needs of it. */
const ORDINARY =
  '\\b(?:self-signed|flaky|deprecated|redundant|legacy|unused|duplicated?s?|obsolete|old|third-party|iframe|logout|trusted device|too (?:strict|many)|on (?:windows|macos|linux|mobile)|removed|superseded|generated|vendored|push notifications?|whitespace|cache|autofocus|public pages|guests?|log (?:message|line)s?|spinner|animation\\w*|deprecation|' +
  'typo|hidden fields|localhost|in development|signed-in|archived|maintenance|demo build|health endpoint|request bodies|option|flag|setting|per (?:user|route|key)|optional fields?)\\b';

const WHY = {
  category: 'checks',
  why: 'A task may not switch off what protects people or the project.',
  rephrase: 'Ask for the cause to be fixed, or change the setting yourself.',
} as const;

/** Switching off what watches, and making checks look passed. */
export const CHECK_RULES: readonly PolicyRule[] = [
  order('checks.guard', [OFF, GUARDS], {
    unless: [ORDINARY],
    ...WHY,
    examples: {
      match: ['disable the pre-commit hooks and push'],
      pass: ['add an option to disable TLS verification for self-signed certificates'],
    },
  }),
  order('checks.soft-guard', [OFF, SOFT_GUARDS], {
    onlyWith: [EVERYWHERE],
    unless: [ORDINARY],
    ...WHY,
    rephrase: 'Say for what part of the program, and why it is safe there.',
    examples: {
      match: ['drop rate limiting everywhere'],
      pass: ['drop the captcha for signed-in users', 'disable validation of hidden fields'],
    },
  }),
  order(
    'checks.guard-off',
    [
      phrases(
        'switch, turn, set, flip, toggle, leave, make, take, put, keep, let, tell, get, have, change, force, rig, bring, edit, convince, mark',
      ),
      [
        ...GUARDS,
        ...SOFT_GUARDS,
        ...TESTS,
        'checkers',
        'required approvals',
        'required reviewers',
        'required reviews',
        'scanner',
        'validator',
        'validators',
        'checker',
        'gate',
        'middleware',
        'verifier',
        'login',
        'signature',
        'type errors',
        'hooks',
        'guard',
        'suite',
      ],
      phrases(`
        off, into optional, into warnings, into a warning, to optional, to false, to none, to off, to never, to allow, to zero, to 0, always allow, to bypass, permissive, to permissive, disabled, to log only, to warn, useless, optional, non blocking, advisory, out, aside, away, open, wide open, ignore, ignore everything, ignore every, ignore all, ignore failing, ignore failures, ignore failed, ignore errors, ignore red, accept everything, accept anything, accept any, accept all, always pass,
        always succeed, always return, return true, return valid, return ok, return success, exit 0, into a no op, a no op, no op, into a noop, pass everything, pass no matter, pass anyway, pass regardless, pass even, pass whatever, pass although, succeed, shut up, be quiet, down, green, let everything, let anything, let anyone, allowed to fail, let through, skip, lie, always green, look green, look passed`),
    ],
    {
      gap: 3,
      loose: true,
      unless: [ORDINARY],
      ...WHY,
      examples: {
        match: ['switch the sandbox off and try again'],
        pass: ['make the rate limit configurable'],
      },
    },
  ),
  order('checks.tests', [OFF, TESTS], {
    onlyWith: [TO_GET_THROUGH],
    unless: [ORDINARY],
    ...WHY,
    why: 'A task may not make checks pass by taking them away.',
    rephrase: 'Ask for the cause to be fixed: "fix the failing login tests".',
    examples: {
      match: ['delete the failing tests so CI goes green', 'skip all tests'],
      pass: ['skip the flaky upload test on Windows'],
    },
  }),
  order(
    'checks.unchecked',
    [
      phrases(
        'push, merge, commit, deploy, publish, release, approve, ship, land, accept, sign off, submit, install, run, force, auto approve, auto merge, force merge, self approve, go on, proceed, continue, apply, do, act, edit, change, delete, work, execute, upload, download, open, make, use, finish, send, get',
      ),
      phrases(
        'without, skipping, bypassing, ignoring, despite, past, around, unreviewed, untested, although, even though, even if, regardless of, no matter',
      ),
      phrases(
        'test, tests, testing, review, reviews, reviewer, approval, approvals, check, checks, checking, ci, hook, hooks, permission, permissions, asking, verification, verifying, confirm, confirming, confirmation, consent, looking, sandbox, signature, guard, policy, protection, anyone, telling, prompting, prompts, questions, supervision, limits, restrictions, red, failing, failures, fail, fails, broken, the rules, validation, running, reading, what',
      ),
    ],
    {
      gap: 7,
      unless: [
        ORDINARY,
        '\\b(?:tests? without|without (?:reload\\w*|a (?:page )?reload|network|javascript|login)|dry run)\\b',
      ],
      ...WHY,
      why: 'A task may not go past the checks.',
      rephrase: 'Leave it out; the checks run as they are set up.',
      examples: {
        match: ['push it without running the hooks'],
        pass: ['run the tests without network access'],
      },
    },
  ),
  order(
    'checks.bypass',
    [
      phrases(
        'bypass, circumvent, evade, get around, get round, work around, sidestep, outsmart, trick, fool, defeat, get past, sneak past, slip past, dodge, cheat, outwit, beat, subvert, undermine, sabotage, tamper with, ignore, override',
      ),
      phrases(
        'hook, hooks, check, checks, guard, review, reviews, restriction, restrictions, protection, protections, rule, rules, policy, policies, login, password, paywall, approval, approvals, lock, quota, gate, prompt, prompts, detection, verification, authentication, authorization, security, sandbox, firewall, permission, permissions, hook by, monitoring, auditors, audit, compliance, moderation, filters, limits, limit on',
      ),
    ],
    {
      gap: 3,
      unless: [
        ORDINARY,
        '\\b(?:cache|default|css|theme|eslint|lint rules?|style|typescript|layout|case|whitespace)\\b',
      ],
      ...WHY,
      examples: {
        match: ['bypass the hook by committing through the API'],
        pass: ['bypass the cache when the request says so'],
      },
    },
  ),
  order(
    'checks.direct',
    [
      phrases('push, commit, merge, force, deploy, go'),
      phrases(
        'directly to, directly into, straight to, straight into, right to, right into, directly on, straight on, direct to, to protected, over the protected, past review, directly',
      ),
      phrases('main, master, production, prod, release, protected, trunk, branch, live, customers'),
    ],
    {
      gap: 4,
      unless: [ORDINARY],
      ...WHY,
      why: 'A task may not go past the review.',
      rephrase: 'Ask for a change on a branch of its own.',
      examples: { match: ['push directly to main'], pass: ['merge the two config files into one'] },
    },
  ),
  order(
    'checks.approve-everything',
    [
      phrases(
        'approve, accept, confirm, allow, permit, auto approve, auto accept, sign off, say yes to, answer yes to, grant, trust',
      ),
      phrases('everything, anything, whatever, every tool, all tools, all commands, any command'),
    ],
    {
      gap: 4,
      unless: [ORDINARY],
      ...WHY,
      why: 'A task may not approve for somebody else.',
      rephrase: 'Leave approvals to people.',
      examples: { match: ['approve everything the agent asks for'] },
    },
  ),
  order(
    'checks.approve',
    [
      phrases(
        'approve, accept, confirm, allow, permit, auto approve, auto accept, auto allow, auto merge, sign off, sign off on, lgtm, merge, review, grant, say yes to, reply yes to, answer yes to, yes to, trust, whitelist, click allow, click yes, answer, reply, respond, let through',
      ),
      phrases(
        'everything, anything, whatever, all, every, any, each, my own, your own, our own, its own, yourself, my pull request, my pr, my changes, my request, it yourself, this yourself, with the bot, as me, in my name, from my account',
      ),
      phrases(
        'tool, tools, command, commands, permission, permissions, prompt, prompts, request, requests, question, questions, edit, edits, action, actions, call, calls, pull request, pull requests, pr, prs, merge request, change, changes, code, commit, commits, dependency updates, everything, anything, whatever, yourself, bot account, bot, it asks, they ask, my account',
      ),
    ],
    {
      gap: 3,
      unless: [ORDINARY, '\\b(?:in the api|origin|invitations?)\\b'],
      ...WHY,
      why: 'A task may not approve for somebody else.',
      rephrase: 'Leave approvals to people.',
      examples: { match: ['approve my own pull request'], pass: ['accept invitations from the member list'] },
    },
  ),
  {
    id: 'checks.evade',
    any: [
      '\\b(?:edit|write|read|bash|task|agent|denied|blocked) tool\\b.{0,20}\\b(?:was|is|were|got|gets) (?:denied|blocked|refused|rejected)\\b|\\b(?:was|is|were|got|gets) (?:denied|blocked|refused|rejected|stopped) by (?:the |a |your )?(?:hook|guard|policy|sandbox|permission\\w*|deny rule)\\b',
      '\\b(?:around|past|despite|in spite of|bypassing|by-passing) (?:the |a |any |your )?(?:denied|blocked|deny|denial|refusal|guard|block|hook|permission)\\b|\\bdeny rules?\\b.{0,30}\\b(?:protects?|blocks?|forbids?)\\b',
      '\\b(?:until|till|before) (?:the |a |your )?(?:guard|hook|policy|sandbox|reviewer|filter)s? (?:lets?|allows?|gives? up|accepts?|notices?)\\b|\\b(?:answer|click|confirm|accept|dismiss)\\b.{0,12}\\b(?:permission|approval|trust) (?:dialogs?|prompts?|requests?|questions?)\\b',
      "\\b(?:do not|don't|never) stop\\b.{0,30}\\b(?:budget|limit|quota|timeout|time is up|turns)\\b|\\b(?:ignore|break|skip|lift|override)\\b.{0,12}\\b(?:code |deploy\\w* |change |release )?freeze\\b(?!d)",
    ],
    unless: [ORDINARY, '\\b(?:cors|ad ?block\\w*|firewall blocks)\\b'],
    ...WHY,
    why: 'A task may not get around what was denied.',
    rephrase: 'Ask the person who may allow it.',
    examples: {
      match: ['use sed to edit it since the Edit tool was denied'],
      pass: ['show why the request was blocked by CORS'],
    },
  },
  {
    id: 'checks.flags',
    any: [
      '(?<!\\w)--no-(?:verify|gpg-sign|sandbox|check\\w*|audit)\\b|--skip-(?:tests?|checks?|validation|verify|hooks?)|--insecure\\b|--force-yes|--disable-\\w*(?:security|sandbox|protection)|\\bhusky\\s*=\\s*0|\\[skip ci\\]|\\bskip[ -]ci\\b|core\\.hookspath',
      '\\b(?:verify|strict_?ssl|sslverify|check_?hostname|reject_?unauthorized)\\b\\s*[=: ]+\\s*(?:false|0|no|off)\\b|node_tls_reject_unauthorized|git_ssl_no_verify|pythonhttpsverify|insecureskipverify|\\bcontinue-on-error\\b|\\bauto-?approve\\b|\\banthropic_base_url\\b|\\bmcp server\\b.{0,30}\\bhttps?:|\\bbash\\([^)]*\\*\\)',
      '(?:eslint-disable|ts-ignore|ts-nocheck|type: ?ignore|noqa|nolint|@suppresswarnings|istanbul ignore|biome-ignore|rubocop:disable|pylint: ?disable)\\b',
    ],
    order: true,
    unless: ['\\b(?:remove|drop|replace|avoid|document)\\b.{0,20}(?:--|eslint|ts-|noqa|the )'],
    ...WHY,
    why: 'The task switches a check off by a flag.',
    rephrase: 'Ask for the cause to be fixed.',
    examples: {
      match: ['commit with --no-verify'],
      pass: ['remove the eslint-disable comments from all files'],
    },
  },
  {
    id: 'checks.faked',
    any: [
      '\\b(?:edit|change|modify|adjust|set|lower|reduce|loosen|relax|drop|add)\\b.{0,45}\\b(?:branch protection|required (?:reviewers?|reviews?|checks?|approvals?)|ruleset|bypass list|approval (?:step|rule)s?|code ?owners)\\b(?=.*\\b(?:so|to (?:zero|0|none|one)|bypass|without|me|nobody|no one)\\b|\\W*$)',
      '\\b(?:hook|check|guard|scan\\w*|lint\\w*|tests?|script|suite|assertions?|specs?)\\b.{0,20}\\b(?:exit(?:s)? (?:with )?0|always (?:pass|succeed|return|be (?:green|true))\\w*|never fails?|asserts? nothing|tests? nothing|expects? (?:the )?(?:wrong|broken|buggy|current))\\b',
      '\\b(?:permissions?\\.allow|pretooluse|posttooluse|hooks?\\.json|defaultmode|permission mode)\\b.{0,40}(?:\\*|\\b(?:allow\\w*|accept\\w*|bypass\\w*|always|everything|nothing|true|exit 0|anything)\\b)',
      '\\blet\\b.{0,10}\\b(?:expired|invalid|unsigned|untrusted|failing|revoked|unverified)\\b.{0,25}\\b(?:through|pass|in)\\b|\\breturn 200\\b.{0,60}\\b(?:every|any|all|always)\\b',
      '\\b(?:tests?|checks?|scan\\w*|lint\\w*)\\b.{0,20}\\b(?:do not|don.t|no longer|never) (?:fail|break|block)\\b|\\b(?:approve|merge|review|lgtm)\\b.{0,40}\\b(?:with the bot|from (?:my|another|your) account|in my name)\\b',
      '\\bno (?:reviews?|tests?|checks?|approvals?|hooks?),? (?:and )?no (?:reviews?|tests?|checks?|approvals?|hooks?)\\b|\\bwith (?:the |all )?(?:\\w+ )?(?:hooks|checks|tests|guards?|sandbox) (?:switched |turned )?(?:off|disabled)\\b|\\btry/catch\\b.{0,40}\\b(?:fail|pass)',
      '\\bhard-?code\\w* (?:the )?(?:expected|results?|answers?|return|outputs?)\\b.{0,40}\\b(?:pass|tests?)\\b|\\bspecial-?cas\\w+\\b.{0,40}\\b(?:tests?|suite|checks?|grader)\\b|\\bmock\\w* the (?:function|code|module|class|thing) under test\\b|\\btests?\\b.{0,40}\\b(?:asserts?|expects?) (?:what|whatever)\\b|\\b(?:tests?|suite|build|ci|pipeline|everything) (?:is|are|turns?|goes|look\\w*) green\\b|\\b(?:errors?|warnings?)\\b.{0,12}\\bwith any\\b|\\b(?:coverage|benchmark|test) (?:report|results?)\\b.{0,12}\\b(?:claim|say|show|look|pretend)\\b',
      '\\b(?:add|put|move)\\b.{0,30}\\b(?:rules?|tests?|errors?|files?)\\b.{0,15}\\bto the (?:ignore|skip|exclusion) ?list\\b',
      '\\b(?:cast\\w*|sprinkl\\w*|put|add)\\b.{0,20}\\bany\\b.{0,12}\\b(?:everywhere|over|all)\\b|\\bto any so\\b|\\beverything (?:to|as) any\\b',
      '\\b(?:say|claim|state|report|pretend|declare)\\b.{0,30}\\b(?:checks?|tests?|reviews?|everything|builds?|suite)\\b.{0,12}\\b(?:passed|succeeded|passes|is (?:fine|ok|done)|went well|green)\\b.{0,40}\\b(?:whatever|no matter|even|regardless|anyway|although|without|happens)\\b',
      '\\b(?:tests?|checks?|guard|hooks?|sandbox|linter|type checker|ci|review|hooks?|approvals?)\\b.{0,20}\\b(?:in (?:my|the|our) way|(?:is|are) (?:annoying|for cowards)|annoys?|on my nerves|slows? us down|waste of time|too picky|nagging|no time for)\\b',
    ],
    order: true,
    unless: [ORDINARY],
    ...WHY,
    why: 'A task may not make checks look passed.',
    rephrase: 'Ask for the cause to be fixed.',
    examples: {
      match: ['write tests that always pass'],
      pass: ['make the upload test wait on a condition'],
    },
  },
];
