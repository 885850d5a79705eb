import { FEATURE, PARTS, PREVENTING, phrases } from './words.ts';

/** Orders that take a check away. */
export const OFF = phrases(`
  disable, turn off, switch off, bypass, circumvent, deactivate, weaken, get around, get round, work around, evade, defeat, neutralize, neutralise, override, sidestep, shut off, shut down,
  relax, loosen, subvert, trick, fool, short circuit, nullify, stop enforcing, stop using, drop, lift, kill, rip out, remove, delete, unset, strip, suspend, pause, skip, ignore, suppress, mute,
  silence, comment out, take out, stub out, cut out, opt out of, get rid of, lower, ditch, don't validate, do not validate, don't verify, do not verify, don't check, do not check, don't sign, don't enforce, don't ask for, stop checking, stop validating, stop verifying, stop running, don't run, do not run, don't use, do not use, don't wait for, do without, abolish, dodge, game, outsmart, break, cripple, quiet, avoid, undo, revert, forget, omit, leave out, take away, blind, unhook, uninstall, soften, water down, hush, waive, discard, shun, disregard, escape, whitelist away, exempt yourself from, opt yourself out of, raise the threshold of`);

/** What keeps people and agents from harm. */
export const HARD_GUARDS = phrases(`
  sandbox, sandboxing, guard, guards, guard hook, guardrail, guardrails, permission boundary, permission boundaries, capability restrictions, permission check, permission checks, permission prompt, permission prompts,
  permission system, permission dialogs, permissions, approval, approvals, approval prompt, approval step, policy, policies, safety, safety check,
  safety checks, safety filter, safety rules, safeguard, safeguards, security, security check, security checks, security controls, security policy,
  security scan, security scanner, security features, security settings, security rules, security review, pre commit, pre commit hook, pre commit hooks,
  precommit hook, precommit hooks, pre push, pre push hook, commit hook, commit hooks, commit msg hook, git hooks, git hook, the hooks, all hooks, stop hook,
  branch protection, branch protections, protected branches, required review, required reviews, code review, code reviews, peer review, mandatory review,
  review requirement, code owners, codeowners, firewall, firewalls, antivirus, anti virus, selinux, apparmor, auditing, audit log, audit logging, audit logs,
  audit trail, 2fa, mfa, two factor, two factor auth, two factor authentication, tls verification, ssl verification, tls checks, tls check, certificate check,
  certificate checks, certificate verification, certificate validation, certificate pinning, cert check, hostname verification, host key checking,
  signature check, signature checks, signature verification, signature validation, integrity check, integrity checks, checksum check, checksum verification,
  authentication, authentication middleware, authentication check, authorization, authorisation, authorization checks, authorization check, auth checks,
  auth middleware, auth guard, access control, access controls, csrf protection, secret scanning, secret scanner, dependency check, vulnerability scan,
  vulnerability scanner, vulnerability checks, password policy, virus scan, virus scanner, malware scan, signing, commit signing, confirmation prompts,
  confirmation prompt, confirmations, supervision, supervisor, oversight, human review, human approval, spending limit, budget limit, cost limit, turn limit,
  time limit, plan mode, intrusion detection, ids, waf, compliance checks, compliance check, fraud check, fraud checks, age check, kyc, gdpr consent,
  backups check, deployment gate, release gate, quality gate, quality gates, change approval, type system checks, owasp, owasp check, owasp scan,
  license verification, the hooks off, dependabot, dependabot alerts, security alerts, security tests, security test, security warnings, all rules, every rule,
  paywall, drm, licence key check, safe mode, strict csp, smart screen, gatekeeper`);

/** These are also features, which may be switched off for a part of a program. */
export const SOFT_GUARDS = phrases(`
  tls, ssl, certificate, certificates, signatures, checksums, certificate errors, auth, auth check, access checks, access check, csrf check, csrf checks, cors,
  content security policy, csp, restrictions, content filter, content filters, monitoring, alerts, alerting, alarms, rate limit, rate limits, rate limiter,
  rate limiting, input validation, input sanitization, input sanitisation, sanitization, validation, payload validation, request validation, license check,
  licence check, license checks, captcha, login check, login requirement, login, password check, encryption, logging, throttling, quota, isolation, protection,
  protections, read only mode, dry run mode, limits, escaping, output escaping, licence check, licence checks, security headers`);

/** Both. */
export const GUARDS = [...HARD_GUARDS, ...SOFT_GUARDS];

/** A guard that is itself what somebody works on. */
export const GUARD_PARTS = [
  ...PARTS,
  ...phrases(
    'messages, rules page, docs, tests, library, package, redundant, for generated, for vendored, on the settings, clause, expression, statement, block, hint, level, levels, output, noise, framework, statement, switch, level of, to a file, for tests, in tests, in development, of the old, of removed, attribute, schemas, with zod, request, requests, screen, redirect, cookie, tokens, token, per user, card, of request, of requests, of the request, of debug, of sql',
  ),
];

/** What says whether the work is good. */
export const TESTS = phrases(`
  test, tests, spec, specs, test suite, test suites, test case, test cases, unit tests, integration tests, e2e tests, assertion, assertions, asserts, e2e, lint, linter, linters, linting, lint rules, lint errors, lint warnings, eslint, type check, type checks, type checking, type checker, type error, type errors, ci, ci check, ci checks, ci job, ci jobs, ci step, ci pipeline,
  status checks, status check, required checks, checks, check, build check, coverage, coverage check, coverage threshold, strict mode, compiler errors, compiler warnings, warning, warnings, quality gate, quality checks, regression tests, snapshot, snapshots, red jobs, pipeline, benchmarks, failing jobs, smoke tests, code scanning, static analysis, tsc, mypy, ruff, pylint, rubocop`);

export const ORDINARY =
  '\\b(?:optional fields|self-signed|flaky|deprecated|redundant|legacy|unused|duplicated?s?|obsolete|old|custom validation|third-party|iframe|on logout|logout|trusted device|half-authenticated|reduced motion|too (?:strict|many)|on (?:windows|macos|linux|mobile)|daily job|removed|superseded|merged into|slow|twice|from the (?:regular|nightly)|ignore generated|invalid rows|whitespace|cache|autofocus|public pages|guests|log (?:message|line)s?|spinner|animation\\w*|deprecation warning|vendored|generated|peer|dry-run|ranking|typo)\\b';

export const UNLESS = [PREVENTING, FEATURE, ORDINARY];

/** Why somebody would take a check away: to look good, or to get through. */
export const TO_GET_THROUGH =
  "\\b(?:so (?:that )?(?:the |all |our |it |they |ci|we |you |i |build|tests?|everything|nobody|no one|coverage|pipeline)|until|green|merge|merged|push|pushed|ship|release|deadline|nobody|no one|noone|anyway|for now|for good|for the whole|for all|for every|for this|everywhere|temporarily|altogether|entirely|completely|without|just|instead of fixing|because|they (?:only|just)|it(?:'s| is) (?:only|just|annoying|wrong)|annoying|stubborn|in (?:the )?way|faster|pass(?:es)?|deploy|for the release|keeps? failing|that fails?|stop complaining|complain\\w*|today|tonight|quickly|then|and (?:commit|push|merge|deploy|go on|ship|continue|release|move on)|before (?:the )?(?:release|demo|deadline|merge|push|review)|failing|red|broken|blocks?|fails?|fail)\\b|^\\W*(?:skip|bypass|ignore|disable|turn off|switch off|deactivate|mute|silence)\\s+(?:all |every |any |the )*(?:\\w+ )?(?:tests?|checks?|ci|lint\\w*|specs?|test suite)\\W*$";
