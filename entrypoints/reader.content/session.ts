import type { GlossaryChange, PageState } from '@/utils/ext/messages';
import type { Settings, ShownScript } from '@/utils/ext/settings';
import type { Script } from '@/utils/lang/analysis';
import type { Hit } from '@/utils/lang/hits';
import { detectRegion, detectScript } from '@/utils/lang/script';
import type { Span } from '@/utils/lang/span';
import type { ConversionTarget } from '@/utils/lang/variant';
import type { Article } from '@/utils/page/article';
import type { Block } from '@/utils/page/blocks';
import type { PageCitation } from '@/utils/page/citation';
import { foreignHosts, framedDocuments } from '@/utils/page/frames';
import { isRuby } from '@/utils/page/ruby-text';
import { VariantText } from '@/utils/page/variant-text';
import { Analyses } from './analyses';
import { BlockIndex } from './block-index';
import { convert } from './conversion';
import { cite, findPageArticle, isInPage, isShown } from './page-article';
import { AHEAD, PageMarks } from './page-marks';
import { PageWatch } from './page-watch';

interface SessionEvents {
  /** Analyses have come, or the page has changed under them. */
  changed(): void;
  failed(error: unknown): void;
}

/** One page being read: its article, the analyses of its blocks, the script it is shown in, its marks. */
export class ReaderSession {
  readonly analyses = new Analyses();
  article: Article | null = null;
  /** Resolves when the page has been searched for an article once. */
  readonly ready: Promise<void>;
  #search: Promise<void> | null = null;
  #searchAgain = false;
  readonly #page: Document;
  readonly #signal: AbortSignal;
  readonly #variants: VariantText;
  readonly #marks: PageMarks;
  readonly #events: SessionEvents;
  readonly #index: BlockIndex;
  readonly #watch: PageWatch;
  #settings: Settings;
  #shown: ShownScript = 'source';
  #isAttended = false;
  readonly #visible = new Set<Element>();
  readonly #watcher: IntersectionObserver;

  constructor(page: Document, settings: Settings, signal: AbortSignal, events: SessionEvents) {
    this.#page = page;
    this.#settings = settings;
    this.#signal = signal;
    this.#events = events;
    this.#marks = new PageMarks(this.analyses, () => events.changed());
    this.#variants = new VariantText(page, (texts, target) => convert(texts, target, this.#region(target)));
    this.#index = new BlockIndex(this.sourceOf);
    // One screen ahead, so that a reader who scrolls finds the marks there.
    this.#watcher = new IntersectionObserver((changes) => this.#onView(changes), { rootMargin: '100% 0px' });
    signal.addEventListener('abort', () => this.#stop());
    this.ready = this.#find();
    this.#watch = new PageWatch(page, signal, {
      concerns: (change) => this.#concerns(change),
      isGone: () => !isShown(this.article),
      look: () => this.#find(),
    });
    this.#annotate();
    void this.ready.then(() => this.#showFirst());
  }

  get shown(): ShownScript {
    return this.#shown;
  }

  /** A frame of the page has another document: it is watched, and may hold the article. */
  adopt(framed: Document): void {
    this.#watch.observe(framed);
    this.#watch.again();
  }

  /** The block of the character at `offset` of a text node; `null` where it is not drawn or not Chinese. */
  blockOf(node: Text, offset: number): Block | null {
    return this.#index.blockOf(node, offset);
  }

  /** A text that stands in no node is pointed at: its analyses are kept for a while. */
  note(text: string): void {
    this.#index.note(text);
  }

