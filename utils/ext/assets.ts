import { browser } from '#imports';
import { Dictionary } from '@/utils/lang/dictionary';
import { type Cutter, completeEngine, ENGINE_FILES, type Engine, loadCutter } from '@/utils/lang/engine';
import type { Term } from '@/utils/lang/term';
import { VariantEngine } from '@/utils/lang/variant';

/** What cuts texts and finds set phrases, over the one file that it takes: a page that is looked at needs no more. */
export const textCutter = once(async (): Promise<Cutter> => loadCutter(await read(ENGINE_FILES.dictionary)));

/** The whole language engine over the files that ship with the extension. */
export const languageEngine = once(async (): Promise<Engine> => {
  const [cutter, entries, readings] = await Promise.all([
    textCutter(),
    read(ENGINE_FILES.entries),
    read(ENGINE_FILES.readings),
  ]);
  return completeEngine(cutter, { entries, readings });
});

/** The converter between the scripts; a worker that only analyses does not load it. */
export const variantEngine = once(async () => new VariantEngine(await read('variant.bin')));

/** Every record of the built-in base, for a page that shows all of it. */
export async function readTermRecords(): Promise<Term[]> {
  const [index, entries] = await Promise.all([read(ENGINE_FILES.dictionary), read(ENGINE_FILES.entries)]);
  const dictionary = new Dictionary(index, entries);
  return Array.from({ length: dictionary.termCount }, (_, number) =>
    dictionary.term(dictionary.termBase + number),
  );
}

/** Loads once in a worker's life; what failed is tried again when next asked for. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | null = null;
  return () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = null;
      throw error;
    });
    return loaded;
  };
}

async function read(file: string): Promise<ArrayBuffer> {
  const answer = await fetch(browser.runtime.getURL(`/dict/${file}` as '/'));
  if (!answer.ok) throw new Error(`The extension's file dict/${file} could not be read.`);
  return answer.arrayBuffer();
}
