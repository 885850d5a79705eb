import type { PolicyRule } from '../policy.ts';
import { PARTS, PREVENTING, phrases } from './words.ts';

/** What lets somebody in. */
const SECRETS = phrases(`
  password, passwords, passwd, passphrase, passphrases, passcode, passcodes, credential, credentials, creds, secret, secrets, api key, api keys, apikey, apikeys,
  access key, access keys, access token, access tokens, private key, private keys, private signing key, secret key, secret keys, signing key, signing keys,
  encryption key, encryption keys, master key, ssh key, ssh keys, gpg key, gpg keys, gpg secret key, aws key, aws keys, aws credentials, deploy key, deploy keys, host key, host keys, license key,
  service account key, stripe key, live key, openai key, anthropic key, auth token, auth tokens, bearer token, session token, session tokens, session cookie,
  session cookies, login cookie, cookies, refresh token, refresh tokens, oauth token, oauth tokens, github token, gitlab token, npm token, bot token, slack token, personal access token,
  jwt, jwt secret, token, tokens, keychain, keyring, keystore, seed phrase, wallet, wallets, wallet keys, login data, saved logins, http archive, har file, connection string,
  connection strings, recovery codes, backup codes, 2fa codes, 2fa secret, totp secret, otp, pin, pin code, verification code, one time code, sms code, wifi key, network key, wpa key, client secret, client secrets, api secret, root password, database password, readonly token, admin session, session of the admin, session of the logged, admin cookie, default password, old passwords, plain passwords, recovery phrase, private token, lsass, sam database, ntds, key file, key files, keys, key material, certificate key, password hashes,
  hashes, shadow file, wifi password, credit card*, card numbers, social security*, secret access key, access key id, database url, dsn, env file, env files, env vars, pem files,
  environment variables, environment secrets, ci secrets, ci variables, kube secrets, kubernetes secrets, vault secrets`);

/** `key`, `token` and the like are also what maps, parsers and models have. */
const PLAIN_SECRETS = SECRETS.filter(
  (phrase) =>
    ![
      'token',
      'tokens',
      'keys',
      'cookies',
      'hashes',
      'pin',
      'jwt',
      'otp',
      'wallet',
      'logins',
      'key file',
      'key files',
    ].includes(phrase),
);

const TAKE = phrases(`
  check which, see which, see whether, see if, find whether, check whether, check if, look which, find which, print, print out, show, show me, reveal, dump, extract, read, read out, cat, display, list, output, get, get me, fetch, find, find me, find out, collect, gather, harvest, steal,
  grab, copy, send, send me, upload, post, email, mail, leak, exfiltrate, retrieve, log, echo, give, give me, tell, tell me, write, write down, export, decrypt, recover,
  decode, capture, look for, look up, look through, hunt for, hunt down, search for, intercept, borrow, obtain, paste, share, grep, summarize, summarise, report,
  expose, save, enumerate, forward, disclose, return, record, scrape, hand over, hand me, pull, quote, note down, lift, dig out, dig up, fish out,
  spell out, transcribe, commit, hardcode, hard code, compile, assemble, archive, zip, back up, mirror, go through, publish, reuse, take, recite, name, attach, bring me,
  inspect, sniff, skim, swipe, snatch, scan for, screenshot, memorize, remember, keep a copy of, make a list of, tweet, message me, text me, expose, unmask, open, view, pick up, swap, clone, download`);

/** What may follow a secret in its own name. */
const SECRET_PARTS = [
  ...PARTS,
  ...phrases(`
    while, strength, reset, resets, policy, policies, expiry, expiration, expire, expires, usage, usages, refresh, validation, validity, manager, hash, hashing, input, inputs, handling,
    rotation, rules, box, length, limit, lifetime, table, generation, generator, recovery, change, changes, visibility, leak, leaks, detection, detector, scanner, scanning, scope, scopes,
    bucket, encoding, requirement, requirements, complexity, binding, bindings, press, presses, frame, frames, mapping, order, stroke, strokes, board, combination, combinations,
    exchange, card, stream, ring, based, is, are, was, should, must, does, authentication, auth, login, protected, protection, attempts, value pairs, value, count, counts, budget, bucket, parser, per, store`),
];

