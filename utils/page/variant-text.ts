import { type Block, type BlockOptions, blockAround, eachBlock } from './blocks';
import { Convertible, SHOWN_ATTRIBUTES, type Target } from './convertible';
import { isForeignLanguage } from './language';
import { nextFrame, nextTurn, Pace } from './pace';
import { PageChanges } from './page-changes';
import { onScreen } from './screen';
import { FrameVariants } from './variant-frames';
import { VariantRecord } from './variant-record';
import { attributeUnits, textUnit, titleUnits, type Unit } from './variant-units';

export type { Target } from './convertible';

/** Converts texts to a script; every result is as long as its text in UTF-16 units. */
export type Convert = (texts: string[], target: Target) => Promise<string[]>;

const LANGUAGE: Record<Target, string> = { cn: 'zh-CN', t: 'zh-Hant', tw: 'zh-TW', hk: 'zh-HK' };

/** A text is handed to `convert` in portions of about so many UTF-16 units, cut after a line or a sentence. */
const PORTION = 5000;
/** Batches in UTF-16 units: they grow and shrink with how quickly the page is drawn after them. */
const SMALLEST_BATCH = 20_000;
const LARGEST_BATCH = 200_000;
/** So many texts are written without a pause: what is on screen changes at one go. */
const AT_ONCE = 500;
/** How long drawing after a batch may take, milliseconds. */
const DRAWING = 30;
/** Drawing a page of so many UTF-16 units anew takes some 40 ms. */
const LONG_PAGE = 100_000;
const ATTRIBUTE_SELECTOR = SHOWN_ATTRIBUTES.map((name) => `[${name}]`).join();

/**
 * Shows a page in another script by setting the data of its text nodes, holds the originals and gives them back
 * exactly. No node is put in, moved or taken away. Text that comes later or that the page changes is converted
 * too; what is the page's newest text is what comes back. Frames of the same origin go with the page.
 */
export class VariantText {
  readonly #root: Document;
  readonly #convert: Convert;
  readonly #record: VariantRecord;
  readonly #changes: PageChanges;
  readonly #options: BlockOptions;
  readonly #frames: FrameVariants;
  #target: Target | null = null;
  /** Counts the reader's actions, so that an older one gives way. */
  #action = 0;
  #batch = SMALLEST_BATCH;
  #isLong: boolean | undefined;

