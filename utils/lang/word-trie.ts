import { FIRST, LAST } from './variant-table';

const BLOCKS = (LAST - FIRST + 1) / 32;

/**
 * A read-only map from words to whole numbers that is used exactly as it lies in the file: nothing is summed up
 * when it is opened, and a node's value is one read. (`Trie` is smaller in the file and finds keys by rank, but
 * holds twice as much in memory; the search for a path reads millions of values.) Nodes stand in breadth-first
 * order; the children of node `n` are the nodes from `first[n]` up to `first[n + 1]`, sorted by label.
 */
export class WordTrie {
  readonly #labels: Uint16Array;
  readonly #first: Uint32Array;
  readonly #values: Uint32Array;
  /** One bit for each unit from `FIRST` to `LAST` that begins a word, and how many nodes stand before 32 of them. */
  readonly #begins: Uint32Array;
  readonly #before: Uint16Array;

  /** @param bytes as made by `encodeWordTrie`, starting at a multiple of four within its buffer */
  constructor(bytes: Uint8Array) {
    const { buffer, byteOffset } = bytes;
    const [nodes = 0] = new Uint32Array(buffer, byteOffset, 1);
    this.#first = new Uint32Array(buffer, byteOffset + 4, nodes + 1);
    this.#values = new Uint32Array(buffer, byteOffset + 4 * (nodes + 2), nodes);
    this.#labels = new Uint16Array(buffer, byteOffset + 4 * (2 * nodes + 2 + BLOCKS) + 2 * BLOCKS, nodes);
    this.#begins = new Uint32Array(buffer, byteOffset + 4 * (2 * nodes + 2), BLOCKS);
    this.#before = new Uint16Array(buffer, byteOffset + 4 * (2 * nodes + 2 + BLOCKS), BLOCKS);
  }

  /** The node of a word of one unit; 0 where no word begins with it. */
  begin(unit: number): number {
    const place = unit - FIRST;
    if (place < 0 || unit > LAST) return this.step(0, unit);
    const block = this.#begins[place >> 5] as number;
    const bit = 1 << (place & 31);
    return block & bit ? (this.#before[place >> 5] as number) + countBits(block & (bit - 1)) : 0;
  }

  /** The node reached from `node` by one more UTF-16 unit; 0 where there is none. */
  step(node: number, unit: number): number {
    const labels = this.#labels;
    let low = this.#first[node] as number;
    let high = this.#first[node + 1] as number;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const label = labels[middle] as number;
      if (label === unit) return middle;
      if (label < unit) low = middle + 1;
      else high = middle;
    }
    return 0;
  }

  /** The value of the word that ends at `node`; 0 where none does. */
  value(node: number): number {
    return this.#values[node] as number;
  }
}

/** Lays out a trie. Words must be distinct and not empty; values are whole numbers from 1 below 2³¹. */
export function encodeWordTrie(entries: Iterable<readonly [word: string, value: number]>): Uint8Array {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const word = (at: number) => sorted[at]?.[0] ?? '';
  const labels: number[] = [];
  const first: number[] = [];
  const values: number[] = [];
  // Each level is the list of ranges of words that share a beginning; a range becomes a node.
  let level = [{ from: 0, to: sorted.length, label: 0 }];
  let count = 1;
  for (let depth = 0; level.length > 0; depth++) {
    const next: typeof level = [];
    for (const { from, to, label } of level) {
      let at = from;
      const ends = at < to && word(at).length === depth;
      if (ends && depth === 0) throw new Error('A trie cannot hold the empty word.');
      if (ends && at + 1 < to && word(at + 1).length === depth)
        throw new Error(`The word ${word(at)} stands twice in the trie.`);
      labels.push(label);
      first.push(count);
      values.push(ends ? (sorted[at++]?.[1] ?? 0) : 0);
      while (at < to) {
        const unit = word(at).charCodeAt(depth);
        const start = at;
        while (at < to && word(at).charCodeAt(depth) === unit) at++;
        next.push({ from: start, to: at, label: unit });
        count++;
      }
    }
    level = next;
  }
  const nodes = labels.length;
  const bytes = new Uint8Array((4 * (2 * nodes + 2 + BLOCKS) + 2 * BLOCKS + 2 * nodes + 3) & ~3);
  new Uint32Array(bytes.buffer, 0, 1)[0] = nodes;
  new Uint32Array(bytes.buffer, 4, nodes + 1).set([...first, count]);
  new Uint32Array(bytes.buffer, 4 * (nodes + 2), nodes).set(values);
  const begins = new Uint32Array(bytes.buffer, 4 * (2 * nodes + 2), BLOCKS);
  const before = new Uint16Array(bytes.buffer, 4 * (2 * nodes + 2 + BLOCKS), BLOCKS);
  const roots = labels.slice(1, first[1] ?? count);
  for (let block = 0; block < BLOCKS; block++)
    before[block] = 1 + roots.filter((label) => label < FIRST + 32 * block).length;
  for (const label of roots)
    if (label >= FIRST && label <= LAST)
      begins[(label - FIRST) >> 5] = (begins[(label - FIRST) >> 5] as number) | (1 << ((label - FIRST) & 31));
  new Uint16Array(bytes.buffer, 4 * (2 * nodes + 2 + BLOCKS) + 2 * BLOCKS, nodes).set(labels);
  return bytes;
}

/** How many bits of 32 are set. */
function countBits(bits: number): number {
  let sum = bits - ((bits >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