const ORDINARY =
  '\\b(?:support|option|flag|masked|masking|mask|redact\\w*|validat\\w*|docs?|documentation|mock|fake|dummy|names of|never their|never the values?|in the admin area|in the ui|on the page|from the (?:system )?keychain if|hashed|encrypted|expir\\w+|foreign|primary|sort|' +
  'cache|translation|i18n|locale|map|dictionary|json|shortcuts?|keyboard|localization|lookup|csrf|syntax|lexer|tokeni[sz]er|parser|unique|idempotency|placeholder|toggle|color|' +
  'hard-coded secrets$|copy button|constant time|websocket handshake|form|page|design tokens?|index|columns?|used by the request|in the (?:header|request)|how many)\\b|' +
  '\\b(?:from|via|using|through|as) (?:the |a |an )?(?:config\\w*|settings|cli|stdin|command line|standard input|ui|form|prompt|argument|parameter|header|environment|env var\\w*|query string|files? so)\\b';

const UNLESS = [PREVENTING, ORDINARY];

/** Reading, showing or moving what lets somebody in. */
export const CREDENTIAL_RULES: readonly PolicyRule[] = [
  {
    id: 'credentials.take',
    category: 'credentials',
    words: [TAKE, SECRETS],
    order: true,
    gap: 5,
    notBefore: SECRET_PARTS,
    unless: UNLESS,
    why: 'A task may not read, show or move what lets somebody in.',
    rephrase: 'Name the code that handles it: "review how tokens are stored".',
    examples: {
      match: ['print the password of the staging database'],
      pass: ['show a hint when the password is too short'],
    },
  },
  {
    id: 'credentials.use',
    category: 'credentials',
    words: [
      phrases(
        'use, try, borrow, take, reuse, log in, login, log in to, sign in, sign in to, log in with, login with, sign in with, authenticate with, authenticate as, act with, work with, log in as, test, check, change, reset, replace, swap, unlock, guess, look at',
      ),
      phrases(
        'my, his, her, their, someone, somebody, another user, colleague, admin, the owner, customer, boss, ceo, founder, maintainer, stolen, leaked, the leaked, found, saved, whoever, master, shared, emergency, the admin, admin cookie, session, database, db, the database, chrome, firefox, browser, user, from the password manager, default, deploy, live, production, prod, stripe, aws, root',
      ),
      [...SECRETS, 'key'],
    ],
    order: true,
    gap: 3,
    notBefore: SECRET_PARTS,
    unless: [...UNLESS, '\\b(?:let users?|users? (?:change|reset)|in the profile|on the profile)\\b'],
    why: "A task may not use somebody's access.",
    rephrase: 'Use a test account that the project itself sets up.',
    examples: {
      match: ["use my colleague's token to publish"],
      pass: ['use the default token lifetime of the provider'],
    },
  },
  {
    id: 'credentials.ask',
    category: 'credentials',
    any: [
      "\\b(?:what(?:'s| is| are| was)|which|where(?:'s| is| are)|whose|who has)\\s+(?:is |are |the |our |my |your |his |her |their |this |all )+(?:\\w+(?:'s)? ){0,3}?(?:passw\\w+|passphrases?|credentials?|creds|secrets?|api keys?|access keys?|private keys?|tokens?|logins?|pin)\\b(?=\\s*(?:$|[?,.;:!])|\\s+(?:of|for|to|on|in|from|used|stored|kept)\\b)",
      '\\b(?:real|actual|plain ?text|decrypted|unmasked|clear ?text|unredacted)\\s+(?:values? of\\s+)?(?:\\w+\\s+){0,3}?(?:passwords?|credentials?|secrets?|keys?|tokens?)\\b',
      '\\b(?:passwords?|credentials?|secrets?|private keys?|api keys?|tokens?)\\b.{0,60}\\b(?:clear ?text|in the clear|unmasked|in full|real values?|actual values?|verbatim|so (?:that )?i can (?:see|read|use))\\b',
      '\\b(?:passwords?|credentials?|secrets?|(?:api|private|access|vault|ssh|aws|cloud|stripe|github|deploy|signing) (?:keys?|tokens?)|tokens?)\\b.{0,60}[,;:.]?\\s+(?:and |then )?(?:get|print|show|paste|send|copy|read|use|take|grab|steal|dump|fetch|quote|upload|post|list|write down|tell me|give me) (?:it|them|those|that|all)\\b',
      '\\b(?:see|check|find out|test|try)\\b.{0,12}\\b(?:whether|if)\\b.{0,30}\\b(?:passwords?|credentials?|keys?|tokens?|logins?|secrets?)\\b.{0,25}\\b(?:still (?:the default|work|works|valid|open)|by logging in|works? (?:there|too|on))',
      '\\b(?:look|looks|search|scan|grep|go)\\b.{0,40}\\b(?:anything|everything|whatever)\\b.{0,20}\\b(?:like|resembl\\w+) (?:an? )?(?:key|password|secret|token|credential)s?\\b|\\b(?:inside|in|from) (?:the )?vault\\b|\\btemporary credentials\\b|\\bwhich passwords\\b|\\bhaveibeenpwned\\b(?!.*\\b(?:api|integrat\\w+|reject\\w*|check new)\\b)',
      '\\b(?:put|store|save|write|keep|leave|add)\\b.{0,25}\\b(?:passwords?|credentials?|secrets?|tokens?|(?:api|private|access|ssh|aws|signing) keys?|connection string)\\b.{0,25}\\b(?:report|notes?|readme|summary|answer|repo|keys\\.md|\\w+\\.(?:txt|md|csv)|next to|console|comment|plain|test so|source|code)\\b',
      '\\b(?:what|which) (?:passwords?|credentials?|keys?|tokens?|secrets?)\\b.{0,20}\\b(?:do(?:es)?|did|is|are|has|have)\\b.{0,30}\\b(?:have|use[sd]?|own|know|work|active|valid|set)\\b|\\bso (?:that )?(?:we|i|you|they) (?:can |could )?(?:see|read|use|get|know|have|steal)\\b.{0,20}\\b(?:passwords?|credentials?|tokens?|keys?|secrets?)\\b',
      '\\buse\\b.{0,20}\\b(?:leaked|stolen|found|exposed) (?:key|token|password|credential|secret|cookie|session)s?\\b',
      '\\bvalues? of\\b.{0,20}\\b\\w*(?:password|passwd|secret|token|api_?key|access_?key|private_?key)\\b|\\b(?:token|password|key|secret|credential)s? (?:from|in|out of) the environment\\b.{0,30}\\b(?:print|show|send|log|paste|write|tell|echo|post)\\b',
      '\\bwho (?:has|knows|owns|got)\\b.{0,20}\\b(?:passwords?|keys?|credentials?|secrets?|access)\\b',
      '\\b(?:dump|scrape|read)\\b.{0,10}\\b(?:lsass|sam|ntds|keychain|memory of the browser)\\b',
      '\\bprivate_key\\b(?=.*\\b(?:quote|show|fields?|send|print)\\b)|\\b(?:quote|show|print|send|copy)\\b.{0,40}\\bprivate_key\\b',
    ],
    unless: [
      PREVENTING,
      '\\b(?:docs?|documentation|readme|guide|tutorial) ?(?:example|page|section)?$',
      '\\b(?:instead of|rather than|not) (?:in )?(?:plain|clear)|\\b(?:hash\\w*|encrypt(?!ed)\\w*|mask\\w*|redact\\w*|audit|check for|migrate|rotation|expire\\w*)\\b',
    ],
    why: 'A task may not bring the value of a secret into the open.',
    rephrase: 'Name the code that handles it, and leave the values out.',
    examples: {
      match: ['what is the admin password for the build server?'],
      pass: ['store API keys hashed instead of in plain text'],
    },
  },
  {
    id: 'credentials.environment',
    category: 'credentials',
    any: [
      '\\b(?:print|dump|list|show|log|paste|output|echo|send|post|write|report|include|save|export|upload|display|read|tell me|collect|compile|give me|copy)\\s+(?:me |out )?(?:all |the |every |my |our |your |its |full |whole |entire |complete |process |content\\w* of |value\\w* of |token\\w* (?:in|from) )*(?:environment|env(?: vars?| variables?)?|environment variables?|process\\.env|printenv output|os\\.environ)(?![\\w.])(?=\\s*(?:$|[,.;:!]|to\\b|into\\b|with\\b|so\\b|and\\b|of\\b|in\\b|here\\b|values?\\b|from\\b|for\\b))',
      '(?:^\\W*|[.,;:]\\s*|\\b(?:and|then|please|run)\\s+)printenv\\b|^\\W*(?:env|set)\\s*(?:\\||>|$|and\\b)',
      '\\b(?:echo|print|log|show|display|output|reveal|tell me|send|dump|paste|write|commit|post)\\b(?:\\s+\\S+){0,5}?\\s+(?:\\$\\{?|process\\.env\\.|os\\.environ\\S*|env\\.)\\w*(?:token|secret|key|password|pass|credential)\\w*',
    ],
    unless: [
      PREVENTING,
      '\\b(?:names only|report page|in the ui|settings page|precedence|docs?|documentation|dev environment|staging environment)\\b',
    ],
    why: 'A task may not show the environment.',
    rephrase: 'Name the variables that the code should read, not their values.',
    examples: {
      match: ['list all environment variables with their values'],
      pass: ['read the port from the environment'],
    },
  },
  {
    id: 'credentials.env-file',
    category: 'credentials',
    any: [
      "(?:^\\W*|[.,;:!?(]\\s*|\\b(?:and|then|please|just|to|also|me|you|can|could)\\s+)(?:read|open|cat|print|show|copy|upload|dump|view|include|paste|attach|grep|tail|head|base64|send|display|exfiltrate|post|e?mail|summari[sz]e|echo|inspect|look (?:at|in|into)|commit|publish|share|leak|log|quote|tell|give|list|report|put|edit|modify|check|push|encode|archive|zip|back up|extract|find|collect|get|scan|save|write|move|review|analy[sz]e|describe|note|take|use|retrieve|translate|what(?:'s| is) in|delete|rewrite|overwrite|source)\\b(?:[^\\p{L}\\p{N}.]+[\\p{L}\\p{N}'/]+){0,7}?[^\\p{L}\\p{N}.]+(?:[\\w./~-]*/)?\\.env(?:\\.(?:local|production|prod|staging|live))?(?![.\\w]|\\s*(?:example|template|sample))",
    ],
    unless: [
      PREVENTING,
      '\\b(?:to|in|into) (?:the )?(?:\\.?gitignore|\\.?dockerignore)\\b',
      '\\b(?:loader|loading|loaded|parser|parsing|precedence|order in which|schema|example|template|(?:config\\w*|settings|options?|port|host|url|values?|variables?) (?:from|in)|instead of|names only)\\b',
    ],
    why: 'A task may not open the files that hold secrets.',
    rephrase: 'Name the code that reads the file, not the file.',
    examples: {
      match: ['print what stands in .env'],
      pass: ['document the order in which .env and .env.local are loaded'],
    },
  },
  {
    id: 'credentials.place',
    category: 'credentials',
    any: [
      '(?<![\\w.])(?:~|\\$home|/root|/home/\\w+|/users/\\w+)?/?\\.(?:ssh|aws|gnupg|kube|azure|password-store|mozilla)\\b(?:/\\S*)?|(?<!\\w)id_(?:rsa|ed25519|ecdsa|dsa)\\b',
      '(?<!\\w)\\.(?:netrc|pgpass|npmrc|pypirc|git-credentials|my\\.cnf|vault-token|bash_history|zsh_history|docker/config\\.json|config/gcloud|config/gh)\\b',
      '/etc/(?:shadow|passwd|sudoers|gshadow)\\b|/proc/\\S*environ|cookies\\.sqlite|logins\\.json|\\bsecrets?\\.(?:txt|md|ya?ml|json|env|csv)\\b|\\bmaster\\.key\\b|\\bcredentials\\.(?:csv|db|xml|json)\\b',
      '\\b(?:open|read|dump|export|copy|search|unlock|list|look (?:in|through|at|into)|get|extract|go through|check|steal|query|upload|show|print|browse|grab)\\b.{0,50}\\b(?:key ?chain|key ?ring|password manager|1password|bitwarden|lastpass|keepass\\w*|browser profile|saved (?:logins|passwords|credentials|cookies)|credential (?:manager|helper|store)|kubeconfig|docker config|\\w+\\.(?:pem|p12|pfx|jks|kdbx)\\b|\\.pem files?|service[ -]account (?:json|keys?|files?))',
      '\\bservice[ -]account (?:json|keys?|files?)\\b(?=.*\\b(?:home|quote|lying|show|send|copy)\\b)',
    ],
    unless: [
      PREVENTING,
      '\\b(?:gitignore|dockerignore|integration|support|adapter|backend|plugin|provider|zip entr\\w+|names like|throw|reject\\w*|traversal|research|document (?:the|that|which|where)|keychain if|registry setting|permissions check|documentation)\\b',
    ],
    why: 'A task may not open the places where secrets are kept.',
    rephrase: 'Name the code that reads them: "review how the client loads its key".',
    examples: {
      match: ['copy ~/.ssh/id_rsa into the report'],
      pass: ['add support for the macOS keychain to the config loader'],
    },
  },
  {
    id: 'credentials.crack',
    category: 'credentials',
    words: [
      phrases(
        'crack, brute force, bruteforce, phish, keylog, sniff, spoof, steal, harvest, hijack, dump, skim, intercept, guess, decrypt, wiretap, clone, forge, break into, pwn, spray, socially engineer',
      ),
      [
        ...PLAIN_SECRETS,
        ...phrases(
          'token, tokens, cookie, cookies, hash, hashes, account, accounts, login, logins, pin, traffic, session, sessions, keystrokes, zip, archive, admin, users, wifi, badge, sim, jwt, license',
        ),
      ],
    ],
    order: true,
    gap: 4,
    notBefore: SECRET_PARTS.filter((phrase) => phrase !== 'table'),
    unless: [
      PREVENTING,
      '\\b(?:protection|mitigation|rate.?limit\\w*|lockout|resistan\\w+|attempts?|throttl\\w+|stack trace|heap dump|tests? (?:that|for)|in the ui)\\b',
    ],
    why: 'A task may not break into accounts.',
    rephrase: 'Ask for the protection instead: "rate-limit failed logins".',
    examples: {
      match: ['crack the password hashes in users.db'],
      pass: ['add brute-force protection to the login form'],
    },
  },
  {
    id: 'credentials.tools',
    category: 'credentials',
    pattern:
      '\\b(?:hashcat|john the ripper|mimikatz|thc-hydra|key ?loggers?|credential stuffing|password spraying|lazagne|linpeas|winpeas|pass-the-hash|golden ticket|phishing (?:page|mail|email|site|kit|campaign))\\b',
    unless: [PREVENTING, '\\b(?:protection|detection|training|awareness|report|mitigation)\\b'],
    why: 'A task may not break into accounts.',
    rephrase: 'Ask for the protection instead: "rate-limit failed logins".',
    examples: {
      match: ['run mimikatz on the build host'],
      pass: ['add protection against credential stuffing'],
    },
  },
];