  /** @param convert called with at most a few hundred thousand UTF-16 units at a time */
  constructor(root: Document, convert: Convert) {
    this.#root = root;
    this.#convert = convert;
    this.#record = new VariantRecord(root);
    this.#changes = new PageChanges(this.#record, (changed) => this.#follow(changed));
    this.#frames = new FrameVariants((document) => new VariantText(document, convert));
    this.#options = {
      hidden: true,
      whole: true,
      sourceOf: (node) => this.#record.sourceOf(node),
      onShadowRoot: (shadowRoot) => {
        this.#record.shadowRoots.add(shadowRoot);
        this.#changes.watch(shadowRoot);
      },
    };
  }

  /** The script that is shown; `null` where it is the page's own. */
  get target(): Target | null {
    return this.#target;
  }

  /** The page's own text of a node, whatever is shown. */
  sourceOf(node: Text): string {
    return node.ownerDocument === this.#root ? this.#record.sourceOf(node) : this.#frames.sourceOf(node);
  }

  /**
   * Shows the page in a script, what is on screen first; resolves when all is shown or another action has come
   * between. Rejects where `convert` does, and with a RangeError where it changes a length; what was shown by
   * then stays and can be restored.
   */
  async show(target: Target): Promise<void> {
    const action = ++this.#action;
    this.#target = target;
    this.#isLong = undefined;
    this.#changes.watch(this.#root);
    const convertible = new Convertible(target);
    const done = new Set<Text>();
    await this.#showUnits(this.#unitsOf(onScreen(this.#root, this.#options), convertible, done), action);
    if (action !== this.#action) return;
    await this.#showUnits(this.#pageUnits(convertible, done), action);
    if (action !== this.#action) return;
    this.#changes.start();
    for (const scope of [this.#root, ...this.#record.shadowRoots]) await this.#frames.show(scope, target);
  }

  /** Gives back the page's own texts, what is on screen first; resolves when all is back. */
  async restore(): Promise<void> {
    const action = ++this.#action;
    this.#target = null;
    this.#changes.forget();
    const frames = this.#frames.restore();
    this.#beginSlice();
    for (const { nodes } of onScreen(this.#root, this.#options))
      for (const node of nodes) this.#record.restoreText(node);
    this.#record.restoreAttributes(this.#root.documentElement);
    const pace = new Pace();
    let written = this.#batch;
    for (const [node, { source }] of [...this.#record.texts]) {
      if (written >= this.#batch || pace.isUsedUp) {
        await pace.waitFor(written >= this.#batch ? this.#drawn() : nextTurn());
        if (written >= this.#batch) written = 0;
        if (action !== this.#action) return;
        this.#beginSlice();
      }
      this.#record.restoreText(node);
      written += source.length;
    }
    this.#finish();
    await frames;
  }

  /** Gives everything back at once and stops watching: for when the reader is taken away. */
  dispose(): void {
    this.#action++;
    this.#target = null;
    this.#frames.dispose();
    this.#finish();
  }

  #beginSlice(): void {
    this.#changes.settle();
    this.#record.beginSlice();
  }

  #finish(): void {
    this.#changes.stop();
    this.#record.beginSlice();
    for (const node of [...this.#record.texts.keys()]) this.#record.restoreText(node);
    for (const element of [...this.#record.attributes.keys()]) this.#record.restoreAttributes(element);
    this.#record.clear();
  }

  /** Converts what the page has changed; resolves with the milliseconds of work. */
  async #follow(changed: readonly Node[]): Promise<number> {
    const pace = new Pace();
    const target = this.#target;
    if (!target) return 0;
    const action = this.#action;
    await this.#showUnits(this.#unitsToFollow(changed, new Convertible(target)), action, pace);
    for (const node of changed)
      if (node.nodeType === 1 && action === this.#action) await this.#frames.show(node as Element, target);
    return pace.spent;
  }

  *#unitsToFollow(changed: readonly Node[], convertible: Convertible): Generator<Unit> {
    const done = new Set<Text>();
    for (const node of changed)
      for (const unit of this.#changedUnits(node, convertible, done))
        if (this.#changes.mayFollow(unit.place, unit.text)) yield unit;
  }

  *#changedUnits(node: Node, convertible: Convertible, done: Set<Text>): Generator<Unit> {
    if (!node.isConnected) return;
    if (node.nodeType === 3) {
      if (node.parentElement?.parentElement === this.#root.head) yield* titleUnits(this.#root, this.#record);
      const block = done.has(node as Text) ? null : blockAround(node as Text, this.#options);
      if (block) yield* this.#unitsOf([block], convertible, done);
    } else if (node.nodeType === 1) {
      const walker = this.#root.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      const first = walker.nextNode();
      // The first and the last text may go on what stands before or after; in between whole blocks are new.
      if (first) yield* this.#changedUnits(first, convertible, done);
      yield* this.#unitsOf(eachBlock(node, this.#options), convertible, done);
      yield* this.#attributeUnitsUnder(node as Element, convertible);
    }
  }

  *#pageUnits(convertible: Convertible, done: Set<Text>): Generator<Unit> {
    yield* titleUnits(this.#root, this.#record);
    yield* this.#unitsOf(eachBlock(this.#root, this.#options), convertible, done);
    for (const scope of [this.#root, ...this.#record.shadowRoots])
      yield* this.#attributeUnitsUnder(scope, convertible);
  }

  *#attributeUnitsUnder(scope: ParentNode, convertible: Convertible): Generator<Unit> {
    if (scope.nodeType === 1) yield* attributeUnits(scope as unknown as Element, convertible, this.#record);
    for (const element of scope.querySelectorAll(ATTRIBUTE_SELECTOR))
      yield* attributeUnits(element, convertible, this.#record);
  }

  *#unitsOf(blocks: Iterable<Block>, convertible: Convertible, done: Set<Text>): Generator<Unit> {
    for (const block of blocks) {
      if (done.has(block.nodes[0] as Text)) continue;
      for (const node of block.nodes) done.add(node);
      const unit = textUnit(block, convertible, this.#record);
      if (unit) yield unit;
    }
  }

  /** Converts units in batches, the next one while the last is being shown. */
  async #showUnits(units: Iterable<Unit>, action: number, pace = new Pace()): Promise<void> {
    let batch: Unit[] = [];
    let size = 0;
    let ahead: Promise<(() => void)[]> | null = null;
    const flush = async () => {
      const asked = batch.length > 0 ? this.#ask(batch) : null;
      // What fails is thrown where it is awaited.
      asked?.catch(() => undefined);
      batch = [];
      size = 0;
      const shows = ahead && (await pace.waitFor(ahead));
      ahead = asked;
      if (!shows || action !== this.#action) return;
      this.#beginSlice();
      for (const show of shows) {
        if (pace.isUsedUp && shows.length > AT_ONCE) {
          await pace.waitFor(nextTurn());
          if (action !== this.#action) return;
          this.#beginSlice();
        }
        show();
      }
      await pace.waitFor(this.#drawn());
    };
    for (const unit of units) {
      batch.push(unit);
      size += unit.text.length;
      if (size >= this.#batch) await flush();
      else if (pace.isUsedUp) await pace.waitFor(nextTurn());
      if (action !== this.#action) return;
    }
    await flush();
    if (action === this.#action) await flush();
  }

  /** Has a batch converted; what comes back shows it, unit by unit. */
  async #ask(units: readonly Unit[]): Promise<(() => void)[]> {
    const portions = units.map(({ text }) => portionsOf(text));
    const target = this.#target as Target;
    const texts = portions.flat();
    const converted = await this.#convert(texts, target);
    texts.forEach((text, index) => {
      if (converted[index]?.length !== text.length)
        throw new RangeError(
          `A text of ${text.length} UTF-16 units was converted to one of ${converted[index]?.length}.`,
        );
    });
    let at = 0;
    const shows = units.map((unit, index) => {
      const from = at;
      at += portions[index]?.length ?? 0;
      const to = at;
      return () => unit.show(converted.slice(from, to).join(''));
    });
    return [() => this.#showLanguage(target), ...shows];
  }

  /**
   * States the language that is shown, so that the browser draws the forms of that script. It then draws all text
   * anew at one go, so on a very long page the language stays as it is.
   */
  #showLanguage(target: Target): void {
    const html = this.#root.documentElement;
    this.#isLong ??= (html.textContent?.length ?? 0) > LONG_PAGE;
    if (this.#isLong) return;
    const source = this.#record.attributeSource(html, 'lang');
    if (!isForeignLanguage((source ?? '').toLowerCase()))
      this.#record.showAttribute(html, 'lang', source, LANGUAGE[target]);
  }

  /** Waits until the page has been drawn, and suits the next batch to how long that took. */
  async #drawn(): Promise<void> {
    const { defaultView } = this.#root;
    if (!defaultView) return;
    const took = await nextFrame(defaultView);
    const batch = took > DRAWING ? this.#batch / 2 : this.#batch * 1.5;
    this.#batch = Math.min(Math.max(batch, SMALLEST_BATCH), LARGEST_BATCH);
  }
}

function portionsOf(text: string): string[] {
  if (text.length <= PORTION) return [text];
  const portions: string[] = [];
  for (let from = 0; from < text.length; ) {
    let to = text.length;
    if (from + PORTION < text.length) {
      const end = text.slice(from, from + PORTION).search(/[\n。！？；，、\s][^\n。！？；，、\s]*$/);
      to = end > 0 ? from + end + 1 : from + PORTION;
    }
    portions.push(text.slice(from, to));
    from = to;
  }
  return portions;
}
