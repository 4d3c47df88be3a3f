import { useEffect, useMemo, useRef, useState } from 'react';
import { sendMessage } from '@/utils/ext/messages';
import type { PanelArticle } from '@/utils/ext/panel-feed';
import { type DigestPhrase, digestOf, type MetTerm } from '@/utils/lang/digest';
import { batchesOf, slicesOf } from '@/utils/lang/slices';
import type { Term } from '@/utils/lang/term';

/** Set phrases by the text of their block: a page that changes a block has the others found already. */
type Found = Map<string, MetTerm[]>;

export interface DigestState {
  /** `null` until the whole article has been looked through. */
  phrases: DigestPhrase[] | null;
  error: string | null;
}

/** The digest of an article; while it changes, the last one that was whole. */
export function useDigest(article: PanelArticle | null): DigestState {
  const [state, setState] = useState<DigestState>({ phrases: null, error: null });
  const finder = useRef<TermFinder>(undefined);
  finder.current ??= new TermFinder();
  const blocks = useMemo(() => article?.blocks ?? [], [article]);
  useEffect(() => {
    let over = false;
    finder.current?.phrasesOf(blocks).then(
      (phrases) => over || setState({ phrases, error: null }),
      (reason: unknown) =>
        over || setState({ phrases: null, error: reason instanceof Error ? reason.message : String(reason) }),
    );
    return () => {
      over = true;
    };
  }, [blocks]);
  return state;
}

/** Has articles looked through for set phrases, each text once. */
export class TermFinder {
  readonly #found: Found = new Map();
  readonly #records = new Map<string, Term>();

  async phrasesOf(blocks: readonly string[]): Promise<DigestPhrase[]> {
    await this.#find([...new Set(blocks)].filter((text) => !this.#found.has(text)));
    const met = blocks.flatMap((text, block) =>
      (this.#found.get(text) ?? []).map((term) => ({ ...term, block })),
    );
    return digestOf(met, (id) => this.#records.get(id));
  }

  async #find(texts: readonly string[]): Promise<void> {
    const slices = texts.flatMap((block) =>
      slicesOf(block).map(({ from, to }) => ({ block, from, text: block.slice(from, to) })),
    );
    const found: Found = new Map(texts.map((text) => [text, []]));
    for (const batch of batchesOf(slices)) {
      const { met, terms } = await sendMessage(
        'findTerms',
        batch.map(({ text }) => text),
      );
      for (const term of terms) this.#records.set(term.id, term);
      for (const each of met) {
        const slice = batch[each.block];
        if (slice)
          found.get(slice.block)?.push({ ...each, from: each.from + slice.from, to: each.to + slice.from });
      }
    }
    for (const [text, met] of found) this.#found.set(text, met);
  }
}
