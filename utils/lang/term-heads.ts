import { Lines } from './lines';
import { as32, checksum } from './sections';
import type { Pattern, Term, TermKind } from './term';

/** What finding and marking a set phrase takes of its record. */
export interface TermHead {
  id: string;
  /** The simplified headword. */
  hans: string;
  reading: string;
  kind: TermKind;
  /** `false` where it is not marked in the page. */
  opaque?: false;
}

/** What few records have: by number, where they count as met, and their patterns. */
export interface TermRules {
  match: [number: number, match: NonNullable<Term['match']>][];
  patterns: [number: number, pattern: Pattern][];
}

/** The heads of the term bases' records, in `dictionary.bin`: the records themselves lie in `entries.bin`. */
export class TermHeads {
  /** How many set phrases there are. */
  readonly size: number;
  /** The heads are damaged. */
  readonly isBroken: boolean;
  readonly #section: (name: string) => Uint8Array;
  readonly #lines: Lines;
  readonly #heads = new Map<number, TermHead>();
  #rules: TermRules | null = null;

  constructor(section: (name: string) => Uint8Array) {
    this.#section = section;
    this.#lines = new Lines(section('heads'), as32(section('headBlocks')));
    const [size = 0, heads, rules] = as32(section('headSums'));
    this.size = size;
    this.isBroken = checksum(section('heads')) !== heads || checksum(section('termRules')) !== rules;
  }

  /** The head of a set phrase by number. */
  head(number: number): TermHead {
    const known = this.#heads.get(number);
    if (known) return known;
    const [id = '', hans = '', reading = '', kind, transparent] = this.#lines.line(number).split('\t');
    const head: TermHead = {
      id,
      hans,
      reading,
      kind: kind as TermKind,
      ...(transparent === '1' && { opaque: false }),
    };
    this.#heads.set(number, head);
    return head;
  }

  /** By number, where those set phrases count as met that do not everywhere, and the patterns. */
  get rules(): TermRules {
    this.#rules ??= JSON.parse(new TextDecoder().decode(this.#section('termRules'))) as TermRules;
    return this.#rules;
  }
}
