/** Kana and hangul. */
const FOREIGN =
  /[\u3041-\u3096\u30a1-\u30fa\u31f0-\u31ff\uff66-\uff9d\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]/g;
const HAN = /\p{Script=Han}/gu;

/**
 * Share of kana or hangul among the letters of a text from which it is taken for Japanese or Korean. Japanese
 * news keeps above a third of kana even in headlines; Chinese text that quotes a Japanese name or uses 鲜の stays
 * well below.
 */
const FOREIGN_SHARE = 0.2;

/** The nearest element that states a language for a node, through shadow roots; `null` where none does. */
export function languageElement(node: Node): Element | null {
  let at: Node | null = node;
  while (at) {
    const element: Element | null = at.nodeType === 1 ? (at as Element) : at.parentElement;
    const stating = element?.closest('[lang]');
    if (stating) return stating;
    const root = at.getRootNode();
    at = root.nodeType === 11 ? ((root as ShadowRoot).host ?? null) : null;
  }
  return null;
}

/** The language that the page states for a node, in lower case; empty where it states none. */
export function statedLanguage(node: Node): string {
  return (languageElement(node)?.getAttribute('lang') ?? '').trim().toLowerCase();
}

/** Whether the language is one that is written with Chinese characters but is not Chinese. */
export function isForeignLanguage(language: string): boolean {
  return /^(ja|jpn|ko|kor|vi|vie)\b/.test(language);
}

/** Whether a text is Japanese or Korean by its letters. */
export function isForeignText(text: string): boolean {
  const foreign = text.match(FOREIGN)?.length ?? 0;
  if (foreign < 2) return false;
  return foreign / (foreign + (text.match(HAN)?.length ?? 0)) >= FOREIGN_SHARE;
}

/** Whether a text has a Chinese character in it. */
export function hasHan(text: string): boolean {
  return text.search(HAN) >= 0;
}
