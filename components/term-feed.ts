import type { SavedTerm } from '@/utils/glossary/record';

/** Where the terms come from. */
export interface TermSource {
  /** Those saved last. */
  newest: (count: number) => Promise<SavedTerm[]>;
  all: () => Promise<SavedTerm[]>;
  /** Those of these ids that are kept. */
  of: (ids: string[]) => Promise<SavedTerm[]>;
}

/** The terms as they stand. */
export interface FeedState {
  /** The terms that are kept, in no particular order; `null` until the first are read. */
  terms: readonly SavedTerm[] | null;
  /** Whether these are all; until then they are those saved last. */
  complete: boolean;
  /** Why they could not be read: one sentence. */
  error: string | null;
}

/** How many terms are read first; more than any screen shows. */
const FIRST_SCREEN = 60;

/**
 * Changes that come within so many milliseconds after one was shown wait for each other: showing one takes some 100 ms of
 * a large list, during which a save elsewhere may wait for the database and the processor.
 */
const TOGETHER = 400;

/**
 * Keeps a list of terms at what the glossary holds. One thing is read at a time, so that nothing older is shown over
 * something newer; a change that comes meanwhile is read after it.
 */
export class TermFeed {
  #state: FeedState = { terms: null, complete: false, error: null };
  #reload = false;
  #changed = new Set<string>();
  #working: Promise<void> | null = null;

  /** @param show is given every state that differs from the one before; `null`, false, `null` is taken as shown */
  constructor(
    private readonly source: TermSource,
    private readonly show: (state: FeedState) => void,
  ) {}

  /** Reads everything anew; resolves when nothing is left to read. */
  reload(): Promise<void> {
    this.#reload = true;
    return this.#work();
  }

  /** Takes over the last state of terms that were saved, edited or removed. */
  change(ids: Iterable<string>): Promise<void> {
    for (const id of ids) this.#changed.add(id);
    return this.#work();
  }

  #work(): Promise<void> {
    this.#working ??= this.#readOn().finally(() => {
      this.#working = null;
    });
    return this.#working;
  }

  async #readOn(): Promise<void> {
    while (this.#reload || this.#changed.size > 0) {
      const everything = this.#reload;
      this.#reload = false;
      const ids = [...this.#changed];
      this.#changed.clear();
      try {
        if (everything) await this.#readAll();
        else await this.#readThese(ids);
      } catch (reason) {
        this.#set({ error: reason instanceof Error ? reason.message : String(reason) });
      }
    }
  }

  async #readAll(): Promise<void> {
    if (this.#state.error !== null) this.#set({ error: null });
    const newest = await this.source.newest(FIRST_SCREEN);
    if (this.#state.terms === null) this.#set({ terms: newest });
    const terms = newest.length < FIRST_SCREEN ? newest : await this.source.all();
    this.#set({ terms, complete: true });
  }

  /** Many changes in a row are shown together: each one costs the sorting of the whole list. */
  async #readThese(ids: string[]): Promise<void> {
    // Nothing was read yet: what is read next has the change.
    if (this.#state.terms === null) return;
    // Those that are not kept any more are not read.
    const kept = new Map((await this.source.of(ids)).map((term) => [term.id, term]));
    this.#set({ terms: replaced(this.#state.terms, new Set(ids), kept) });
    await new Promise((done) => setTimeout(done, TOGETHER));
  }

  #set(change: Partial<FeedState>): void {
    this.#state = { ...this.#state, ...change };
    this.show(this.#state);
  }
}

/** The terms with those of `ids` as `kept` has them, and without those that it has not. */
function replaced(
  terms: readonly SavedTerm[],
  ids: ReadonlySet<string>,
  kept: ReadonlyMap<string, SavedTerm>,
): SavedTerm[] {
  const left = terms
    .filter(({ id }) => !ids.has(id) || kept.has(id))
    .map((term) => kept.get(term.id) ?? term);
  const there = new Set(left.map(({ id }) => id));
  return [...left, ...[...kept.values()].filter(({ id }) => !there.has(id))];
}
