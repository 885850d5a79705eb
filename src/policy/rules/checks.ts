import type { PolicyRule } from '../policy.ts';
import { FEATURE, loose, near, order, PREVENTING, word } from './words.ts';

const OFF =
  'disable, turn off, switch off, bypass, circumvent, deactivate, weaken, get around, work around, evade, defeat, neutralize, neutralise, override, disabling, bypassing, turning off, sidestep, shut off, ' +
  'relax, loosen, uninstall, subvert, trick, fool, short-circuit, nullify, stop enforcing, stop using, drop, lift, kill, rip out, remove, delete, unset, strip, suspend, pause, skip, ignore, suppress, mute, silence, comment out, take out, stub out, cut out, avoid, opt out of, get rid of, lower, loosen up, ditch';

/** What keeps people and agents from harm: switching it off is never a small matter. */
const GUARDS =
  '(?:sandbox\\w*|guard\\w*|guard ?rails?|permissions?(?: \\w+)?|approvals?(?: \\w+)?|policy|policies|safety\\w*(?: \\w+)?|safeguards?|security(?: \\w+)?|' +
  'pre-?commit(?: \\w+)?|pre-?push(?: \\w+)?|commit-?msg(?: \\w+)?|(?:commit |git |client )?hooks|branch protections?|(?:required |code |mandatory |peer )+reviews?(?: \\w+)?|code ?owners|firewall\\w*|anti-?virus|selinux|apparmor|audit(?:ing| log\\w*| trail)?|' +
  '(?:2fa|mfa|two-factor)(?: \\w+)?|(?:tls|ssl|https|certificates?|cert|host ?name|signature|integrity|checksum|host key)(?: \\w+){0,2}? ?(?:checks?|checking|verif\\w+|validation|errors?|warnings?|pinning)|(?:tls|ssl)|authentication|authoriz?s?ation|auth(?: \\w+)?|access controls?|csrf(?: \\w+)?|cors|csp|' +
  'secret scann\\w*|restrictions|content filters?|monitoring|alert(?:s|ing)|rate ?limit(?:s|er|ing)?|(?:input |request |schema )?(?:validation|sanitiz?s?ation)|license checks?|dependency checks?|vulnerability scan\\w*|telemetry of the agent|captcha|login|encryption|logging|throttl\\w+|quota|isolation|virus scan\\w*|the limits?|checks|verification|protections?|signing|read-?only mode|dry[- ]run mode)';

const QUALITY =
  '(?:(?:\\w+ )?(?:tests?|specs?|test ?suites?|test cases?|assertions?|asserts?|lint(?:er|ers|ing)?(?: \\w+)?|type ?check\\w*|type errors?|ci|ci (?:checks?|jobs?|steps?|pipeline)|(?:status |quality |required |failing |red )+(?:checks?|jobs?|gates?)|coverage(?: \\w+)?|strict mode|compiler (?:errors?|checks?)|warnings|quality gates?|build checks?))';

