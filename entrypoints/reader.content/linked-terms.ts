import type { Term } from '@/utils/lang/term';

/** Records of the base that the card was given, and those that its reader opened by links, the last one shown. */
export class LinkedTerms {
  readonly #ask: (ids: string[]) => Promise<Term[]>;
  readonly #records = new Map<string, Term>();
  /** What was asked for and has not failed. */
  readonly #asked = new Set<string>();
  #trail: Term[] = [];

  /** @param ask brings records; it may leave some out */
  constructor(ask: (ids: string[]) => Promise<Term[]>) {
    this.#ask = ask;
  }

  /** The record that was opened last; `null` while the card is on the text. */
  get shown(): Term | null {
    return this.#trail.at(-1) ?? null;
  }

  /** The record from which the one shown was opened; `null` where that was the text. */
  get before(): Term | null {
    return this.#trail.at(-2) ?? null;
  }

  readonly recordOf = (id: string): Term | undefined => this.#records.get(id);

  /** Brings the records of everything a term is related to; `false` where there is nothing to wait for. */
  async bringRelated(term: Term): Promise<boolean> {
    const ids = Object.values(term.relations ?? {})
      .flat()
      .filter((id) => !this.#asked.has(id));
    if (ids.length === 0) return false;
    for (const id of ids) this.#asked.add(id);
    try {
      for (const record of await this.#ask(ids)) this.#records.set(record.id, record);
      return true;
    } catch (error) {
      for (const id of ids) this.#asked.delete(id);
      throw error;
    }
  }

  /** Opens a record that is at hand. */
  follow(id: string): void {
    const record = this.#records.get(id);
    if (record) this.#trail.push(record);
  }

  /** To what was shown before; `false` where the card is on the text already. */
  back(): boolean {
    return this.#trail.pop() !== undefined;
  }

  /** The card goes elsewhere. */
  leave(): void {
    this.#trail = [];
  }
}
