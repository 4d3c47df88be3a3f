import type { Occurrence, SavedTerm } from '../record';
import { authors } from './citation';

/** One article in which terms were met. */
interface Article {
  occurrence: Occurrence;
  /** The terms, as keywords. */
  terms: string[];
}

/** Every article once, in the order in which they were read. */
function articlesOf(terms: readonly SavedTerm[]): Article[] {
  const articles = new Map<string, Article>();
  for (const term of terms) {
    for (const occurrence of term.occurrences) {
      const { url, headline, paper, date } = occurrence;
      if (url === '' && headline === '') continue;
      const key = url || JSON.stringify([headline, paper, date]);
      const known = articles.get(key);
      if (!known) articles.set(key, { occurrence, terms: [term.headword] });
      else if (!known.terms.includes(term.headword)) known.terms.push(term.headword);
    }
  }
  return [...articles.values()].sort((a, b) => (a.occurrence.readAt < b.occurrence.readAt ? -1 : 1));
}

/** The articles as references in RIS, for Zotero, EndNote and the like; the terms met are the keywords. */
export function toRis(terms: readonly SavedTerm[]): string {
  const records = articlesOf(terms).map(({ occurrence: o, terms: keywords }) => {
    const lines: [string, string][] = [
      ['TY', o.paper === '' ? 'ELEC' : 'NEWS'],
      ['TI', o.headline],
      ...authors(o.byline).map((name): [string, string] => ['AU', name]),
      ['T2', o.paper],
      ['DA', o.date.replaceAll('-', '/')],
      ['PY', o.date.slice(0, 4)],
      ['SP', o.page],
      ['UR', o.url],
      ['Y2', o.readAt.slice(0, 10).replaceAll('-', '/')],
      ['LA', 'zh'],
      ...keywords.map((keyword): [string, string] => ['KW', keyword]),
    ];
    const filled = lines.filter(([, value]) => value !== '');
    return [...filled.map(([tag, value]) => `${tag}  - ${oneLine(value)}\r\n`), 'ER  - \r\n'].join('');
  });
  return records.join('\r\n');
}

interface CslItem {
  id: string;
  type: 'article-newspaper' | 'webpage';
  title?: string;
  author?: { literal: string }[];
  'container-title'?: string;
  issued?: { 'date-parts': number[][] };
  accessed: { 'date-parts': number[][] };
  page?: string;
  URL?: string;
  language: string;
  keyword: string;
}

/** The articles as CSL-JSON, for Zotero, pandoc and the like. */
export function toCslJson(terms: readonly SavedTerm[]): string {
  const items = articlesOf(terms).map(({ occurrence: o, terms: keywords }, at): CslItem => {
    const names = authors(o.byline);
    return {
      id: `tifa-${o.date || o.readAt.slice(0, 10)}-${at + 1}`,
      type: o.paper === '' ? 'webpage' : 'article-newspaper',
      ...(o.headline && { title: o.headline }),
      // A Chinese name is not to be turned round.
      ...(names.length > 0 && { author: names.map((literal) => ({ literal })) }),
      ...(o.paper && { 'container-title': o.paper }),
      ...(o.date && { issued: { 'date-parts': [dateParts(o.date)] } }),
      accessed: { 'date-parts': [dateParts(o.readAt.slice(0, 10))] },
      ...(o.page && { page: o.page }),
      ...(o.url && { URL: o.url }),
      language: 'zh',
      keyword: keywords.join(', '),
    };
  });
  return `${JSON.stringify(items, null, 2)}\n`;
}

function dateParts(date: string): number[] {
  return date.split('-').map(Number);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
