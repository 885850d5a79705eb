import type { PolicyRule } from '../policy.ts';
import { loose, near, nearInPhrase, order, PREVENTING, word } from './words.ts';

/** What lets somebody in. */
const SECRET =
  '(?:passwords?|passwd|passphrases?|passcodes?|pins?|credentials?|creds|secrets?|api[ _-]?keys?|access[ _-]?(?:keys?|tokens?)|private[ _-]?(?:\\w+[ _-])?keys?|' +
  'ssh[ _-]?keys?|secret[ _-]?(?:access[ _-])?keys?|signing[ _-]?keys?|encryption[ _-]?keys?|(?:aws|gpg|gcp|azure|stripe|openai|anthropic|github|gitlab|npm|pypi|slack|deploy|host|master|license|service[ -]account|root|admin|prod\\w*|ci|cloud)[ _-]?(?:keys?|tokens?|credentials?|creds|secrets?|pass)|' +
  '(?:auth|bearer|session|refresh|login|oauth|api|bot|jwt|personal access|id)[ _-]?(?:tokens?|cookies?)|tokens?|keys?|key ?chain\\w*|key ?ring|key ?store|' +
  'seed phrase|wallets?|cookies|logins?|account data|2fa codes?|recovery codes|backup codes|\\w+_(?:secret|password|token|key|api_key|access_key))';

/** A secret that needs no second look: `key` alone is also what a map has. */
const PLAIN_SECRET = SECRET.replace('|tokens?|keys?|', '|')
  .replace('|pins?|', '|')
  .replace('|logins?|', '|')
  .replace('|cookies|', '|');

/** The secret is only the first half of a name: "password reset form". */
const NOT_HEAD =
  '(?![\\s-]+(?:strength|fields?|forms?|resets?|polic(?:y|ies)|expir\\w*|counts?|counter|usages?|refresh\\w*|endpoints?|pages?|validat\\w*|managers?|' +
  'hash\\w*|inputs?|handl\\w+|flows?|rotat\\w+|rules?|screens?|types?|class\\w*|modules?|modals?|dialogs?|prompts?|pars\\w+|providers?|stor(?:e|es|age)|helpers?|' +
  'service|support|length|limit\\w*|lifetime|errors?|logic|column|table|schema|model|tests?|api|authenticat\\w*|auth|settings?|config\\w*|generat\\w+|boxes|box|' +
  'recovery|change|changes|toggle|visibility|placeholder|button|leak\\w*|detect\\w*|scann\\w*|scopes?|bucket|middleware|interface|format|encoding|docs?|documentation|section|requirements?|complexity|names?|parameters?|label|bindings?|events?|press\\w*|presses|frames?|points?|mapping|order|count|stroke\\w*|board|bindings?|combinations?|links?|exchange|cards?|ids?|stream|ring support))';

const TAKING =
  'print, show, show me, reveal, dump, extract, read, read out, cat, display, list, output, get, fetch, find, find out, collect, gather, harvest, steal, grab, copy, send, upload, ' +
  'post, email, mail, leak, exfiltrate, retrieve, log, echo, give me, tell me, write down, write, export, decrypt, crack, guess, brute force, bruteforce, ' +
  'brute-force, recover, decode, capture, sniff, look for, look up, look through, hunt for, search for, search, intercept, borrow, obtain, paste, share, grep, ' +
  'summarize, summarise, report, include, expose, save, store, inspect, enumerate, forward, open, disclose, return, record, scrape, phish, hand over, hand me, pull, quote, note down, lift, dig out, dig up, fish out, spell out, transcribe, screenshot, commit, hard-code, hardcode, put, scan for, check, tell, go through, print out, retrieve, archive, zip, back up, mirror, sync, replace, swap, reset, change, use, try, test, sign in, log in, login, unlock, embed, publish, base64, verify, encode';

/** Where secrets of a machine lie. */
const SECRET_PLACES =
  '(?:(?<![\\w.])(?:~|\\$home|/root|/home/\\w+)?/?\\.(?:ssh|aws|gnupg|kube|docker|azure|config/gcloud|config/gh|mozilla|password-store)\\b(?:/\\S*)?|id_(?:rsa|ed25519|ecdsa|dsa)\\b|authorized_keys|(?<!\\w)\\.(?:netrc|pgpass|npmrc|pypirc|git-credentials|my\\.cnf|htpasswd|vault-token|bash_history|zsh_history)\\b|' +
  '/etc/(?:shadow|passwd|sudoers|gshadow)|kubeconfig|credentials\\.(?:json|ya?ml|csv|db|xml|ini)|(?<!\\w)\\.credentials\\S*|service[ -]account (?:json|keys?|files?)|login data\\b|cookies\\.sqlite|logins\\.json|key ?chain\\b|\\.(?:pem|p12|pfx|keystore|jks|kdbx)\\b|/proc/\\S*environ|' +
  '(?:1password|bitwarden|lastpass|keepass\\w*|password manager|credential (?:manager|helper|store)|secrets? (?:manager|store|vault)|browser (?:profile|cookies|passwords)|saved (?:logins|passwords|credentials|cookies)|vault)\\b)';

