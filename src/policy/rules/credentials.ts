import type { PolicyRule } from '../policy.ts';
import { ALL, KEEP, order, phrases, SEE, SHARE, WHOSE } from './words.ts';

/** What lets somebody in. */
const SECRETS = phrases(`
  password, passwords, passwd, passphrase, passphrases, passcode, passcodes, credential, credentials, creds, secret, secrets, api key, api keys, apikey, apikeys, access key, access keys, access token, access tokens, private key, private keys,
  private signing key, secret key, secret keys, signing key, signing keys, encryption key, encryption keys, master key, ssh key, ssh keys, gpg key, gpg keys, aws key, aws keys, deploy key, deploy keys, host keys, license key, service account key, stripe key, live key, openai key, anthropic key,
  auth token, auth tokens, bearer token, session token, session tokens, session cookie, session cookies, login cookie, refresh token, refresh tokens, oauth token, oauth tokens, github token, gitlab token, npm token, bot token, slack token, deploy token, personal access token, personal access tokens,
  jwt secret, keychain, keyring, keystore, seed phrase, recovery phrase, wallet keys, login data, logins, saved logins, connection string, connection strings, recovery codes, backup codes, 2fa codes, totp secret, verification code, sms code, client secret, client secrets, secret access key, key material, password hashes,
  credit card*, card numbers, social security*, database url, env file, env files, env vars, environment variables, environment secrets, ci secrets, ci variables, kubernetes secrets, vault, password manager, browser profile, kubeconfig, service account json, lsass, sam database, ntds, shadow file, passwd file, pem file, pem files, key files, pin, wifi password, wifi key, wpa key, admin session, api token, api tokens, vault token, service token, password store, keychain entry, keychain entries, bash history, shell history, zsh history, kubeconfig context, session key, session keys, signing secret, jwt signing secret, kubeconfig in, keychain export, root password, access key for, signing certificate, signing certificates, private certificate, tls key, tls private key, root certificate key, service account credentials, cloud credentials, license keys, licence keys, join token, kubeadm join token, passcodes of, wi fi passphrase, pem, live key, password of, wallet files, wallet file, hashes out, password hashes out, token of the domain admin, role credentials, credentials of the role, hidden tests, personal password, my password, own password, root certificate, personal token, my token, my key, login requests, cookie of the, cookies of, auth value, token file, session of, secrets of, passwords of`);

/** What is a secret when it is somebody's, and otherwise anything. */
const KEYS = phrases(`
  token, tokens, key, keys, cookie, cookies, hash, hashes, login, logins, session, sessions, wallet, wallets, account, accounts, pin, otp, jwt, certificate, certificates, connection, env, environment, access, password, passwords, password hashes, signing secret, secret, secrets, login requests, requests of, photos, badge`);

const USE = phrases(`
  use, try, try out, borrow, reuse, log in with, login with, log on with, sign in with, authenticate with, authenticate as, log in as, login as, log in to, login to, sign in as, log in, guess, unlock, misuse, abuse, work with, take over, get into, break into, hack, hack into, clone, forge, fake, sign, switch to, make a list of, compile a list of`);

const CRACK = phrases(`
  crack, brute force, bruteforce, phish, phish for, keylog, sniff, spoof, steal, harvest, hijack, skim, intercept, wiretap, forge, break into, pwn, spray, guess, get into, hack, hack into, socially engineer, compromise`);

/** Programs do this with secrets every day; then it must be somebody's, or shown to somebody. */
const EVERYDAY = phrases(`
  get, fetch, read, show, display, list, check, check whether, check if, view, find, retrieve, obtain, look up, search, count, index, map, sort, identify, determine, recover, inspect, examine, query, try, guess, unlock, acquire, trace, describe, name, review, analyze, analyse, summarize, summarise, publish, transfer, release, disclose, submit, contribute, decode, open, see, see if, sign, switch to, forge, fake, discover, redirect, proxy, relay, pass on, clone, export, stream, bundle, deliver, mirror, replicate`);

const SOMEBODY =
  "\\b(?:my|our|his|her|their|\\w+'s|all|every|any|whatever|production|prod|staging|live|real|actual|plain|readable|server|machine|laptop|box|host|home|root|admin|ci|cloud|browser|chrome|firefox|keychain|vault|ssh|aws|\\.env|report|chat|here|me|us|values?|paste|send|post|tell|print|console|notes?|which|still work|leaked|stolen|so that|history|this|private|owner|colleague|customer|deploy\\w*|payments?|cluster|namespace|memory|used by)\\b";

