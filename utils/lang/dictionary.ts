import { LINES_PER_BLOCK, NO_CHOICE, TERM_BIT } from './dictionary-format';
import type { Entry } from './entry';
import { Fold } from './fold';
import { plainGloss } from './gloss';
import { isHan } from './han';
import { as16, as32, decodeSections } from './sections';
import type { Term } from './term';
import { Trie } from './trie';

/**
 * The headword index over CC-CEDICT, jieba's commoner words and the term bases. A headword is found by its
 * folded form and known by the rank of that form; entries are known by number and decoded only when asked for:
 * those of the dictionary from 0, set phrases from `termBase` on.
 */
export class Dictionary {
  readonly fold: Fold;
  readonly trie: Trie;
  /** How often each key stands in running text, see `dictionary-format.ts`; 0: not a word. */
  readonly frequency: Uint8Array;
  /** Number of each key's part of speech in `tags`. */
  readonly tag: Uint8Array;
  readonly tags: string[];
  /** The number of the first set phrase. */
  readonly termBase: number;
  readonly termCount: number;
  readonly #section: (name: string) => Uint8Array;
  /** First entry of every key, and one more. */
  readonly #entries: Uint32Array;
  readonly #lengths: Uint32Array;
  readonly #choices: Uint8Array;
  readonly #syllables: string[];
  /** Where a character's readings start in `#readings`, by UTF-16 unit; 0: it has none. */
  readonly #readingStart = new Uint32Array(0x10000);
  readonly #readingCount = new Uint8Array(0x10000);
  readonly #readings: Uint16Array;
  readonly #rareReadings: Map<string, string>;
  readonly #hant = new Uint16Array(0x10000);
  readonly #text: Uint8Array;
  readonly #blocks: Uint32Array;
  readonly #links: Uint32Array;
  readonly #linked: Uint8Array;
  readonly #terms: Uint8Array;
  readonly #termBlocks: Uint32Array;
  readonly #decoder = new TextDecoder();

  /** @param buffer the bytes of `dictionary.bin`; throws where they are something else */
  constructor(buffer: ArrayBuffer) {
    const section = decodeSections(buffer);
    this.#section = section;
    const words = (name: string) => this.#decoder.decode(section(name)).split(' ');
    this.fold = new Fold(as16(section('fold')));
    this.trie = new Trie(section('trie'));
    this.frequency = section('frequency');
    this.tag = section('tag');
    this.tags = words('tags');

    const count = section('count');
    this.#entries = new Uint32Array(count.length + 1);
    for (let rank = 0; rank < count.length; rank++)
      this.#entries[rank + 1] = (this.#entries[rank] as number) + (count[rank] as number);
    this.termBase = this.#entries[count.length] as number;

    this.#lengths = as32(section('lengths'));
    this.#choices = section('choices');
    this.#syllables = words('syllables');
    const units = as16(section('readingUnits'));
    const counts = section('readingCounts');
    this.#readings = as16(section('readingSyllables'));
    for (let at = 0, start = 0; at < units.length; at++) {
      const unit = units[at] as number;
      this.#readingStart[unit] = start;
      this.#readingCount[unit] = counts[at] as number;
      start += counts[at] as number;
    }
    this.#rareReadings = new Map(
      words('rareReadings').map((pair) => {
        const character = String.fromCodePoint(pair.codePointAt(0) ?? 0);
        return [character, pair.slice(character.length)];
      }),
    );
    for (let unit = 0; unit < 0x10000; unit++) this.#hant[unit] = unit;
    const hant = as16(section('hant'));
    for (let at = 0; at < hant.length; at += 2) this.#hant[hant[at] as number] = hant[at + 1] as number;

