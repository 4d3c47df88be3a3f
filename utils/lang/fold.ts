/**
 * Brings the forms of a text together for looking up: a traditional or variant character becomes its simplified
 * one, a full-width letter or digit the ASCII one. A character that simplified text uses itself stays as it is
 * (著, 乾), so that a simplified headword is its own folded form. Lengths do not change.
 */
export class Fold {
  readonly #table = new Uint16Array(0x10000);

  /** @param pairs UTF-16 units by twos: a form and what it becomes */
  constructor(pairs: Uint16Array) {
    for (let unit = 0; unit < 0x10000; unit++) this.#table[unit] = unit;
    for (let at = 0; at < pairs.length; at += 2) this.#table[pairs[at] as number] = pairs[at + 1] as number;
    for (let unit = 0xff01; unit <= 0xff5e; unit++)
      if (isAlphanumeric(unit - 0xfee0)) this.#table[unit] = unit - 0xfee0;
  }

  /** The folded form of one UTF-16 unit. */
  unit(unit: number): number {
    return this.#table[unit] as number;
  }

  /** The folded form of a text, of the same length. */
  text(text: string): string {
    let folded = '';
    for (let at = 0; at < text.length; at++)
      folded += String.fromCharCode(this.#table[text.charCodeAt(at)] as number);
    return folded;
  }
}

function isAlphanumeric(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}
