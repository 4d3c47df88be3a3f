import type { GlossaryChange, PageState } from '@/utils/ext/messages';
import { sendMessage } from '@/utils/ext/messages';
import type { Settings, ShownScript } from '@/utils/ext/settings';
import type { Script } from '@/utils/lang/analysis';
import type { Hit } from '@/utils/lang/hits';
import { detectRegion, detectScript } from '@/utils/lang/script';
import type { Span } from '@/utils/lang/span';
import type { ConversionTarget } from '@/utils/lang/variant';
import { type Article, findArticleInSlices } from '@/utils/page/article';
import { type Block, blockAround, isChinese } from '@/utils/page/blocks';
import { TermHighlights } from '@/utils/page/highlight';
import { VariantText } from '@/utils/page/variant-text';
import { Analyses } from './analyses';
import { isGone } from './errors';

/** The page is looked at anew when it has been quiet for so long, milliseconds. */
const QUIET = 250;
/** Of a block longer than this, in UTF-16 units, the rest is analysed only where it is pointed at. */
const AHEAD = 20_000;
/** So many blocks outside the article keep their analyses when the page changes. */
const POINTED_KEPT = 20;
/** A page that is never quiet is looked at anew every so many milliseconds. */
const AT_LEAST = 2000;

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
  /** Texts outside the article that were pointed at lately. */
  #pointed: string[] = [];
  readonly #page: Document;
  readonly #signal: AbortSignal;
  readonly #variants: VariantText;
  readonly #highlights = new TermHighlights();
  readonly #events: SessionEvents;
  #settings: Settings;
  #shown: ShownScript = 'source';
  #blocks: Block[] = [];
  /** The article's blocks by their nodes, and blocks outside it that were pointed at. */
  #byNode = new Map<Text, { blocks: Block[]; source: string }>();
  #outside = new WeakMap<Text, Block>();
  /** Blocks of the article by their element, for what comes into view. */
  #byElement = new Map<Element, Block[]>();
  readonly #visible = new Set<Element>();
  readonly #watcher: IntersectionObserver;

  constructor(page: Document, settings: Settings, signal: AbortSignal, events: SessionEvents) {
    this.#page = page;
    this.#settings = settings;
    this.#signal = signal;
    this.#events = events;
    this.#variants = new VariantText(page, (texts, target) => convert(texts, target, this.#region(target)));
    // One screen ahead, so that a reader who scrolls finds the marks there.
    this.#watcher = new IntersectionObserver((changes) => this.#onView(changes), { rootMargin: '100% 0px' });
    signal.addEventListener('abort', () => this.#stop());
    this.ready = this.#find();
    this.#watchPage();
    if (settings.script !== 'source') void this.ready.then(() => this.#showOrSay(settings.script));
  }

  get shown(): ShownScript {
    return this.#shown;
  }

  /** The block of the character at `offset` of a text node; `null` where it is not drawn or not Chinese. */
  blockOf(node: Text, offset: number): Block | null {
    const known = [...(this.#byNode.get(node)?.blocks ?? []), this.#outside.get(node)].find(
      (block) => block?.has(node, offset) && block.isCurrent(this.sourceOf),
    );
    const block = known ?? blockAround(node, { sourceOf: this.sourceOf });
    if (!block || !isChinese(block)) return null;
    if (!known) {
      this.#outside.set(node, block);
      this.#pointed = [block.text, ...this.#pointed].slice(0, POINTED_KEPT);
    }
    return block;
  }

  /** What lies under a block's offset; `null` where it is not analysed yet. */
  hitsAt(block: Block, offset: number): Hit[] | null {
    return this.analyses.hitsAt(block.text, offset);
  }

  /** Has the part of a block around an offset analysed. */
  async analyze(block: Block, part: Span): Promise<void> {
    await this.analyses.request([{ text: block.text, part }], () => this.#onAnalyses());
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

  #showOrSay(script: ShownScript): Promise<void> {
    return this.show(script).catch((error: unknown) => this.#events.failed(error));
  }

  apply(settings: Settings): void {
    const { script } = this.#settings;
    this.#settings = settings;
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
    return this.#blocks;
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
    return this.#blocks.length > 0 ? this.#blocks.map(({ text }) => text).join('') : this.#bodyText();
  }

  #bodyText(): string {
    return this.#page.body?.textContent?.slice(0, 20_000) ?? '';
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
    const article = await findArticleInSlices(this.#page, { sourceOf: this.sourceOf });
    if (this.#signal.aborted) return;
    this.article = article;
    this.#blocks = (article?.blocks ?? []).filter(isChinese);
    this.#watcher.disconnect();
    this.#visible.clear();
    this.#byElement = Map.groupBy(this.#blocks, ({ element }) => element);
    for (const element of this.#byElement.keys()) this.#watcher.observe(element);
    this.#byNode = new Map();
    for (const block of this.#blocks)
      block.nodes.forEach((node, index) => {
        const known = this.#byNode.get(node);
        if (known) known.blocks.push(block);
        else this.#byNode.set(node, { blocks: [block], source: block.sources[index] as string });
      });
    this.analyses.keep(new Set([...this.#blocks.map(({ text }) => text), ...this.#pointed]));
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
    const blocks = elements.flatMap((element) => this.#byElement.get(element) ?? []);
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

  /** Marks the set phrases in view that a reader with a dictionary would miss. */
  #mark(): void {
    if (!this.#settings.highlightTerms) {
      this.#highlights.clear();
      return;
    }
    const blocks = [...this.#visible].flatMap((element) => this.#byElement.get(element) ?? []);
    this.#highlights.show(blocks.map((block) => ({ block, spans: this.analyses.marks(block.text) })));
  }

  /** Looks at the page anew after its article has changed. */
  #watchPage(): void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let since = 0;
    let took = 0;
    const observer = new MutationObserver((changes) => {
      if (!changes.some((change) => this.#concerns(change))) return;
      since ||= Date.now();
      clearTimeout(timer);
      // A page that never rests is looked at a tenth of the time at most.
      const wait = Date.now() - since > AT_LEAST ? 0 : Math.max(QUIET, 9 * took);
      timer = setTimeout(() => {
        since = 0;
        const start = performance.now();
        void this.#find().then(() => {
          took = performance.now() - start;
        });
      }, wait);
    });
    observer.observe(this.#page.documentElement, { childList: true, characterData: true, subtree: true });
    this.#signal.addEventListener('abort', () => {
      clearTimeout(timer);
      observer.disconnect();
    });
  }

  /** Whether a change is one of the article's text. What we write ourselves leaves every source as it was. */
  #concerns({ type, target }: MutationRecord): boolean {
    const { article } = this;
    if (!article?.root.isConnected) return type === 'childList';
    if (type === 'childList') return article.root.contains(target);
    const known = this.#byNode.get(target as Text);
    return known !== undefined && this.sourceOf(target as Text) !== known.source;
  }

  #stop(): void {
    this.#watcher.disconnect();
    this.#highlights.clear();
    this.#variants.dispose();
  }
}

/** After an update of the extension a page that goes on changing is left as it is. */
async function convert(
  texts: string[],
  target: ConversionTarget,
  from: ConversionTarget | undefined,
): Promise<string[]> {
  try {
    return await sendMessage('convert', from ? { texts, target, from } : { texts, target });
  } catch (error) {
    if (isGone()) return texts;
    throw error;
  }
}
