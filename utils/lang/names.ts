import type { Dictionary } from './dictionary';
import { as16 } from './sections';

/** A surname, its reading as a surname, and its cost (−ln of its share among people named). */
export type Surname = [surname: string, reading: string, cost: number];

/** Steps of a given-name cost byte per nat. */
export const NAME_COST_STEPS = 16;

/** How likely characters are to be a Chinese personal name. Costs are −ln of probabilities. */
export class Names {
  readonly #surnames = new Map<string, { reading: string; cost: number }>();
  readonly #single = new Float32Array(0x10000).fill(Number.POSITIVE_INFINITY);
  readonly #starts = new Uint8Array(0x10000);
  readonly #given = [new Float32Array(0x10000), new Float32Array(0x10000)] as const;

  constructor(dictionary: Dictionary) {
    const surnames: Surname[] = JSON.parse(new TextDecoder().decode(dictionary.section('surnames')));
    for (const [surname, reading, cost] of surnames) {
      const known = this.#surnames.get(surname);
      if (known && known.cost <= cost) continue;
      this.#surnames.set(surname, { reading, cost });
      if (surname.length === 1) this.#single[surname.charCodeAt(0)] = cost;
      else this.#starts[surname.charCodeAt(0)] = 1;
    }
    for (const costs of this.#given) costs.fill(Number.POSITIVE_INFINITY);
    const units = as16(dictionary.section('givenUnits'));
    const costs = dictionary.section('givenCosts');
    for (let at = 0; at < units.length; at++) {
      this.#given[0][units[at] as number] = (costs[2 * at] as number) / NAME_COST_STEPS;
      this.#given[1][units[at] as number] = (costs[2 * at + 1] as number) / NAME_COST_STEPS;
    }
  }

  /** Cost of a surname of one character; infinite where it is none. */
  single(unit: number): number {
    return this.#single[unit] as number;
  }

  /** Cost of a surname of two characters; infinite where it is none. */
  double(first: number, second: number): number {
    if (this.#starts[first] === 0) return Number.POSITIVE_INFINITY;
    return this.#surnames.get(String.fromCharCode(first, second))?.cost ?? Number.POSITIVE_INFINITY;
  }

  /** Cost of a character as the first (0) or last (1) of a given name; the only one counts as the last. */
  given(place: 0 | 1, unit: number): number {
    return this.#given[place][unit] as number;
  }

  /** The reading of a surname as such (单 → `Shan4`); `null` where it is none. */
  reading(surname: string): string | null {
    return this.#surnames.get(surname)?.reading ?? null;
  }
}
