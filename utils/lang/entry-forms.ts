import { CharacterReadings } from './character-readings';
import { NO_CHOICE } from './dictionary-format';
import { Lines } from './lines';
import { as16, as32 } from './sections';
import { lowerBound } from './sorted';

/** The traditional form and the reading of the dictionary's entries: by tables of characters, the rest written out. */
export class EntryForms {
  readonly readings: CharacterReadings;
  /** How many entries there are. */
  readonly #size: number;
  /** The usual traditional form of each UTF-16 unit. */
  readonly #hant = new Uint16Array(0x10000);
  readonly #lengths: Uint32Array;
  readonly #choices: Uint8Array;
  readonly #odd: Uint32Array;
  readonly #oddLines: Lines;

  /**
   * @param section a section of the dictionary by name, see `dictionary-format.ts`
   * @param size how many entries there are
   */
  constructor(section: (name: string) => Uint8Array, size: number) {
    this.readings = new CharacterReadings(section);
    this.#size = size;
    for (let unit = 0; unit < 0x10000; unit++) this.#hant[unit] = unit;
    const hant = as16(section('hant'));
    for (let at = 0; at < hant.length; at += 2) this.#hant[hant[at] as number] = hant[at + 1] as number;
    this.#lengths = as32(section('lengths'));
    this.#choices = section('choices');
    this.#odd = as32(section('odd'));
    this.#oddLines = new Lines(section('oddText'), as32(section('oddBlocks')));
  }

  /** The usual traditional form of a simplified one, character by character. */
  usualVariant(hans: string): string {
    let hant = '';
    for (let at = 0; at < hans.length; at++)
      hant += String.fromCharCode(this.#hant[hans.charCodeAt(at)] as number);
    return hant;
  }

  /** The traditional form of an entry whose simplified form is `hans`. */
  hantOf(id: number, hans: string): string {
    return this.#oddOf(id)?.[0] ?? this.usualVariant(hans);
  }

  /** The syllables of an entry whose simplified form is `hans`, one per Han character, capitals kept. */
  syllablesOf(id: number, hans: string): string[] {
    const offset = this.#choiceOffset(id);
    const syllables: string[] = [];
    for (let at = 0; at < hans.length; at++) {
      const choice = this.#choices[offset + at] as number;
      if (choice !== NO_CHOICE) syllables.push(this.readings.reading(hans.charCodeAt(at), choice));
    }
    return syllables.length > 0 ? syllables : (this.#oddOf(id)?.[1]?.split(' ') ?? []);
  }

  /** What is written out of an entry: its traditional form, then its reading where no table has it. */
  #oddOf(id: number): string[] | null {
    const at = lowerBound(this.#odd, id, 1);
    return this.#odd[at] === id ? this.#oddLines.line(at).split('\t') : null;
  }

  #choiceOffset(id: number): number {
    const lengths = this.#lengths;
    let offset = 0;
    for (let at = 0; at < lengths.length; at += 2) {
      const first = lengths[at + 1] as number;
      const next = lengths[at + 3] ?? this.#size;
      if (id < next) return offset + (id - first) * (lengths[at] as number);
      offset += (next - first) * (lengths[at] as number);
    }
    return offset;
  }
}
