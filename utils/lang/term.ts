import type { Usage } from './usage';

/**
 * The record of one set phrase as the term bases hold it: one concept, one record. `utils/terms/schema.ts`
 * checks it, `utils/terms/README.md` says how it is written.
 */
export interface Term {
  /** Stable slug; relations refer to it. */
  id: string;
  headword: Forms;
  kind: TermKind;
  /** Other surface forms of the same concept. */
  variants?: (Forms & { type: VariantType })[];
  /** Where the phrase counts as one: regular expressions on the text around it. */
  match?: { minContext?: string; avoid?: string };
  /** The mould of a pattern record, by which coinages that stand in no base are explained. */
  pattern?: Pattern;
  /** One syllable per character of the headword: `lian4 zhang3 zhi4`. */
  reading: string;
  /** Of a body of Party or state: what its short name leaves out. */
  organ?: Organ;
  /** At least one; official ones first. */
  renderings: Rendering[];
  /** Word for word, one line. */
  literal?: string;
  /** What it says, in our own words, 25 to 60 words. */
  meaning: string;
  /** What an expert reads into it, hedged and cited; only at review level 1 and above. */
  signals?: string;
  contested?: string;
  origin?: Origin;
  /** The earliest use found, never a claim of coinage. */
  firstKnownUse?: { date: string; where: string; cite: string[] };
  expansion?: (Forms & { en: string })[];
  /** Citation of the document whose order the expansion follows. */
  expansionSource?: string;
  status?: 'current' | 'fading' | 'historic' | 'local';
  region?: string;
  register?: 'document' | 'speech' | 'press' | 'bureaucratic' | 'internet-borrowed';
  /** The first is primary and names the file. */
  category: Category[];
  /** `false` where a reader with a dictionary would understand it: explained in the card, not marked in the page. */
  opaque?: false;
  relations?: Partial<Record<Relation, string[]>>;
  /** One attested collocation of under 12 characters, dated. */
  example?: string;
  citations?: Citation[];
  review: Review;
  /** Counted, not written by an editor: the build adds it. */
  usage?: Usage;
}

export interface Forms {
  hans: string;
  hant: string;
}

export interface Organ {
  full?: Forms;
  /** The body above it, or the class of bodies that it is one of, in English. */
  parent?: string;
  /** As the source gives it, in English: ministerial. */
  rank?: string;
  /** Citations that support `organ`. */
  cite: string[];
}

export interface Pattern {
  /**
   * `应X尽X`: a capital letter is one Chinese character, the same letter the same one; `N` is a numeral from two to
   * ten, `[档案]` one of several characters. “ and ” at the ends ask for quotation marks of any kind around it.
   */
  template: string;
  /** Slots of more than one character: the least and the most. */
  lengths?: Record<string, [least: number, most: number]>;
  examples: string[];
  /** How instances begin that are none, in simplified form: 以此促. */
  not?: string[];
}

export type TermKind =
  | 'phrase'
  | 'numeric'
  | 'title'
  | 'institution'
  | 'document'
  | 'pattern'
  | 'metaphor'
  | 'genre';
export type VariantType = 'short' | 'full' | 'quoted' | 'inverted' | 'misprint' | 'synonym';
export type Relation =
  | 'broader'
  | 'narrower'
  | 'related'
  | 'contrasts'
  | 'replaces'
  | 'replacedBy'
  | 'partOf';
export type Category =
  | 'theory'
  | 'partybuild'
  | 'org'
  | 'gov'
  | 'economy'
  | 'finance'
  | 'agri'
  | 'law'
  | 'grassroots'
  | 'social'
  | 'covid'
  | 'culture'
  | 'environment'
  | 'science'
  | 'military'
  | 'foreign'
  | 'tw_hk_xj_xz'
  | 'history'
  | 'local'
  | 'media'
  | 'numeric';

export interface Rendering {
  en: string;
  status: 'official' | 'common' | 'analyst' | 'literal';
  /** Id of a citation that supports `renderings`; required for an official one. */
  source?: string;
  note?: string;
}

export interface Origin {
  who?: string;
  occasion?: string;
  document?: string;
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  date?: string;
  place?: string;
  confidence: 'documented' | 'reported' | 'unknown';
  cite: string[];
}

export interface Citation {
  id: string;
  title: string;
  publisher: string;
  date?: string;
  /** Left out where the copy that was read is not fit to be linked. */
  url?: string;
  type: 'primary' | 'official-gloss' | 'press' | 'analysis' | 'reference';
  accessed?: string;
  /** The fields of the record that it was read for. */
  supports: string[];
}

export interface Review {
  /** 0 not checked; 1 rendering and meaning checked in a named source; 2 origin and expansion on two sources; 3 read by an expert. */
  level: 0 | 1 | 2 | 3;
  on?: string;
  notes?: string;
  openQuestions?: string[];
}
