import type { PolicyRule } from '../policy.ts';
import { GUARD_PARTS, GUARDS, HARD_GUARDS, OFF, ORDINARY, SOFT_GUARDS, TESTS, UNLESS } from './guards.ts';
import { FEATURE, PREVENTING, phrases } from './words.ts';

/** Switching off what watches. */
export const CHECK_RULES: readonly PolicyRule[] = [
  {
    id: 'checks.guard',
    category: 'checks',
    words: [OFF, HARD_GUARDS],
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
    id: 'checks.soft-guard',
    category: 'checks',
    words: [OFF, SOFT_GUARDS],
    order: true,
    gap: 3,
    notBefore: [
      ...GUARD_PARTS,
      ...phrases('of, from, for, in, on, during, at, behind, when, while, per, between'),
    ],
    unless: UNLESS,
    why: 'A task may not switch off what protects people or the project.',
    rephrase: 'Say for what part of the program, and why it is safe there.',
    examples: { match: ['turn off the validation'], pass: ['disable validation of hidden fields'] },
  },
  {
    id: 'checks.soft-guard-everywhere',
    category: 'checks',
    words: [OFF, SOFT_GUARDS],
    order: true,
    gap: 3,
    onlyWith: [
      '\\b(?:production|prod|live|everywhere|anywhere|all|every|entire|whole|for now|for a moment|until|so (?:that )?(?:i|we|it|the|nobody|anything)|push|merge|deploy|faster|annoy\\w*|agent|attack|just|anyone|everyone|anything|any more|rejects|reject|blocks us|blocks me|too strict|customers complain|it is only|they are only|temporarily)\\b',
    ],
    notBefore: GUARD_PARTS,
    unless: UNLESS,
    why: 'A task may not switch off what protects people or the project.',
    rephrase: 'Say for what part of the program, and why it is safe there.',
    examples: {
      match: ['drop rate limiting everywhere'],
      pass: ['drop the captcha for signed-in users'],
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
