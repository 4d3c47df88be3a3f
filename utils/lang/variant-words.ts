import { as16, as32 } from './sections';
import { CONTEXT_UNITS } from './variant-context';
import { pairHash, type Section, type SourceScript, UNKNOWN_COST } from './variant-table';
import { WordTrie } from './word-trie';

// What a unit is to the conversion, by bits.
/** Words may decide otherwise than the single character. */
export const DECIDES = 1;
/** Occurs in a form whose length differs. */
export const ODD = 2;
/** A line break or a character without width, over which a word goes on. */
export const JOINS = 4;
/** Begins an ideographic description sequence. */
export const DESCRIBES = 8;
/** What is around it tells, where it is a word by itself. */
export const CONTEXT = 16;

const JOINING = [0x0a, 0x0d, 0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff];
for (let selector = 0xfe00; selector <= 0xfe0f; selector++) JOINING.push(selector);

/** The words of one source script, and the cheapest path through a piece of text by how often they occur. */
export class Words {
  /** For each UTF-16 unit, the bits above. */
  readonly kinds = new Uint8Array(0x10000);
  /** See `Section`. */
  readonly changes: Uint32Array;
  /** The units of the piece, set by the caller. */
  run = new Uint16Array(64);
  /** For each place in the piece, the length of the word that ends there on the path, and the word's value. */
  lengths = new Uint8Array(65);
  values = new Int32Array(65);
  readonly #trie: WordTrie;
  readonly #ends: Uint32Array;

  readonly #pairs: Uint8Array;
  readonly #pairsLog: number;
  #costs = new Int32Array(65);

  constructor(sections: (name: Section) => Uint8Array, script: SourceScript) {
    this.#trie = new WordTrie(sections(`${script}.trie`));
    this.#ends = as32(sections(`${script}.ends`));
    this.changes = as32(sections(`${script}.changes`));
    this.#pairs = sections(`${script}.pairs`);
    this.#pairsLog = Math.log2(this.#pairs.length * 8);
    const { kinds } = this;
    for (const unit of as16(sections(`${script}.deciding`))) kinds[unit] = DECIDES;
    if (script === 'hans') for (const unit of CONTEXT_UNITS) kinds[unit] = DECIDES | CONTEXT;
    for (const unit of as16(sections(`${script}.odd`))) kinds[unit] = (kinds[unit] as number) | ODD;
    for (const unit of JOINING) kinds[unit] = JOINS;
    for (let unit = 0x2ff0; unit <= 0x2fff; unit++) kinds[unit] = DESCRIBES;
  }

  /** Whether two units may stand side by side in a word; where not, every path ends a word between them. */
  joined(first: number, second: number): boolean {
    const hash = pairHash(first, second, this.#pairsLog);
    return ((this.#pairs[hash >> 3] as number) & (1 << (hash & 7))) !== 0;
  }

  /** Makes room for a piece of `size` units; keeps the units that `run` holds. */
  reserve(size: number): void {
    const run = new Uint16Array(2 * size);
    run.set(this.run);
    this.run = run;
    this.lengths = new Uint8Array(2 * size + 1);
    this.values = new Int32Array(2 * size + 1);
    this.#costs = new Int32Array(2 * size + 1);
  }

  /** Finds the path through the first `size` units of `run`. */
  search(size: number): void {
    const trie = this.#trie;
    const { run, lengths, values } = this;
    const costs = this.#costs;
    for (let at = 1; at <= size; at++) costs[at] = 0x7fffffff;
    for (let at = 0; at < size; at++) {
      const before = costs[at] as number;
      let node = trie.begin(run[at] as number);
      let value = trie.value(node);
      let cost = before + (value === 0 ? UNKNOWN_COST : value & 0xff);
      if (cost < (costs[at + 1] as number)) {
        costs[at + 1] = cost;
        lengths[at + 1] = 1;
        values[at + 1] = value;
      }
      for (let to = at + 1; node !== 0 && to < size; ) {
        node = trie.step(node, run[to++] as number);
        value = trie.value(node);
        if (value === 0) continue;
        cost = before + (value & 0xff);
        if (cost < (costs[to] as number)) {
          costs[to] = cost;
          lengths[to] = to - at;
          values[to] = value;
        }
      }
    }
  }

  /** Where the changes of a word begin in `changes`; they end at `changesTo`. */
  changesFrom(value: number): number {
    return value < 0x100 ? 0 : (this.#ends[(value >>> 8) - 1] as number);
  }

  changesTo(value: number): number {
    return this.#ends[value >>> 8] as number;
  }
}
