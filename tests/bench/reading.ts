import { pinyin } from 'pinyin-pro';
import { streamOf } from '../../utils/lang/stream';
import { builtEngine } from '../engine';
import { median, type Row } from './row';
import { sampleText } from './variant';

const ROUNDS = 25;
/** So much is read before anything is measured. */
const WARM_UP = 300_000;
const MILLION = 1_000_000;

/**
 * Segmentation and readings together, beside pinyin-pro in the same process, in turns; CPU time, medians of twenty-five. Then
 * how the time grows with the text.
 */
export function readingRows(): Row[] {
  const { dictionary, segmenter, reader } = builtEngine();
  const text = sampleText(MILLION);
  const ours = (part: string) => {
    const stream = streamOf(part, dictionary.fold);
    reader.read(stream, segmenter.cut(stream));
  };
  const theirs = (part: string) => void pinyin(part, { toneType: 'num', type: 'array' });
  ours(text.slice(0, WARM_UP));
  theirs(text.slice(0, WARM_UP));
  const figures: Record<'ours' | 'theirs', number[]> = { ours: [], theirs: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const part = text.slice(WARM_UP + 3000 * round, WARM_UP + 3000 * (round + 1));
    figures.theirs.push(cpu(() => theirs(part)));
    figures.ours.push(cpu(() => ours(part)));
  }
  const read = (length: number) => median([1, 2, 3].map(() => cpu(() => ours(text.slice(0, length)))));
  const quarter = read(MILLION / 4);
  return [
    {
      name: '3,000 characters cut and read, warm',
      value: median(figures.ours),
      unit: 'ms',
      beside: { name: 'pinyin-pro', value: median(figures.theirs) },
      budget: { most: 1, of: 'share' },
    },
    ...[2, 4].map(
      (times): Row => ({
        name: `${(times * 250).toLocaleString('en')},000 characters cut and read`,
        value: read((times * MILLION) / 4),
        unit: 'ms',
        beside: { name: `${times} × 250,000`, value: times * quarter },
      }),
    ),
  ];
}

/** CPU time of some work, in milliseconds. */
function cpu(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
