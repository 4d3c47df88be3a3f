import { featureKey, ReadingModel, WEIGHT_STEPS } from '../lang/reading-model';
import { encodeSections } from '../lang/sections';

/** A character in a context whose reading is known. */
export interface Example {
  character: string;
  reading: string;
  features: Uint32Array;
  /** How much it counts beside others. */
  weight: number;
}

/** How a model is trained; see `reading-weights.ts` for what was tried. */
export interface Training {
  epochs: number;
  /** AdaGrad's step. */
  step: number;
  /** Features that fewer than this share of a character's examples have are left out; one example is always enough to learn from few. */
  rarest: number;
  /**
   * Features whose weight differs less than this from that of the first reading are dropped; more for characters of
   * many examples, which have most of the features.
   */
  least: number;
  leastOfMany: number;
}

/** From this many examples on a character has many. */
export const MANY_EXAMPLES = 400;

/** Trains a model on examples and lays it out as the reading engine reads it. */
export function trainReadings(examples: readonly Example[], training: Training): Uint8Array {
  const byCharacter = new Map<string, Example[]>();
  for (const example of examples) {
    const own = byCharacter.get(example.character) ?? [];
    own.push(example);
    byCharacter.set(example.character, own);
  }
  const weights = new Map<number, number>();
  const readings: string[] = [];
  for (const [character, own] of [...byCharacter].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const classes = classesOf(own);
    readings.push(`${character}${classes.join(',')}`);
    if (classes.length === 1) continue;
    const least = own.length > MANY_EXAMPLES ? training.leastOfMany : training.least;
    for (const [feature, values] of regress(own, classes, training))
      for (let reading = 1; reading < classes.length; reading++) {
        const weight = (values[reading] as number) - (values[0] as number);
        const stored = Math.max(-127, Math.min(127, Math.round(weight * WEIGHT_STEPS)));
        if (Math.abs(weight) >= least && stored !== 0)
          weights.set(featureKey(feature, character.charCodeAt(0), reading), stored);
      }
  }
  return layOut(readings, weights);
}

/** A trained model, ready to be asked. */
export function modelOf(bytes: Uint8Array): ReadingModel {
  return new ReadingModel(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
  );
}

function classesOf(examples: readonly Example[]): string[] {
  const counts = new Map<string, number>();
  for (const { reading, weight } of examples) counts.set(reading, (counts.get(reading) ?? 0) + weight);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([reading]) => reading);
}

/** Multinomial logistic regression by AdaGrad, one example at a time in a fixed shuffled order. */
function regress(
  examples: readonly Example[],
  classes: readonly string[],
  training: Training,
): Map<number, Float64Array> {
  const size = classes.length;
  const weights = new Map<number, Float64Array>();
  const squares = new Map<number, Float64Array>();
  const frequent = frequentFeatures(examples, training.rarest * examples.length);
  for (const feature of frequent) {
    weights.set(feature, new Float64Array(size));
    squares.set(feature, new Float64Array(size));
  }
  const kept = examples.map(({ features }) => features.filter((feature) => frequent.has(feature)));
  const random = generator(examples.length);
  const order = examples.map((_, index) => index);
  for (let epoch = 0; epoch < training.epochs; epoch++) {
    for (let last = order.length - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1));
      [order[last], order[other]] = [order[other] as number, order[last] as number];
    }
    for (const index of order) {
      const example = examples[index] as Example;
      const features = kept[index] as Uint32Array;
      const own = Array.from(features, (feature) => weights.get(feature) as Float64Array);
      const chances = softmax(own, size);
      const right = classes.indexOf(example.reading);
      for (let reading = 0; reading < size; reading++) {
        const gradient = ((chances[reading] as number) - (reading === right ? 1 : 0)) * example.weight;
        if (Math.abs(gradient) < 1e-4) continue;
        features.forEach((feature, at) => {
          const square = squares.get(feature) as Float64Array;
          square[reading] = (square[reading] as number) + gradient * gradient;
          const weight = own[at] as Float64Array;
          const step = training.step / Math.sqrt((square[reading] as number) + 1e-6);
          weight[reading] = (weight[reading] as number) - step * gradient;
        });
      }
    }
  }
  return weights;
}

function frequentFeatures(examples: readonly Example[], rarest: number): Set<number> {
  const counts = new Map<number, number>();
  for (const { features } of examples)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return new Set([...counts].flatMap(([feature, count]) => (count >= rarest ? [feature] : [])));
}

function softmax(weights: readonly Float64Array[], size: number): Float64Array {
  const chances = new Float64Array(size);
  for (const weight of weights)
    for (let reading = 0; reading < size; reading++)
      chances[reading] = (chances[reading] as number) + (weight[reading] as number);
  const most = Math.max(...chances);
  let total = 0;
  for (let reading = 0; reading < size; reading++) {
    chances[reading] = Math.exp((chances[reading] as number) - most);
    total += chances[reading] as number;
  }
  return chances.map((chance) => chance / total);
}

/** Numbers from 0 to 1 that are the same at every run. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x100000000;
  };
}

function layOut(readings: readonly string[], weights: ReadonlyMap<number, number>): Uint8Array {
  const sorted = [...weights].sort(([a], [b]) => a - b);
  const counts = new Uint8Array(0x10000);
  for (const [key] of sorted) {
    const count = (counts[key >>> 8] as number) + 1;
    if (count > 255) throw new Error(`Bucket ${key >>> 8} would have ${count} features; a byte counts 255.`);
    counts[key >>> 8] = count;
  }
  return encodeSections({
    readings: new TextEncoder().encode(readings.join(' ')),
    counts,
    keys: Uint8Array.from(sorted, ([key]) => key & 0xff),
    weights: new Uint8Array(Int8Array.from(sorted, ([, weight]) => weight).buffer),
  });
}
