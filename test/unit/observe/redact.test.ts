import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createRedactor,
  holdsSecret,
  redact,
  redactLines,
  redactValue,
  secretEnvironmentValues,
} from '../../../src/observe/redact.ts';
import { SECRET_SHAPES, startsWord } from '../../../src/observe/secret-shapes.ts';

// Put together here, so that no scanner takes this file for a leak.
const r = (unit: string, times: number) => unit.repeat(times);
const SECRETS: Readonly<Record<string, readonly string[]>> = {
  anthropic: [`sk-ant-api03-${r('aB3_', 10)}`],
  openai: [`sk-proj-${r('aB3x', 12)}`, `sk-${r('aB3x', 12)}`],
  aws: [`AKIA${r('A2B3', 4)}`, `ASIA${r('A2B3', 4)}`],
  github: [`ghp_${r('a1B2', 9)}`, `gho_${r('a1B2', 9)}`, `github_pat_${r('a1B2_', 12)}`],
  gitlab: [`glpat-${r('a1B2', 5)}`, `glrt-${r('a1B2', 5)}`],
  npm: [`npm_${r('a1B2', 9)}`],
  pypi: [`pypi-${r('AgEI', 16)}`],
  slack: [`xoxb-${r('12', 6)}-${r('aB', 8)}`, `xapp-1-${r('A1', 8)}`],
  stripe: [`sk_live_${r('a1B2', 6)}`, `rk_test_${r('a1B2', 6)}`, `whsec_${r('a1B2', 8)}`],
  google: [`AIza${r('a1B-_', 7)}`, `ya29.${r('a1B2', 8)}`, `GOCSPX-${r('a1B2', 7)}`],
  sendgrid: [`SG.${r('a1B2', 6)}.${r('a1B2', 10)}`],
  twilio: [`SK${r('a1b2', 8)}`],
  telegram: [`:AA${r('aB_-', 8)}x`],
  'hugging-face': [`hf_${r('aBcD', 9)}`],
  'model-service': [`gsk_${r('a1B2', 12)}`, `xai-${r('a1B2', 12)}`],
  digitalocean: [`dop_v1_${r('a1b2', 16)}`],
  databricks: [`dapi${r('a1b2', 8)}`],
  docker: [`dckr_pat_${r('a1B2', 7)}`],
  shopify: [`shpat_${r('a1b2', 8)}`],
  linear: [`lin_api_${r('a1B2', 10)}`],
  vault: [`hvs.${r('a1B2', 8)}`],
  age: [`AGE-SECRET-KEY-1${r('A2', 29)}`],
  jwt: [`eyJ${r('a1B2', 5)}.eyJ${r('a1B2', 8)}.${r('a1_-', 8)}`],
};

