/**
 * What a kind of secret looks like. Where the pattern has a group, it is the last part of the match and alone is
 * the secret. No pattern matches a quote or a lone backslash inside a secret, so that redacted JSON stays JSON;
 * every repetition is of one character class, so that matching is linear.
 */
export interface SecretShape {
  readonly kind: string;
  readonly pattern: RegExp;
  /** The name before the value makes it a secret, not its shape. */
  readonly doubtful?: true;
}

const NAME_OF_SECRET =
  '(?:pass(?:word|wd|phrase)|pwd|secret(?:[_-]?key)?|client[_-]?secret|api[_-]?key|access[_-]?key|auth[_-]?token|access[_-]?token|refresh[_-]?token|bearer[_-]?token|private[_-]?key|token|credential)s?';

/** Ordered: a more exact kind comes before one that would match it too. */
export const SECRET_SHAPES: readonly SecretShape[] = [
  {
    kind: 'private-key',
    pattern:
      /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:(?!-----END)(?:[A-Za-z0-9+/=:,.()\s-]|\\[rn]))*(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----)?/g,
  },
  { kind: 'anthropic', pattern: /\bsk-ant-[A-Za-z0-9_-]{16,}/g },
  { kind: 'openai', pattern: /\bsk-(?:proj-|svcacct-|admin-|or-v1-)?[A-Za-z0-9_-]{20,}/g },
  { kind: 'aws', pattern: /\b(?:AKIA|ASIA|ABIA|ACCA)[0-9A-Z]{16}\b/g },
  {
    kind: 'aws',
    pattern:
      /\baws_?(?:secret_?access_?key|session_?token)\b\\?["']?\s{0,3}[=:]\s{0,3}\\?["']?([A-Za-z0-9/+=]{30,})/gi,
  },
  { kind: 'github', pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{22,})/g },
  { kind: 'gitlab', pattern: /\bgl(?:pat|dt|rt|cbt|ptt|ft|imt|agent|soat|ffct)-[A-Za-z0-9_.-]{20,}/g },
  { kind: 'npm', pattern: /\bnpm_[A-Za-z0-9]{36,}/g },
  { kind: 'pypi', pattern: /\bpypi-[A-Za-z0-9_-]{50,}/g },
  { kind: 'slack', pattern: /\b(?:xox[abeoprs]|xapp)-[A-Za-z0-9-]{10,}/g },
  { kind: 'slack', pattern: /\bhooks\.slack\.com\/(?:services|workflows|triggers)\/([A-Za-z0-9/_-]{20,})/g },
  { kind: 'discord', pattern: /\bdiscord(?:app)?\.com\/api\/webhooks\/([0-9]{10,}\/[A-Za-z0-9_-]{20,})/g },
  { kind: 'stripe', pattern: /\b(?:[sr]k_(?:live|test)_[A-Za-z0-9]{16,}|whsec_[A-Za-z0-9+/=]{24,})/g },
  {
    kind: 'google',
    pattern: /\b(?:AIza[0-9A-Za-z_-]{35}|ya29\.[0-9A-Za-z_-]{20,}|GOCSPX-[0-9A-Za-z_-]{20,})/g,
  },
  { kind: 'azure', pattern: /\b(?:AccountKey|SharedAccessKey)=([A-Za-z0-9+/=]{40,})/g },
  { kind: 'azure', pattern: /[?&]sig=([A-Za-z0-9%]{40,})/g },
  { kind: 'sendgrid', pattern: /\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/g },
  { kind: 'twilio', pattern: /\bSK[0-9a-f]{32}\b/g },
  { kind: 'telegram', pattern: /\b[0-9]{8,10}:AA[0-9A-Za-z_-]{32,}/g },
  { kind: 'hugging-face', pattern: /\bhf_[A-Za-z0-9]{30,}/g },
  { kind: 'model-service', pattern: /\b(?:gsk_|xai-|pplx-|r8_|fw_)[A-Za-z0-9]{32,}/g },
  { kind: 'digitalocean', pattern: /\bdo[opr]_v1_[a-f0-9]{64}/g },
  { kind: 'databricks', pattern: /\bdapi[a-f0-9]{32}/g },
  { kind: 'docker', pattern: /\bdckr_(?:pat|oat)_[A-Za-z0-9_-]{20,}/g },
  { kind: 'shopify', pattern: /\bshp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}/g },
  { kind: 'linear', pattern: /\blin_(?:api|oauth)_[A-Za-z0-9]{32,}/g },
  { kind: 'vault', pattern: /\bhv[sbr]\.[A-Za-z0-9_-]{24,}/g },
  { kind: 'age', pattern: /\bAGE-SECRET-KEY-1[0-9A-Z]{50,}/g },
  { kind: 'jwt', pattern: /\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}/g },
  {
    kind: 'url-password',
    pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@"'\\]{0,100}:([^\s/@"'\\[]{3,200})(?=@)/gi,
    doubtful: true,
  },
  {
    kind: 'authorization',
    pattern:
      /\bauthorization\\?["']?\s{0,3}[=:]\s{0,3}\\?["']?(?:bearer|basic|token)\s{1,3}([^\s"'\\,;]{6,})/gi,
  },
  { kind: 'authorization', pattern: /\bx-api-key\\?["']?\s{0,3}[=:]\s{0,3}\\?["']?([^\s"'\\,;]{6,})/gi },
  { kind: 'bearer', pattern: /\bbearer\s{1,3}([A-Za-z0-9._~+/-]{24,}=*)/gi, doubtful: true },
  {
    // Quoted: anything without spaces.
    kind: 'assigned-secret',
    pattern: new RegExp(
      `${NAME_OF_SECRET}\\\\?["']?\\s{0,3}(?::=|=>|[=:])\\s{0,3}\\\\?["']([^\\s"'\\\\\`$<>{}()[\\]]{6,200})(?=\\\\?["'])`,
      'gi',
    ),
    doubtful: true,
  },
  {
    // Bare: it must have a digit and a letter, so that `token = nextToken` and counts of tokens stay readable.
    kind: 'assigned-secret',
    pattern: new RegExp(
      `${NAME_OF_SECRET}\\\\?["']?\\s{0,3}[=:]\\s{0,3}((?=[^\\s0-9]{0,200}[0-9])(?=[^\\sA-Za-z]{0,200}[A-Za-z])[^\\s"'\\\\\`$<>{}()[\\],;|&]{8,200})(?![("'\\w.[])`,
      'gi',
    ),
    doubtful: true,
  },
];
