import type { DigestPhrase } from './digest';
import type { ComparedPhrase, Comparison } from './digest-comparison';

/** How a digest is copied. */
export type DigestFormat = 'text' | 'markdown';

/**
 * A digest to be pasted elsewhere: the article's citation, then a line for each phrase with how often it stands and
 * how it is rendered.
 */
export function digestText(phrases: readonly DigestPhrase[], citation: string, format: DigestFormat): string {
  const lines = phrases.map(({ term, met, places }) => {
    const [rendering] = term.renderings;
    if (format === 'text') return [met, `×${places.length}`, rendering?.en ?? ''].join('\t');
    return `| ${[met, places.length, rendering?.en ?? '', rendering?.status ?? ''].map(cell).join(' | ')} |`;
  });
  if (format === 'text') return [citation, '', ...lines].join('\n');
  const head = ['| 提法 | × | rendering | status |', '| --- | ---: | --- | --- |'];
  return [`> ${citation}`, '', ...head, ...lines].join('\n');
}

/** What would end the cell of a table is written as what it looks like. */
function cell(value: string | number): string {
  return String(value).replace(/\|/g, '\\|').replace(/\s+/g, ' ');
}

/** A comparison to be pasted elsewhere: both citations, then the phrases in both, only here and only there. */
export function comparisonText(
  { both, onlyHere, onlyThere }: Comparison,
  here: string,
  there: string,
): string {
  const lines = (phrases: readonly ComparedPhrase[]) =>
    phrases.map(({ met, rendering, here: a, there: b }) => [met, a, b, rendering].join('\t'));
  return [
    `A: ${here}`,
    `B: ${there}`,
    '',
    `A + B (${both.length})`,
    ...lines(both),
    '',
    `A (${onlyHere.length})`,
    ...lines(onlyHere),
    '',
    `B (${onlyThere.length})`,
    ...lines(onlyThere),
  ].join('\n');
}
