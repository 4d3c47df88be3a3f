/** What made a word of a stretch of text. */
export const WORD_KINDS = ['word', 'name', 'foreign', 'place', 'numeral', 'compound', 'other'] as const;
export type WordKind = (typeof WORD_KINDS)[number];

/** A word in positions of the stream. */
export interface Word {
  start: number;
  end: number;
  /** Its key in the dictionary; -1 where it has none. */
  rank: number;
  kind: WordKind;
}

/** The best path so far to every position of a stream: scores are sums of natural logarithms. */
export class Lattice {
  readonly #best: Float64Array;
  readonly #from: Uint32Array;
  readonly #rank: Int32Array;
  readonly #kind: Uint8Array;

  constructor(length: number) {
    this.#best = new Float64Array(length + 1).fill(Number.NEGATIVE_INFINITY);
    this.#best[0] = 0;
    this.#from = new Uint32Array(length + 1);
    this.#rank = new Int32Array(length + 1);
    this.#kind = new Uint8Array(length + 1);
  }

  /** Whether a word can end at a position. */
  isReached(at: number): boolean {
    return this.#best[at] !== Number.NEGATIVE_INFINITY;
  }

  /** Offers a word; it is kept where no path to its end is better. */
  offer(start: number, end: number, score: number, rank: number, kind: number): void {
    const total = (this.#best[start] as number) + score;
    if (total <= (this.#best[end] as number)) return;
    this.#best[end] = total;
    this.#from[end] = start;
    this.#rank[end] = rank;
    this.#kind[end] = kind;
  }

  /** The words of the best path. */
  path(): Word[] {
    const words: Word[] = [];
    for (let end = this.#best.length - 1; end > 0; end = this.#from[end] as number)
      words.push({
        start: this.#from[end] as number,
        end,
        rank: this.#rank[end] as number,
        kind: WORD_KINDS[this.#kind[end] as number] as WordKind,
      });
    return words.reverse();
  }
}
