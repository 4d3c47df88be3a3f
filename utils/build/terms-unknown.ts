import type { Engine } from '../lang/engine';
import { isHan } from '../lang/han';
import type { Word } from '../lang/lattice';
import { streamOf } from '../lang/stream';

/** A frequent phrase that stands in no base and in no dictionary. */
export interface UnknownPhrase {
  phrase: string;
  /** Occurrences, and texts that have it. */
  count: number;
  texts: number;
  /** Bits by which it is commoner than its parts would have it, at the cut that explains it best. */
  surprise: number;
  /** Bits of doubt about what stands beside it, on the side that is less free. */
  freedom: number;
  score: number;
}

export interface UnknownOptions {
  /** A phrase stands at least so often, in at least so many texts. */
  least: number;
  leastTexts: number;
  /** The least bits of `freedom`: below, it is a part of something longer. */
  freedom: number;
}

const LONGEST_WORDS = 6;
const LONGEST = 12;
const DEFAULTS: UnknownOptions = { least: 5, leastTexts: 2, freedom: 1 };
/** A phrase neither begins nor ends with these: particles, pronouns, conjunctions, prepositions and adverbs. */
const EDGE =
  /^(的|了|着|过|地|得|在|是|和|与|及|以及|并|并且|而|而且|或|也|都|就|又|还|再|更|最|很|将|把|被|让|向|对|从|到|于|由|为|以|等|等等|这|那|这个|那个|这些|那些|这样|其|其中|该|此|我|你|他|她|它|我们|你们|他们|她们|它们|大家|自己|有|没有|不|会|能|要|可|可以|能够|应|应该|需要|已|已经|正|正在|曾|中|上|下|里|内|外|后|前|时|来|去|起|所|之|个|种|项|名|位|次|年|月|日|时间|今天|昨天|目前|现在|同时|通过|关于|根据|按照|如果|因为|所以|但|但是|不仅|只|才|说|表示|指出|强调|认为|介绍|记者|本台|讯|进行|个个|一个|一些|一种|这是|多|约|近|超|至|达|达到|每|各|第|两|一|二|三|四|五|六|七|八|九|十)$/;

interface Piece {
  words: number[];
  /** Number of the text. */
  text: number;
}

/**
 * Phrases of two to six words that hold together (commoner than their parts let expect) and are free on both sides
 * (branching entropy: many different words before and after), most surprising first: count times surprise. What
 * the bases and the dictionary hold, and parts of set phrases, are left out.
 */
export function unknownPhrases(
  texts: Iterable<string>,
  engine: Engine,
  options: Partial<UnknownOptions> = {},
): UnknownPhrase[] {
  const { least, leastTexts, freedom } = { ...DEFAULTS, ...options };
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const pieces: Piece[] = [];
  let textCount = 0;
  for (const text of texts) {
    for (const paragraph of text.split('\n'))
      for (const run of runsOf(paragraph, engine))
        pieces.push({ words: run.map((word) => numberOf(word, numbers, names)), text: textCount });
    textCount++;
  }
  const total = pieces.reduce((sum, { words }) => sum + words.length, 0);
  const counts = new Map<string, number>();
  countGrams(pieces, 1, 1, counts);
  for (let length = 2; length <= LONGEST_WORDS; length++) countGrams(pieces, length, least, counts);

  const wanted = new Map<string, Neighbours>();
  for (const [key, count] of counts) {
    const words = key.split(' ').map((number) => names[Number(number)] as string);
    const phrase = words.join('');
    if (count < least || phrase.length > LONGEST || [...phrase].length < 2) continue;
    if (EDGE.test(words[0] as string) || EDGE.test(words.at(-1) as string) || isKnown(phrase, engine))
      continue;
    if (words.every((word) => /^[〇零一二三四五六七八九十百千万亿两]+$/.test(word))) continue;
    wanted.set(key, { before: new Map(), after: new Map(), texts: new Set() });
  }
  lookAround(pieces, wanted);

  const found: UnknownPhrase[] = [];
  for (const [key, { before, after, texts: holding }] of wanted) {
    const count = counts.get(key) as number;
    const free = Math.min(entropy(before), entropy(after));
    if (holding.size < leastTexts || free < freedom) continue;
    const numbersOf = key.split(' ');
    const surprise = surpriseOf(numbersOf, counts, total);
    if (surprise <= 0) continue;
    const phrase = numbersOf.map((number) => names[Number(number)] as string).join('');
    found.push({
      phrase,
      count,
      texts: holding.size,
      surprise,
      freedom: free,
      score: count * surprise,
    });
  }
  return withoutParts(found.sort((a, b) => b.score - a.score || (a.phrase < b.phrase ? -1 : 1)));
}

