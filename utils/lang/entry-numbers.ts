/** So many keys share a number that says where their entries begin. */
const KEYS_PER_BLOCK = 16;

/** Which entries of the dictionary belong to which key: they are numbered in the order of the keys' ranks. */
export class EntryNumbers {
  /** How many entries there are. */
  readonly size: number;
  /** How many entries each key has. */
  readonly #count: Uint8Array;
  /** First entry of every key whose rank is a multiple of `KEYS_PER_BLOCK`. */
  readonly #blocks: Uint32Array;

  /** @param count the section `count` of the dictionary, see `dictionary-format.ts` */
  constructor(count: Uint8Array) {
    this.#count = count;
    this.#blocks = new Uint32Array(Math.ceil(count.length / KEYS_PER_BLOCK));
    let entries = 0;
    count.forEach((own, rank) => {
      if (rank % KEYS_PER_BLOCK === 0) this.#blocks[rank / KEYS_PER_BLOCK] = entries;
      entries += own;
    });
    this.size = entries;
  }

  /** How many entries a key has. */
  countOf(rank: number): number {
    return this.#count[rank] ?? 0;
  }

  /** The number of a key's first entry. */
  firstOf(rank: number): number {
    const block = Math.floor(rank / KEYS_PER_BLOCK);
    let first = this.#blocks[block] as number;
    for (let at = block * KEYS_PER_BLOCK; at < rank; at++) first += this.#count[at] as number;
    return first;
  }

  /** The rank of an entry's key. Throws a RangeError where there is no such entry. */
  rankOf(id: number): number {
    if (!(id >= 0 && id < this.size)) throw new RangeError(`Entry ${id} of ${this.size} was asked for.`);
    let low = 0;
    let high = this.#blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#blocks[middle] as number) <= id) low = middle;
      else high = middle - 1;
    }
    let rank = low * KEYS_PER_BLOCK;
    let end = this.#blocks[low] as number;
    while (end + (this.#count[rank] as number) <= id) end += this.#count[rank++] as number;
    return rank;
  }
}
