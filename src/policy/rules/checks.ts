import type { PolicyRule } from '../policy.ts';
import { act, FEATURE, order, PREVENTING } from './words.ts';

/** What keeps people and agents from harm. */
const GUARDS =
  '(?:sandbox\\w*|guards?|guard ?rails?|permission(?:s)?(?: checks?| prompts?| system| mode| rules?)?|approvals?(?: prompts?| steps?)?|polic(?:y|ies)|safety\\w*(?: \\w+)?|security(?: \\w+)?|' +
  'pre-?commit(?: hooks?)?|commit hooks?|git hooks?|hooks?|branch protection\\w*|(?:required )?(?:code )?reviews?|firewall|anti-?virus|selinux|apparmor|gatekeeper|audit(?: log\\w*| trail)?|' +
  '(?:2fa|mfa|two-factor)(?: \\w+)?|(?:tls|ssl|certificate|cert|signature|integrity|checksum)(?: \\w+)?(?: checks?| verif\\w+| validation)?|authentication|authorization|auth checks?|access controls?|csrf(?: \\w+)?|' +
  'rate ?limit\\w*|input (?:validation|sanitization)|secret scan\\w*|restrictions?|limits|content filters?|monitoring|alerts|lint(?:er|ing)?(?: rules?| checks?)?|type ?check\\w*|' +
  'ci(?: checks?| pipeline)?|(?:status |quality )?checks?|(?:failing |all |the |unit |integration |e2e |broken |security )*tests?(?: suite)?|test suite|assertions|verification|validation|strict mode|coverage(?: \\w+)?|code owners|escaping|protections?|filters?|timeouts?)';

/** Switching off what watches. */
export const CHECK_RULES: readonly PolicyRule[] = [
  {
    id: 'checks.off',
    category: 'checks',
    any: [
      `${order('disable, turn off, switch off, bypass, circumvent, deactivate, weaken, get around, evade, defeat, neutralize, override, disabling, bypassing, sidestep, shut off, relax, loosen, uninstall')}(?:\\s+[\\w'-]+){0,4}?\\s+${GUARDS}\\b(?!\\s+(?:for (?:the )?(?:generated|vendored|third-party)|button|in (?:dark|light)))`,
      act(
        'skip, ignore, comment out, delete, remove, drop, suppress, strip, mute, silence, stub out, take out, rip out',
        `(?:all\\s+|every\\s+|any\\s+|the\\s+|failing\\s+|our\\s+|those\\s+)+(?:\\w+\\s+){0,2}?${GUARDS}\\b(?=\\s*$|[.,;!]|\\s+(?:so|and|to|before|that|until|because|which|from|in ci|temporarily|altogether|entirely|completely|everywhere|then|when merging|without|for now|if))`,
        0,
      ),
      '--no-verify\\b',
      '\\bverify\\s*=\\s*false\\b',
      '\\b(?:strictssl|node_tls_reject_unauthorized)\\b.{0,10}\\b(?:0|false)\\b',
      `${order('make, force, get, let, mark, fake, hardcode, hard-code')}(?:\\s+\\w+){0,4}?\\s+(?:tests?|ci|build|checks?|pipeline|suite)\\s+(?:to\\s+)?(?:always\\s+)?(?:pass|green|succeed|return (?:true|success)|as (?:passed|skipped))\\b(?=.*\\b(?:regardless|always|no matter|without|even|by|anyway|skipped|whatever)\\b)`,
      `${order('merge, push, commit, deploy, publish, release, approve')}(?:\\s+\\S+){0,8}?\\s+(?:without|skipping|bypassing|ignoring|despite)\\s+(?:\\w+\\s+){0,3}?(?:tests?|reviews?|approvals?|checks?|ci|hooks?|permission|asking|verification)\\b`,
    ],
    unless: [
      PREVENTING,
      FEATURE,
      '\\b(?:flaky|on windows|on macos|on linux|optional|duplicate|redundant|unused|deprecated|unnecessary)\\b',
    ],
    why: 'A task may not switch off what checks the work.',
    rephrase: 'Ask for the cause to be fixed: "fix the failing login tests".',
    examples: {
      match: ['disable the pre-commit hooks and push'],
      pass: ['skip the flaky upload test on Windows'],
    },
  },
];
