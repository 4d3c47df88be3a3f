// Runs in the page: random trees that change while they are shown in another script.
import { isAnnotated } from '@/utils/page/ruby-text';
import { VariantText } from '@/utils/page/variant-text';

const PAIRS: Record<string, string> = { 县: '縣', 发: '發', 会: '會', 乡: '鄉', 农: '農' };
const UNITS = ['县', '发', '会', '乡', '农', '石', '桥', '，', ' ', '\n', 'a', '𠮷'];
const TAGS = ['p', 'div', 'span', 'b', 'i', 'section', 'ul', 'li', 'x-note'];

/** What a random page came to. */
export interface Outcome {
  seed: number;
  /** Whether anything was shown in the other script at all. */
  converted: boolean;
  /** What differs after restoring; empty where nothing does. */
  difference: string;
}

export const toTraditional = async (texts: string[]): Promise<string[]> =>
  texts.map((text) => Array.from(text, (character) => PAIRS[character] ?? character).join(''));

/** A page of random trees under `document.body`, changed at random while converted, and what it looks like restored. */
export async function tryRandomPage(seed: number, trees: number, changes: number): Promise<Outcome> {
  const random = new RandomPage(seed);
  random.build(trees);
  const variants = new VariantText(document, toTraditional);
  const shown = variants.show('tw');
  // Some changes come while the page is still being converted.
  for (let count = random.below(3); count > 0; count--) random.change();
  await shown;
  const converted = Object.values(PAIRS).some((character) => document.body.textContent?.includes(character));
  for (let count = 0; count < changes; count++) {
    random.change();
    if (random.below(8) === 0) await new Promise((done) => setTimeout(done, random.below(60)));
  }
  const restored = variants.restore();
  random.change();
  await restored;
  return { seed, converted, difference: random.difference() };
}

