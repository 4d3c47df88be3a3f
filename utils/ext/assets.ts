import { browser } from '#imports';
import { Dictionary } from '@/utils/lang/dictionary';
import { ENGINE_FILES, type Engine, type EngineBuffers, loadEngine } from '@/utils/lang/engine';
import type { Term } from '@/utils/lang/term';
import { VariantEngine } from '@/utils/lang/variant';

/** The language engine over the files that ship with the extension. */
export const languageEngine = once(async (): Promise<Engine> => {
  const names = Object.keys(ENGINE_FILES) as (keyof EngineBuffers)[];
  const buffers = await Promise.all(names.map((name) => read(ENGINE_FILES[name])));
  return loadEngine(
    Object.fromEntries(names.map((name, index) => [name, buffers[index]])) as unknown as EngineBuffers,
  );
});

/** The converter between the scripts; a worker that only analyses does not load it. */
export const variantEngine = once(async () => new VariantEngine(await read('variant.bin')));

/** Every record of the built-in base, for a page that shows all of it. */
export async function readTermRecords(): Promise<Term[]> {
  const dictionary = new Dictionary(await read(ENGINE_FILES.dictionary));
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
