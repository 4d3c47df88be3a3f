import { Trie } from './trie';
import {
  CONVERSIONS,
  type ConversionName,
  type ConversionTarget,
  longs,
  type SourceScript,
  section,
  UNKNOWN_COST,
  units,
} from './variant-table';

export type { ConversionTarget } from './variant-table';

/** A stretch of the source that becomes something that may have another length. */
export interface Replacement {
  /** UTF-16 offsets in the source, `[from, to)`. */
  from: number;
  to: number;
  text: string;
  /** Regional vocabulary, or the right form of a character whose UTF-16 length differs. */
  kind: 'vocabulary' | 'length';
}

export interface ConversionOptions {
  /** The form of the source; by default simplified for a traditional target and Taiwan's for a simplified one. */
  from?: ConversionTarget;
  /** Find words that another region says otherwise (软件 → 軟體); they stand in `replaced`. */
  vocabulary?: boolean;
}

/** One text converted. */
export class Conversion {
  constructor(
    readonly source: string,
    /** As long as the source in UTF-16 units. Replacements of the same length are in it, others are not. */
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

// What a unit is to the search.
const IN_WORDS = 1;
const DECIDES = 2;
const ODD = 4;
const JOINS = 8;

/** Line breaks and characters without width do not end a word. */
const JOINING = [0x0a, 0x0d, 0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff];
for (let selector = 0xfe00; selector <= 0xfe0f; selector++) JOINING.push(selector);

/** The words of one source script. */
class Words {
  readonly trie: Trie;
  readonly starts: Uint32Array;
  readonly changes: Uint32Array;
  readonly kinds = new Uint8Array(0x10000);

  constructor(file: ArrayBuffer, script: SourceScript) {
    this.trie = new Trie(section(file, `${script}.trie`));
    this.starts = longs(file, `${script}.changeStarts`);
    this.changes = longs(file, `${script}.changes`);
    for (const unit of this.trie.labels) this.kinds[unit] = IN_WORDS;
    for (const unit of units(file, `${script}.deciding`)) this.kinds[unit] = IN_WORDS | DECIDES;
    for (const unit of units(file, `${script}.odd`))
      this.kinds[unit] = (this.kinds[unit] as number) | IN_WORDS | ODD;
    for (const unit of JOINING) this.kinds[unit] = JOINS;
  }
}

/**
 * Converts between the scripts: the cheapest path over the whole run of text by how often words occur, so that
 * 全|美|发表 is not cut as 全|美发|表. Tables: OpenCC's, see `utils/build/variant.ts`.
 */
export class VariantEngine {
  readonly #file: ArrayBuffer;
  readonly #words = new Map<SourceScript, Words>();
  readonly #tables = new Map<ConversionName, Uint16Array>();
  #forms: Map<string, Map<string, string>> | null = null;
  // Scratch, grown when a longer run comes.
  #run = new Uint16Array(256);
  #places = new Int32Array(256);
  #costs = new Int32Array(257);
  #lengths = new Uint8Array(257);
  #values = new Int32Array(257);

  /** @param file as made by `npm run dict` in public/dict/variant.bin */
  constructor(file: ArrayBuffer) {
    this.#file = file;
  }

  /** Converts one text; `from` and `target` may be the same, which changes nothing. */
  convert(text: string, target: ConversionTarget, options: ConversionOptions = {}): Conversion {
    const from = options.from ?? (target === 'cn' ? 'tw' : 'cn');
    if (from === target) return new Conversion(text, text, []);
    const name = `${from}-${target}` as ConversionName;
    const script: SourceScript = from === 'cn' ? 'hans' : 'hant';
    const words = this.#wordsOf(script);
    const table = this.#tableOf(name);
    const vocabulary = options.vocabulary ? this.#formsOf(`${name}+`) : undefined;
    const mask = 1 << (21 + (CONVERSIONS[script] as readonly ConversionName[]).indexOf(name));
    const replaced: Replacement[] = [];

    const { kinds } = words;
    const length = text.length;
    const out = new Uint16Array(length);
    let changed = false;
    let at = 0;
    while (at < length) {
      const unit = text.charCodeAt(at);
      const kind = kinds[unit] as number;
      if ((kind & IN_WORDS) === 0) {
        if (unit >= 0x2ff0 && unit <= 0x2fff) {
          for (const end = endOfSequence(text, at); at < end; at++) out[at] = text.charCodeAt(at);
          continue;
        }
        const form = table[unit] as number;
        if (form !== unit) changed = true;
        out[at++] = form;
        continue;
      }
      // One run: characters that occur in words, over line breaks.
      let flags = 0;
      let size = 0;
      const start = at;
      for (; at < length; at++) {
        const next = text.charCodeAt(at);
        const nextKind = kinds[next] as number;
        if (nextKind === 0) break;
        if (nextKind === JOINS) {
          out[at] = next;
          continue;
        }
        flags |= nextKind;
        const form = table[next] as number;
        if (form !== next) changed = true;
        out[at] = form;
        if (size === this.#run.length) this.#grow();
        this.#run[size] = next;
        this.#places[size++] = at;
      }
      if ((flags & DECIDES) === 0 && (flags & ODD) === 0 && !vocabulary) continue;
      const end = this.#search(words, size);
      const forms = flags & ODD ? this.#formsOf(name) : undefined;
      if (this.#apply(words, mask, out, end)) changed = true;
      if (forms || vocabulary) this.#replace(text, size, forms, vocabulary, replaced);
      if (at === start) throw new Error('A run of text has no length.');
    }
    for (const { from: place, to, text: form } of replaced) {
      if (form.length !== to - place) continue;
      changed = true;
      for (let index = 0; index < form.length; index++) out[place + index] = form.charCodeAt(index);
    }
    return new Conversion(text, changed ? toText(out) : text, replaced);
  }

  /** Cheapest path over the run in scratch; leaves each position's last word in `#lengths` and `#values`. */
  #search(words: Words, size: number): number {
    const trie = words.trie;
    const run = this.#run;
    const costs = this.#costs;
    const lengths = this.#lengths;
    const values = this.#values;
    for (let at = 1; at <= size; at++) costs[at] = 0x7fffffff;
    costs[0] = 0;
    for (let at = 0; at < size; at++) {
      const before = costs[at] as number;
      let node = trie.step(0, run[at] as number);
      let value = node === 0 ? -1 : trie.value(node);
      let cost = before + (value < 0 ? UNKNOWN_COST : value & 0xff);
      if (cost < (costs[at + 1] as number)) {
        costs[at + 1] = cost;
        lengths[at + 1] = 1;
        values[at + 1] = value;
      }
      for (let to = at + 1; node !== 0 && to < size; ) {
        node = trie.step(node, run[to] as number);
        if (node === 0) break;
        to++;
        value = trie.value(node);
        if (value < 0) continue;
        cost = before + (value & 0xff);
        if (cost < (costs[to] as number)) {
          costs[to] = cost;
          lengths[to] = to - at;
          values[to] = value;
        }
      }
    }
    return size;
  }

  /** Puts what the words on the path change; answers whether any did. */
  #apply(words: Words, mask: number, out: Uint16Array, end: number): boolean {
    let changed = false;
    for (let to = end; to > 0; to -= this.#lengths[to] as number) {
      const value = this.#values[to] as number;
      const list = value < 0 ? 0 : value >>> 8;
      if (list === 0) continue;
      const from = to - (this.#lengths[to] as number);
      const last = words.starts[list] as number;
      for (let index = words.starts[list - 1] as number; index < last; index++) {
        const change = words.changes[index] as number;
        if ((change & mask) === 0) continue;
        out[this.#places[from + ((change >>> 16) & 31)] as number] = change & 0xffff;
        changed = true;
      }
    }
    return changed;
  }

  /** Adds the replacements of the words on the path. */
  #replace(
    text: string,
    size: number,
    forms: Map<string, string> | undefined,
    vocabulary: Map<string, string> | undefined,
    replaced: Replacement[],
  ): void {
    const found: Replacement[] = [];
    for (let to = size; to > 0; to -= this.#lengths[to] as number) {
      const begin = to - (this.#lengths[to] as number);
      const from = this.#places[begin] as number;
      const end = (this.#places[to - 1] as number) + 1;
      const word = String.fromCharCode(...this.#run.subarray(begin, to));
      const regional = vocabulary?.get(word);
      const form = regional ?? forms?.get(word);
      if (form === undefined || end - from !== word.length) continue;
      found.push({ from, to: end, text: form, kind: regional === undefined ? 'length' : 'vocabulary' });
    }
    replaced.push(...found.reverse());
    void text;
  }

  #grow(): void {
    const size = this.#run.length * 2;
    const run = new Uint16Array(size);
    run.set(this.#run);
    const places = new Int32Array(size);
    places.set(this.#places);
    this.#run = run;
    this.#places = places;
    this.#costs = new Int32Array(size + 1);
    this.#lengths = new Uint8Array(size + 1);
    this.#values = new Int32Array(size + 1);
  }

  #wordsOf(script: SourceScript): Words {
    let words = this.#words.get(script);
    if (!words) {
      words = new Words(this.#file, script);
      this.#words.set(script, words);
    }
    return words;
  }

  #tableOf(name: ConversionName): Uint16Array {
    let table = this.#tables.get(name);
    if (!table) {
      table = new Uint16Array(0x10000);
      for (let unit = 0; unit < 0x10000; unit++) table[unit] = unit;
      const pairs = units(this.#file, name);
      for (let index = 0; index < pairs.length; index += 2)
        table[pairs[index] as number] = pairs[index + 1] as number;
      this.#tables.set(name, table);
    }
    return table;
  }

  #formsOf(name: string): Map<string, string> {
    if (!this.#forms) {
      this.#forms = new Map();
      const text = toText(units(this.#file, 'forms'));
      for (const line of text.split('\n')) {
        const [conversion, source, form] = line.split('\t') as [string, string, string];
        let forms = this.#forms.get(conversion);
        if (!forms) {
          forms = new Map();
          this.#forms.set(conversion, forms);
        }
        forms.set(source, form);
      }
    }
    return this.#forms.get(name) ?? new Map();
  }
}

/** Where an ideographic description sequence (⿰亻⿱…) ends; past the operator alone where it is broken off. */
function endOfSequence(text: string, from: number): number {
  let at = from;
  for (let wanted = 1; wanted > 0; wanted--) {
    const point = text.codePointAt(at);
    if (point === undefined) return from + 1;
    at += point > 0xffff ? 2 : 1;
    if (point === 0x2ff2 || point === 0x2ff3) wanted += 3;
    else if (point >= 0x2ff0 && point <= 0x2fff) wanted += 2;
  }
  return at;
}

/** UTF-16 units as a string; unpaired surrogates stay as they are. */
function toText(of: Uint16Array): string {
  let text = '';
  for (let at = 0; at < of.length; at += 8192)
    text += String.fromCharCode.apply(null, of.subarray(at, at + 8192) as unknown as number[]);
  return text;
}
