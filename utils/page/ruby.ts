import { isHan } from '@/utils/lang/han';
import type { Span } from '@/utils/lang/span';
import { type ReadingStyle, spellSyllables } from '@/utils/lang/spelling';
import type { Block } from './blocks';
import { nextTurn, Pace } from './pace';
import {
  annotate,
  dataOf,
  flatten,
  isRuby,
  isWhole,
  RUBY_ELEMENT,
  type RubyPair,
  unannotate,
} from './ruby-text';

/** A word of a block and its reading, one syllable per Han character. */
export interface RubyWord extends Span {
  reading: string;
}

/** Words of one block that are to be annotated. */
export interface RubyBlock {
  block: Block;
  words: readonly RubyWord[];
}

/** A longer word is spelled character by character, since a line cannot break within what is spelled as one. */
const LONGEST_WHOLE = 4;
/** So many annotations of one text node at most: they are put in at one go. */
const MOST_PAIRS = 2000;
/** What is quoted, formulas, controls, and what is the reader's or an editor's to write. */
const LEFT_ALONE =
  'pre, code, kbd, samp, textarea, input, select, option, button, ruby, svg, math, [role="textbox"], ' +
  '[contenteditable]:not([contenteditable="false" i])';

/**
 * Writes readings above the words of blocks and takes them away exactly. No node of the page is moved or taken out;
 * what the page rewrites loses its readings. See `ruby-text.ts` for how it is done.
 */
export class Ruby {
  readonly #held = new Map<Text, string>();
  readonly #observer = new MutationObserver((records) => this.#onRecords(records));
  #observed = new WeakSet<Document>();
  /** Counts the calls, so that an older one gives way. */
  #call = 0;

  /**
   * Annotates these words; a text node that has been annotated with the same stays as it is, and blocks that are not
   * given too. Resolves with whether anything was changed, when all is done or another call has come between.
   */
  async show(blocks: Iterable<RubyBlock>, style: ReadingStyle): Promise<boolean> {
    const call = ++this.#call;
    const pace = new Pace();
    const allowed = new Map<Element, boolean>();
    let changed = false;
    for (const [node, pairs] of pairsOf(blocks, style)) {
      if (pace.isUsedUp) {
        await pace.waitFor(nextTurn());
        if (call !== this.#call) return changed;
      }
      const key = pairs.map(({ from, to, above }) => `${from} ${to} ${above}`).join();
      if (this.#held.get(node) === key && isWhole(node)) continue;
      const parent = node.parentElement;
      if (!parent || !node.isConnected) continue;
      let may = allowed.get(parent);
      if (may === undefined) {
        may = isAllowed(parent);
        allowed.set(parent, may);
      }
      if (!may) continue;
      this.#write(() => annotate(node, pairs));
      this.#held.set(node, key);
      this.#observe(node.ownerDocument);
      changed = true;
    }
    return changed;
  }

  /** Takes all readings away: every node is as it was. Answers whether there were any. */
  clear(): boolean {
    this.#call++;
    if (this.#held.size === 0) return false;
    this.#write(() => {
      for (const node of this.#held.keys()) unannotate(node);
    });
    this.#held.clear();
    this.#observer.disconnect();
    this.#observed = new WeakSet();
    return true;
  }

  /** Takes note of what the page has done before, and of nothing that we do. */
  #write(change: () => void): void {
    this.#onRecords(this.#observer.takeRecords());
    change();
    this.#observer.takeRecords();
  }

  #observe(document: Document): void {
    if (this.#observed.has(document)) return;
    this.#observed.add(document);
    this.#observer.observe(document, { childList: true, characterData: true, subtree: true });
  }

  #onRecords(records: readonly MutationRecord[]): void {
    if (records.length === 0) return;
    const rewritten = new Set<Text>();
    let moved = false;
    for (const { type, target, addedNodes } of records) {
      if (type === 'characterData') {
        if (this.#held.has(target as Text)) rewritten.add(target as Text);
        continue;
      }
      moved = true;
      for (const node of addedNodes) if (node.nodeType === 1) flattenUnder(node as Element);
    }
    if (moved) for (const node of this.#held.keys()) if (!isWhole(node)) rewritten.add(node);
    for (const node of rewritten) {
      this.#held.delete(node);
      unannotate(node);
    }
    this.#observer.takeRecords();
  }
}

function flattenUnder(node: Element): void {
  const found = [...node.querySelectorAll(RUBY_ELEMENT)];
  if (node.localName === RUBY_ELEMENT) found.push(node);
  for (const element of found) if (!isRuby(element)) flatten(element);
}

function isAllowed(parent: Element): boolean {
  if (parent.closest(LEFT_ALONE) || parent.ownerDocument.designMode === 'on') return false;
  // What is placed is drawn to a measure, such as the text over a drawn page.
  return !/absolute|fixed/.test(getComputedStyle(parent).position);
}

/** What is to be written above what, by text node, in order and without overlaps. */
function pairsOf(blocks: Iterable<RubyBlock>, style: ReadingStyle): Map<Text, RubyPair[]> {
  const byNode = new Map<Text, RubyPair[]>();
  for (const { block, words } of blocks)
    for (const { from, to, reading } of words) {
      const syllables = reading.split(' ').filter(Boolean);
      for (const { startContainer, startOffset, endOffset } of block.rangesOf(from, to)) {
        const node = startContainer as Text;
        const pairs = byNode.get(node) ?? [];
        byNode.set(node, pairs);
        const reached = pairs.at(-1)?.to ?? 0;
        if (startOffset < reached || pairs.length >= MOST_PAIRS) continue;
        pairs.push(...pairsIn(dataOf(node).slice(startOffset, endOffset), startOffset, syllables, style));
      }
    }
  return byNode;
}

/** The pairs of a word or a part of one, which takes its syllables. */
function pairsIn(text: string, start: number, syllables: string[], style: ReadingStyle): RubyPair[] {
  const characters: Span[] = [];
  for (let at = 0; at < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(at) as number);
    if (isHan(character)) characters.push({ from: start + at, to: start + at + character.length });
    at += character.length;
  }
  const taken = syllables.splice(0, characters.length);
  if (characters.length === 0 || taken.length < characters.length) return [];
  const [first] = characters as [Span];
  const last = characters.at(-1) as Span;
  if (style === 'marks' && characters.length <= LONGEST_WHOLE)
    return [{ from: first.from, to: last.to, above: spelled(taken.join(' '), style) }];
  return characters.map((span, at) => ({ ...span, above: spelled(taken[at] as string, style) }));
}

function spelled(reading: string, style: ReadingStyle): string {
  return spellSyllables(reading, style)
    .map(({ text }) => text)
    .join('');
}
