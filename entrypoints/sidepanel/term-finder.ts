import type { FoundTerms } from '@/utils/ext/messages';
import { type DigestPhrase, digestOf, type MetTerm } from '@/utils/lang/digest';
import { batchesOf, slicesOf } from '@/utils/lang/slices';
import type { Term } from '@/utils/lang/term';

/** Set phrases by the text of their block: a page that changes a block has the others found already. */
type Found = Map<string, MetTerm[]>;

/**
 * Has an article looked through for set phrases, each text once. Only what the last article holds is remembered:
 * nothing is kept of what was read before.
 */
export class TermFinder {
  readonly #ask: (texts: string[]) => Promise<FoundTerms>;
  #found: Found = new Map();
  readonly #records = new Map<string, Term>();

  /** @param ask finds the set phrases of some texts */
  constructor(ask: (texts: string[]) => Promise<FoundTerms>) {
    this.#ask = ask;
  }

  /** The phrases of an article by the source texts of its blocks. Rejects as `ask` does. */
  async phrasesOf(blocks: readonly string[]): Promise<DigestPhrase[]> {
    const found: Found = new Map();
    for (const text of blocks) found.set(text, this.#found.get(text) ?? []);
    await this.#find(
      [...found.keys()].filter((text) => !this.#found.has(text)),
      found,
    );
    this.#found = found;
    const met = blocks.flatMap((text, block) => (found.get(text) ?? []).map((term) => ({ ...term, block })));
    return digestOf(met, (id) => this.#records.get(id));
  }

  async #find(texts: readonly string[], found: Found): Promise<void> {
    const slices = texts.flatMap((block) =>
      slicesOf(block).map(({ from, to }) => ({ block, from, text: block.slice(from, to) })),
    );
    for (const batch of batchesOf(slices)) {
      const { met, terms } = await this.#ask(batch.map(({ text }) => text));
      for (const term of terms) this.#records.set(term.id, term);
      for (const each of met) {
        const slice = batch[each.block];
        if (slice)
          found.get(slice.block)?.push({ ...each, from: each.from + slice.from, to: each.to + slice.from });
      }
    }
  }
}
