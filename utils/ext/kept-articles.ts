import { storage } from '#imports';
import type { PhraseCounts } from '@/utils/lang/digest-comparison';

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
export async function keepArticle(article: KeptArticle): Promise<void> {
  const others = (await item.getValue()).filter(({ id }) => id !== article.id);
  await item.setValue([article, ...others].slice(0, MOST));
}

export async function forgetArticle(id: string): Promise<void> {
  await item.setValue((await item.getValue()).filter((article) => article.id !== id));
}

/** Calls back with all kept articles whenever they change; returns how to stop. */
export function watchKeptArticles(callback: (articles: KeptArticle[]) => void): () => void {
  return item.watch((articles) => callback(articles ?? []));
}
