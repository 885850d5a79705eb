import type { PolicyRule } from '../policy.ts';
import { act, near, order, PREVENTING, word } from './words.ts';

/** What lets somebody in. */
const SECRET =
  '(?:passwords?|passwd|passphrases?|passcodes?|credentials?|creds|secrets?|api[ _-]?keys?|access[ _-]?(?:keys?|tokens?)|private[ _-]?keys?|' +
  'ssh[ _-]?keys?|secret[ _-]?keys?|signing[ _-]?keys?|encryption[ _-]?keys?|(?:aws|gpg|gcp|azure|stripe|openai|anthropic|github|gitlab|npm|deploy|host|master|license|service account)[ _-]?(?:keys?|tokens?|credentials?|creds)|' +
  '(?:auth|bearer|session|refresh|login|oauth|api|bot|jwt|personal access|ci)[ _-]?(?:tokens?|cookies?)|tokens|keychain|key ?ring|' +
  'seed phrase|wallet|(?:browser|session|login) cookies|environment variables|env vars|connection strings?|logins)';

/** The secret is only the first half of a name: "password reset form". */
const NOT_HEAD =
  '(?!\\s+(?:strength|fields?|forms?|resets?|polic(?:y|ies)|expir\\w*|counts?|counter|usages?|refresh\\w*|endpoints?|pages?|validat\\w*|managers?|' +
  'hash\\w*|inputs?|handl\\w+|flows?|rotations?|rules?|screens?|types?|class\\w*|modules?|modals?|dialogs?|prompts?|pars\\w+|providers?|stor(?:e|es|age)|' +
  'service|support|length|limit\\w*|lifetime|errors?|logic|column|table|schema|model|tests?|api|authenticat\\w*|auth|settings?|config\\w*|generat\\w+|' +
  'recovery|change|changes|toggle|visibility|placeholder|button|leak\\w*|detect\\w*|scann\\w*|scopes?|bucket|middleware|interface|format|encoding|docs?|documentation|section|requirements?|complexity|names?|parameters?|label))';

const TAKING =
  'print, show, reveal, dump, extract, read, cat, display, list, output, get, fetch, find, collect, gather, harvest, steal, grab, copy, send, upload, ' +
  'post, email, mail, leak, exfiltrate, retrieve, log, echo, give me, tell me, write down, write, export, decrypt, crack, guess, brute force, bruteforce, ' +
  'brute-force, recover, decode, capture, sniff, look for, look up, hunt for, search for, intercept, use, borrow, reuse, obtain, access, paste, share, ' +
  'summarize, summarise, report, include, expose, save, store, inspect, enumerate, forward, open, view, disclose, return, record, change, modify, rotate, replace, set, reset, encrypt, scrape, phish, steal, hand over, pull';

/** Files that hold nothing but secrets. */
const SECRET_FILES =
  '(?:~?/?\\.ssh(?:/\\S*)?|\\.aws(?:/\\S*)?|id_(?:rsa|ed25519|ecdsa|dsa)|authorized_keys|known_hosts|\\.netrc|\\.pgpass|\\.npmrc|\\.pypirc|\\.git-credentials|' +
  '/etc/(?:shadow|passwd|sudoers)|\\.gnupg|kubeconfig|\\.kube/config|credentials\\.json|\\.credentials\\S*|\\.docker/config\\.json|login keychain|/proc/\\S*environ|' +
  '\\.env(?:\\.(?:local|production|prod|staging))?(?![.\\w]|\\s*(?:example|template|sample)))';

/** Reading, showing or moving what lets somebody in. */
export const CREDENTIAL_RULES: readonly PolicyRule[] = [
  {
    id: 'credentials.take',
    category: 'credentials',
    any: [
      near(
        order(TAKING),
        `${SECRET}\\b${NOT_HEAD}(?=\\s*$|\\W*[.,;:!?)]|\\s+(?:from|in|inside|of|on|stored|saved|kept|used|you|that|which|to|into|and|for|so|out|with|via|as|through|at|by|it|we|i|they|found|available|before|after|here|\\())`,
        4,
      ),
    ],
    unless: [
      PREVENTING,
      '\\b(?:from|via|using|through) (?:the )?(?:config\\w*|settings|cli|stdin|command line|standard input|ui|form|prompt)\\b',
      '\\b(?:support|option|flag|masked|masking|redact\\w*|validat\\w*|docs?|documentation|tests?|mock|fake|dummy|leaked|hard-?coded)\\b',
    ],
    why: 'A task may not read, show or change what lets somebody in.',
    rephrase: 'Name the code that handles it: "review how tokens are stored".',
    examples: { match: ['print the password from .env'], pass: ['fix the password reset form'] },
  },
  {
    id: 'credentials.file',
    category: 'credentials',
    any: [
      act(
        'read, open, cat, print, show, copy, upload, dump, view, include, paste, attach, grep, tail, head, base64, send, list, display, get, exfiltrate, ' +
          'archive, zip, tar, extract, summarize, summarise, report, source, echo, inspect, look at, look in, look into, check, edit, modify, append, write, ' +
          'find, search, collect, access, export, commit, post, email, scan, parse, fetch, load, review, analyze, analyse, document, tell me, give me, explore, add, put, use, move, share, leak, log, encode, decode, compare, describe',
        `(?:\\S*/)?${SECRET_FILES}`,
        6,
      ),
    ],
    unless: [
      PREVENTING,
      '\\b(?:to|in|into|from) (?:the )?(?:\\.?gitignore|\\.?dockerignore|docs?|documentation|readme)\\b',
      '\\b(?:ignore|gitignore|dockerignore|support|loader|loading|parser|parsing|precedence|schema|example|template|config\\w* (?:from|in)|settings (?:from|in)|values? (?:from|in)|variables? (?:from|in))\\b',
    ],
    why: 'A task may not open the files in which secrets are kept.',
    rephrase: 'Name the code that reads the file, not the file.',
    examples: {
      match: ['copy ~/.ssh/id_rsa into the report'],
      pass: ['add .env to .gitignore and to the docs'],
    },
  },
  {
    id: 'credentials.crack',
    category: 'credentials',
    any: [
      `${word('crack|brute-?force|brute force|phish|keylog\\w*|sniff')}(?=.{0,40}\\b(?:${SECRET}|hash\\w*|accounts?|logins?|users?|traffic)\\b)`,
    ],
    unless: [
      PREVENTING,
      '\\b(?:protection|mitigation|against|rate.?limit\\w*|lockout|resistan\\w+|attempts?|throttl\\w+)\\b',
    ],
    why: 'A task may not break into accounts.',
    rephrase: 'Ask for the protection instead: "rate-limit failed logins".',
    examples: {
      match: ['crack the password hashes in users.db'],
      pass: ['add brute-force protection to the login form'],
    },
  },
];
