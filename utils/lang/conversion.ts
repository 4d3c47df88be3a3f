/** A stretch of the source that becomes something that may have another length. */
export interface Replacement {
  /** UTF-16 offsets in the source, `[from, to)`. */
  from: number;
  to: number;
  text: string;
  /** Regional vocabulary, or the right form of a character whose UTF-16 length differs. */
  kind: 'vocabulary' | 'length';
}

/** One text converted. */
export class Conversion {
  constructor(
    readonly source: string,
    /**
     * As long as the source in UTF-16 units. Replacements of the same length are in it; where the length
     * differs, what stands there is converted character by character.
     */
    readonly text: string,
    /** By `from`, not overlapping; empty for nearly every text without `vocabulary`. */
    readonly replaced: readonly Replacement[],
  ) {}

  /** Offsets at which `text` differs from the source, ascending. */
  get changed(): number[] {
    const offsets: number[] = [];
    if (this.text === this.source) return offsets;
    for (let at = 0; at < this.text.length; at++)
      if (this.text.charCodeAt(at) !== this.source.charCodeAt(at)) offsets.push(at);
    return offsets;
  }

  /** The text with every replacement made, whatever its length. */
  get full(): string {
    let out = '';
    let at = 0;
    for (const { from, to, text } of this.replaced) {
      out += this.text.slice(at, from) + text;
      at = to;
    }
    return out + this.text.slice(at);
  }
}
