const TONES: Record<string, number> = { '\u0304': 1, '\u0301': 2, '\u030c': 3, '\u0300': 4 };

const INITIAL = '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?';
const FINAL =
  '(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uai|uan|van|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ui|un|uo|ue|ve|vn|a|e|i|o|u|v|ng|n|m)';
const SYLLABLE = new RegExp(`^${INITIAL}${FINAL}`);

/**
 * A reading as people write it (`liànzhǎngzhì`, `lian4 zhang3zhi4`, `Xī'ān`) as one syllable per character with
 * tone digits. `null` where it is no reading of `characters` syllables; a syllable without tone is given none.
 */
export function parseReading(text: string, characters: number): string | null {
  if (/^[a-z]+[1-5]( [a-z]+[1-5])*$/i.test(text) && text.split(' ').length === characters) return text;
  const syllables: string[] = [];
  for (const part of text.replace(/u:/gi, 'v').split(/[\s'’·-]+/)) {
    let rest = part;
    while (rest !== '') {
      const syllable = takeSyllable(rest);
      if (!syllable) return null;
      syllables.push(syllable.text);
      rest = rest.slice(syllable.length);
    }
  }
  return syllables.length === characters ? syllables.join(' ') : null;
}

/** The first syllable of a run without spaces, and how many UTF-16 units of the run it takes. */
function takeSyllable(run: string): { text: string; length: number } | null {
  const letters: { letter: string; tone: number; upto: number }[] = [];
  let at = 0;
  for (const character of run) {
    at += character.length;
    const [base = '', ...marks] = character.normalize('NFD');
    if (marks.length === 0 && TONES[base] !== undefined && letters.length > 0) {
      const last = letters.at(-1) as (typeof letters)[number];
      Object.assign(last, { tone: TONES[base], upto: at });
      continue;
    }
    const letter = marks.includes('\u0308') ? (base === base.toLowerCase() ? 'v' : 'V') : base;
    letters.push({ letter, tone: TONES[marks.find((mark) => mark in TONES) ?? ''] ?? 0, upto: at });
  }
  const spelled = letters.map((each) => each.letter).join('');
  const match = SYLLABLE.exec(spelled.toLowerCase())?.[0];
  if (!match) return null;
  // An n, g or r before a vowel begins the next syllable: fangan is fan gan.
  const takesBack =
    match.length > 1 && /[ngr]$/.test(match) && /^[aeiouv]/i.test(spelled.slice(match.length));
  const whole =
    takesBack && SYLLABLE.exec(match.slice(0, -1))?.[0] === match.slice(0, -1) ? match.slice(0, -1) : match;
  const own = letters.slice(0, whole.length);
  let upto = (own.at(-1) as (typeof own)[number]).upto;
  let tone = own.find((each) => each.tone > 0)?.tone ?? 0;
  const digit = /^[1-5]/.exec(run.slice(upto))?.[0];
  if (digit && tone === 0) {
    tone = Number(digit);
    upto += 1;
  }
  return { text: spelled.slice(0, whole.length) + (tone > 0 ? tone : ''), length: upto };
}
