import type { Dictionary } from './dictionary';
import type { Stream } from './stream';

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

const SLOT = /[A-Z]/g;

/** The regular expression of a template: a capital letter is one Han character, the same letter the same one. */
export function templateForm(template: string): RegExp {
  const slots: string[] = [];
  const source = template.replace(SLOT, (slot) => {
    const known = slots.indexOf(slot);
    if (known >= 0) return `\\${known + 1}`;
    slots.push(slot);
    return '(\\p{Script=Han})';
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
    const text = textOf(stream.units);
    return patterns.flatMap(({ term, form, not }) =>
      [...text.matchAll(form)]
        .filter(([met]) => !not.some((beginning) => met.startsWith(beginning)))
        .map(({ index, 0: met }) => ({ start: index, end: index + met.length, term })),
    );
  }

  #patterns(): Compiled[] {
    this.#compiled ??= this.#dictionary.patterns.flatMap((term): Compiled[] => {
      const { pattern } = this.#dictionary.term(term);
      return pattern ? [{ term, form: templateForm(pattern.template), not: pattern.not ?? [] }] : [];
    });
    return this.#compiled;
  }
}

function textOf(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += 4096)
    text += String.fromCharCode(...units.subarray(at, at + 4096));
  return text;
}