/** A page and what its own texts are, kept apart from what it shows. */
export class RandomPage {
  readonly #sources = new Map<Text, string>();
  readonly #titles = new Map<Element, string>();
  readonly #out: Element[] = [];
  readonly #cloned: { clone: Element; sources: string[] }[] = [];
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** A whole number from 0 to below `limit` (mulberry32). */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  build(trees: number): void {
    document.body.replaceChildren();
    for (let count = 0; count < trees; count++) document.body.append(this.#tree(3));
  }

  /** One change of the page, as scripts and frameworks make them. */
  change(): void {
    const element = this.#pick(this.#elements());
    const text = this.#pick(this.#texts());
    switch (this.below(14)) {
      case 0:
        element?.append(this.#tree(2));
        break;
      case 1:
        element?.before(this.#text());
        break;
      case 2:
        if (text) this.#write(text, this.#string());
        break;
      case 3:
        if (text && !isAnnotated(text)) this.#splice(text, text.length, 0, this.#string());
        break;
      case 4:
        if (text && !isAnnotated(text)) this.#splice(text, this.#boundary(text), 0, this.#string());
        break;
      case 5:
        if (text && !isAnnotated(text)) this.#splice(text, this.#boundary(text), 1, '');
        break;
      case 6:
        if (text && text.length > 1) this.#split(text);
        break;
      case 7:
        if (element) this.#takeOut(element);
        break;
      case 8: {
        const back = this.#out.pop();
        if (back) (element ?? document.body).append(back);
        break;
      }
      case 9: {
        const other = this.#pick(this.#elements());
        if (element && other && !element.contains(other)) other.append(element);
        break;
      }
      case 10:
        if (element) element.after(this.#clone(element));
        break;
      case 11:
        if (element) this.#setContent(element);
        break;
      case 12:
        if (element) this.#setTitle(element);
        break;
      default:
        text?.remove();
    }
  }

  /** Takes note of the texts of clones, which stand as texts of their own once their readings are taken away. */
  settle(): void {
    for (const { clone, sources } of this.#cloned.splice(0))
      this.#texts(clone).forEach((text, index) => {
        this.#sources.set(text, sources[index] ?? '');
      });
  }

  /** Where a node does not have its own text. */
  difference(): string {
    for (const [text, source] of this.#sources)
      if (text.isConnected && text.data !== source)
        return `${JSON.stringify(text.data)} instead of ${JSON.stringify(source)}`;
    for (const text of this.#texts())
      if (!this.#sources.has(text)) return `${JSON.stringify(text.data)} is new`;
    for (const [element, title] of this.#titles)
      if (element.isConnected && element.getAttribute('title') !== title)
        return `title ${element.getAttribute('title')} instead of ${title}`;
    return '';
  }

  #pick<T>(all: readonly T[]): T | undefined {
    return all[this.below(Math.max(all.length, 1))];
  }

  #elements(): Element[] {
    return [...document.body.querySelectorAll('*:not(tifa-ruby, tifa-ruby *)')];
  }

  #texts(under: Element = document.body): Text[] {
    const walker = document.createTreeWalker(under, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest('tifa-ruby')) texts.push(node as Text);
    return texts;
  }

  #string(): string {
    return Array.from({ length: 1 + this.below(6) }, () => UNITS[this.below(UNITS.length)]).join('');
  }

  #text(): Text {
    const text = document.createTextNode(this.#string());
    this.#sources.set(text, text.data);
    return text;
  }

  #tree(depth: number): Element {
    const element = document.createElement(TAGS[this.below(TAGS.length)] as string);
    if (this.below(4) === 0) this.#setTitle(element);
    for (let count = this.below(4); count > 0; count--)
      element.append(depth > 0 && this.below(2) ? this.#tree(depth - 1) : this.#text());
    return element;
  }

  /** A place in a text that parts no pair of surrogates. */
  #boundary(text: Text): number {
    const at = this.below(text.length + 1);
    return /[\udc00-\udfff]/.test(text.data.charAt(at)) ? at + 1 : at;
  }

  #write(text: Text, data: string): void {
    text.data = data;
    this.#sources.set(text, data);
  }

  #splice(text: Text, at: number, count: number, data: string): void {
    if (/[\ud800-\udbff]/.test(text.data.charAt(at)) && count > 0) return;
    const source = this.#sources.get(text) ?? '';
    text.replaceData(at, count, data);
    this.#sources.set(text, source.slice(0, at) + data + source.slice(at + count));
  }

  #split(text: Text): void {
    const at = this.#boundary(text);
    const source = this.#sources.get(text) ?? '';
    const rest = text.splitText(at);
    this.#sources.set(text, source.slice(0, at));
    this.#sources.set(rest, source.slice(at));
  }

  #takeOut(element: Element): void {
    element.remove();
    this.#out.push(element);
  }

  #clone(element: Element): Node {
    const clone = element.cloneNode(true) as Element;
    if (element.querySelector('tifa-ruby')) {
      for (const titled of [clone, ...clone.querySelectorAll('*')]) titled.removeAttribute('title');
      this.#cloned.push({
        clone,
        sources: this.#texts(element).map((text) => this.#sources.get(text) ?? ''),
      });
      return clone;
    }
    const originals = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    const copies = document.createTreeWalker(clone, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let original: Node | null = element, copy: Node | null = clone; original && copy; ) {
      if (original.nodeType === 3) this.#sources.set(copy as Text, this.#sources.get(original as Text) ?? '');
      // An attribute that is cloned is a new value: there is no telling it from the page's own.
      else (copy as Element).removeAttribute('title');
      original = originals.nextNode();
      copy = copies.nextNode();
    }
    return clone;
  }

  #setContent(element: Element): void {
    const content = this.#string();
    element.textContent = content;
    this.#sources.set(element.firstChild as Text, content);
  }

  #setTitle(element: Element): void {
    const title = this.#string();
    element.setAttribute('title', title);
    this.#titles.set(element, title);
  }
}
