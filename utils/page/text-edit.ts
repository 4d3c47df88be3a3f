/**
 * The source of a text node after the page has edited what is shown: where it only put something in or took
 * something out, the rest keeps its source. `null` where the page wrote the text anew.
 *
 * @param lost texts that were shown and have just been taken away: what is put in may be one of them
 */
export function sourceAfterEdit(
  { source, shown }: Shown,
  edited: string,
  lost: readonly Shown[],
): string | null {
  const shorter = Math.min(shown.length, edited.length);
  let prefix = 0;
  while (prefix < shorter && shown.charCodeAt(prefix) === edited.charCodeAt(prefix)) prefix++;
  let suffix = 0;
  while (
    suffix < shorter - prefix &&
    shown.charCodeAt(shown.length - 1 - suffix) === edited.charCodeAt(edited.length - 1 - suffix)
  )
    suffix++;
  if (prefix + suffix === shown.length) {
    const inserted = edited.slice(prefix, edited.length - suffix);
    return source.slice(0, prefix) + (sourceOfCopy(inserted, lost) ?? inserted) + source.slice(prefix);
  }
  if (prefix + suffix === edited.length && edited !== '')
    return source.slice(0, prefix) + source.slice(source.length - suffix);
  return null;
}

/** A text that is shown instead of its source. */
export interface Shown {
  source: string;
  shown: string;
}

/**
 * The source of a text node after several edits, from what was known of it before the first.
 *
 * @param states the text after each edit, in order
 * @param lost gets every text that was shown on the way: the page may have copied it
 * @returns what is known after the last edit; `null` where the page wrote the text anew at last
 */
export function afterEdits(before: Shown, states: readonly string[], lost: Shown[]): Shown | null {
  let known: Shown | null = before;
  for (const state of states) {
    const source: string | null = known && sourceAfterEdit(known, state, lost);
    if (known && known.source !== known.shown) lost.push(known);
    known = source === null ? null : { source, shown: state };
  }
  return known;
}

/** Among more pieces than this only whole ones are looked for, so that a large page rewritten at once stays quick. */
const MOST_SEARCHED = 50;

/**
 * The source of a text that the page made out of what was shown: split off, joined, wrapped, cloned, parsed anew.
 * `null` where it is the page's own.
 *
 * @param lost texts that were shown and have just been taken away or shortened
 */
export function sourceOfCopy(text: string, lost: readonly Shown[]): string | null {
  const whole = lost.findLast(({ shown }) => shown === text);
  if (whole) return whole.source;
  if (lost.length > MOST_SEARCHED) return null;
  for (const { source, shown } of lost) {
    const at = shown.indexOf(text);
    if (at >= 0 && text !== '') return source.slice(at, at + text.length);
  }
  let copy: string | null = null;
  for (const { source, shown } of [...lost].sort((a, b) => b.shown.length - a.shown.length)) {
    const before: string = copy ?? text;
    const at = shown === source ? -1 : before.indexOf(shown);
    if (at >= 0) copy = before.slice(0, at) + source + before.slice(at + shown.length);
  }
  return copy;
}

/**
 * Writes a text of the same length into a node so that the boundaries of ranges at `kept` stay where they are.
 * Throws where the lengths differ.
 */
export function writeText(node: Text, text: string, kept: readonly number[] = []): void {
  const { data } = node;
  if (data.length !== text.length)
    throw new RangeError(`A text of ${data.length} UTF-16 units cannot be shown as one of ${text.length}.`);
  let from = 0;
  while (from < text.length && data.charCodeAt(from) === text.charCodeAt(from)) from++;
  let to = text.length;
  while (to > from && data.charCodeAt(to - 1) === text.charCodeAt(to - 1)) to--;
  if (from === to) return;
  if (kept.length === 0) {
    node.replaceData(from, to - from, text.slice(from, to));
    return;
  }
  // Replacing moves boundaries within; putting in before and taking out after moves none.
  const cuts = [...new Set([from, ...kept.filter((at) => at > from && at < to), to])].sort((a, b) => a - b);
  for (let index = 0; index + 1 < cuts.length; index++) {
    const start = cuts[index] as number;
    const length = (cuts[index + 1] as number) - start;
    node.insertData(start, text.slice(start, start + length));
    node.deleteData(start + length, length);
  }
}

/** Where the reader's selection has its ends, by node. */
export function selectionEnds(document: Document, shadowRoots: readonly ShadowRoot[]): Map<Text, number[]> {
  const ends = new Map<Text, number[]>();
  const add = (node: Node | null, offset: number) => {
    if (node?.nodeType === 3) ends.set(node as Text, [...(ends.get(node as Text) ?? []), offset]);
  };
  const selection = document.getSelection();
  if (!selection) return ends;
  for (let index = 0; index < selection.rangeCount; index++) {
    const range = selection.getRangeAt(index);
    add(range.startContainer, range.startOffset);
    add(range.endContainer, range.endOffset);
  }
  add(selection.anchorNode, selection.anchorOffset);
  add(selection.focusNode, selection.focusOffset);
  if (shadowRoots.length === 0 || typeof selection.getComposedRanges !== 'function') return ends;
  for (const range of selection.getComposedRanges({ shadowRoots: [...shadowRoots] })) {
    add(range.startContainer, range.startOffset);
    add(range.endContainer, range.endOffset);
  }
  return ends;
}
