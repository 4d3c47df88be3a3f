import { isEditable } from './elements';
import { isForeignLanguage, languageElement } from './language';

/** The scripts in which a page can be shown: OpenCC's standard, Taiwan's, Hong Kong's, simplified. */
export type Target = 'cn' | 't' | 'tw' | 'hk';

/** Attributes that a reader sees or hears as text. */
export const SHOWN_ATTRIBUTES = ['title', 'alt', 'placeholder', 'aria-label'] as const;

/** What is quoted letter by letter, and formulas. */
const LITERAL = new Set(['code', 'kbd', 'samp', 'var', 'math', 'script', 'style', 'noscript', 'template']);

/**
 * Which text of a page may be shown in another script. Remembers what it has found out about elements, so it is
 * to be made anew for every pass over the page.
 */
export class Convertible {
  readonly #target: Target;
  readonly #known = new Map<Element, boolean>();
  readonly #languages = new Map<Element, boolean>();

  constructor(target: Target) {
    this.#target = target;
  }

  /** Whether the text nodes of an element may be changed. */
  allows(element: Element): boolean {
    const passed: Element[] = [];
    let allowed = true;
    for (let at: Element | null = element; at; at = parentElement(at)) {
      const known = this.#known.get(at);
      if (known !== undefined) {
        allowed = known;
        break;
      }
      passed.push(at);
      if (isFixed(at)) {
        allowed = false;
        break;
      }
    }
    for (const each of passed) this.#known.set(each, allowed);
    return allowed && this.#allowsLanguage(element);
  }

  /** Whether an element's attributes may be changed, as far as the element itself tells. */
  allowsAttributes(element: Element): boolean {
    return !isMarkedFixed(element) && this.#allowsLanguage(element);
  }

  #allowsLanguage(element: Element): boolean {
    let allowed = this.#languages.get(element);
    if (allowed === undefined) {
      const stating = languageElement(element);
      const language = (stating?.getAttribute('lang') ?? '').trim().toLowerCase();
      // What the page says of itself as a whole is often wrong about the script, what it says of a part seldom.
      const ofPart = stating !== element.ownerDocument.documentElement;
      allowed = !isForeignLanguage(language) && !(ofPart && isIn(language, this.#target));
      this.#languages.set(element, allowed);
    }
    return allowed;
  }
}

/** Whether an element's text and all in it must stay as it is: literal, editable, or kept by the author's wish. */
function isFixed(element: Element): boolean {
  const name = element.localName;
  if (LITERAL.has(name) || isEditable(element)) return true;
  // Without a value of its own an option submits its text.
  if (name === 'option' && !element.hasAttribute('value')) return true;
  if (name === 'pre' && !isProse(element)) return true;
  return isMarkedFixed(element);
}

function isMarkedFixed(element: Element): boolean {
  return element.getAttribute('translate') === 'no' || element.classList.contains('notranslate');
}

/** Poems, old papers and plain text files stand in `pre` as well as programs; these are mostly Chinese. */
function isProse(pre: Element): boolean {
  if (pre.querySelector('code')) return false;
  const text = (pre.textContent ?? '').slice(0, 2000).replace(/\s/g, '');
  return (text.match(/\p{Script=Han}/gu)?.length ?? 0) * 2 > text.length;
}

function isIn(language: string, target: Target): boolean {
  if (target === 'cn') return /^zh-(cn|sg|my|hans)/.test(language);
  return /^zh-(tw|hk|mo|hant)/.test(language);
}

function parentElement(element: Element): Element | null {
  const root = element.parentNode;
  return element.parentElement ?? (root as ShadowRoot | null)?.host ?? null;
}
