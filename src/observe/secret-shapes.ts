/**
 * What a kind of secret looks like. Where the pattern has a group, it is the last part of the match and alone is
 * the secret. No pattern matches a quote or a lone backslash inside a secret, so that redacted JSON stays JSON;
 * every repetition is of one character class, so that matching is linear.
 */
export interface SecretShape {
  readonly kind: string;
  readonly pattern: RegExp;
  /** It counts only where `startsWord` says so. Not part of the pattern: with its bare prefix it is found faster. */
  readonly atWordStart?: true;
  /** The name before the value makes it a secret, not its shape. */
  readonly doubtful?: true;
}

const NAME =
  '(?:pass(?:word|wd|phrase)|pwd|secret(?:[_-]?key)?|client[_-]?secret|api[_-]?key|access[_-]?key|auth[_-]?token|access[_-]?token|refresh[_-]?token|bearer[_-]?token|private[_-]?key|token|credential)s?';

/** Between a name and its value, also where quotes are escaped. */
const ASSIGNED = String.raw`\\?["']?\s{0,3}(?::=|=>|[=:])\s{0,3}`;
const QUOTE = String.raw`\\?["']`;
const VALUE = String.raw`[^\s"'\\\x60$<>{}()[\],]`;

/** Ordered: a more exact kind comes before one that would match it too. */
export const SECRET_SHAPES: readonly SecretShape[] = [
  shape(
    'private-key',
    String.raw`-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:(?!-----END)(?:[A-Za-z0-9+/=:,.()\s-]|\\[rn]))*(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----)?`,
  ),
  word('anthropic', 'sk-ant-[A-Za-z0-9_-]{16,}'),
  word('openai', 'sk-(?:proj-|svcacct-|admin-|or-v1-)?[A-Za-z0-9_-]{20,}'),
  word('aws', String.raw`(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16}\b`),
  shape(
    'aws',
    `aws_?(?:secret_?access_?key|session_?token)${ASSIGNED}(?:${QUOTE})?([A-Za-z0-9/+=]{30,})`,
    'gi',
  ),
  word('github', '(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{22,})'),
  word('gitlab', 'gl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|soat|ffct)-[A-Za-z0-9_.-]{20,}'),
  word('npm', 'npm_[A-Za-z0-9]{36,}'),
  word('pypi', 'pypi-[A-Za-z0-9_-]{50,}'),
  word('slack', '(?:xox[abeoprs]|xapp)-[A-Za-z0-9-]{10,}'),
  shape('slack', String.raw`hooks\.slack\.com/(?:services|workflows|triggers)/([A-Za-z0-9/_-]{20,})`),
  shape('discord', String.raw`discord(?:app)?\.com/api/webhooks/([0-9]{10,}/[A-Za-z0-9_-]{20,})`),
  word('stripe', '(?:[sr]k_(?:live|test)_[A-Za-z0-9]{16,}|whsec_[A-Za-z0-9+/=]{24,})'),
  word('google', String.raw`(?:AIza[0-9A-Za-z_-]{35}|ya29\.[0-9A-Za-z_-]{20,}|GOCSPX-[0-9A-Za-z_-]{20,})`),
  shape('azure', '(?:AccountKey|SharedAccessKey)=([A-Za-z0-9+/=]{40,})'),
  shape('azure', '[?&]sig=([A-Za-z0-9%]{40,})'),
  word('sendgrid', String.raw`SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}`),
  word('twilio', String.raw`SK[0-9a-f]{32}\b`),
  shape('telegram', '(?<=[0-9]{8}):AA[0-9A-Za-z_-]{32,}'),
  word('hugging-face', 'hf_[A-Za-z0-9]{30,}'),
  word('model-service', '(?:gsk_|xai-|pplx-|r8_|fw_)[A-Za-z0-9]{32,}'),
  word('digitalocean', 'do[opr]_v1_[a-f0-9]{64}'),
  word('databricks', 'dapi[a-f0-9]{32}'),
  word('docker', 'dckr_(?:pat|oat)_[A-Za-z0-9_-]{20,}'),
  word('shopify', 'shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}'),
  word('linear', 'lin_(?:api|oauth)_[A-Za-z0-9]{32,}'),
  word('vault', String.raw`hv[sbr]\.[A-Za-z0-9_-]{24,}`),
  word('age', 'AGE-SECRET-KEY-1[0-9A-Z]{50,}'),
  word('jwt', String.raw`eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}`),
  doubtful('url-password', String.raw`(?<=[a-z0-9])://[^\s/:@"'\\]{0,100}:([^\s/@"'\\[]{3,200})(?=@)`),
  shape(
    'authorization',
    String.raw`authorization${ASSIGNED}(?:${QUOTE})?(?:bearer|basic|token)\s{1,3}([^\s"'\\,;]{6,})`,
    'gi',
  ),
  shape('authorization', String.raw`x-api-key${ASSIGNED}(?:${QUOTE})?([^\s"'\\,;]{6,})`, 'gi'),
  doubtful('bearer', String.raw`\bbearer\s{1,3}([A-Za-z0-9._~+/-]{24,}=*)`),
  // In quotes: anything without spaces.
  doubtful('assigned-secret', `${NAME}${ASSIGNED}${QUOTE}(${VALUE}{6,200})(?=${QUOTE})`),
  // Bare: it must have a digit and a letter, so that `token = nextToken` and counts of tokens stay readable.
  doubtful(
    'assigned-secret',
    `${NAME}${ASSIGNED}((?=${VALUE}{0,200}?[0-9])(?=${VALUE}{0,200}?[A-Za-z])${VALUE}{8,200})(?![(\\[{])`,
  ),
];

/**
 * True if a secret may begin at `index`: where a word begins, right behind an escape such as `\n` in a line of JSON, or
 * behind a colour in the output of a program.
 */
export function startsWord(text: string, index: number): boolean {
  if (index === 0 || !/[A-Za-z0-9_]/.test(text[index - 1] ?? '')) return true;
  return /(?:\\[bfnrt]|\\u[0-9a-fA-F]{4}|\[[0-9;]{0,16}m)$/.test(text.slice(Math.max(0, index - 20), index));
}

function shape(kind: string, pattern: string, flags = 'g'): SecretShape {
  return { kind, pattern: new RegExp(pattern, flags) };
}

/** A shape that begins with its own prefix. */
function word(kind: string, pattern: string): SecretShape {
  return { ...shape(kind, pattern), atWordStart: true };
}

/** A value that is a secret because of what stands before it. */
function doubtful(kind: string, pattern: string): SecretShape {
  return { ...shape(kind, pattern, 'gi'), doubtful: true };
}
