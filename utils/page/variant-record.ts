import { dataOf, isAnnotated, writeAnnotated } from './ruby-text';
import { type Shown, selectionEnds, sourceOfCopy, writeText } from './text-edit';

/** An attribute's value that is shown instead of its source; `null` stands for no attribute. */
export interface ShownAttribute {
  source: string | null;
  shown: string;
}

/**
 * What the page's own texts are where another is shown instead: the originals, from which everything is given
 * back. All writing to text nodes goes through here.
 */
export class VariantRecord {
  readonly shadowRoots = new Set<ShadowRoot>();
  readonly #document: Document;
  readonly #texts = new Map<Text, Shown>();
  readonly #attributes = new Map<Element, Map<string, ShownAttribute>>();
  /** Sources by what is shown, for copies that the page makes of its own nodes. */
  readonly #copies = new Map<string, string>();
  /** Ends of the selection while a slice is written. */
  #ends: Map<Text, number[]> | null = null;

  constructor(document: Document) {
    this.#document = document;
  }

  get texts(): ReadonlyMap<Text, Shown> {
    return this.#texts;
  }

  get attributes(): ReadonlyMap<Element, ReadonlyMap<string, ShownAttribute>> {
    return this.#attributes;
  }

  /** The page's own text of a node, whatever is shown. */
  sourceOf(node: Text): string {
    const record = this.#texts.get(node);
    const data = dataOf(node);
    return record && record.shown === data ? record.source : data;
  }

  /** The page's own value of an attribute. */
  attributeSource(element: Element, name: string): string | null {
    const value = element.getAttribute(name);
    const record = this.#attributes.get(element)?.get(name);
    return record && record.shown === value ? record.source : value;
  }

  /** Begins a stretch of writing without a pause: the selection is looked up anew when it is needed. */
  beginSlice(): void {
    this.#ends = null;
  }

  /** Shows a text instead of a node's source; nothing happens where the page has changed it meanwhile. */
  showText(node: Text, source: string, shown: string): void {
    if (this.sourceOf(node) !== source) return;
    if (shown === source) this.#texts.delete(node);
    else {
      this.#texts.set(node, { source, shown });
      this.#copies.set(shown, source);
    }
    if (dataOf(node) === shown) return;
    if (isAnnotated(node)) {
      writeAnnotated(node, shown);
      return;
    }
    this.#ends ??= selectionEnds(this.#document, [...this.shadowRoots]);
    writeText(node, shown, this.#ends.get(node));
  }

  /** Shows a value instead of an attribute's source; nothing happens where the page has changed it meanwhile. */
  showAttribute(element: Element, name: string, source: string | null, shown: string): void {
    if (this.attributeSource(element, name) !== source) return;
    const records = this.#attributes.get(element) ?? new Map<string, ShownAttribute>();
    if (shown === source) records.delete(name);
    else records.set(name, { source, shown });
    if (records.size > 0) this.#attributes.set(element, records);
    else this.#attributes.delete(element);
    if (element.getAttribute(name) !== shown) element.setAttribute(name, shown);
  }

  restoreText(node: Text): void {
    const record = this.#texts.get(node);
    if (record) this.showText(node, record.source, record.source);
    this.#texts.delete(node);
  }

  restoreAttributes(element: Element): void {
    const records = this.#attributes.get(element) ?? [];
    this.#attributes.delete(element);
    for (const [name, { source, shown }] of records) {
      if (element.getAttribute(name) !== shown) continue;
      if (source === null) element.removeAttribute(name);
      else element.setAttribute(name, source);
    }
  }

  /** Gives back everything under a node, the node too; also where it stands in no document any more. */
  restoreUnder(node: Node): void {
    const ownerDocument = node.ownerDocument ?? (node as Document);
    const walker = ownerDocument.createTreeWalker(node, 1 | 4);
    for (let each: Node | null = node; each; each = walker.nextNode()) {
      if (each.nodeType === 3) this.restoreText(each as Text);
      else if (each.nodeType === 1) this.restoreAttributes(each as Element);
    }
  }

  /** The page has written a node: takes note of what its source is now; `null` stands for what the node holds. */
  onEdit(node: Text, source: string | null): void {
    const shown = dataOf(node);
    if (source === null || source === shown) this.#texts.delete(node);
    else {
      this.#texts.set(node, { source, shown });
      this.#copies.set(shown, source);
    }
  }

  /** The source of a text that the page has made out of what was shown; `null` where it is the page's own. */
  sourceOfCopy(text: string, lost: readonly Shown[]): string | null {
    const source = this.#copies.get(text) ?? sourceOfCopy(text, lost);
    return source?.length === text.length ? source : null;
  }

  clear(): void {
    this.#texts.clear();
    this.#attributes.clear();
    this.#copies.clear();
  }
}
