import { SHOWN_ATTRIBUTES } from './convertible';
import { isEditable } from './elements';
import { hasHan } from './language';
import { isAnnotated, isCopy, isRuby } from './ruby-text';
import { afterEdits, type Shown } from './text-edit';
import type { VariantRecord } from './variant-record';

/** Changes are gathered for so long, milliseconds, before they are followed. */
const GATHER = 30;
/** On a page that never rests the pause is so many times as long as the work was, at most so long. */
const REST = 9;
const LONGEST_REST = 2000;
/** A text that the page always writes back is converted again after pauses that double, milliseconds. */
const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 4000;
/** Texts of one place of which that is remembered. */
const MOST_REMEMBERED = 100;

interface Repeat {
  pause: number;
  until: number;
}

/**
 * Watches what the page does to its text while another script is shown, keeps the record of sources true, and
 * has what is new converted. Our own writing is known by what the record says is shown.
 */
export class PageChanges {
  readonly #record: VariantRecord;
  readonly #follow: (changed: readonly Node[]) => Promise<number>;
  readonly #observer: MutationObserver;
  #watched = new WeakSet<Node>();
  #changed = new Set<Node>();
  /** Whether changes are followed yet, or only noted. */
  #started = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Texts that were converted in a place lately. */
  #repeats = new WeakMap<Node, Map<string, Repeat>>();

  /** @param follow converts what stands at the changed nodes; resolves with the milliseconds of work */
  constructor(record: VariantRecord, follow: (changed: readonly Node[]) => Promise<number>) {
    this.#record = record;
    this.#follow = follow;
    this.#observer = new MutationObserver((records) => this.#onRecords(records));
  }

  /** Watches a document or shadow root. */
  watch(root: Node): void {
    if (this.#watched.has(root)) return;
    this.#watched.add(root);
    this.#observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      characterDataOldValue: true,
      attributeFilter: [...SHOWN_ATTRIBUTES, 'contenteditable'],
    });
  }

  /** From now on changes are followed, those noted so far too. */
  start(): void {
    this.#started = true;
    this.#schedule(GATHER);
  }

  /** Forgets what has changed: nothing is to be converted any more. */
  forget(): void {
    this.#started = false;
    this.#changed.clear();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Takes note of the last changes and watches no longer. */
  stop(): void {
    this.settle();
    this.forget();
    this.#observer.disconnect();
    this.#watched = new WeakSet();
    this.#repeats = new WeakMap();
  }

  /**
   * Whether a text that has come in a place may be converted now. Where the page writes back what we show, this
   * says no for ever longer, and the place is followed again after that.
   */
  mayFollow(place: Node, text: string): boolean {
    const now = performance.now();
    const texts = this.#repeats.get(place) ?? new Map<string, Repeat>();
    this.#repeats.set(place, texts);
    const repeat = texts.get(text);
    if (!repeat || now > repeat.until + LONGEST_PAUSE) {
      if (texts.size >= MOST_REMEMBERED) texts.clear();
      texts.set(text, { pause: FIRST_PAUSE, until: now + FIRST_PAUSE });
      return true;
    }
    if (now >= repeat.until) {
      repeat.pause = Math.min(repeat.pause * 2, LONGEST_PAUSE);
      repeat.until = now + repeat.pause;
      return true;
    }
    setTimeout(() => this.#note(place), repeat.until - now);
    return false;
  }

  /** Takes note of what the page has done by now. */
  settle(): void {
    this.#onRecords(this.#observer.takeRecords());
  }

  #note(node: Node): void {
    if (!this.#started) return;
    this.#changed.add(node);
    this.#schedule(GATHER);
  }

  #schedule(delay: number): void {
    if (!this.#started || this.#timer !== undefined || this.#changed.size === 0) return;
    this.#timer = setTimeout(() => this.#run(), delay);
  }

  async #run(): Promise<void> {
    const changed = [...this.#changed];
    this.#changed.clear();
    let spent = 0;
    try {
      spent = await this.#follow(changed);
    } catch {
      // The text stays the page's own; what failed fails again where the reader asks for it.
    }
    this.#timer = undefined;
    this.#schedule(Math.min(Math.max(GATHER, REST * spent), LONGEST_REST));
  }

  #onRecords(records: readonly MutationRecord[]): void {
    if (records.length === 0) return;
    this.#record.beginSlice();
    const added = new Set<Node>();
    const removed = new Set<Node>();
    // What a text was before each edit, in order.
    const edited = new Map<Text, string[]>();
    for (const { type, target, oldValue, removedNodes, addedNodes, attributeName } of records) {
      if (type === 'characterData') {
        const states = edited.get(target as Text);
        if (states) states.push(oldValue ?? '');
        else edited.set(target as Text, [oldValue ?? '']);
      } else if (type === 'attributes') this.#onAttribute(target as Element, attributeName as string);
      else {
        for (const node of removedNodes) removed.add(node);
        // What is annotated is read in the node before.
        for (const node of addedNodes) if (!isRuby(node)) added.add(node);
      }
    }
    for (const node of removed) if (node.isConnected) removed.delete(node);

    // What the page has made of texts that were shown: moved, joined, split, cloned.
    const lost: Shown[] = [];
    for (const node of removed)
      for (const text of textsUnder(node)) {
        const record = this.#record.texts.get(text);
        if (record) lost.push(record);
      }
    for (const [text, states] of edited) this.#onEdits(text, states, lost);
    for (const node of added)
      for (const text of textsUnder(node))
        if (!this.#record.texts.has(text)) this.#onNew(text, edited.get(text), lost);
    // What leaves the document takes its own text with it.
    for (const node of removed) this.#record.restoreUnder(node);
    for (const node of added) if (node.isConnected) this.#changed.add(node);
    this.#schedule(GATHER);
  }

  #onEdits(text: Text, states: readonly string[], lost: Shown[]): void {
    const record = this.#record.texts.get(text);
    if (isAnnotated(text) || record?.shown === text.data) return;
    const [first = ''] = states;
    const before = record ?? { source: first, shown: first };
    const after = afterEdits(before, [...states.slice(states.indexOf(before.shown) + 1), text.data], lost);
    this.#record.onEdit(text, after?.source ?? null);
    if (hasHan(text.data)) this.#changed.add(text);
  }

  #onNew(text: Text, states: readonly string[] | undefined, lost: Shown[]): void {
    const [first = text.data, ...rest] = states ?? [];
    const source = this.#record.sourceOfCopy(first, lost);
    if (source === null) return;
    const after = states ? afterEdits({ source, shown: first }, [...rest, text.data], lost) : { source };
    this.#record.onEdit(text, after?.source ?? null);
  }

  #onAttribute(element: Element, name: string): void {
    if (name !== 'contenteditable') {
      const record = this.#record.attributes.get(element)?.get(name);
      if (record?.shown === element.getAttribute(name)) return;
    } else if (isEditable(element)) {
      // What the reader writes into must be the page's own text.
      this.#record.restoreUnder(element);
    }
    this.#changed.add(element);
  }
}

function* textsUnder(node: Node): Generator<Text> {
  if (node.nodeType === 3) yield node as Text;
  else if (node.nodeType === 1) {
    const walker = (node.ownerDocument as Document).createTreeWalker(node, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode())
      if (!isCopy(text as Text)) yield text as Text;
  }
}