/** Switching off what watches. */
export const CHECK_RULES: readonly PolicyRule[] = [
  {
    id: 'checks.guard',
    category: 'checks',
    any: [
      near(
        loose(OFF),
        `${GUARDS}\\b(?!\\s*(?:for (?:the )?(?:generated|vendored|third-party)|button|settings page|page|form|field|icon|module|middleware tests|tests?|docs?|view|panel|class|library|helper|dialog|screen|message|banner|link|component|redundant|flow|provider|plugin that))`,
        3,
      ),
      near(
        loose('switch, turn, set, flip, toggle, leave, make'),
        `(?:the |all |every |this |its |your |our )*${GUARDS}\\s+(?:\\w+\\s+)?(?:off|to (?:false|none|off|never|always allow|allow|bypass\\w*|permissive|disabled|0|zero|true|log only|warn)|permissive|useless|optional)\\b`,
        1,
      ),
      '(?<!\\w)--no-(?:verify|gpg-sign|sandbox|check\\w*|audit)\\b|--skip-(?:tests?|checks?|validation|verify|hooks?)|--insecure\\b|--force-yes|--disable-\\w*(?:security|sandbox|protection)|\\bhusky\\s*=\\s*0|\\bskip=\\S+|\\[skip ci\\]|--ignore-scripts=false|core\\.hookspath',
      '\\b(?:verify|strict_?ssl|sslverify|check_?hostname|reject_?unauthorized)\\b\\s*[=: ]+\\s*(?:false|0|no|off)\\b|node_tls_reject_unauthorized|git_ssl_no_verify|pythonhttpsverify|insecureskipverify',
      near(
        loose(
          'push, merge, commit, deploy, publish, release, approve, ship, land, accept, sign off, submit, install, run, force, auto-?approve, auto-?merge, self-?approve, go on, proceed, continue, apply, do',
        ),
        '(?:without|skipping|bypassing|ignoring|despite|past|around|unreviewed|untested)\\s*(?:\\w+\\s+){0,4}?(?:tests?|testing|reviews?|reviewers?|approvals?|checks?|checking|ci|hooks?|permissions?|asking|verification|verifying|confirm\\w*|consent|looking|sandbox|signature|guard\\w*|green|policy|protection|anyone)?\\b(?=\\W|$)',
        8,
      ),
      near(
        loose('push, commit, merge, force'),
        '(?:directly|straight|right) (?:to|into|on|onto) (?:the )?(?:main|master|production|prod|release|protected|trunk)\\b',
        3,
      ),
      near(
        loose('approve, accept, sign off, review, self-approve, lgtm, confirm, answer, click, say'),
        "(?:my own|your own|the agent'?s own|its own|all|every|any|each|the|this|yes|allow|on)(?:\\s+\\w+){0,3}?\\s*(?:pull requests?|prs?|merge requests?|changes?|permission\\w*(?: \\w+)?|prompts?|tool (?:calls?|uses?)|approvals?|requests? for permission|dialogs?|yes|allow)\\b(?=.*\\b(?:myself|own|yourself|automatically|without|from now|always|every|all|for me|my account|yes|allow|itself|anyway)\\b)",
        3,
      ),
      "\\b(?:approve|accept|sign off(?: on)?|merge|review) (?:my|your|its|the agent's) own (?:\\w+ ){0,2}?(?:pull requests?|prs?|merge requests?|changes?|code|work|commits?)\\b",
      near(
        loose('allow, permit, auto-?allow, whitelist, auto-?approve, grant, enable, trust, accept'),
        '(?:all |every |any |each |the |everything|anything|tools?|bash|commands?|edits?)(?:\\s*\\w+){0,4}?\\s*(?:without (?:asking|prompt\\w*|confirm\\w*|approval|questions?)|unconditionally|blindly|by default for the agent|automatically|unreviewed)\\b',
        1,
      ),
      near(
        loose(
          'set, change, edit, add, make, put, write, rewrite, switch, answer, return, let, update, modify',
        ),
        '(?:\\S*permissions?\\S*|pretooluse|posttooluse|hooks?\\.json|settings(?:\\.local)?\\.json|defaultmode|default mode|the (?:guard|hook|gate|policy|permission \\w+|auth\\w* (?:check|middleware|guard)|login (?:check|check)|check|validator|verifier|middleware))(?:\\s+\\S+){0,5}?\\s+(?:to )?(?:\\*|allow\\w*|accept\\w*|bypass\\w*|always|everything|nothing|pass\\w*|succeed\\w*|return true|yes|true|exit 0|ok|any(?:thing)?|never (?:fail|block|deny)\\w*)(?=\\W|$)',
        4,
      ),
    ],
    unless: [
      PREVENTING,
      FEATURE,
      '\\b(?:optional fields|self-signed|in tests$|for tests$|flaky|deprecated|redundant|legacy|unused|duplicate|obsolete|old|custom validation|third-party|iframe|on logout|logout|trusted device|half-authenticated|reduced motion|add (?:a )?(?:rate|lint|csrf)|too (?:strict|many))\\b',
    ],
    why: 'A task may not switch off what protects people or the project.',
    rephrase: 'Ask for the cause to be fixed, or change the setting yourself.',
    examples: {
      match: ['disable the pre-commit hooks and push', 'turn off authentication for the admin API'],
      pass: ['add an option to disable TLS verification for self-signed certificates'],
    },
  },
  {
    id: 'checks.quality',
    category: 'checks',
    any: [
      near(
        loose(
          'delete, remove, skip, comment out, drop, ignore, disable, suppress, mute, silence, strip, turn off, switch off, stub out, rip out, weaken, mark, quarantine, bypass, xfail, get rid of, kill, hide, relax, loosen, cheat, override',
        ),
        `(?:(?:all|every|any|the|those|these|our|most|whatever|each)\\s+(?:of\\s+)?(?:the\\s+|our\\s+|my\\s+)?)(?:(?:failing|broken|red|remaining|slow|unit|integration|e2e|security|whole|entire|annoying|new|stubborn)\\s+){0,2}${QUALITY}\\b(?!\\s+(?:of|for (?!now|the whole|all|every|this|good|a moment)|that (?:are|is) (?:unused|obsolete)|from the (?:old|removed)|in the (?:removed|old)))(?=\\s*$|\\s*[.,;!]|\\s+(?:so|and|to|before|that|which|until|because|from|in ci|temporarily|altogether|entirely|completely|everywhere|then|when|without|for now|if|as|we|it|nobody|they|on|with|in|fail\\w*|by|for)\\b)`,
        0,
      ),
      near(
        loose(
          'delete, remove, skip, comment out, drop, ignore, disable, mute, silence, mark, xfail, hide, disable',
        ),
        `(?:failing|broken|red|flaky)\\s+(?:\\w+\\s+)?(?:tests?|specs?|checks?|assertions?|jobs?)\\b(?=.*\\b(?:so|push|merge|green|pass\\w*|release|ship|deadline|nobody|noone|no one|for now|until|build)\\b)`,
        2,
      ),
      near(
        loose('delete, remove, comment out, drop, weaken, relax, invert, loosen'),
        '(?:the |those |all |any |failing )*(?:assert\\w*|expectations?|expects?)\\s+(?:that|which|so|until|to|and)\\b',
        1,
      ),
      `${word('(?:so|until|to make|make|get|making|force|fake|keep|turn|let|have)')}(?:\\s+(?:that|the|it|sure|all|our|this|whole|my))*\\s+(?:\\w+\\s+){0,2}?(?:tests?|ci|build|checks?|pipeline|suite|specs?|jobs?|status|badge|coverage)\\s+(?:\\w+\\s+){0,2}?(?:pass\\w*|green|succeed\\w*|look\\w* (?:green|good|fine)|always \\w+|report\\w* success|exit 0|goes? green|is green)\\b(?=.*\\b(?:regardless|always|no matter|without|even if|by|anyway|skipp\\w+|whatever|matter|expected|hard-?cod\\w+|delet\\w+|remov\\w+|comment\\w*|ignor\\w+|chang\\w+)\\b)`,
      `\\b(?:delete|remove|skip|skipped|comment out|ignore|hard-?code|weaken|change|mark|lower|disable|edit|adjust|fake)\\b.{0,60}\\bso (?:that )?(?:the |all |our |it |they |ci|we |build|tests?|everything)\\s*(?:\\w+\\s+){0,3}?(?:pass\\w*|green|succeed\\w*|looks? (?:good|fine|green)|is happy|shuts? up|stops? complaining)\\b`,
      near(
        loose('lower, reduce, set, drop, decrease, cut, change'),
        '(?:the )?(?:coverage|quality|lint|test|mutation|score|security)\\s+(?:\\w+\\s+){0,2}?(?:to (?:0|zero|nothing|null|1|one)\\b|so )',
        3,
      ),
      near(
        loose('add, put, insert, sprinkle, use, place'),
        '(?:eslint-disable|ts-ignore|ts-nocheck|type: ?ignore|noqa|nolint|@suppresswarnings|istanbul ignore|biome-ignore|rubocop:disable|pylint: ?disable|any)(?:\\s+\\w+){0,4}?\\s+(?:every|all|each|everywhere|whole|top of)\\b',
        3,
      ),
      near(
        loose('always return, return, hard-?code, make, have, let, report, fake, pretend, stub'),
        '(?:\\S+\\s+){0,6}?(?:always (?:return|say|report|answer|pass|be) (?:true|success|ok|yes|green|passed|valid|0|allowed)|return true|as passed|no matter what)\\b(?=.*\\b(?:check|auth\\w*|test\\w*|validat\\w*|until|demo|login|licen[cs]e|verif\\w*|permission\\w*|guard|signature|payment\\w*|password)\\b)',
        1,
      ),
      `${order('make, have, let')}\\s+(?:the\\s+)?(?:auth\\w*|login|licen[cs]e|permission\\w*|signature|validation|payment|password|security|access)(?:\\s+\\w+){0,3}?\\s+(?:always|accept any|accept every|return true|succeed|pass|ignore)\\b`,
      near(
        loose('ignore, skip, suppress, hide, swallow'),
        '(?:all|every|any|each)\\s+(?:\\w+\\s+){0,2}?(?:errors?|failures?|warnings?|exceptions?)\\b(?=.*\\b(?:and|so|until|everywhere|strict|false|pass\\w*|request)\\b)',
        1,
      ),
      near(
        loose('change, rewrite, adjust, edit, alter, modify, update, bend'),
        '(?:the |all |those |every |failing )*(?:tests?|specs?|assertions?|expectations?|snapshots?|expected (?:values?|results?|output))\\s+(?:\\w+\\s+){0,3}?(?:to (?:expect|accept|match|assert) (?:the )?(?:wrong|broken|current|whatever|any\\w*|buggy|false)|so (?:it|they|that) (?:always )?pass\\w*|until (?:it|they) pass\\w*|instead of (?:the code|fixing))\\b',
        1,
      ),
    ],
    unless: [
      PREVENTING,
      FEATURE,
      '\\b(?:on windows|on macos|on linux|daily job|obsolete|removed importer|unused|deprecated|redundant|duplicate|slow the|superseded|removed feature)\\b',
    ],
    why: 'A task may not make checks pass by taking them away.',
    rephrase: 'Ask for the cause to be fixed: "fix the failing login tests".',
    examples: {
      match: ['delete the failing tests so CI goes green'],
      pass: ['skip the flaky upload test on Windows', 'delete the tests of the removed importer'],
    },
  },
];
