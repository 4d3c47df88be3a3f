import type { Word } from './lattice';
import { mix, ReadingFeatures } from './reading-features';
import { decodeSections } from './sections';
import type { Stream } from './stream';

/** Steps of a stored weight per unit. */
export const WEIGHT_STEPS = 8;
/** A feature of a reading is known by 24 bits of its hash: the upper 16 name a bucket, the rest stand in it. */
const BUCKETS = 0x10000;

/**
 * A linear classifier for characters with several readings: one multinomial logistic regression for each
 * character, all in one table of hashed features. The file's sections:
 *
 * | section | holds |
 * | --- | --- |
 * | readings | each character with its readings, `为wei2,wei4 …`; weights are those of a reading less those of the first |
 * | counts | a byte per bucket: how many features it has |
 * | keys | the low byte of each feature, sorted in its bucket |
 * | weights | a signed byte per feature, in steps of 1/8 |
 */
export class ReadingModel {
  readonly #readings: Map<string, string[]>;
  readonly #starts = new Uint32Array(BUCKETS + 1);
  readonly #keys: Uint8Array;
  readonly #weights: Int8Array;
  readonly #features = new ReadingFeatures();

  constructor(buffer: ArrayBuffer) {
    const section = decodeSections(buffer);
    const lines = new TextDecoder().decode(section('readings')).split(' ').filter(Boolean);
    this.#readings = new Map(lines.map((line) => [line.charAt(0), line.slice(1).split(',')]));
    const counts = section('counts');
    for (let bucket = 0; bucket < BUCKETS; bucket++)
      this.#starts[bucket + 1] = (this.#starts[bucket] as number) + (counts[bucket] as number);
    this.#keys = section('keys');
    const weights = section('weights');
    this.#weights = new Int8Array(weights.buffer, weights.byteOffset, weights.length);
  }

  /** Whether the model has learned a character. */
  knows(character: string): boolean {
    return this.#readings.has(character);
  }

  /**
   * Logarithms of the probabilities of a character's readings in its context, each with its reading; `[]` where the
   * model has not learned the character.
   */
  scores(
    stream: Stream,
    words: readonly Word[],
    at: number,
    position: number,
  ): [reading: string, score: number][] {
    const unit = stream.units[position] as number;
    const readings = this.#readings.get(String.fromCharCode(unit));
    if (!readings) return [];
    const count = this.#features.of(stream, words, at, position);
    return normalized(this.#sums(unit, readings, count));
  }

  #sums(unit: number, readings: readonly string[], count: number): [string, number][] {
    const sums = new Float64Array(readings.length);
    const features = this.#features.found;
    for (let at = 0; at < count; at++) {
      const own = mix(features[at] as number, unit);
      for (let number = 1; number < sums.length; number++)
        sums[number] = (sums[number] as number) + this.#weight(mix(own, number) >>> 8);
    }
    return readings.map((reading, number) => [reading, (sums[number] as number) / WEIGHT_STEPS]);
  }

  #weight(key: number): number {
    const bucket = key >>> 8;
    const low = key & 0xff;
    const end = this.#starts[bucket + 1] as number;
    for (let at = this.#starts[bucket] as number; at < end; at++)
      if (this.#keys[at] === low) return this.#weights[at] as number;
    return 0;
  }
}

/** The 24 bits by which the weight of a feature for a reading (by number, from 1) of a character is found. */
export function featureKey(feature: number, unit: number, reading: number): number {
  return mix(mix(feature, unit), reading) >>> 8;
}

function normalized(sums: [string, number][]): [string, number][] {
  const most = Math.max(...sums.map(([, sum]) => sum));
  const total = most + Math.log(sums.reduce((all, [, sum]) => all + Math.exp(sum - most), 0));
  return sums.map(([reading, sum]) => [reading, sum - total]);
}
