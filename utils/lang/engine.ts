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
  readings: ArrayBuffer;
}

/** Name of each file under `dict/`. */
export const ENGINE_FILES: Record<keyof EngineBuffers, string> = {
  dictionary: 'dictionary.bin',
  readings: 'readings.bin',
};

/** Everything that `analyze` runs on. */
export interface Engine {
  dictionary: Dictionary;
  names: Names;
  segmenter: Segmenter;
  reader: Reader;
  terms: TermBase;
  own: OwnPhrases;
}

/**
 * The language engine over its files. Quick: nothing is parsed.
 *
 * @param own the reader's own phrases; `withOwnPhrases` exchanges them later
 */
export function loadEngine(buffers: EngineBuffers, own: readonly OwnPhrase[] = []): Engine {
  const dictionary = new Dictionary(buffers.dictionary);
  const names = new Names(dictionary);
  return {
    dictionary,
    names,
    segmenter: new Segmenter(dictionary, names),
    reader: new Reader(dictionary, names, new ReadingModel(buffers.readings)),
    terms: new TermBase(dictionary),
    own: new OwnPhrases(own, dictionary),
  };
}

/** The same engine with other own phrases. */
export function withOwnPhrases(engine: Engine, own: readonly OwnPhrase[]): Engine {
  return { ...engine, own: new OwnPhrases(own, engine.dictionary) };
}
