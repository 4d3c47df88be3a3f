import { HoverCard, type Part, type ShownHit } from '@/components/HoverCard';
import { t } from '@/components/text';
import { type GlossaryChange, type PageState, type ReaderCommand, sendMessage } from '@/utils/ext/messages';
import type { Settings, ShownScript } from '@/utils/ext/settings';
import type { Hit } from '@/utils/lang/hits';
import { selectionHits } from '@/utils/lang/selection-hits';
import type { Block } from '@/utils/page/blocks';
import { citationOf } from '@/utils/page/citation';
import { boxesOf, pointAt } from '@/utils/page/hover';
import { CardHost } from './card-host';
import { copyText } from './clipboard';
import { actionOf, type CardAction } from './keys';
import { newTerm } from './new-term';
import { LONGEST_SELECTION, selectedSpan } from './selection';
import { ReaderSession } from './session';

/** How long a card stays when the pointer has left its word, milliseconds: time to reach the card. */
const GRACE = 250;

/** What the card shows and where. */
interface Shown {
  block: Block;
  hits: ShownHit[];
  /** Which of them stands first. */
  chosen: number;
}

/** The reader in one page: pointing, selecting and keys on one side, the card on the other. */
export class Reader {
  readonly #page: Document;
  readonly #session: ReaderSession;
  readonly #card: CardHost;
  #settings: Settings;
  #shown: Shown | null = null;
  #pinned = false;
  #notice = '';
  /** Where the pointer was last, and whether it rests on text that is still being analysed. */
  #pointer = { x: -1, y: -1 };
  #leaving: ReturnType<typeof setTimeout> | undefined;
  #toldOfCopying = false;

