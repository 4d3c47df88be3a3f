import { deflateRawSync } from 'node:zlib';
import { DICTIONARY_FILE, ENTRIES_FILE, readBuffer } from '@/utils/build/files';
import { Dictionary } from '@/utils/lang/dictionary';
import { decodeSections } from '@/utils/lang/sections';
import { streamOf } from '@/utils/lang/stream';
import { builtEngine } from '../engine';
import { newsPage } from './pages';
import { median, type Row } from './row';

const ROUNDS = 21;

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** What the set phrases cost: decoding every record, finding them in an article, and room in the zip. */
export function termRows(): Row[] {
  const [buffer, texts] = [readBuffer(DICTIONARY_FILE), readBuffer(ENTRIES_FILE)];
  const rounds = Array.from({ length: ROUNDS });
  const opening = rounds.map(() => timed(() => new Dictionary(buffer, texts)));
  const records = rounds.map(() => {
    const dictionary = new Dictionary(buffer, texts);
    return timed(() => {
      for (let number = 0; number < dictionary.termCount; number++)
        dictionary.term(dictionary.termBase + number);
    });
  });
  const engine = builtEngine();
  const stream = streamOf(
    newsPage(3000).replace(/<style>.*?<\/style>|<[^>]+>/gs, ''),
    engine.dictionary.fold,
  );
  const cutting = rounds.map(() => timed(() => engine.segmenter.cut(stream)));
  const words = engine.segmenter.cut(stream);
  const matching = rounds.map(() => timed(() => engine.terms.match(stream, words)));
  const section = decodeSections(texts)('terms');
  return [
    {
      name: `dictionary and ${engine.dictionary.termCount} records opened and checked, as the worker does`,
      unit: 'ms',
      value: median(opening),
      // Only the page that lists every record does so.
      beside: { name: 'all records decoded', value: median(records) },
      budget: { most: 25, of: 'value' },
    },
    {
      name: 'set phrases of 3,000 characters',
      unit: 'ms',
      value: median(matching),
      beside: { name: 'its segmentation', value: median(cutting) },
      budget: { most: 10, of: 'value' },
    },
    {
      name: 'set phrases in the zip',
      unit: 'MB',
      value: deflateRawSync(section, { level: 9 }).length / 1e6,
      beside: { name: 'unpacked', value: section.length / 1e6 },
      budget: { most: 1.5, of: 'value' },
    },
  ];
}
