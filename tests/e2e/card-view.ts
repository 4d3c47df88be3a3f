/** One entry of the card, by the handles that tests hold on to. */
export interface EntryView {
  headword: string;
  reading: string;
  saved: boolean;
  /** The text of each part of the entry, by its name. */
  parts: Record<string, string>;
}

/** What a reader sees of the card. */
export interface CardView {
  state: 'open' | 'closed';
  entries: EntryView[];
  /** Everything that the card says, white space closed up. */
  text: string;
  /** What stands outside the card within our root: a sentence to the reader, or nothing. */
  aside: string;
  box: { left: number; top: number; right: number; bottom: number };
}

/** Reads the card out of its closed root; runs in the page, so it may use nothing from outside itself. */
export function viewCard(root: ShadowRoot): CardView | null {
  const card = root.querySelector<HTMLElement>('[data-part="card"]');
  if (!card) return null;
  const entries = [...card.querySelectorAll<HTMLElement>('[data-part="entry"]')].map((entry) => {
    const parts: Record<string, string> = {};
    for (const part of entry.querySelectorAll<HTMLElement>('[data-part]'))
      parts[part.dataset.part ?? ''] ??= (part.textContent ?? '').replace(/\s+/g, ' ').trim();
    return {
      headword: entry.dataset.headword ?? '',
      reading: entry.dataset.reading ?? '',
      saved: entry.dataset.saved === 'true',
      parts,
    };
  });
  const { left, top, right, bottom } = card.getBoundingClientRect();
  const aside = [...root.children].filter((child) => child !== card && child.localName !== 'style');
  return {
    state: card.dataset.state === 'open' ? 'open' : 'closed',
    entries,
    text: (card.textContent ?? '').replace(/\s+/g, ' ').trim(),
    aside: aside
      .map((child) => child.textContent)
      .join(' ')
      .trim(),
    box: { left, top, right, bottom },
  };
}

/** The middle of the first part of that name within our root, in the viewport; `null` where there is none. */
export function middleOfPart(root: ShadowRoot, name: string): { x: number; y: number } | null {
  const box = root.querySelector(`[data-part="${name}"]`)?.getBoundingClientRect();
  return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
}

/** Where a phrase of the page stands: the boxes of its first and last character, in the viewport. */
export interface Place {
  first: { x: number; y: number };
  last: { x: number; y: number };
  box: { left: number; top: number; right: number; bottom: number };
}

/**
 * Scrolls to the `nth` occurrence (from 0) of a phrase within the elements of `selector`, white space and element
 * borders between its characters aside; runs in the page. `null` where the page does not hold it.
 */
export function placeOf([phrase, nth, selector]: [string, number, string]): Place | null {
  const root = document.querySelector(selector);
  if (!root) return null;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const at: [Text, number][] = [];
  let text = '';
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node.parentElement?.closest('script, style, title')) continue;
    for (let offset = 0; offset < node.data.length; offset++) {
      const unit = node.data.charAt(offset);
      if (/\s/.test(unit)) continue;
      text += unit;
      at.push([node, offset]);
    }
  }
  let from = text.indexOf(phrase);
  for (let skipped = 0; skipped < nth && from >= 0; skipped++) from = text.indexOf(phrase, from + 1);
  const [start, end] = [at[from], at[from + phrase.length - 1]];
  if (from < 0 || !start || !end) return null;
  const range = document.createRange();
  range.setStart(start[0], start[1]);
  range.setEnd(start[0], start[1] + 1);
  let first = range.getBoundingClientRect();
  if (first.top < 60 || first.bottom > innerHeight - 60) {
    start[0].parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    first = range.getBoundingClientRect();
    // A tall element's middle may still leave the phrase outside.
    if (first.top < 60 || first.bottom > innerHeight - 60) {
      scrollBy({ top: first.top - innerHeight / 2, behavior: 'instant' });
      first = range.getBoundingClientRect();
    }
  }
  range.setStart(end[0], end[1]);
  range.setEnd(end[0], end[1] + 1);
  const last = range.getBoundingClientRect();
  return {
    first: { x: first.x + first.width / 2, y: first.y + first.height / 2 },
    last: { x: last.x + last.width / 2, y: last.y + last.height / 2 },
    box: {
      left: Math.min(first.left, last.left),
      top: Math.min(first.top, last.top),
      right: Math.max(first.right, last.right),
      bottom: Math.max(first.bottom, last.bottom),
    },
  };
}

/** All text nodes of the page as they stand, to compare before and after; runs in the page. */
export function textNodes(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) texts.push((walker.currentNode as Text).data);
  return texts;
}
