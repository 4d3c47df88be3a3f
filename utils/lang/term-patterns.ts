import type { Dictionary } from './dictionary';
import { foldedText, type Stream } from './stream';
import type { Pattern } from './term';

/** A coinage met in a stream: an instance of a pattern record. */
export interface PatternMatch {
  /** Positions of the stream. */
  start: number;
  end: number;
  /** Number of the pattern's record. */
  term: number;
}

interface Compiled {
  term: number;
  form: RegExp;
  not: readonly string[];
}

/** A slot, a quotation mark or a plus sign. */
const PLACE = /[A-Z“”+]/g;
const NUMERAL = '([二两三四五六七八九十])';
/** What stands for a sign of a template; quotation marks are looked at and left outside. */
const SIGNS: Record<string, string> = { '“': '(?<=[“‘「『"])', '”': '(?=[”’」』"])', '+': '[+＋]' };

/** The regular expression of a pattern's template, see `Pattern`. */
function templateForm({ template, lengths }: Pick<Pattern, 'template' | 'lengths'>): RegExp {
  const slots: string[] = [];
  const source = template.replace(PLACE, (place) => {
    const sign = SIGNS[place];
    if (sign) return sign;
    const known = slots.indexOf(place);
    if (known >= 0) return `\\${known + 1}`;
    slots.push(place);
    if (place === 'N') return NUMERAL;
    const length = lengths?.[place];
    return `(\\p{Script=Han}${length ? `{${length[0]},${length[1]}}` : ''})`;
  });
  return new RegExp(source, 'gu');
}

/** Finds the instances of the bases' patterns: 应X尽X explains 应灌尽灌, which stands in no base. */
export class TermPatterns {
  readonly #dictionary: Dictionary;
  #compiled: Compiled[] | null = null;

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary;
  }

  match(stream: Stream): PatternMatch[] {
    const patterns = this.#patterns();
    if (patterns.length === 0) return [];
    const text = foldedText(stream);
    return patterns.flatMap(({ term, form, not }) =>
      [...text.matchAll(form)]
        .filter(([met]) => !not.some((beginning) => met.startsWith(beginning)) && !this.#isWord(met))
        .map(({ index, 0: met }) => ({ start: index, end: index + met.length, term })),
    );
  }

  /** 家长制, “三文鱼”: what the dictionary has is no coinage. */
  #isWord(form: string): boolean {
    const rank = this.#dictionary.trie.get(form);
    return rank >= 0 && this.#dictionary.isDefined(rank);
  }

  #patterns(): Compiled[] {
    this.#compiled ??= this.#dictionary.patterns.map(([term, pattern]) => ({
      term,
      form: templateForm(pattern),
      not: pattern.not ?? [],
    }));
    // The records may have been found damaged since.
    return this.#dictionary.termsBroken ? [] : this.#compiled;
  }
}