  constructor(page: Document, settings: Settings, signal: AbortSignal) {
    this.#page = page;
    this.#settings = settings;
    this.#card = new CardHost(page, signal);
    this.#session = new ReaderSession(page, settings, signal, () => this.#onSession());
    const listen = { signal, capture: true, passive: true } as const;
    page.addEventListener('mousemove', (event) => this.#onMove(event), listen);
    page.addEventListener('mouseup', (event) => this.#onMouseUp(event), listen);
    page.addEventListener('mousedown', (event) => this.#onMouseDown(event), listen);
    page.addEventListener('scroll', () => this.#onScroll(), listen);
    page.addEventListener('copy', () => this.#onCopy(), listen);
    window.addEventListener('resize', () => this.#card.place(), listen);
    window.addEventListener('keydown', (event) => this.#onKey(event), { signal, capture: true });
  }

  get state(): PageState {
    return this.#session.state(this.#card.removed);
  }

  apply(settings: Settings): void {
    this.#settings = settings;
    this.#session.apply(settings);
    this.#render();
  }

  async show(script: ShownScript): Promise<PageState> {
    await this.#session.show(script);
    return this.state;
  }

  onGlossary(change: GlossaryChange): void {
    this.#session.onGlossary(change);
  }

  /** The extension was updated or removed under us: what is on the page stays readable, and one sentence says why. */
  async run(command: ReaderCommand): Promise<void> {
    const selected = selectedSpan(this.#page, (node, offset) => this.#session.blockOf(node, offset));
    if (command === 'toggle-script') return this.#session.toggleScript();
    if (command === 'look-up-selection') return selected ? this.#lookUp(selected.block, selected) : undefined;
    if (command === 'copy-with-source') {
      const text = selected?.text ?? this.#first?.met;
      if (text) this.#copy(`${text}\n${citationOf(this.#session.article, this.#page)}`);
      return;
    }
    if (selected) await this.#lookUp(selected.block, selected);
    await this.#save();
  }

  get #first(): ShownHit | undefined {
    return this.#shown?.hits[this.#shown.chosen];
  }

  // Pointing

  #onMove({ clientX: x, clientY: y, shiftKey, buttons }: MouseEvent): void {
    this.#pointer = { x, y };
    if (this.#pinned || buttons !== 0) return;
    if (this.#settings.hover === 'key' && !shiftKey) return this.#leave();
    this.#point();
  }

  /** Shows what is under the pointer, or lets the card go. */
  #point(): void {
    const { x, y } = this.#pointer;
    if (this.#card.holds(x, y)) return this.#stay();
    const point = pointAt(x, y, this.#page);
    const block = point && this.#session.blockOf(point.node, point.offset);
    if (!point || !block) return this.#leave();
    const offset = block.offsetOf(point.node, point.offset) as number;
    const hits = this.#session.hitsAt(block, offset);
    if (hits === null) {
      this.#session.analyze(block, { from: offset, to: offset + 1 }).then(
        () => this.#point(),
        (error) => this.#fail(error),
      );
      return;
    }
    if (hits.length === 0) return this.#leave();
    this.#stay();
    this.#open(block, hits);
  }

  #stay(): void {
    clearTimeout(this.#leaving);
    this.#leaving = undefined;
  }

  #leave(): void {
    if (this.#shown && !this.#pinned) this.#leaving ??= setTimeout(() => this.#close(), GRACE);
  }

  /** The words move under a resting pointer. */
  #onScroll(): void {
    requestAnimationFrame(() => {
      if (this.#pinned) this.#card.place();
      else if (this.#shown) {
        this.#close();
        this.#point();
      }
    });
  }

  #onMouseDown({ clientX, clientY }: MouseEvent): void {
    if (!this.#card.holds(clientX, clientY)) this.#close();
  }

  // Selecting

  #onMouseUp({ clientX, clientY }: MouseEvent): void {
    if (this.#card.holds(clientX, clientY)) return;
    // The selection is settled only after the event.
    setTimeout(() => {
      const selected = selectedSpan(this.#page, (node, offset) => this.#session.blockOf(node, offset));
      if (selected) void this.#lookUp(selected.block, selected);
    });
  }

  async #lookUp(block: Block, span: { from: number; to: number; text: string }): Promise<void> {
    if (span.text.length > LONGEST_SELECTION)
      return this.#card.say(t('notice_selection_long', LONGEST_SELECTION));
    try {
      const [{ analysis, saved }, [hans], [hant]] = await Promise.all([
        sendMessage('analyze', [span.text]),
        sendMessage('convert', { texts: [span.text], target: 'cn' }),
        sendMessage('convert', { texts: [span.text], target: 'tw' }),
      ]);
      for (const { headword, id, rendering } of saved) this.#session.analyses.saved.set(headword, { id, rendering });
      const forms = { headword: hans ?? span.text, variant: hant ?? span.text };
      const hits = selectionHits(analysis, span.text, forms).map((hit) => ({
        ...hit,
        from: hit.from + span.from,
        to: hit.to + span.from,
      }));
      this.#pinned = true;
      this.#open(block, hits);
    } catch (error) {
      this.#fail(error);
    }
  }

  // Keys act only while a card is open.

  #onKey(event: KeyboardEvent): void {
    if (!this.#shown) return;
    const action = actionOf(event);
    if (!action) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void this.#act(action);
  }

  async #act(action: CardAction): Promise<void> {
    const shown = this.#shown;
    if (!shown) return;
    if (action === 'close') this.#close();
    else if (action === 'pin') this.#pin();
    else if (action === 'save') await this.#save();
    else if (action === 'copy') this.#copy(this.#first?.met ?? '');
    else if (action === 'longer') this.#choose(shown.chosen - 1);
    else if (action === 'shorter') this.#choose(shown.chosen + 1);
    else this.#step(shown, action === 'next' ? 1 : -1);
  }

  /** To the next or previous word of the block. */
  #step({ block, hits }: Shown, by: 1 | -1): void {
    const words = this.#session.analyses.matches(block.text, 'words').filter(({ entries }) => entries.length > 0);
    const { from = 0, to = 0 } = hits[0] ?? {};
    const word = by === 1 ? words.find((each) => each.from >= to) : words.findLast((each) => each.to <= from);
    const next = word && this.#session.hitsAt(block, word.from);
    if (!next || next.length === 0) return;
    // The pointer rests elsewhere, so the card would go at its next move.
    this.#pinned = true;
    this.#open(block, next);
  }

  #choose(index: number): void {
    if (!this.#shown || index < 0 || index >= this.#shown.hits.length) return;
    this.#shown.chosen = index;
    this.#notice = '';
    this.#render();
  }

  #pin(): void {
    this.#pinned = !this.#pinned;
    this.#render();
  }

  // Saving and copying

  async #save(): Promise<void> {
    const shown = this.#shown;
    const hit = this.#first;
    if (!shown || !hit) return;
    try {
      const term = newTerm(hit, hit.met, shown.block, this.#session.article, this.#page);
      const { id, hans, rendering } = await sendMessage('saveTerm', term);
      this.#session.analyses.saved.set(hans, { id, rendering });
      this.#notice = '';
    } catch (error) {
      // The term stays in the card for another try.
      this.#pinned = true;
      this.#notice = t('notice_save_failed', sentenceOf(error));
    }
    this.#render();
  }

  #copy(text: string): void {
    this.#toldOfCopying = true;
    this.#card.say(copyText(this.#page, text) ? t('notice_copied', text) : t('notice_copy_failed'));
  }

  /** The first ordinary copy from a converted page. */
  #onCopy(): void {
    if (this.#session.shown === 'source' || this.#toldOfCopying) return;
    this.#toldOfCopying = true;
    this.#card.say(t('notice_copied_converted'));
  }

  // The card

  #open(block: Block, hits: Hit[]): void {
    const same = this.#shown?.block === block && spansOf(this.#shown.hits) === spansOf(hits);
    if (same) return;
    this.#notice = '';
    this.#shown = {
      block,
      chosen: 0,
      hits: hits.map((hit) => ({ ...hit, met: block.text.slice(hit.from, hit.to).replace(/\s+/g, '') })),
    };
    this.#render();
  }

  #close(): void {
    this.#stay();
    this.#shown = null;
    this.#pinned = false;
    this.#card.close();
  }

  #render(): void {
    const shown = this.#shown;
    const first = this.#first;
    if (!shown || !first) return;
    const { reading, toneColours } = this.#settings;
    const hits = [first, ...shown.hits.filter((hit) => hit !== first)];
    this.#card.open(
      <HoverCard
        hits={hits}
        parts={first.kind === 'term' ? this.#partsOf(shown.block, first) : []}
        pinned={this.#pinned}
        choice={{ style: reading, toneColours }}
        savedAs={(headword) => this.#session.analyses.saved.get(headword) ?? null}
        notice={this.#notice}
        onChoose={(index) => this.#choose(shown.hits.indexOf(hits[index] as ShownHit))}
        onSave={() => void this.#save()}
        onPin={() => this.#pin()}
        onClose={() => this.#close()}
      />,
      () => boxesOf(shown.block, first.from, first.to),
    );
  }

  /** The words of which a set phrase is made. */
  #partsOf(block: Block, { from, to }: Hit): Part[] {
    return this.#session.analyses
      .matches(block.text, 'words')
      .filter((word) => word.from >= from && word.to <= to && word.entries.length > 0 && word.to - word.from < to - from)
      .map(({ from: start, to: end, reading, entries, analysis }) => {
        const entry = analysis.entries[entries[0] as number];
        return {
          text: block.text.slice(start, end).replace(/\s+/g, ''),
          reading,
          gloss: entry?.term?.renderings[0]?.en ?? entry?.senses[0] ?? '',
        };
      });
  }

  /** Analyses came, the page or the glossary changed. */
  #onSession(): void {
    const shown = this.#shown;
    if (!shown) return;
    // The word under the pointer is gone.
    if (boxesOf(shown.block, shown.hits[0]?.from ?? 0, shown.hits[0]?.to ?? 0).length === 0) return this.#close();
    this.#render();
  }

  #fail(error: unknown): void {
    this.#card.say(isGone(error) ? t('notice_stopped') : t('notice_unanswered', sentenceOf(error)));
  }
}

function spansOf(hits: Hit[]): string {
  return hits.map(({ from, to }) => `${from}-${to}`).join(' ');
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The extension was updated or removed while its content script stayed in the page. */
function isGone(error: unknown): boolean {
  return /context invalidated|Receiving end does not exist/i.test(sentenceOf(error));
}
