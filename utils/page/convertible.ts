import { isEditable } from './elements';
import { isForeignLanguage } from './language';

/** The scripts in which a page can be shown: OpenCC's standard, Taiwan's, Hong Kong's, simplified. */
export type Target = 'cn' | 't' | 'tw' | 'hk';

/** Attributes that a reader sees or hears as text. */
export const SHOWN_ATTRIBUTES = ['title', 'alt', 'placeholder', 'aria-label'] as const;

/** What is quoted letter by letter, and formulas. */
const LITERAL = new Set(['code', 'kbd', 'samp', 'var', 'math', 'script', 'style', 'noscript', 'template']);

/** What is known of an element: whether all in it stays as it is, and whether its language does. */
interface Rule {
  fixed: boolean;
  foreign: boolean;
}

/**
 * Which text of a page may be shown in another script. Remembers what it has found out about elements, so it is
 * to be made anew for every pass over the page.
 */
export class Convertible {
  readonly #target: Target;
  readonly #rules = new Map<Element, Rule>();

  constructor(target: Target) {
    this.#target = target;
  }

  /** Whether the text nodes of an element may be changed. */
  allows(element: Element): boolean {
    const { fixed, foreign } = this.#ruleOf(element);
    return !fixed && !foreign;
  }

  /** Whether an element's attributes may be changed: those of a text box may, though not its text. */
  allowsAttributes(element: Element): boolean {
    const parent = parentElement(element);
    if (parent && this.#ruleOf(parent).fixed) return false;
    return !isMarkedFixed(element) && !this.#ruleOf(element).foreign;
  }

  #ruleOf(element: Element): Rule {
    const passed: Element[] = [];
    let rule: Rule | undefined;
    for (let at: Element | null = element; at; at = parentElement(at)) {
      rule = this.#rules.get(at);
      if (rule) break;
      passed.push(at);
    }
    let known = rule ?? { fixed: false, foreign: false };
    for (const each of passed.reverse()) {
      const fixed = known.fixed || isFixed(each);
      const foreign = each.hasAttribute('lang') ? this.#isForeign(each) : known.foreign;
      // Most elements have the rule of the one around them.
      if (fixed !== known.fixed || foreign !== known.foreign) known = { fixed, foreign };
      this.#rules.set(each, known);
    }
    return known;
  }

  #isForeign(element: Element): boolean {
    const language = (element.getAttribute('lang') ?? '').trim().toLowerCase();
    // What the page says of itself as a whole is often wrong about the script, what it says of a part seldom.
    const ofPart = element !== element.ownerDocument.documentElement;
    return isForeignLanguage(language) || (ofPart && isIn(language, this.#target));
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
