import { readEntry } from './dictionary-entry';
import { BANDS, TERM_BIT } from './dictionary-format';
import type { Entry } from './entry';
import { EntryForms } from './entry-forms';
import { EntryNumbers } from './entry-numbers';
import { inOrder } from './entry-order';
import { EntryTexts } from './entry-texts';
import { Fold } from './fold';
import type { GlossScript } from './gloss';
import { MeasureWords } from './measure-words';
import { as16, as32, decodeSections } from './sections';
import { lowerBound } from './sorted';
import type { Pattern, Term } from './term';
import { type TermHead, TermHeads } from './term-heads';
import { Trie } from './trie';

/** Entries that are kept: those of two or three articles, less than a megabyte. */
const MOST_KEPT = 4000;

/**
 * The headword index over CC-CEDICT, jieba's commoner words and the term bases. A headword is found by its
 * folded form and known by the rank of that form; entries are known by number and decoded only when asked for:
 * those of the dictionary from 0, set phrases from `termBase` on. What entries say lies in a second file, which only
 * `entry`, `lookup`, `glossesOf` and `term` ask for: cutting, reading and finding set phrases do without.
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
  readonly #section: (name: string) => Uint8Array;
  readonly #numbers: EntryNumbers;
  readonly #forms: EntryForms;
  /** What measure words count. */
  readonly measures: MeasureWords;
  readonly #bands: Uint8Array;
  readonly #links: Uint32Array;
  readonly #linked: Uint8Array;
  readonly #heads: TermHeads;
  #texts: EntryTexts | null = null;
  readonly #terms = new Map<number, Term>();
  /** Entries read before: texts have most of their characters and many words in common. */
  readonly #entries: Record<GlossScript, Map<number, Readonly<Entry>>> = { hans: new Map(), hant: new Map() };
  readonly #decoder = new TextDecoder();

  /**
   * Throws where the bytes are something else.
   *
   * @param buffer the bytes of `dictionary.bin`
   * @param texts the bytes of `entries.bin`, which `open` takes later too
   */
  constructor(buffer: ArrayBuffer, texts?: ArrayBuffer) {
    const section = decodeSections(buffer);
    this.#section = section;
    const words = (name: string) => this.#decoder.decode(section(name)).split(' ');
    this.fold = new Fold(as16(section('fold')));
    this.trie = new Trie(section('trie'));
    this.frequency = section('frequency');
    this.tag = section('tag');
    this.tags = words('tags');
    this.#bands = section('bands');
    this.#numbers = new EntryNumbers(section('count'));
    this.termBase = this.#numbers.size;
    this.#forms = new EntryForms(section, this.termBase);
    this.measures = new MeasureWords(() => section('measured'));
    this.#links = as32(section('links'));
    this.#linked = new Uint8Array(this.trie.size);
    for (let at = 0; at < this.#links.length; at += 2) {
      const rank = this.#links[at] as number;
      this.#linked[rank] =
        (this.#linked[rank] as number) | ((this.#links[at + 1] as number) >= TERM_BIT ? 2 : 1);
    }
    this.#heads = new TermHeads(section);
    if (texts) this.open(texts);
  }

  /** Takes what the entries say: the bytes of `entries.bin`. Throws where they are something else. */
  open(texts: ArrayBuffer): void {
    this.#texts = new EntryTexts(texts);
  }

  /**
   * The term bases are damaged: there are no set phrases, and everything else works. Of the records that is known
   * only when they are there.
   */
  get termsBroken(): boolean {
    return this.#heads.isBroken || (this.#texts?.areTermsBroken ?? false);
  }

  get termCount(): number {
    return this.termsBroken ? 0 : this.#heads.size;
  }

  /** The patterns among the set phrases, by number. */
  get patterns(): [id: number, pattern: Pattern][] {
    if (this.termsBroken) return [];
    return this.#heads.rules.patterns.map(([number, pattern]) => [number + this.termBase, pattern]);
  }

  /** Where those set phrases count as met that do not everywhere, by number. */
  get termContexts(): Map<number, NonNullable<Term['match']>> {
    if (this.termsBroken) return new Map();
    return new Map(this.#heads.rules.match.map(([number, match]) => [number + this.termBase, match]));
  }

  /** A section that another part of the engine reads, such as the name model. */
  section(name: string): Uint8Array {
    return this.#section(name);
  }

  /** Whether a key has entries of the dictionary or of a term base. */
  hasEntries(rank: number): boolean {
    return this.#numbers.countOf(rank) > 0 || this.#linked[rank] !== 0;
  }

  /** Whether a key stands in the dictionary; words of jieba's list alone do not. */
  isDefined(rank: number): boolean {
    return this.#numbers.countOf(rank) > 0 || ((this.#linked[rank] as number) & 1) !== 0;
  }

  /** Whether a key is a form of a set phrase. */
  isTerm(rank: number): boolean {
    return !this.termsBroken && ((this.#linked[rank] as number) & 2) !== 0;
  }

  /** Numbers of the set phrases that have a key as one of their forms. */
  termsOf(rank: number): number[] {
    if (!this.isTerm(rank)) return [];
    return this.#linksOf(rank).flatMap((target) =>
      target >= TERM_BIT ? [target - TERM_BIT + this.termBase] : [],
    );
  }

  /**
   * Numbers of the dictionary's entries for a key, in the order that `inOrder` gives them without a context. Where some
   * have exactly the form met in the text, the others are left out (後 is not 皇后's 后).
   */
  entriesOf(rank: number, form: string): number[] {
    const first = this.#numbers.firstOf(rank);
    const end = first + this.#numbers.countOf(rank);
    const found: number[] = [];
    for (let id = first; id < end; id++) found.push(id);
    if ((this.#linked[rank] as number) & 1)
      for (const target of this.#linksOf(rank))
        if (target < TERM_BIT && !found.includes(target)) found.push(target);
    if (found.length < 2) return found;
    const key = this.trie.key(rank);
    const exact = found.filter((id) => {
      // An entry found under a second key has its simplified form elsewhere.
      const hans = id >= first && id < end ? key : this.trie.key(this.#numbers.rankOf(id));
      return hans === form || this.#forms.hantOf(id, hans) === form;
    });
    return exact.length > 0 ? exact : found;
  }

  /**
   * The syllables of an entry of the dictionary, one per Han character, capitals kept.
   *
   * @param hans its simplified form, where that is known
   */
  syllablesOf(id: number, hans = this.trie.key(this.#numbers.rankOf(id))): string[] {
    return this.#forms.syllablesOf(id, hans);
  }

  /** All readings of a character, the commonest first; `[]` where none is known. */
  readingsOf(character: string): string[] {
    return this.#forms.readings.of(character);
  }

  /**
   * The entry of a number. Throws a RangeError where there is none.
   *
   * @param script that of the text, for the words that glosses name
   */
  entry(id: number, script: GlossScript = 'hans'): Readonly<Entry> {
    if (id >= this.termBase) return this.#termEntry(id, script);
    const known = this.#entries[script].get(id);
    if (known) return known;
    const entry = readEntry(this, id, script);
    if (this.#entries[script].size >= MOST_KEPT) this.#entries[script].clear();
    this.#entries[script].set(id, entry);
    return entry;
  }

  /** The key of an entry of the dictionary and both of its forms. */
  formsOf(id: number): { rank: number; hans: string; hant: string } {
    const rank = this.#numbers.rankOf(id);
    const hans = this.trie.key(rank);
    return { rank, hans, hant: this.#forms.hantOf(id, hans) };
  }

  /** The glosses of an entry of the dictionary as CC-CEDICT writes them, apart by `/`. */
  glossesOf(id: number): string {
    return this.#opened.glosses(id);
  }

  /** How many of the commonest words a key is among: one of `BANDS`, 0 for a rarer one. */
  bandOf(rank: number): number {
    const frequency = this.frequency[rank] as number;
    return BANDS[this.#bands.findIndex((least) => frequency >= least)] ?? 0;
  }

  /** The record of a set phrase by number. */
  term(id: number): Term {
    const number = this.#termNumber(id);
    const known = this.#terms.get(number);
    if (known) return known;
    const term = this.#opened.term(number);
    this.#terms.set(number, term);
    return term;
  }

  /** What of a set phrase's record is known without the second file, by number. */
  termHead(id: number): TermHead {
    return this.#heads.head(this.#termNumber(id));
  }

  #termNumber(id: number): number {
    const number = id - this.termBase;
    if (!(number >= 0 && number < this.termCount))
      throw new RangeError(`Set phrase ${number} of ${this.termCount} was asked for.`);
    return number;
  }

  get #opened(): EntryTexts {
    if (!this.#texts)
      throw new Error('The entries of the dictionary were asked for before they were loaded.');
    return this.#texts;
  }

  /** The record of that id; `null` where there is none. */
  termNamed(id: string): Term | null {
    let low = 0;
    let high = this.termCount;
    while (low < high) {
      const middle = (low + high) >> 1;
      const term = this.term(this.termBase + middle);
      if (term.id === id) return term;
      // The build packs them by id.
      if (term.id < id) low = middle + 1;
      else high = middle;
    }
    return null;
  }

  /** The usual traditional form of a simplified one, character by character. */
  usualVariant(hans: string): string {
    return this.#forms.usualVariant(hans);
  }

  /** Everything known of a headword in any form of either script: set phrases, then words as `inOrder` has them. */
  lookup(headword: string, script: GlossScript = 'hans'): Entry[] {
    const rank = this.trie.get(this.fold.text(headword));
    if (rank < 0) return [];
    const entry = (id: number) => this.entry(id, script);
    const usual = this.usualVariant(this.trie.key(rank));
    return [
      ...this.termsOf(rank).map(entry),
      ...inOrder(this.entriesOf(rank, headword).map(entry), { reading: '', usual }),
    ];
  }

  #termEntry(id: number, script: GlossScript): Entry {
    const term = this.term(id);
    const { hans, hant } = term.headword;
    const rank = this.trie.get(this.fold.text(hans));
    const same = rank < 0 ? [] : this.entriesOf(rank, hans).map((other) => this.entry(other, script));
    const senses = same
      .filter(
        (entry) => entry.headword === hans && entry.reading.toLowerCase() === term.reading.toLowerCase(),
      )
      .flatMap((entry) => entry.senses);
    return { headword: hans, variant: hant, reading: term.reading, senses, term };
  }

  #linksOf(rank: number): number[] {
    const links = this.#links;
    let low = lowerBound(links, rank, 2);
    const targets: number[] = [];
    for (; links[2 * low] === rank; low++) targets.push(links[2 * low + 1] as number);
    return targets;
  }
}
