import { t } from '@/components/text';
import { PRIVATE_WINDOW, sendMessage } from '@/utils/ext/messages';
import { answerPanels, type Line, type PanelArticle, type ReaderNews } from '@/utils/ext/panel-feed';
import type { Place } from '@/utils/lang/digest';
import type { Hit } from '@/utils/lang/hits';
import type { Block } from '@/utils/page/blocks';
import { citationLine, pageCitation } from '@/utils/page/citation';
import { sentenceOf } from './errors';
import { newTerm } from './new-term';
import type { ReaderSession } from './session';

interface PanelParts {
  page: Document;
  session: ReaderSession;
  signal: AbortSignal;
  /** Opens the card on what a panel leads to. */
  show(block: Block, hits: Hit[]): void;
  fail(error: unknown): void;
}

/** Serves the panels that look at this page; while there is none it does nothing. */
export class Panels {
  readonly #page: Document;
  readonly #session: ReaderSession;
  readonly #show: PanelParts['show'];
  readonly #fail: PanelParts['fail'];
  readonly #lines = new Set<Line<ReaderNews>>();
  /** The blocks of the article that was told last. */
  #told: readonly Block[] | null = null;
  #at = -1;
  #frame = 0;

  constructor({ page, session, signal, show, fail }: PanelParts) {
    this.#page = page;
    this.#session = session;
    this.#show = show;
    this.#fail = fail;
    const stop = answerPanels((line) => {
      this.#lines.add(line);
      void this.#greet(line);
      return {
        onWish: (wish) => {
          if (wish.kind === 'goTo') void this.#goTo(wish.place);
          else void this.#save(wish.places).then((result) => line.send({ kind: 'saved', ...result }));
        },
        onEnd: () => this.#lines.delete(line),
      };
    });
    page.addEventListener('scroll', () => this.#onScroll(), { signal, capture: true, passive: true });
    signal.addEventListener('abort', () => {
      stop();
      cancelAnimationFrame(this.#frame);
      for (const line of this.#lines) line.close();
      this.#lines.clear();
    });
  }

  /** The page was looked at anew. */
  changed(): void {
    if (this.#lines.size === 0 || this.#told === this.#session.blocks) return;
    this.#tell({ kind: 'article', article: this.#article() });
    // What is in view may have another number now.
    this.#at = this.#firstInView();
    this.#tell({ kind: 'at', block: this.#at });
  }

  async #greet(line: Line<ReaderNews>): Promise<void> {
    await this.#session.ready;
    line.send({ kind: 'article', article: this.#article() });
    line.send({ kind: 'at', block: this.#firstInView() });
  }

  #article(): PanelArticle | null {
    const { article, blocks } = this.#session;
    this.#told = blocks;
    if (!article) return null;
    const cited = pageCitation(article, this.#page);
    const { headline, source, date, url } = cited;
    return {
      headline,
      paper: source,
      date,
      url,
      citation: citationLine(cited),
      blocks: blocks.map(({ text }) => text),
    };
  }

  /** The first block that ends below the upper edge of the window; blocks follow one another down the page. */
  #firstInView(): number {
    const { blocks } = this.#session;
    let low = 0;
    let high = Math.max(0, blocks.length - 1);
    while (low < high) {
      const middle = (low + high) >> 1;
      const bottom = blocks[middle]?.element.getBoundingClientRect().bottom ?? 0;
      if (bottom > 0) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #onScroll(): void {
    if (this.#lines.size === 0 || this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      const block = this.#firstInView();
      if (block === this.#at) return;
      this.#at = block;
      this.#tell({ kind: 'at', block });
    });
  }

  async #goTo(place: Place): Promise<void> {
    try {
      const found = await this.#hitsAt(place);
      // Where it has changed since, the panel is about to hear of it.
      if (!found) return;
      found.block.element.scrollIntoView({ block: 'center' });
      this.#show(found.block, found.hits);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Saves the phrases at some places, one after the other, up to the first that fails. */
  async #save(places: readonly Place[]): Promise<{ count: number; failed: string | null }> {
    let count = 0;
    try {
      for (const place of places) {
        const found = await this.#hitsAt(place);
        const hit = found?.hits.find(({ from, to }) => from === place.from && to === place.to);
        if (!found || !hit) throw new Error(t('panel_changed'));
        const met = found.block.text.slice(hit.from, hit.to).replace(/\s+/g, '');
        const term = newTerm(hit, met, found.block, this.#session.cite(found.block));
        this.#session.analyses.learn([await sendMessage('saveTerm', term)]);
        count++;
      }
      return { count, failed: null };
    } catch (error) {
      const sentence = sentenceOf(error);
      return { count, failed: sentence === PRIVATE_WINDOW ? t('panel_private') : sentence };
    }
  }

  /** What lies at a place of the article; `null` where the page has changed since. */
  async #hitsAt({ block: index, from, to }: Place): Promise<{ block: Block; hits: Hit[] } | null> {
    const block = this.#session.blocks[index];
    if (!block || to > block.text.length) return null;
    if (this.#session.hitsAt(block, from) === null) await this.#session.analyze(block, { from, to });
    const hits = this.#session.hitsAt(block, from);
    return hits && hits.length > 0 ? { block, hits } : null;
  }

  #tell(news: ReaderNews): void {
    for (const line of this.#lines) line.send(news);
  }
}
