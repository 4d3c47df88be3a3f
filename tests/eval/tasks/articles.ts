import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM, VirtualConsole } from 'jsdom';
import { findArticle } from '../../../utils/page/article';
import type { Task } from '../task';

/** What may be read of a page's gold. */
interface SavedPage {
  file?: string;
  encoding?: string;
  url_if_known?: string;
}

/** Finds the article of every saved page of a folder. */
export const task: Task = {
  *run(folder) {
    for (const name of readdirSync(folder).sort()) {
      if (!name.endsWith('.json')) continue;
      const {
        file,
        encoding,
        url_if_known: url,
      }: SavedPage = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      if (!file) continue;
      const html = new TextDecoder(encoding ?? 'utf-8').decode(readFileSync(join(folder, file)));
      const { window } = new JSDOM(html, {
        url: url || 'http://localhost/',
        virtualConsole: new VirtualConsole(),
      });
      const article = findArticle(window.document);
      yield article
        ? {
            file,
            kind: 'article',
            title: article.title,
            date: article.date,
            source: article.source,
            byline: article.byline,
            page: article.page,
            body: article.blocks.map(({ text }) => text),
          }
        : { file, kind: 'none', title: '', date: '', body: [] };
      window.close();
    }
  },
};
