import { Dictionary } from './dictionary';
import { Names } from './names';
import { type OwnPhrase, OwnPhrases } from './own-phrases';
import { Reader } from './reading';
import { ReadingModel } from './reading-model';
import { Segmenter } from './segmentation';
import { TermBase } from './term-base';

/** The bytes of the files under `dict/`. */
export interface EngineBuffers {
  dictionary: ArrayBuffer;
  entries: ArrayBuffer;
  readings: ArrayBuffer;
}

/** Name of each file under `dict/`. */
export const ENGINE_FILES: Record<keyof EngineBuffers, string> = {
  dictionary: 'dictionary.bin',
  entries: 'entries.bin',
  readings: 'readings.bin',
};

/** What cuts texts into words and finds set phrases in them; it needs the first of the files alone. */
export interface Cutter {
  dictionary: Dictionary;
  names: Names;
  segmenter: Segmenter;
  terms: TermBase;
}

/** Everything that `analyze` runs on. */
export interface Engine extends Cutter {
  reader: Reader;
  own: OwnPhrases;
}

/** What cuts texts, over `dictionary.bin`. Quick: nothing is parsed. */
export function loadCutter(buffer: ArrayBuffer): Cutter {
  const dictionary = new Dictionary(buffer);
  const names = new Names(dictionary);
  return { dictionary, names, segmenter: new Segmenter(dictionary, names), terms: new TermBase(dictionary) };
}

/** The language engine over a cutter and the other files; its dictionary is the cutter's own, opened. */
export function completeEngine(
  cutter: Cutter,
  { entries, readings }: Pick<EngineBuffers, 'entries' | 'readings'>,
): Engine {
  const { dictionary, names } = cutter;
  dictionary.open(entries);
  return {
    ...cutter,
    reader: new Reader(dictionary, names, new ReadingModel(readings)),
    own: new OwnPhrases([], dictionary),
  };
}

/** The language engine over its files; `withOwnPhrases` gives it the reader's own phrases. */
export function loadEngine(buffers: EngineBuffers): Engine {
  return completeEngine(loadCutter(buffers.dictionary), buffers);
}

/** The same engine with other own phrases. */
export function withOwnPhrases(engine: Engine, own: readonly OwnPhrase[]): Engine {
  return { ...engine, own: new OwnPhrases(own, engine.dictionary) };
}
