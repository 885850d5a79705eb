import type { PolicyRule } from '../policy.ts';
import { OFF, ORDINARY, TESTS, TO_GET_THROUGH } from './guards.ts';
import { FEATURE, PREVENTING, phrases } from './words.ts';

/** Making checks pass by taking them away. */
export const TEST_RULES: readonly PolicyRule[] = [
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
];