/** Runs of Han words between punctuation, set phrases as one word. */
function* runsOf(text: string, engine: Engine): Generator<string[]> {
  const stream = streamOf(text, engine.dictionary.fold);
  const words = engine.segmenter.cut(stream);
  const inside = new Uint8Array(stream.units.length);
  const starts = new Map<number, number>();
  let reached = 0;
  for (const { start, end } of engine.terms.match(stream, words)) {
    if (start < reached) continue;
    starts.set(start, end);
    inside.fill(1, start, end);
    reached = end;
  }
  let run: string[] = [];
  const formed = (start: number, end: number) =>
    String.fromCharCode(...stream.units.subarray(start, end)).replace(/[“”"‘’「」『』《》]/g, '');
  for (const { start, end } of units(words, starts, inside)) {
    const word = formed(start, end);
    // A quoted phrase goes on through its quotation marks.
    if (word === '') continue;
    if ([...word].every(isHan)) {
      run.push(word);
      continue;
    }
    if (run.length > 0) yield run;
    run = [];
    if (starts.has(start)) yield [word];
  }
  if (run.length > 0) yield run;
}

/** Words and set phrases in order; a word that reaches into a set phrase loses what lies inside. */
function* units(
  words: readonly Word[],
  starts: ReadonlyMap<number, number>,
  inside: Uint8Array,
): Generator<{ start: number; end: number }> {
  for (const word of words) {
    let start = word.start;
    while (start < word.end) {
      const term = starts.get(start);
      if (term !== undefined) yield { start, end: term };
      let end = start;
      const isInside = inside[start];
      while (end < word.end && inside[end] === isInside && (end === start || !starts.has(end))) end++;
      if (!isInside) yield { start, end };
      start = end;
    }
  }
}

function numberOf(word: string, numbers: Map<string, number>, names: string[]): number {
  const known = numbers.get(word);
  if (known !== undefined) return known;
  numbers.set(word, names.length);
  return names.push(word) - 1;
}

/** Adds the grams of a length; only those whose two shorter ones are frequent can be frequent themselves. */
function countGrams(pieces: readonly Piece[], length: number, least: number, counts: Map<string, number>) {
  const own = new Map<string, number>();
  for (const { words } of pieces)
    for (let at = 0; at + length <= words.length; at++) {
      if (length > 1) {
        const left = counts.get(words.slice(at, at + length - 1).join(' ')) ?? 0;
        if (left < least) continue;
        if ((counts.get(words.slice(at + 1, at + length).join(' ')) ?? 0) < least) continue;
      }
      const key = words.slice(at, at + length).join(' ');
      own.set(key, (own.get(key) ?? 0) + 1);
    }
  for (const [key, count] of own) if (count >= least) counts.set(key, count);
}

interface Neighbours {
  before: Map<number, number>;
  after: Map<number, number>;
  texts: Set<number>;
}

function lookAround(pieces: readonly Piece[], wanted: ReadonlyMap<string, Neighbours>): void {
  // The edge of a run is a new neighbour every time: punctuation may stand there in any text.
  let edge = -1;
  const add = (to: Map<number, number>, word: number) => to.set(word, (to.get(word) ?? 0) + 1);
  for (const { words, text } of pieces)
    for (let at = 0; at < words.length; at++)
      for (let length = 1; length <= LONGEST_WORDS && at + length <= words.length; length++) {
        const neighbours = wanted.get(words.slice(at, at + length).join(' '));
        if (!neighbours) continue;
        neighbours.texts.add(text);
        add(neighbours.before, at > 0 ? (words[at - 1] as number) : edge--);
        add(neighbours.after, words[at + length] ?? edge--);
      }
}

function entropy(counts: ReadonlyMap<number, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  let bits = 0;
  for (const count of counts.values()) bits -= (count / total) * Math.log2(count / total);
  return bits;
}

/** Pointwise mutual information at the cut where it is least; a single word is as surprising as it is unknown: 8 bits. */
function surpriseOf(words: readonly string[], counts: ReadonlyMap<string, number>, total: number): number {
  if (words.length === 1) return 8;
  const own = counts.get(words.join(' ')) as number;
  let least = Number.POSITIVE_INFINITY;
  for (let cut = 1; cut < words.length; cut++) {
    const left = counts.get(words.slice(0, cut).join(' ')) ?? own;
    const right = counts.get(words.slice(cut).join(' ')) ?? own;
    least = Math.min(least, Math.log2((own * total) / (left * right)));
  }
  return least;
}

/** Whether a phrase is a form of a record or a word of the dictionary, or of jieba's list with nothing to look up. */
function isKnown(phrase: string, { dictionary }: Engine): boolean {
  const rank = dictionary.trie.get(phrase);
  return rank >= 0 && (dictionary.isTerm(rank) || dictionary.isDefined(rank));
}

/** Leaves out what stands nearly always inside of a longer phrase of the list. */
function withoutParts(found: readonly UnknownPhrase[]): UnknownPhrase[] {
  const holders = new Map<string, number>();
  for (const { phrase, count } of found)
    for (let from = 0; from < phrase.length; from++)
      for (let to = from + 2; to <= phrase.length; to++) {
        const part = phrase.slice(from, to);
        if (part !== phrase) holders.set(part, Math.max(holders.get(part) ?? 0, count));
      }
  return found.filter(({ phrase, count }) => (holders.get(phrase) ?? 0) < count * 0.7);
}