    this.#text = section('text');
    this.#blocks = as32(section('blocks'));
    this.#links = as32(section('links'));
    this.#linked = new Uint8Array(this.trie.size);
    for (let at = 0; at < this.#links.length; at += 2) {
      const rank = this.#links[at] as number;
      this.#linked[rank] =
        (this.#linked[rank] as number) | ((this.#links[at + 1] as number) >= TERM_BIT ? 2 : 1);
    }
    this.#terms = section('terms');
    this.#termBlocks = as32(section('termBlocks'));
    this.termCount = Math.max(0, this.#termBlocks.length - 1);
  }

  /** A section that another part of the engine reads, such as the name model. */
  section(name: string): Uint8Array {
    return this.#section(name);
  }

  /** Whether a key has entries of the dictionary or of a term base. */
  hasEntries(rank: number): boolean {
    return this.#entries[rank] !== this.#entries[rank + 1] || this.#linked[rank] !== 0;
  }

  /** Whether a key stands in the dictionary; words of jieba's list alone do not. */
  isDefined(rank: number): boolean {
    return this.#entries[rank] !== this.#entries[rank + 1] || ((this.#linked[rank] as number) & 1) !== 0;
  }

  /** Whether a key is a form of a set phrase. */
  isTerm(rank: number): boolean {
    return ((this.#linked[rank] as number) & 2) !== 0;
  }

  /** Numbers of the set phrases that have a key as one of their forms. */
  termsOf(rank: number): number[] {
    if (!this.isTerm(rank)) return [];
    return this.#linksOf(rank).flatMap((target) =>
      target >= TERM_BIT ? [target - TERM_BIT + this.termBase] : [],
    );
  }

  /**
   * Numbers of the dictionary's entries for a key, those without the surname's first. Where some have exactly
   * the form met in the text, the others are left out (後 is not 皇后's 后).
   */
  entriesOf(rank: number, form: string): number[] {
    const found: number[] = [];
    for (let id = this.#entries[rank] as number; id < (this.#entries[rank + 1] as number); id++)
      found.push(id);
    if ((this.#linked[rank] as number) & 1)
      for (const target of this.#linksOf(rank))
        if (target < TERM_BIT && !found.includes(target)) found.push(target);
    const exact = found.filter((id) => {
      const { hans, hant } = this.#forms(id, rank);
      return hans === form || hant === form;
    });
    return exact.length > 0 ? exact : found;
  }

  /** The syllables of an entry of the dictionary, one per Han character, capitals kept. */
  syllablesOf(id: number): string[] {
    const rank = this.#rankOf(id);
    const key = this.trie.key(rank);
    const offset = this.#choiceOffset(id);
    const syllables: string[] = [];
    for (let at = 0; at < key.length; at++) {
      const choice = this.#choices[offset + at] as number;
      if (choice !== NO_CHOICE) syllables.push(this.#reading(key.charCodeAt(at), choice));
      else if (isHan(key.charAt(at)) || isLead(key.charCodeAt(at)))
        return (this.#line(id).split('\t')[2] ?? '').split(' ').filter(Boolean);
    }
    return syllables;
  }

  /** All readings of a character, the commonest first; `[]` where none is known. */
  readingsOf(character: string): string[] {
    if (character.length > 1) {
      const rare = this.#rareReadings.get(character);
      return rare ? [rare] : [];
    }
    const unit = character.charCodeAt(0);
    return Array.from({ length: this.#readingCount[unit] ?? 0 }, (_, choice) => this.#reading(unit, choice));
  }

  /** The entry of a number. Throws a RangeError where there is none. */
  entry(id: number): Entry {
    if (id >= this.termBase) return this.#termEntry(id);
    const rank = this.#rankOf(id);
    const { hans, hant } = this.#forms(id, rank);
    const [senses = ''] = this.#line(id).split('\t');
    return {
      headword: hans,
      variant: hant,
      reading: this.syllablesOf(id).join(' '),
      senses: senses.split('/').filter(Boolean).map(plainGloss),
    };
  }

  /** The record of a set phrase by number. */
  term(id: number): Term {
    const at = id - this.termBase;
    if (!(at >= 0 && at < this.termCount))
      throw new RangeError(`Set phrase ${at} of ${this.termCount} was asked for.`);
    const line = this.#terms.subarray(this.#termBlocks[at], this.#termBlocks[at + 1]);
    return JSON.parse(this.#decoder.decode(line));
  }

  /** Everything known of a headword in any form of either script: set phrases first, surnames last. */
  lookup(headword: string): Entry[] {
    const rank = this.trie.get(this.fold.text(headword));
    if (rank < 0) return [];
    return [...this.termsOf(rank), ...this.entriesOf(rank, headword)].map((id) => this.entry(id));
  }

  #termEntry(id: number): Entry {
    const term = this.term(id);
    const { hans, hant } = term.headword;
    const rank = this.trie.get(this.fold.text(hans));
    const same = rank < 0 ? [] : this.entriesOf(rank, hans).map((other) => this.entry(other));
    const senses = same
      .filter(
        (entry) => entry.headword === hans && entry.reading.toLowerCase() === term.reading.toLowerCase(),
      )
      .flatMap((entry) => entry.senses);
    return { headword: hans, variant: hant, reading: term.reading, senses, term };
  }

  #linksOf(rank: number): number[] {
    const links = this.#links;
    let low = 0;
    let high = links.length >> 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((links[2 * middle] as number) < rank) low = middle + 1;
      else high = middle;
    }
    const targets: number[] = [];
    for (; links[2 * low] === rank; low++) targets.push(links[2 * low + 1] as number);
    return targets;
  }

  #forms(id: number, rank: number): { hans: string; hant: string } {
    // A linked entry is found under a second key; its simplified form is its own key.
    const own = id >= (this.#entries[rank] as number) && id < (this.#entries[rank + 1] as number);
    const hans = this.trie.key(own ? rank : this.#rankOf(id));
    const written = this.#line(id).split('\t')[1];
    if (written) return { hans, hant: written };
    let hant = '';
    for (let at = 0; at < hans.length; at++)
      hant += String.fromCharCode(this.#hant[hans.charCodeAt(at)] as number);
    return { hans, hant };
  }

  #rankOf(id: number): number {
    if (!(id >= 0 && id < this.termBase))
      throw new RangeError(`Entry ${id} of ${this.termBase} was asked for.`);
    let low = 0;
    let high = this.#entries.length - 2;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#entries[middle] as number) <= id) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #choiceOffset(id: number): number {
    const lengths = this.#lengths;
    let offset = 0;
    for (let at = 0; at < lengths.length; at += 2) {
      const first = lengths[at + 1] as number;
      const next = lengths[at + 3] ?? this.termBase;
      if (id < next) return offset + (id - first) * (lengths[at] as number);
      offset += (next - first) * (lengths[at] as number);
    }
    return offset;
  }

  #reading(unit: number, choice: number): string {
    return this.#syllables[this.#readings[(this.#readingStart[unit] as number) + choice] as number] ?? '';
  }

  #line(id: number): string {
    const text = this.#text;
    let at = this.#blocks[Math.floor(id / LINES_PER_BLOCK)] as number;
    for (let line = id % LINES_PER_BLOCK; line > 0; line--) at = text.indexOf(0x0a, at) + 1;
    return this.#decoder.decode(text.subarray(at, text.indexOf(0x0a, at)));
  }
}

function isLead(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
