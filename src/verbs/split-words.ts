/** The words and flags of a short verb's argument text. Flags have no values here. */
export function splitWords(text: string): { readonly words: string[]; readonly flags: Set<string> } {
  const words: string[] = [];
  const flags = new Set<string>();
  for (const word of text.split(/\s+/)) {
    if (word.startsWith('--')) flags.add(word.slice(2));
    else if (word !== '') words.push(word.replace(/^["'](.*)["']$/, '$1'));
  }
  return { words, flags };
}
