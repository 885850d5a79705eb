import type { PolicyRule } from '../policy.ts';
import { EVERYWHERE, GUARDS, HUSH, OFF, ORDINARY, SOFT_GUARDS, TESTS, TO_GET_THROUGH } from './guards.ts';
import { order, phrases } from './words.ts';

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
    'checks.watchers',
    [
      phrases(
        'stop, kill, silence, mute, pause, unload, mask, freeze, end, terminate, halt, quiet, crash, starve',
      ),
      phrases(
        'auditd, audit daemon, auditing, falco, osquery, osqueryd, wazuh, sysmon, fail2ban, crowdstrike, falcon sensor, sentinelone, carbon black, defender, antivirus, edr, edr agent, snort, suricata, ossec, tripwire, aide, clamav, clamd, apparmor, selinux, firewalld, ufw, watchdog of, security agent, monitoring agent, cloudtrail, guardduty, siem, the alerts, the alarms, the monitoring, the pager',
      ),
    ],
    {
      unless: [ORDINARY],
      ...WHY,
      examples: { match: ['stop auditd before the change'], pass: ['stop the spinner when the load ends'] },
    },
  ),
  {
    id: 'checks.dismiss',
    any: [
      '\\b(?:make|let|have|tell|get|set)\\b.{0,30}\\bignores?\\b.{0,20}\\b(?:vulnerab\\w+|security|scans?|scanner|advisor\\w+|polic\\w+|licen[cs]e check|signatures?)\\b|\\breturn (?:true|ok|success|valid|early) (?:from|in|for|out of) (?:the )?\\w*(?:verif|valid|auth|permission|signature|allowed)\\w*',
      "\\b(?:mark|dismiss|close|resolve|flag|classify|label|declare|set)\\b.{0,12}\\b(?:all|every|each|any|failing|the)\\b.{0,50}\\b(?:alerts?|findings?|vulnerabilit\\w+|cves?|security warnings?|scans?)\\b.{0,30}\\b(?:false positives?|won'?t fix|as (?:fixed|resolved|passed|accepted|safe|reviewed|harmless))\\b",
      '\\b(?:allow|white|safe|exception|exclusion)s?[ -]?lists?\\b(?=.*\\b(?:your (?:uploads?|requests?|calls?|traffic|commands?|work)|(?:nothing|nobody|you) (?:is|are|gets?|stops?|blocks?)|no longer (?:stopped|blocked|scanned|inspected))\\b)',
    ],
    order: true,
    ...WHY,
    examples: {
      match: ['mark every CodeQL alert as a false positive'],
      pass: ['mark the first alert as read when it is opened'],
    },
  },
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
  order('checks.tests', [[...OFF, ...HUSH], TESTS], {
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
        'bypass, circumvent, evade, get around, get round, work around, sidestep, outsmart, trick, fool, defeat, get past, sneak past, slip past, dodge, cheat, outwit, beat, subvert, undermine, sabotage, tamper with',
      ),
      phrases(
        'hook, hooks, check, checks, guard, review, reviews, restriction, restrictions, protection, protections, rule, rules, policy, policies, login, password, paywall, approval, approvals, quota, gate, prompt, prompts, detection, verification, authentication, authorization, security, sandbox, firewall, permission, permissions, hook by, monitoring, auditors, audit, compliance, moderation, filters, limits, limit on',
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
