/**
 * A read-only map from strings to numbers, laid out in typed arrays that are used as they lie in the file: no
 * parse at start. Nodes stand in breadth-first order, so that the children of node `n` are the nodes from
 * `first[n]` up to `first[n + 1]`, sorted by label (a UTF-16 unit).
 */
export class Trie {
  readonly #labels: Uint16Array;
  readonly #first: Uint32Array;
  readonly #values: Uint32Array;
  /** Child of the root by UTF-16 unit; 0 where there is none. */
  readonly #roots = new Uint32Array(0x10000);

  /** @param bytes as made by `encodeTrie`, starting at a multiple of four within its buffer */
  constructor(bytes: Uint8Array) {
    const { buffer, byteOffset } = bytes;
    const count = new Uint32Array(buffer, byteOffset, 1)[0] as number;
    this.#first = new Uint32Array(buffer, byteOffset + 4, count + 1);
    this.#values = new Uint32Array(buffer, byteOffset + 4 + 4 * (count + 1), count);
    this.#labels = new Uint16Array(buffer, byteOffset + 4 + 4 * (2 * count + 1), count);
    const end = this.#first[1] as number;
    for (let node = this.#first[0] as number; node < end; node++) this.#roots[this.#labels[node] as number] = node;
  }

  /** The node reached from `node` (0 is the root) by one UTF-16 unit; 0 where there is none. */
  step(node: number, unit: number): number {
    if (node === 0) return this.#roots[unit] as number;
    const labels = this.#labels;
    let low = this.#first[node] as number;
    let high = (this.#first[node + 1] as number) - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const label = labels[middle] as number;
      if (label < unit) low = middle + 1;
      else if (label > unit) high = middle - 1;
      else return middle;
    }
    return 0;
  }

  /** The value of the key that ends at `node`; -1 where none does. */
  value(node: number): number {
    return (this.#values[node] as number) - 1;
  }

  /** The value of a key; -1 where it is absent. */
  get(key: string): number {
    let node = 0;
    for (let at = 0; at < key.length; at++) {
      node = this.step(node, key.charCodeAt(at));
      if (node === 0) return -1;
    }
    return node === 0 ? -1 : this.value(node);
  }
}

/** Lays out a trie. Keys must be distinct and not empty; values are whole numbers from 0 below 2³² − 1. */
export function encodeTrie(entries: Iterable<readonly [key: string, value: number]>): Uint8Array {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const first: number[] = [];
  const values: number[] = [];
  const labels: number[] = [];
  // Each level is the list of key ranges that share a prefix; a range becomes a node.
  let level = [{ from: 0, to: sorted.length, label: 0 }];
  let count = 1;
  for (let depth = 0; level.length > 0; depth++) {
    const next: typeof level = [];
    for (const { from, to, label } of level) {
      let at = from;
      let value = 0;
      if (depth > 0 && sorted[at]?.[0].length === depth) {
        value = sorted[at][1] + 1;
        at++;
        if (at < to && sorted[at]?.[0].length === depth)
          throw new Error(`The key ${sorted[at]?.[0]} stands twice in the trie.`);
      }
      first.push(count);
      values.push(value);
      labels.push(label);
      while (at < to) {
        const unit = (sorted[at] as readonly [string, number])[0].charCodeAt(depth);
        const start = at;
        while (at < to && sorted[at]?.[0].charCodeAt(depth) === unit) at++;
        next.push({ from: start, to: at, label: unit });
        count++;
      }
    }
    level = next;
  }
  first.push(count);
  const nodes = values.length;
  const bytes = new Uint8Array(4 + 4 * (2 * nodes + 1) + 2 * nodes + (nodes % 2) * 2);
  new Uint32Array(bytes.buffer, 0, 1)[0] = nodes;
  new Uint32Array(bytes.buffer, 4, nodes + 1).set(first);
  new Uint32Array(bytes.buffer, 4 + 4 * (nodes + 1), nodes).set(values);
  new Uint16Array(bytes.buffer, 4 + 4 * (2 * nodes + 1), nodes).set(labels);
  return bytes;
}
