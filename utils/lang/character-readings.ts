import { as16 } from './sections';

/** The readings of single characters, the commonest first. */
export class CharacterReadings {
  readonly #syllables: string[];
  /** Where a character's readings start in `#readings`, by UTF-16 unit; there are fewer than 16 bits count. */
  readonly #start = new Uint16Array(0x10000);
  readonly #count = new Uint8Array(0x10000);
  readonly #readings: Uint16Array;
  /** Of characters beyond 16 bits. */
  readonly #rare: Map<string, string>;

  /** @param section a section of the dictionary by name, see `dictionary-format.ts` */
  constructor(section: (name: string) => Uint8Array) {
    const decoder = new TextDecoder();
    const words = (name: string) => decoder.decode(section(name)).split(' ');
    this.#syllables = words('syllables');
    const units = as16(section('readingUnits'));
    const counts = section('readingCounts');
    this.#readings = as16(section('readingSyllables'));
    if (this.#readings.length > 0x10000)
      throw new RangeError(`${this.#readings.length} readings of characters are more than 65,536.`);
    for (let at = 0, start = 0; at < units.length; at++) {
      const unit = units[at] as number;
      this.#start[unit] = start;
      this.#count[unit] = counts[at] as number;
      start += counts[at] as number;
    }
    this.#rare = new Map(
      words('rareReadings').map((pair) => {
        const character = String.fromCodePoint(pair.codePointAt(0) ?? 0);
        return [character, pair.slice(character.length)];
      }),
    );
  }

  /** All readings of a character; `[]` where none is known. */
  of(character: string): string[] {
    if (character.length > 1) {
      const rare = this.#rare.get(character);
      return rare ? [rare] : [];
    }
    const unit = character.charCodeAt(0);
    return Array.from({ length: this.#count[unit] ?? 0 }, (_, choice) => this.reading(unit, choice));
  }

  /** The reading of a UTF-16 unit by number. */
  reading(unit: number, choice: number): string {
    return this.#syllables[this.#readings[(this.#start[unit] as number) + choice] as number] ?? '';
  }
}