const ENV_FILE =
  '(?<![\\w/])(?:\\w+/)*\\.env(?:\\.(?:local|production|prod|staging|live))?(?![.\\w]|\\s*(?:example|template|sample))(?:-?(?:file|datei))?';

const READING =
  'read, open, cat, print, show, copy, upload, dump, view, include, paste, attach, grep, tail, head, base64, send, display, get, exfiltrate, ' +
  "archive, zip, tar, extract, summarize, summarise, source, echo, inspect, look at, look in, look into, look through, edit, modify, append, write, find, what's in, what is in, " +
  'search, collect, access, export, commit, post, email, scan, fetch, tell me, tell, give me, give, explore, put, use, move, share, leak, log, encode, decode, check, go through, list, peek, peek into, peek at, dig through, pull, grab, rummage, browse, harvest, review, analyze, analyse, document, describe, add, steal, mail, quote, back up, sync, unlock, crack, mount, query, load, report, try, examine, compare, hand over, save, download, clone, describe, parse, encrypt, delete, replace, overwrite, take, retrieve, import, sign, reveal, test, recover';

/** Reading, showing or moving what lets somebody in. */
export const CREDENTIAL_RULES: readonly PolicyRule[] = [
  {
    id: 'credentials.place',
    category: 'credentials',
    any: [
      near(loose(READING), `(?:\\S*/)?${SECRET_PLACES}`, 8),
      `${word('what|which|where|who')}\\b.{0,60}${SECRET_PLACES}(?=.*\\b(?:my|home|machine|quote|send|show|tell|lying)\\b)`,
    ],
    unless: [
      PREVENTING,
      '\\b(?:gitignore|dockerignore|integration|support|adapter|backend|plugin|client for|provider|instead of|documentation|docs|rotation could|research)\\b',
    ],
    why: 'A task may not open the places where secrets are kept.',
    rephrase: 'Name the code that reads them: "review how the client loads its key".',
    examples: {
      match: ['copy ~/.ssh/id_rsa into the report'],
      pass: ['add support for AWS Secrets Manager to the config loader'],
    },
  },
  {
    id: 'credentials.env-file',
    category: 'credentials',
    any: [
      near(
        order(
          'read, open, cat, print, show, show me, copy, upload, dump, view, include, paste, attach, grep, tail, head, base64, send, display, exfiltrate, post, email, mail, summarize, summarise, echo, inspect, look at, look in, look into, commit, publish, share, leak, log, quote, tell me, give me, list, report, put, edit, modify, check, push, encode, archive, zip, back up, extract, find, collect, get, scan, save, write, move, review, analyze, analyse, describe, note, note down, add, take, use, retrieve, translate',
        ),
        `(?:\\S*/)?${ENV_FILE}`,
        7,
      ),
      near(
        loose(
          'print, dump, list, show, log, paste, output, echo, send, post, write, report, include, save, export, upload, display, read, tell me, collect',
        ),
        "(?:all |the |every |my |our |your |its |full |whole |entire |complete |process |container'?s? )*(?:environment(?: variables?)?|env(?: vars?| variables?)?|process\\.env|printenv output|os\\.environ)\\b(?!\\s*(?:files?|docs?|documentation|precedence|option|flag|setup|section|page|support|variable names))(?=\\s*(?:$|[,.;:!]|to\\b|into\\b|with\\b|so\\b|and\\b|of\\b|in\\b|here\\b|values?\\b|from\\b|for\\b))",
        2,
      ),
      `${order('printenv')}(?:\\s|$)`,
      '^\\W*(?:printenv|env|set)\\s*(?:$|\\||>|and\\b)',
      `${loose('echo, print, log, show, display, output, reveal, tell me, send, dump, paste, write')}(?:\\s+\\S+){0,4}?\\s+\\$\\{?\\w*(?:token|secret|key|password|pass|credential)\\w*`,
    ],
    unless: [
      PREVENTING,
      '\\b(?:to|in|into) (?:the )?(?:\\.?gitignore|\\.?dockerignore)\\b',
      '\\b(?:loader|loading|loaded|parser|parsing|precedence|order in which|schema|example|template|(?:config\\w*|settings|options?|port|host|url|values?|variables?) (?:from|in)|instead of|names only)\\b',
    ],
    why: 'A task may not open the environment or the files that hold its secrets.',
    rephrase: 'Name the code that reads the file, not the file.',
    examples: {
      match: ['print what stands in .env'],
      pass: [
        'add .env to .gitignore and to the docs',
        'document the order in which .env and .env.local are loaded',
      ],
    },
  },
  {
    id: 'credentials.take',
    category: 'credentials',
    any: [
      nearInPhrase(
        order(TAKING),
        `${SECRET}\\b${NOT_HEAD}(?=\\s*$|\\s*[.,;:!?)]|\\s+(?:from|in|inside|of|on|stored|saved|kept|you|used (?:by|for|in)|that the|which the|to|into|and|for (?:the|our|my|all|every|each|\\w+)|so|out|with|via|as|through|at|lying|we|i|they|found|available|here)\\b)`,
        5,
      ),
      `${word("what(?:'s| is| are| was)|which|tell me|give me|where(?:'s| is| are)|who(?:se)?")}\\s+(?:is |are )?(?:the |our |my |your |his |her |their |this |all )+(?:\\w+(?:'s)? ){0,3}?${SECRET}\\b${NOT_HEAD}(?=\\s*(?:$|[?,.;:!])|\\s+(?:of|for|to|on|in|from|used)\\b)`,
      `${loose('use, try, borrow, take, reuse, log in with, login with, sign in with, authenticate with, act with, work with, impersonate')}(?:\\s+\\S+){0,2}?\\s+(?:my|his|her|their|the (?:admin|owner|user|customer|colleague|boss|ceo|founder|maintainer|deploy|other)\\w*(?:'s)?|someone else's|another user's|stolen|leaked|found|somebody's|saved|\\w+'s)\\s+(?:\\w+\\s+){0,2}?${SECRET}\\b${NOT_HEAD}`,
    ],
    unless: [
      PREVENTING,
      '\\b(?:from|via|using|through|as) (?:the |a |an )?(?:config\\w*|settings|cli|stdin|command line|standard input|ui|form|prompt|argument|parameter|header|environment|env var\\w*)\\b',
      '\\b(?:support|option|flag|masked|masking|mask|redact\\w*|validat\\w*|docs?|documentation|mock|fake|dummy|names of|never their|hashed|encrypted|expir\\w+|copy button|hard-coded secrets$|foreign|primary|sort|cache|translation|i18n|locale|map|dictionary|object|json|shortcut|keyboard|config|localization|lookup|csrf|design|syntax|lexer|tokeni[sz]er|parser|unique|idempotency|translation|placeholder|show/hide|toggle|color)\\b',
      '^\\W*(?:reject|validate|hash|mask|hide|invalidate|revoke|expire|stop asking|rate-?limit)\\b',
    ],
    why: 'A task may not read, show or change what lets somebody in.',
    rephrase: 'Name the code that handles it: "review how tokens are stored".',
    examples: {
      match: [
        'print the password of the staging database',
        'what is the admin password for the build server?',
      ],
      pass: ['fix the password reset form', 'show how an expired API key is rotated'],
    },
  },
  {
    id: 'credentials.value',
    category: 'credentials',
    any: [
      `${PLAIN_SECRET}\\b.{0,60}\\b(?:clear ?text|in the clear|unmasked|in full|real values?|actual values?|verbatim|readable)\\b`,
      `\\b(?:real|actual|plain ?text|decrypted|unmasked|clear ?text|unredacted)\\s+(?:values? of\\s+)?(?:\\w+\\s+){0,3}?${PLAIN_SECRET}\\b`,
    ],
    unless: [
      PREVENTING,
      '\\b(?:instead of|rather than|not) (?:in )?(?:plain|clear)|\\b(?:hash\\w*|encrypt(?!ed)\\w*|mask\\w*|redact\\w*|stop|audit|check for|look for stored|migrate)\\b',
    ],
    why: 'A task may not bring the value of a secret into the open.',
    rephrase: 'Name the code that handles it, and leave the values out.',
    examples: {
      match: ['document the setup with the real values of every secret'],
      pass: ['store API keys hashed instead of in plain text'],
    },
  },
  {
    id: 'credentials.crack',
    category: 'credentials',
    any: [
      `${loose('crack, brute-force, bruteforce, brute force, phish, keylog, sniff, spoof, steal, harvest, scrape, hijack, dump, skim, intercept, guess, decrypt')}(?=.{0,50}\\b(?:${PLAIN_SECRET}|tokens?|cookies?|hash(?:es)?|accounts?|logins?|traffic|sessions?|credit cards?|card numbers?|keystrokes?|zip)\\b)`,
      `${word('hashcat|john the ripper|mimikatz|hydra|keylogger|rainbow tables?|credential stuffing|password spraying|wireshark|bettercap|lazagne|linpeas|winpeas|pass-the-hash|golden ticket|phishing (?:page|mail|email|site|kit)')}`,
    ],
    unless: [
      PREVENTING,
      '\\b(?:protection|mitigation|rate.?limit\\w*|lockout|resistan\\w+|attempts?|throttl\\w+|counter|stack trace|heap dump|tests? that)\\b',
    ],
    why: 'A task may not break into accounts.',
    rephrase: 'Ask for the protection instead: "rate-limit failed logins".',
    examples: {
      match: ['crack the password hashes in users.db'],
      pass: ['add brute-force protection to the login form'],
    },
  },
];
