/**
 * The small Latin letter that a letter of another script is drawn like, or undefined. Only look-alikes of the
 * usual fonts; full-width and mathematical letters are folded by Unicode normalisation instead.
 */
export function latinLookAlike(character: string): string | undefined {
  const known = LOOK_ALIKES.get(character);
  // Cyrillic capitals have the shape of their small letters; Greek ones that look Latin stand in the list.
  return known ?? (CYRILLIC.test(character) ? LOOK_ALIKES.get(character.toLowerCase()) : undefined);
}

const CYRILLIC = /\p{Script=Cyrillic}/u;

/** Latin letter, then everything that is drawn like it. Capitals stand where they differ from their small form. */
const SETS = [
  'aаαɑΑ',
  'bвьЬβΒƄ',
  'cсϲᏟ',
  'dԁɗᎠᏧ',
  'eеёєεΕᎬ',
  'fғƒϝ',
  'gɡցԌᏀ',
  'hһнհΗᎻ',
  'iіїιıɩΙᎥ',
  'jјϳյᎫ',
  'kкκΚᏦ',
  'lӏⅼʟᏞ',
  'mмΜᎷ',
  'nпոηղɴΝ',
  'oоοօσՕΟ',
  'pрρΡᏢ',
  'qԛգզ',
  'rгɾʀᎡᏒ',
  'sѕʂՏᏚ',
  'tтτΤᎢ',
  'uυսʋՍ',
  'vѵνᏙ',
  'wԝωѡաᎳᏔ',
  'xхχΧ',
  'yуүγʏΥᎽ',
  'zʐΖᏃ',
  // Latin letters that do not decompose
  'lł',
  'oø',
  'dđ',
  'hħ',
  'tŧ',
];

const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  SETS.flatMap((set) => {
    const [latin = '', ...others] = [...set];
    return others.map((other) => [other, latin] as const);
  }),
);
