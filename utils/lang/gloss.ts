import type { Note, WordForm } from './entry';
import { spell } from './spelling';

/** Which form of a word a gloss names: that of the text's script. */
export type GlossScript = 'hans' | 'hant';

/** A word that a gloss names, as CC-CEDICT writes it: both forms, reading with ü as `v`. */
export interface Target {
  hans: string;
  hant: string;
  reading: string;
}

/** The line of an entry taken apart. */
export interface Gloss {
  /** What it means, as CC-CEDICT writes it. */
  senses: string[];
  /** What it is said to be another form of: relation and word. */
  references: { label: string; target: Target }[];
  /** Measure words, other words to see, other readings. */
  notes: { label: string; targets: Target[] }[];
}

const WORD = String.raw`(?:([^\s|,;:()[\]]+)\|)?([^\s|,;:()[\]]+)\[([A-Za-z:0-9 ,·-]+)\]`;
const NAMED = new RegExp(WORD, 'g');
const ONLY_NAMED = new RegExp(`^${WORD}$`);
/** A word in both forms, without its reading. */
const PAIR = /([^\s|,;:()[\]]+)\|([^\s|,;:()[\]]+)/g;
/** A reading alone: `Taiwan pr. [zhi2]`. */
const BARE_READING = /\[([A-Za-z: ]+\d(?: [A-Za-z:]+\d)*)\]/g;
const KIND =
  '(?:old|unofficial|archaic|ancient|erroneous|nonstandard|non-standard|Japanese|Taiwan|euphemistic|contracted|erhua|dialectal|colloquial)';
const RELATION = new RegExp(
  `^((?:\\((?:literary|dialect|old|coll\\.|Tw)\\) )?(?:${KIND} )*(?:variant of|form of|equivalent of|same as|see|abbr\\. (?:for|of))) (.+)$`,
);
const NOTES: readonly [pattern: RegExp, label: string][] = [
  [/^CL:(?=\S)/, 'measure word'],
  [/^see also /, 'see also'],
  [/^also written /, 'also written'],
  [/^also called /, 'also called'],
  [/^also (?!pr\. )/, 'also'],
  [/^abbr\. to /, 'shortened to'],
  [/^cf\. /, 'compare'],
];
const READINGS: readonly [pattern: RegExp, label: string][] = [
  [/^Taiwan pr\. /, 'in Taiwan'],
  [/^also pr\. /, 'also read'],
  [/^colloquial pr\. /, 'in speech'],
];

/** Takes apart what CC-CEDICT writes of one entry, its glosses apart by `/`. */
export function readGloss(line: string): Gloss {
  const gloss: Gloss = { senses: [], references: [], notes: [] };
  for (const sense of line.split('/')) {
    if (sense === '') continue;
    if (!sense.includes('[') || !addTo(gloss, sense)) gloss.senses.push(sense);
  }
  return gloss;
}

/** Puts a gloss that only names words among references or notes; false for one that says more. */
function addTo(gloss: Gloss, sense: string): boolean {
  const relation = RELATION.exec(sense);
  if (relation) {
    const target = targetOf(relation[2] as string);
    if (target) {
      gloss.references.push({ label: plainLabel(relation[1] as string), target });
      return true;
    }
  }
  for (const [pattern, label] of NOTES) {
    if (!pattern.test(sense)) continue;
    const targets = sense
      .replace(pattern, '')
      .split(/,(?=\S)|, (?=\S+\[)/)
      .map(targetOf);
    if (targets.some((target) => target === null)) return false;
    gloss.notes.push({ label, targets: targets as Target[] });
    return true;
  }
  for (const [pattern, label] of READINGS) {
    const reading = pattern.test(sense) && /^\[([^\]]+)\]$/.exec(sense.replace(pattern, ''))?.[1];
    if (!reading) continue;
    gloss.notes.push({ label, targets: [{ hans: '', hant: '', reading: withUmlaut(reading) }] });
    return true;
  }
  return false;
}

function targetOf(text: string): Target | null {
  const match = ONLY_NAMED.exec(text);
  if (!match) return null;
  const [, hant, hans = '', reading = ''] = match;
  return { hans, hant: hant ?? hans, reading: withUmlaut(reading) };
}

/** What an entry says of other words, in the script of the text; a word that is written as itself in the other one. */
export function noteOf(
  label: string,
  targets: readonly Target[],
  script: GlossScript,
  headword: string,
): Note {
  const form = ({ hans, hant }: Target) => (script === 'hant' || hans === headword ? hant : hans);
  return {
    label,
    words: targets.map((target): WordForm => ({ form: form(target), reading: target.reading })),
  };
}

/** A gloss as a reader reads it: `lit. the 三農|三农[san1 nong2] issues` → `lit. the 三农 sānnóng issues`. */
export function plainGloss(gloss: string, script: GlossScript = 'hans'): string {
  if (!/[[|]/.test(gloss)) return gloss;
  return gloss
    .replace(/\bCL:(?=\S)/, 'measure word ')
    .replace(NAMED, (_, hant: string | undefined, hans: string, reading: string) => {
      const form = script === 'hant' ? (hant ?? hans) : hans;
      return `${form} ${/[1-5]/.test(reading) ? spell(withUmlaut(reading)) : reading}`;
    })
    .replace(BARE_READING, (_, reading: string) => spell(withUmlaut(reading)))
    .replace(PAIR, script === 'hant' ? '$1' : '$2');
}

function plainLabel(label: string): string {
  return label.replace(/abbr\. (?:for|of)/, 'short for');
}

function withUmlaut(reading: string): string {
  return reading.replace(/u:/g, 'v').replace(/U:/g, 'V');
}
