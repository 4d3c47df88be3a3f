import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import type { SavedTerm } from '@/utils/glossary/record';
import type { Tifa } from './chromium';

/** The lossless export. */
export interface Exported {
  format: 'tifa-glossary';
  version: number;
  records: SavedTerm[];
}

/** The page of the personal glossary, by the handles that tests hold on to. */
export class GlossaryPage {
  private constructor(readonly page: Page) {}

  static async open(tifa: Tifa): Promise<GlossaryPage> {
    const glossary = new GlossaryPage(await tifa.openOwn('/glossary.html'));
    // Rows, or the sentence that there are none.
    await glossary.page
      .locator('[data-part="row"], [data-part="notice"]:not([data-state="loading"])')
      .first()
      .waitFor();
    return glossary;
  }

  part(name: string): Locator {
    return this.page.locator(`[data-part="${name}"]`);
  }

  row(headword: string): Locator {
    return this.page.locator(`[data-part="row"][data-headword="${headword}"]`);
  }

  headwords(): Promise<string[]> {
    return this.part('row').evaluateAll((rows) =>
      rows.map((row) => (row as HTMLElement).dataset.headword ?? ''),
    );
  }

  /** Writes into a field of a row where it stands. */
  async edit(headword: string, field: 'rendering' | 'note' | 'tags', text: string): Promise<void> {
    const cell = this.row(headword).locator(`[data-part="${field}"]`);
    await cell.click();
    await this.row(headword).locator(`textarea[data-part="${field}"]`).fill(text);
    await this.page.keyboard.press('Enter');
    await this.row(headword).locator(`button[data-part="${field}"]`).waitFor();
  }

  async exportAs(format: 'json' | 'csv'): Promise<string> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.part(`export-${format}`).click(),
    ]);
    return readFileSync(await download.path(), 'utf8');
  }

  /** Imports a file, agreeing to what the preview says; answers what the page says of it. */
  async import(name: string, content: string | Buffer): Promise<string> {
    const buffer = typeof content === 'string' ? Buffer.from(content) : content;
    const before = await this.part('status').count();
    if (before > 0) await this.part('status').getByRole('button').last().click();
    await this.part('import').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    const preview = this.part('import-preview');
    await this.page.locator('[data-part="import-numbers"], [data-part="status"]').first().waitFor();
    if ((await preview.count()) > 0) {
      const numbers = (await this.part('import-numbers').textContent()) ?? '';
      // A file that brings nothing new has nothing to agree to.
      const something = await this.part('import-confirm').isEnabled();
      await this.part(something ? 'import-confirm' : 'import-cancel').click();
      await preview.waitFor({ state: 'detached' });
      if (!something) return numbers;
    }
    await this.part('status').waitFor();
    return (await this.part('status').textContent()) ?? '';
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}

/** What the lossless export holds now, removed terms too; nothing is exported from an empty glossary. */
export async function exported(tifa: Tifa): Promise<Exported> {
  const glossary = await GlossaryPage.open(tifa);
  try {
    if ((await glossary.part('row').count()) === 0)
      return { format: 'tifa-glossary', version: 0, records: [] };
    return JSON.parse(await glossary.exportAs('json'));
  } finally {
    await glossary.close();
  }
}

/** The terms that are kept now, as the lossless export gives them. */
export async function savedTerms(tifa: Tifa): Promise<SavedTerm[]> {
  return (await exported(tifa)).records.filter(({ removed }) => removed === null);
}

/** Removes a term on the glossary page. */
export async function removeTerm(tifa: Tifa, headword: string): Promise<void> {
  const glossary = await GlossaryPage.open(tifa);
  await glossary.row(headword).locator('[data-part="remove"]').click();
  await glossary.row(headword).waitFor({ state: 'detached' });
  await glossary.close();
}
