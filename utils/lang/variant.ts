import { Conversion, type Replacement } from './conversion';
import { detectRegion } from './script';
import { as16, decodeSections } from './sections';
import { formInContext } from './variant-context';
import { Forms, type Vocabulary } from './variant-forms';
import {
  CONVERSIONS,
  type ConversionName,
  type ConversionTarget,
  FIRST,
  LAST,
  type Section,
  type SourceScript,
} from './variant-table';
import { CONTEXT, DECIDES, DESCRIBES, JOINS, ODD, Words } from './variant-words';

export type { Conversion, Replacement } from './conversion';
export type { Vocabulary } from './variant-forms';
export type { ConversionTarget } from './variant-table';

export interface ConversionOptions {
  /** The script of the source; by default the text itself tells, which a short one does badly. */
  from?: ConversionTarget;
  /** Find words that the target's region says otherwise (软件 → 軟體); they stand in `replaced`. By default none. */
  vocabulary?: Vocabulary;
}

/**
 * Converts between the scripts. Most characters have one form; around the others the cheapest path by how often
 * words occur is searched, so that 全美发表 is not cut as 全|美发|表, and rules look at surnames and the like.
 * The tables are made of OpenCC's, see `utils/build/variant.ts`.
 */
export class VariantEngine {
  readonly #section: (name: Section) => Uint8Array;
  readonly #words = new Map<SourceScript, Words>();
  readonly #tables = new Map<ConversionName, Uint16Array>();
  readonly #forms = new Map<Section, Forms>();
  // Of the piece that is being converted: for each place the offset in the text.
  #offsets = new Int32Array(64);
  #out = new Uint16Array(4096);

  /** @param file as made by `npm run dict` in public/dict/variant.bin; throws where it is something else */
  constructor(file: ArrayBuffer) {
    this.#section = decodeSections(file);
  }

  /** Converts one text. Text in which nothing changes is returned as it is. */
  convert(text: string, target: ConversionTarget, options: ConversionOptions = {}): Conversion {
    const from = options.from ?? sourceOf(text, target);
    if (from === target) return new Conversion(text, text, []);
    const name = `${from}-${target}` as ConversionName;
    const script: SourceScript = from === 'cn' ? 'hans' : 'hant';
    const words = this.#wordsOf(script);
    const table = this.#tableOf(name);
    const { vocabulary } = options;
    const mask = 1 << (21 + (CONVERSIONS[script] as readonly ConversionName[]).indexOf(name));
    const replaced: Replacement[] = [];
    const { kinds } = words;
    const { length } = text;
    const out = length <= this.#out.length ? this.#out : new Uint16Array(length);

    // Nothing before `floor` is part of a word that goes beyond it.
    let floor = 0;
    let changed = false;
    for (let at = 0; at < length; at++) {
      const unit = text.charCodeAt(at);
      const form = unit >= FIRST && unit <= LAST ? (table[unit - FIRST] as number) : 0;
      if (form === 0) out[at] = unit;
      else {
        out[at] = form;
        changed = true;
      }
      const kind = kinds[unit] as number;
      const wanted = (kind & (DECIDES | ODD)) !== 0 || (vocabulary !== undefined && unit >= FIRST);
      if (kind === 0 && !wanted) continue;
      if (kind & DESCRIBES) {
        floor = endOfSequence(text, at);
        for (; at < floor; at++) out[at] = text.charCodeAt(at);
        at--;
      } else if (wanted) {
        const size = this.#pieceAround(text, at, floor, words, vocabulary !== undefined);
        floor = (this.#offsets[size - 1] as number) + 1;
        for (at++; at < floor; at++) {
          const next = text.charCodeAt(at);
          const nextForm = next >= FIRST && next <= LAST ? (table[next - FIRST] as number) : 0;
          out[at] = nextForm === 0 ? next : nextForm;
          if (nextForm !== 0) changed = true;
        }
        at--;
        words.search(size);
        if (this.#apply(text, words, size, mask, out)) changed = true;
        if (vocabulary || this.#isOdd(words, size))
          this.#replace(words, size, name, out, vocabulary, replaced);
      }
    }
    for (const { from: place, to, text: form } of replaced) {
      if (form.length !== to - place) continue;
      changed = true;
      for (let index = 0; index < form.length; index++) out[place + index] = form.charCodeAt(index);
    }
    return new Conversion(text, changed ? toText(out, length) : text, replaced);
  }

  /**
   * Takes the piece of text around `at` that no word leaves, without what joins, into `words.run`.
   *
   * @param whole take all that may be part of a phrase, not only of one word
   * @returns how many units it has
   */
  #pieceAround(text: string, at: number, floor: number, words: Words, whole: boolean): number {
    const { kinds } = words;
    let start = at;
    let first = text.charCodeAt(at);
    for (let before = at - 1; before >= floor; before--) {
      const unit = text.charCodeAt(before);
      if (kinds[unit] === JOINS) continue;
      if (!(whole ? isPhrasal(unit) : words.joined(unit, first))) break;
      start = before;
      first = unit;
    }
    let size = 0;
    let last = 0;
    for (let next = start; next < text.length; next++) {
      const unit = text.charCodeAt(next);
      const kind = kinds[unit] as number;
      if (kind === JOINS && next !== at) continue;
      if (next > at && (kind === DESCRIBES || !(whole ? isPhrasal(unit) : words.joined(last, unit)))) break;
      if (size === words.run.length) {
        words.reserve(size);
        const offsets = new Int32Array(2 * size);
        offsets.set(this.#offsets);
        this.#offsets = offsets;
      }
      words.run[size] = unit;
      this.#offsets[size++] = next;
      last = unit;
    }
    return size;
  }

  /** Puts what the words on the path change; answers whether any did. */
  #apply(text: string, words: Words, size: number, mask: number, out: Uint16Array): boolean {
    const { lengths, values, run, kinds } = words;
    const offsets = this.#offsets;
    let changed = false;
    for (let to = size; to > 0; to -= lengths[to] as number) {
      const begin = to - (lengths[to] as number);
      const value = values[to] as number;
      const end = words.changesTo(value);
      for (let index = words.changesFrom(value); index < end; index++) {
        const change = words.changes[index] as number;
        if ((change & mask) === 0) continue;
        out[offsets[begin + ((change >>> 16) & 31)] as number] = change & 0xffff;
        changed = true;
      }
      if (lengths[to] === 1 && (kinds[run[begin] as number] as number) & CONTEXT) {
        const at = offsets[begin] as number;
        const form = formInContext(text, at);
        if (form !== null) {
          out[at] = form.charCodeAt(0);
          changed = true;
        }
      }
    }
    return changed;
  }

  #isOdd(words: Words, size: number): boolean {
    for (let place = 0; place < size; place++)
      if ((words.kinds[words.run[place] as number] as number) & ODD) return true;
    return false;
  }

  /** Adds the replacements of the words on the path. */
  #replace(
    words: Words,
    size: number,
    name: ConversionName,
    out: Uint16Array,
    vocabulary: Vocabulary | undefined,
    replaced: Replacement[],
  ): void {
    const forms = this.#formsOf('forms');
    const regions = vocabulary ? this.#formsOf('vocabulary') : null;
    const ends: number[] = [];
    for (let to = size; to > 0; to -= words.lengths[to] as number) ends.unshift(to);
    const offset = (place: number) => this.#offsets[place] as number;
    const sources = ends.map((to) => {
      const begin = to - (words.lengths[to] as number);
      return String.fromCharCode(...words.run.subarray(begin, to));
    });
    // Phrases stand in the table as a simplified source looks when it is converted.
    const phrasal = name.startsWith('cn')
      ? ends.map((to, index) => {
          const source = sources[index] as string;
          const begin = to - source.length;
          const other = forms.other(name, source);
          if (other !== undefined) return other;
          return Array.from({ length: to - begin }, (_, at) =>
            String.fromCharCode(out[offset(begin + at)] as number),
          ).join('');
        })
      : sources;
    for (let piece = 0; piece < ends.length; ) {
      const source = sources[piece] as string;
      const begin = (ends[piece] as number) - source.length;
      const phrase = vocabulary ? regions?.phrase(name, phrasal, piece, vocabulary) : null;
      const regional = phrase?.form ?? regions?.word(name, source);
      const form = regional ?? forms.other(name, source);
      const next = phrase?.next ?? piece + 1;
      const end = ends[next - 1] as number;
      const [from, to] = [offset(begin), offset(end - 1) + 1];
      // A word with a line break inside stays as it is, and so does one that both regions share.
      const same = phrasal.slice(piece, next).join('');
      if (form !== undefined && to - from === end - begin && !(regional !== undefined && form === same))
        replaced.push({ from, to, text: form, kind: regional === undefined ? 'length' : 'vocabulary' });
      piece = next;
    }
  }

