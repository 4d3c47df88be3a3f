import { storage } from '#imports';
import type { PhraseCounts } from '@/utils/lang/digest-comparison';
import { inTurn } from './lock';

/** An article that the reader kept for comparison by a press: where it was read and its phrases, not its text. */
export interface KeptArticle {
  /** Its address, or its headline and date where it has none of its own. */
  id: string;
  headline: string;
  paper: string;
  date: string;
  citation: string;
  /** When it was kept, ISO 8601 in UTC. */
  kept: string;
  counts: PhraseCounts;
}

/** The oldest go first: this is a table to work at, no archive. */
const MOST = 50;

const item = storage.defineItem<KeptArticle[]>('local:keptArticles', { fallback: [] });

/** The kept articles, the last first. */
export function readKeptArticles(): Promise<KeptArticle[]> {
  return item.getValue();
}

/** Keeps an article, in the place of the same one kept before. */
export function keepArticle(article: KeptArticle): Promise<void> {
  return change((kept) => [article, ...without(kept, article.id)].slice(0, MOST));
}

/** Keeps an article no longer. */
export function forgetArticle(id: string): Promise<void> {
  return change((kept) => without(kept, id));
}

/** Two windows may each have a panel. */
function change(work: (kept: KeptArticle[]) => KeptArticle[]): Promise<void> {
  return inTurn('kept-articles', async () => item.setValue(work(await item.getValue())));
}

function without(kept: readonly KeptArticle[], id: string): KeptArticle[] {
  return kept.filter((article) => article.id !== id);
}

/** Calls back with all kept articles whenever they change; returns how to stop. */
export function watchKeptArticles(callback: (articles: KeptArticle[]) => void): () => void {
  return item.watch((articles) => callback(articles ?? []));
}