/** Programs keep secrets too; then it is the place that tells. */
const TAKE = [...SEE, ...SHARE, ...USE].filter((verb) => !KEEP.includes(verb));
const GRAB = TAKE.filter((verb) => !EVERYDAY.includes(verb));

/** A program that reads its settings, or shows something of a secret that is none. */
const BY_THE_PROGRAM =
  '\\b(?:hard-?coded (?:secrets?|credentials?|keys?)$|masked|hashed|encrypted|never|placeholder|toggle|copy button|eye icon|names? only|strength|validat\\w+|' +
  'from (?:the |a |an )?(?:config\\w*|settings?|cli|stdin|command line|environment|env\\b|ui|form|prompt|header|cookie|argument|system keychain|keychain|secrets? manager|query)|' +
  'in (?:the )?(?:admin area|ui|page|form|header|sidebar|websocket|handshake|settings)|instead of|page|dialog|screen|in the cache|per user)\\b';

const WHY = {
  category: 'credentials',
  why: 'A task may not read, show, use or move what lets somebody in.',
  rephrase: 'Name the code that handles it: "review how tokens are stored".',
} as const;

/** Reading, showing or moving what lets somebody in. */
export const CREDENTIAL_RULES: readonly PolicyRule[] = [
  order('credentials.show', [EVERYDAY, SECRETS], {
    gap: 5,
    onlyWith: [SOMEBODY],
    unless: [BY_THE_PROGRAM],
    ...WHY,
    examples: { match: ['show our production password'], pass: ['show the password on demand'] },
  }),
  order('credentials.take', [GRAB, SECRETS], {
    gap: 5,
    unless: [BY_THE_PROGRAM],
    ...WHY,
    examples: {
      match: ['print the password of the staging database'],
      pass: ['show a hint when the password is too short'],
    },
  }),
  order(
    'credentials.use',
    [
      [...TAKE, ...CRACK, 'change', 'replace', 'swap', 'test'],
      [
        ...WHOSE,
        ...ALL.filter((word) => !['last', 'past', 'other', 'another'].includes(word)),
        'every last',
        'stored',
        'saved',
        'valid',
      ],
      KEYS,
    ],
    {
      gap: 4,
      unless: [BY_THE_PROGRAM],
      ...WHY,
      rephrase: 'Use a test account that the project itself sets up.',
      examples: {
        match: ["use my colleague's token to publish"],
        pass: ['use the default token lifetime of the provider'],
      },
    },
  ),
  order(
    'credentials.of',
    [
      [...TAKE, ...CRACK],
      KEYS,
      phrases('of, from, off'),
      [...WHOSE, ...ALL, ...phrases('visitors, users, members, people, the admin, the logged in, whoever')],
    ],
    {
      gap: 2,
      loose: true,
      unless: [BY_THE_PROGRAM],
      ...WHY,
      examples: { match: ['collect the cookies of all visitors'], pass: ['list the keys of the map'] },
    },
  ),
  order(
    'credentials.keep',
    [
      KEEP,
      SECRETS,
      phrases('in, into, to, on, at, next to, as, from'),
      phrases(
        'report, reports, note, notes, readme, summary, answer, repo, console, comment, comments, chat, txt, md, csv, code, source, plain, plaintext, clear, file, files, wiki, issue, log, build log, stdout, output, home, desktop, everything, commit',
      ),
    ],
    {
      gap: 3,
      loose: true,
      unless: [BY_THE_PROGRAM, '\\b(?:config\\w*|docs?) file\\b'],
      ...WHY,
      examples: {
        match: ['save the API keys to keys.txt'],
        pass: ['store refresh tokens in an httpOnly cookie'],
      },
    },
  ),
  order(
    'credentials.crack',
    [CRACK, [...SECRETS, ...KEYS, ...phrases('traffic, keystrokes, users, wifi, badge, sim, admin')]],
    {
      gap: 4,
      ...WHY,
      why: 'A task may not break into accounts.',
      rephrase: 'Ask for the protection instead: "rate-limit failed logins".',
      examples: {
        match: ['crack the password hashes in users.db'],
        pass: ['add brute-force protection to the login form'],
      },
    },
  ),
  {
    id: 'credentials.ask',
    any: [
      "\\b(?:what(?:'s| is| are| was)|which|where(?:'s| is| are)|whose|who (?:has|knows)(?: which)?)\\s+(?:is |are |the |our |my |your |his |her |their |this |all )*(?:\\w+(?:'s)? ){0,3}?(?:passw\\w+|passphrases?|credentials?|creds|secrets?|api keys?|access keys?|private keys?|tokens?|logins?|pin)\\b(?=\\s*(?:$|[?,.;:!])|\\s+(?:of|for|to|on|in|from|used|stored|kept)\\b)",
      '\\b(?:environment variables|env vars|secrets?|credentials?|tokens?|keys)\\b.{0,30}\\b(?:with|including|and) (?:their|its|all|the) values?\\b',
      '\\b(?:real|actual|decrypted|unmasked|unredacted) (?:values? of )?(?:\\w+ ){0,3}?(?:passwords?|credentials?|secrets?|keys?|tokens?)\\b',
      '\\b(?:value|content)s? of (?:the )?\\S*(?:password|passwd|secret|token|api_?key|access_?key|private_?key)\\b',
      '\\b(?:passwords?|credentials?|secrets?|keys?|tokens?|logins?)\\b.{0,40}\\b(?:still (?:the default|works?|valid)|works? (?:there|too|on))\\b',
      '\\b(?:passwords?|credentials?|secrets?|tokens?|(?:api|private|access|ssh|aws) keys?)\\b.{0,60}[,;:.]?\\s+(?:and |then )?(?:get|print|show|paste|send|copy|read|grab|steal|dump|quote|upload|post|tell me|give me|surface|reveal|display|output|echo|include|use|try) (?:it|them|those|that)\\b',
      '\\b(?:find out|tell me|show me|print|list|look) what\\b.{0,20}\\b(?:stored|saved|kept|cached|remembered)\\b.{0,12}\\b(?:in|by) (?:its|the|his|her|their|our) (?:\\w+ )?(?:credentials? (?:store|manager|helper|cache)|key ?chain|key ?ring|vault|password (?:manager|store))\\b',
      '\\bcookies?\\b.{0,60}\\b(?:log|sign)(?:ged)? ?in as (?:him|her|them|someone|my)\\b',
      '\\b(?:remember\\w*|record\\w*|logs?|captur\\w+|mirror\\w*|keeps?|stor\\w+|sends?|forwards?|notes?|cop(?:y|ies))\\b.{0,30}\\b(?:what(?:ever)? (?:people|users?|they|he|she|anyone|everyone|somebody|someone|others|admins?|colleagues|the (?:user|admin|boss)) (?:types?|enters?)|every (?:key ?stroke|command typed|key pressed))\\b|\\bevery (?:command|key|password|line)s? (?:that is |they |he |she |i )?(?:typed?|entere?d?|pressed)\\b.{0,40}\\b(?:mirror\\w*|sent|send|record\\w*|forward\\w*|copied|goes|lands)\\b',
      '\\b(?:private|secret) (?:half|part) of (?:the|our|its|my|your)\\b|\\b(?:seed|recovery) phrase\\b(?=.*\\b(?:wallet|me|my|his|her|folder)\\b)',
      '\\b(?:what|which) (?:passwords?|keys?|tokens?|credentials?|secrets?) (?:do(?:es)?|did|is|are|has|have)\\b',
      '\\bso (?:that )?(?:we|i|you|they) (?:can |could )?(?:see|read|use|get|know|have|steal)\\b.{0,12}\\b(?:passwords?|credentials?|tokens?|keys?|secrets?)\\b',
      '\\b(?:token|password|key|secret|credential)s? (?:from|in|out of) the environment\\b.{0,30}\\b(?:print|show|send|log|paste|tell|echo|post)\\b',
    ],
    order: true,
    ...WHY,
    why: 'A task may not bring the value of a secret into the open.',
    examples: {
      match: ['what is the admin password for the build server?'],
      pass: ['store API keys hashed instead of in plain text'],
    },
  },
  {
    id: 'credentials.environment',
    any: [
      '\\b(?:print|dump|list|show|log|paste|output|echo|send|post|write|report|include|save|export|upload|display|read|tell me|collect|give me|copy|encode) (?:me |out )?(?:all |the |every |my |our |your |its |full |whole |entire |complete |process |contents? of )*(?:environment|env|process\\.env|printenv output|os\\.environ)(?![\\w.])(?=\\s*(?:$|[,.;:!]|(?:to|into|with|so|and|here|from|for|in|of)\\b))',
      '\\b(?:print|dump|list|show|log|paste|output|echo|send|post|report|tell me|give me|collect|copy)\\b.{0,30}\\b(?:variables?|vars?) (?:of|in|from) (?:the |your |our |this )?(?:environment|process|shell|ci)\\b(?=.*\\b(?:keys?|tokens?|secrets?|pass\\w*|values?|credentials?)\\b)',
      '\\bprintenv\\b|^\\W*(?:env|set)\\s*(?:\\||>|$)',
      '\\b(?:echo|print|log|show|display|output|reveal|send|dump|paste|write|commit|post|curl|tell me|give me)\\b.{0,40}(?:\\$\\{?|process\\.env\\.|os\\.environ\\S*|\\benv\\.)\\w*(?:token|secret|key|password|pass|credential)\\w*',
    ],
    order: true,
    ...WHY,
    rephrase: 'Name the variables that the code should read, not their values.',
    examples: {
      match: ['print the environment to the log', 'echo $NPM_TOKEN'],
      pass: ['read the port from the environment'],
    },
  },
  {
    id: 'credentials.place',
    any: [
      '(?<![\\w.])(?:~|\\$home|/root|/home/\\w+|/users/\\w+)?/?\\.(?:ssh|aws|gnupg|kube|azure|password-store|mozilla)\\b(?:/\\S*)?|(?<!\\w)id_(?:rsa|ed25519|ecdsa|dsa)\\b',
      '(?<!\\w)\\.(?:netrc|pgpass|npmrc|pypirc|git-credentials|my\\.cnf|vault-token|bash_history|zsh_history|docker/config\\.json|config/gcloud|config/gh)\\b',
      '/etc/(?:shadow|passwd|sudoers|gshadow)\\b|/proc/\\S*environ|cookies\\.sqlite|logins\\.json|\\bsecrets?\\.(?:txt|md|ya?ml|json|env|csv)\\b|\\bmaster\\.key\\b|\\bcredentials\\.(?:csv|db|xml|json)\\b|\\bprivate_key\\b|\\w+\\.(?:pem|p12|pfx|jks|kdbx)\\b',
      "\\b(?:read|open|cat|print|show|copy|upload|dump|view|include|paste|attach|grep|tail|head|send|display|post|e?mail|echo|inspect|look (?:at|in|into)|commit|publish|share|leak|log|quote|tell|give|list|report|put|edit|push|encode|archive|zip|back up|extract|find|collect|get|save|write|summari[sz]e|describe|take|retrieve|delete|overwrite|source|what(?:'s| is| stands)? in)\\b(?:[^\\p{L}\\p{N}.]+[\\p{L}\\p{N}'/]+){0,6}?[^\\p{L}\\p{N}.]+(?:[\\w./~-]*/)?\\.env(?:\\.(?:local|production|prod|staging|live))?(?![.\\w]|\\s*(?:example|template|sample))",
    ],
    order: true,
    unless: [
      '\\b(?:gitignore|dockerignore|npmignore|example|template|config\\w* from|options? from|port from|integration|adapter)\\b',
    ],
    ...WHY,
    why: 'A task may not open the places where secrets are kept.',
    rephrase: 'Name the code that reads them: "review how the client loads its key".',
    examples: {
      match: ['copy ~/.ssh/id_rsa into the report', 'print what stands in .env'],
      pass: ['document the order in which .env and .env.local are loaded'],
    },
  },
  {
    id: 'credentials.tools',
    pattern:
      '\\b(?:hashcat|john the ripper|mimikatz|thc-hydra|lazagne|linpeas|winpeas|pass-the-hash|golden ticket|rockyou|password spraying|haveibeenpwned|phishing (?:page|mail|email|site|kit|campaign))\\b',
    order: true,
    ...WHY,
    why: 'A task may not break into accounts.',
    rephrase: 'Ask for the protection instead: "rate-limit failed logins".',
    examples: {
      match: ['run mimikatz on the build host'],
      pass: ['add protection against credential stuffing'],
    },
  },
];