  #wordsOf(script: SourceScript): Words {
    let words = this.#words.get(script);
    if (!words) {
      words = new Words(this.#section, script);
      this.#words.set(script, words);
    }
    return words;
  }

  /** What becomes of each unit from `FIRST` by itself; 0 where it stays. */
  #tableOf(name: ConversionName): Uint16Array {
    let table = this.#tables.get(name);
    if (!table) {
      table = new Uint16Array(LAST - FIRST + 1);
      const pairs = as16(this.#section(name));
      for (let index = 0; index < pairs.length; index += 2)
        table[(pairs[index] as number) - FIRST] = pairs[index + 1] as number;
      this.#tables.set(name, table);
    }
    return table;
  }

  /** One of the two lists of forms, parsed when first needed. */
  #formsOf(section: 'forms' | 'vocabulary'): Forms {
    let forms = this.#forms.get(section);
    if (!forms) {
      const units = as16(this.#section(section));
      forms = new Forms(toText(units, units.length));
      this.#forms.set(section, forms);
    }
    return forms;
  }
}

/** Whether a unit may stand in a phrase of regional vocabulary: Han, letters and what joins foreign names. */
function isPhrasal(unit: number): boolean {
  return unit >= FIRST || (unit >= 0x41 && unit <= 0x5a) || unit === 0xb7 || unit === 0x2d;
}

/** The form of writing a text is taken to have. */
function sourceOf(text: string, target: ConversionTarget): ConversionTarget {
  const region = detectRegion(text);
  // Simplified text hardly changes when it is simplified once more, while a short traditional one may not tell.
  if (target === 'cn' && region === 'cn') return 'tw';
  // A Taiwan page may hold OpenCC's standard forms (裏, 羣), which Taiwan's table passes over.
  return region === 'tw' && target === 'tw' ? 't' : region;
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
function toText(of: Uint16Array, length: number): string {
  let text = '';
  for (let at = 0; at < length; at += 8192)
    text += String.fromCharCode.apply(
      null,
      of.subarray(at, Math.min(at + 8192, length)) as unknown as number[],
    );
  return text;
}