  /** Where a block was read; without one, the page. */
  cite(block: Block | null): PageCitation {
    return cite(block, this.article, this.#page, this.sourceOf);
  }

  /** What lies under a block's offset; `null` where it is not analysed yet. */
  hitsAt(block: Block, offset: number): Hit[] | null {
    return this.analyses.hitsAt(block.text, offset);
  }

  /** Has the part of a block around an offset analysed. */
  async analyze(block: Block, part: Span): Promise<void> {
    this.analyses.deepen();
    await this.analyses.request([{ text: block.text, part }], () => this.#onAnalyses());
  }

  /** The reader begins to point: from now on what is in view is ready for it, so that pointing asks nothing. */
  attend(): void {
    if (this.#isAttended) return;
    this.#isAttended = true;
    this.analyses.deepen();
    this.#request([...this.#visible]);
  }

  /** Shows the page in a script; `source` gives back the exact original. */
  async show(script: ShownScript): Promise<void> {
    this.#shown = script;
    try {
      if (script === 'source') await this.#variants.restore();
      else await this.#variants.show(script);
    } catch (error) {
      // Half a page in another script helps nobody.
      if (this.#shown === script) {
        this.#shown = 'source';
        await this.#variants.restore();
      }
      throw error;
    } finally {
      this.#mark();
      this.#events.changed();
    }
  }

  /** Between the original and the chosen script: Taiwan's on a simplified page, simplified on a traditional one. */
  toggleScript(): Promise<void> {
    if (this.#shown !== 'source') return this.show('source');
    if (this.#settings.script !== 'source') return this.show(this.#settings.script);
    return this.show(this.source === 'hant' ? 'cn' : 'tw');
  }

  /** Shows the page in the reader's script, unless something was chosen while the article was looked for. */
  #showFirst(): void {
    const { script } = this.#settings;
    if (script !== 'source' && this.#shown === 'source' && !this.#signal.aborted)
      void this.#showOrSay(script);
  }

  #showOrSay(script: ShownScript): Promise<void> {
    return this.show(script).catch((error: unknown) => this.#events.failed(error));
  }

  /** Readings above the words come with what pointing needs. */
  #annotate(): void {
    if (this.#settings.ruby !== 'off') this.attend();
  }

  apply(settings: Settings): void {
    const { script } = this.#settings;
    this.#settings = settings;
    this.#annotate();
    if (settings.script !== script) void this.#showOrSay(settings.script);
    else this.#mark();
  }

  onGlossary({ saved, removed, everything }: GlossaryChange): void {
    this.analyses.change(saved, removed, everything);
    this.#request([...this.#visible]);
    this.#events.changed();
  }

  /** The Chinese blocks of the article; another array as soon as the page was looked at anew. */
  get blocks(): readonly Block[] {
    return this.#index.blocks;
  }

  /** The script of the page itself. */
  get source(): Script {
    return detectScript(this.#text());
  }

  state(cardRemoved: boolean): PageState {
    const { article } = this;
    return {
      article: article && { headline: article.title, paper: article.source, date: article.date },
      chinese: article !== null || /\p{Script=Han}/u.test(this.#bodyText()),
      terms: this.analyses.terms,
      shown: this.#shown,
      cardRemoved,
      frames: foreignHosts(this.#page),
    };
  }

  /** A node's own text, whatever script is shown. */
  readonly sourceOf = (node: Text): string => this.#variants.sourceOf(node);

  /** The page's writing; nothing where it is the wanted one, so that what differs in it is found text by text. */
  #region(target: ConversionTarget): ConversionTarget | undefined {
    const region = detectRegion(this.#text());
    return region === target ? undefined : region;
  }

  /** The article's text or, without one, the page's. */
  #text(): string {
    const { blocks } = this.#index;
    return blocks.length > 0 ? blocks.map(({ text }) => text).join('') : this.#bodyText();
  }

  #bodyText(): string {
    return [this.#page, ...framedDocuments(this.#page)]
      .map(({ body }) => body?.textContent?.slice(0, 20_000) ?? '')
      .join('');
  }

  /** Looks for the article; one search at a time, and a change meanwhile has another follow. */
  #find(): Promise<void> {
    if (this.#search) {
      this.#searchAgain = true;
      return this.#search;
    }
    this.#search = this.#searchPage()
      .catch((error: unknown) => this.#events.failed(error))
      .then(() => {
        this.#search = null;
        this.#events.changed();
        if (!this.#searchAgain || this.#signal.aborted) return;
        this.#searchAgain = false;
        return this.#find();
      });
    return this.#search;
  }

  async #searchPage(): Promise<void> {
    const article = await findPageArticle(this.#page, this.sourceOf);
    if (this.#signal.aborted) return;
    // Where articles follow one another they may look like a list; what was found is still there.
    if (!article && isShown(this.article)) return;
    this.#marks.enter(article?.root ?? null);
    this.article = article;
    this.#index.take(article);
    this.#watcher.disconnect();
    this.#visible.clear();
    for (const element of this.#index.elements) this.#watcher.observe(element);
    this.analyses.keep(this.#index.texts);
  }

  #onView(changes: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of changes) {
      if (isIntersecting) this.#visible.add(target);
      else this.#visible.delete(target);
    }
    this.#request(changes.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target));
    this.#mark();
  }

  /** Has what is in view analysed. */
  #request(elements: Element[]): void {
    const blocks = elements.flatMap((element) => this.#index.blocksAt(element));
    this.analyses
      .request(
        blocks.map(({ text }) => ({ text, part: { from: 0, to: AHEAD } })),
        () => this.#onAnalyses(),
      )
      // Pointing asks again and says what is wrong; marks that stay away need no sentence.
      .catch(() => undefined);
  }

  #onAnalyses(): void {
    if (this.#signal.aborted) return;
    this.#mark();
    this.#events.changed();
  }

  /** Marks what is in view. */
  #mark(): void {
    if (this.#signal.aborted) return;
    this.#marks.show(
      [...this.#visible].flatMap((element) => this.#index.blocksAt(element)),
      this.#settings,
    );
  }

  /** Whether a change is one of the article's text. What we write ourselves leaves every source as it was. */
  #concerns({ type, target, addedNodes, removedNodes }: MutationRecord): boolean {
    const { article } = this;
    // Readings that were put in or taken away.
    if (type === 'childList' && [...addedNodes, ...removedNodes].every(isRuby)) return false;
    if (!article || !isInPage(article.root)) return type === 'childList';
    if (type === 'childList') return article.root.contains(target);
    const taken = this.#index.takenSourceOf(target as Text);
    return taken !== undefined && this.sourceOf(target as Text) !== taken;
  }

  #stop(): void {
    this.#watcher.disconnect();
    this.#marks.clear();
    this.#variants.dispose();
  }
}
