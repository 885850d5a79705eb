import { SECRET_SHAPES, type SecretShape, startsWord } from './secret-shapes.ts';

/** Takes secrets out of a text: each becomes `[redacted:kind]`. A line of JSON stays JSON. */
export type Redactor = (text: string) => string;

/**
 * A redactor that knows the common shapes of secrets and these exact values besides (for example those of
 * `secretEnvironmentValues`). Linear in the text; line breaks stay where they are, except within a private key.
 */
export function createRedactor(secretValues: readonly string[] = []): Redactor {
  const values = [...new Set(secretValues.flatMap(valueForms))].sort((a, b) => b.length - a.length);
  return (text) => {
    let clean = text;
    for (const value of values) clean = clean.replaceAll(value, '[redacted:environment]');
    for (const shape of SECRET_SHAPES) clean = redactShape(clean, shape);
    return clean;
  };
}

/** Redacts by shape alone. */
export const redact: Redactor = createRedactor();

/**
 * Redacts lines of one output together: that finds what goes over several lines, and takes an eighth of the time. As
 * many lines come out as went in.
 */
export function redactLines(lines: readonly string[], redactText: Redactor): string[] {
  const clean = redactText(lines.join('\n')).split('\n');
  while (clean.length < lines.length) clean.push('');
  return clean;
}

/** The same value with every text in it redacted, object keys left as they are. */
export function redactValue<T>(value: T, redactText: Redactor): T {
  if (typeof value === 'string') return redactText(value) as T;
  if (Array.isArray(value)) return value.map((item) => redactValue(item, redactText)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, redactValue(item, redactText)]),
  ) as T;
}

/** The kind of the first secret in a text, or null. Stricter than redaction: a doubtful match is none. */
export function holdsSecret(text: string): string | null {
  if (!MAY_HOLD_SECRET.test(text)) return null;
  for (const shape of SECRET_SHAPES) {
    for (const match of text.matchAll(shape.pattern)) {
      if (shape.atWordStart === true && !startsWord(text, match.index)) continue;
      const secret = match[match.length - 1] ?? match[0];
      if (shape.doubtful !== true || looksRandom(secret)) return shape.kind;
    }
  }
  return null;
}

// Every shape has one of these. A hook looks at one ordinary sentence, and compiling all shapes takes it milliseconds.
const MAY_HOLD_SECRET = /[0-9_=:]|\S{15}|-----/;

/** The values of environment variables whose names say that they hold a secret: for `createRedactor`. */
export function secretEnvironmentValues(environment: Readonly<Record<string, string | undefined>>): string[] {
  const values: string[] = [];
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined || value.length < SECRET_VALUE_CHARS_MIN) continue;
    if (SECRET_NAME.test(name) && !/^(?:\/|true$|false$|\d+$)/i.test(value)) values.push(value);
  }
  return values;
}

// Shorter values would redact ordinary words.
const SECRET_VALUE_CHARS_MIN = 8;
const SECRET_NAME =
  /(?:KEY|TOKEN|SECRET|PASSW(?:OR)?D|PASSPHRASE|CREDENTIALS?|COOKIE|_PAT|_DSN|AUTH)(?:_|$)/i;

/** A secret may stand in a line of JSON, where quotes and backslashes are escaped. */
function valueForms(value: string): string[] {
  if (value.length < SECRET_VALUE_CHARS_MIN) return [];
  return [value, JSON.stringify(value).slice(1, -1)];
}

function redactShape(text: string, shape: SecretShape): string {
  const replaced = `[redacted:${shape.kind}]`;
  return text.replace(shape.pattern, (found: string, ...rest: unknown[]) => {
    // The arguments behind the groups are the offset and the whole text.
    const secret = typeof rest[0] === 'string' ? rest[0] : null;
    if (secret === null) {
      return shape.atWordStart === true && !startsWord(text, Number(rest[0])) ? found : replaced;
    }
    // With a group, only the group is the secret and what is before it stays readable.
    return secret.startsWith('[redacted:')
      ? found
      : `${found.slice(0, found.length - secret.length)}${replaced}`;
  });
}

function looksRandom(secret: string): boolean {
  return (
    /[0-9]/.test(secret) &&
    /[A-Za-z]/.test(secret) &&
    secret.length >= 8 &&
    !/^[a-z]+[0-9]{1,2}$/.test(secret)
  );
}