describe('redacting', () => {
  test.each(Object.entries(SECRETS))('knows the shape of a secret: %s', (kind, secrets) => {
    for (const secret of secrets) {
      const before = kind === 'telegram' ? 'bot123456789' : 'before ';
      expect(redact(`${before}${secret} after`)).toBe(`${before}[redacted:${kind}] after`);
      expect(redact(`x("${before}${secret}");`)).toBe(`x("${before}[redacted:${kind}]");`);
      expect(holdsSecret(`${before}${secret} please`)).toBe(kind);
    }
  });

  test('takes a private key out over its lines, also where they are escaped or the end is missing', () => {
    const body = `${r('MIIEvQIBADAN', 5)}\n${r('BgkqhkiG9w0B', 5)}=\n`;
    const key = `-----BEGIN RSA PRIVATE KEY-----\n${body}-----END RSA PRIVATE KEY-----`;
    expect(redact(`a\n${key}\nb`)).toBe('a\n[redacted:private-key]\nb');
    expect(redact(JSON.stringify({ key }))).toBe('{"key":"[redacted:private-key]"}');
    expect(redact(key.slice(0, 60))).toBe('[redacted:private-key]');
    expect(holdsSecret(key)).toBe('private-key');
  });

  test('takes the value of a named secret and leaves its name', () => {
    const cases: [string, string][] = [
      ['password=hunter2hunter', 'password=[redacted:assigned-secret]'],
      ['DB_PASSWORD: "correct-horse"', 'DB_PASSWORD: "[redacted:assigned-secret]"'],
      ["client_secret => 'x9x9x9x9'", "client_secret => '[redacted:assigned-secret]'"],
      ['--token a --api-key=abc123def456', '--token a --api-key=[redacted:assigned-secret]'],
      ['Authorization: Bearer abcdef123456', 'Authorization: Bearer [redacted:authorization]'],
      ["-H 'x-api-key: abc123def'", "-H 'x-api-key: [redacted:authorization]'"],
      ['postgres://app:s3cr3tpass@db/x', 'postgres://app:[redacted:url-password]@db/x'],
      [
        'aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzzzzzz',
        'aws_secret_access_key = [redacted:aws]',
      ],
      [
        'https://hooks.slack.com/services/T0AAAAAAA/B0AAAAAAA/xyzxyzxyzxyz',
        'https://hooks.slack.com/services/[redacted:slack]',
      ],
      [`AccountKey=${r('a1B2', 20)}==;x`, 'AccountKey=[redacted:azure];x'],
    ];
    for (const [text, redacted] of cases) expect(redact(text)).toBe(redacted);
  });

  test('leaves ordinary code and prose alone', () => {
    const ordinary = [
      'const token = nextToken(stream);',
      'password: z.string().min(8),',
      'if (secret === undefined) return;',
      '"input_tokens":123456789,"output_tokens": 987654321',
      '"cache_read_input_tokens":12345678.5',
      'fix the password reset flow',
      'token: {{ secrets.TOKEN_123 }}',
      'commit 4b825dc642cb6eb9a060e54bf8d69288fbee4904',
      '0f9a4c1e-1111-4222-8333-444455556666',
      `sha512-${r('aB3x', 20)}==`,
      'see https://example.org:8080/path@2',
    ];
    for (const text of ordinary) expect(redact(text)).toBe(text);
  });

  test('keeps a line of JSON a line of JSON', () => {
    const values = Object.values(SECRETS)
      .flat()
      .map((secret) => (secret.startsWith(':') ? `12345678${secret}` : secret));
    const inner = JSON.stringify({
      password: 'hunter2"quoted',
      token: 'abc123def456',
      header: 'Authorization: Bearer abc123def456',
    });
    const line = JSON.stringify({
      values,
      inner,
      url: 'https://u:p4ssw0rd@h/',
      tokens: 12345678,
      api_key: 'k3yk3yk3y',
    });
    const redacted = redact(line);
    expect(() => JSON.parse(redacted)).not.toThrow();
    expect(() => JSON.parse(JSON.parse(redacted).inner)).not.toThrow();
    for (const value of [...values, 'p4ssw0rd', 'k3yk3yk3y', 'abc123def456'])
      expect(redacted).not.toContain(value);
    expect(redact(redacted)).toBe(redacted);
  });

  test('takes exact values of the environment out, also where JSON escapes them', () => {
    const values = secretEnvironmentValues({
      MY_SERVICE_TOKEN: 'plain words "quoted"',
      DB_PASSWORD: 'long enough',
      SSH_AUTH_SOCK: '/tmp/ssh-x/agent',
      TOKENIZER: 'not a secret name',
      API_KEY: 'short',
      NPM_CONFIG_AUTH: undefined,
      HOME: '/home/somebody',
    });
    expect(values).toEqual(['plain words "quoted"', 'long enough']);
    const redactor = createRedactor(values);
    expect(redactor('say plain words "quoted" now, long enough')).toBe(
      'say [redacted:environment] now, [redacted:environment]',
    );
    expect(redactor(JSON.stringify('plain words "quoted"'))).toBe('"[redacted:environment]"');
  });

  test('goes through values of any depth', () => {
    const secret = `npm_${r('a1B2', 9)}`;
    expect(redactValue({ a: [secret, { b: secret }], n: 1, z: null }, redact)).toEqual({
      a: ['[redacted:npm]', { b: '[redacted:npm]' }],
      n: 1,
      z: null,
    });
  });

  test('finds a secret right behind an escape or a colour', () => {
    const secret = `ghp_${r('a1B2', 9)}`;
    for (const before of ['\\n', '\\t', '\\\\n', '\\u001b', '\u001b[31m', '\\u001b[1;31m', '"', '=']) {
      expect(redact(`${before}${secret}`)).toBe(`${before}[redacted:github]`);
    }
    expect(redact(`a task-${r('abcd', 8)}`)).toBe(`a task-${r('abcd', 8)}`);
  });

  test('gets through long hostile texts', () => {
    const units = [
      'password',
      'a:',
      'eyJaaaaaaaa.',
      'https://a',
      '-----BEGIN PRIVATE KEY-----',
      'token="',
      'token=aaaaaaaa ',
      'bearer ',
      'sk-',
      '[31m',
    ];
    // Were any pattern quadratic, this would not end within the time of a test.
    for (const unit of units) expect(redact(unit.repeat(1_000_000 / unit.length))).not.toBe('');
  });
});

describe('asking whether a text holds a secret', () => {
  test('says no where only a name is there, or a placeholder', () => {
    for (const text of [
      'rotate the api key of the test account',
      'password="changeit"',
      'fix postgres://user:pass@host parsing',
      'token: <your token>',
      'the password=secret example',
    ]) {
      expect(holdsSecret(text)).toBeNull();
    }
  });

  test('says yes to a value that nobody makes up', () => {
    expect(holdsSecret('use password=Tr0ub4dor&3x9')).toBe('assigned-secret');
    expect(holdsSecret('postgres://app:S3cr3tPass99@db/x')).toBe('url-password');
  });
});

describe('the first look for a secret', () => {
  // Those that look ahead or behind, or are in doubt, are among the examples above.
  const shapes = SECRET_SHAPES.filter(
    (shape) => shape.doubtful !== true && !/\(\?[<=!]/.test(shape.pattern.source),
  );

  test.each(shapes.map((shape) => [shape.kind, shape] as const))('passes over no %s', (_, shape) => {
    const strict = new RegExp(shape.pattern.source.replace(/\\b/g, ''));
    fc.assert(
      fc.property(fc.stringMatching(strict), (text) => {
        const [found] = text.matchAll(shape.pattern);
        fc.pre(found !== undefined);
        fc.pre(shape.atWordStart !== true || startsWord(text, found?.index ?? 0));
        expect(holdsSecret(text)).not.toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  test('is over for an ordinary task', () => {
    expect(holdsSecret('analyze the error handling of the importer')).toBeNull();
  });
});

test('lines are redacted together, so that a key over several of them goes too, and as many come out', () => {
  const key = ['-----BEGIN RSA PRIVATE KEY-----', 'MIIEowIBAAKCAQEAxyz', '-----END RSA PRIVATE KEY-----'];
  const clean = redactLines(['before', ...key, 'after'], redact);
  expect(clean).toHaveLength(5);
  expect(clean.join('\n')).not.toContain('MIIE');
  expect(clean).toEqual(expect.arrayContaining(['before', 'after']));
});
