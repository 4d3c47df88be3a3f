import type { SavedHeadword } from '@/utils/ext/glossary-store';
import { sendMessage } from '@/utils/ext/messages';
import type { Analysis, Match } from '@/utils/lang/analysis';
import { type Hit, hitsAt } from '@/utils/lang/hits';
import type { Mark, Marks } from '@/utils/lang/marks';
import { unpackAnalysis } from '@/utils/lang/packed-analysis';
import { batchesOf, SLICE, slicesOf } from '@/utils/lang/slices';
import type { Span } from '@/utils/lang/span';

/** The first request of a kind holds about so many UTF-16 units: the worker may have to start, and what is on screen comes soon. */
const FIRST = 1000;

/** What is asked of a text: where its marks stand, or everything that pointing needs. */
type Depth = 'mark' | 'analyze';

/** An answer of the background, taken apart when it is first pointed into. */
class Answer {
  #text: string;
  #analysis: Analysis | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  get analysis(): Analysis {
    if (!this.#analysis) {
      this.#analysis = unpackAnalysis(this.#text);
      this.#text = '';
    }
    return this.#analysis;
  }
}

/** A slice of a block's text, analysed. */
interface Analysed {
  answer: Answer;
  /** Its place in that answer. */
  block: number;
}

interface Slice extends Span {
  text: string;
  /** What is to be marked in it; `null` before it is known. */
  marks: Mark[] | null;
  /** Stays until a newer one has come. */
  analysed: Analysed | null;
  /** While it is asked for. */
  asked: Promise<void> | null;
  /** The reader's own phrases have changed since it was asked for. */
  stale: boolean;
}

/**
 * The analyses of a page's blocks, by their text: an analysis follows from the text and the reader's own phrases
 * alone, so blocks may be made anew as the page changes and keep theirs.
 */
export class Analyses {
  /** Saved terms among the headwords met, by simplified form. */
  readonly saved = new Map<string, SavedHeadword>();
  readonly #slices = new Map<string, Slice[]>();
  readonly #met = new Set<string>();
  readonly #hasAsked = new Set<Depth>();
  #depth: Depth = 'mark';
  /** Counts the changes of the glossary, so that an answer from before one teaches nothing. */
  #changes = 0;

  /** Asks for everything that pointing needs from now on; before, a page is only looked at and marks are enough. */
  deepen(): void {
    this.#depth = 'analyze';
  }

  /** Distinct set phrases met so far. */
  get terms(): number {
    return this.#met.size;
  }

  /** What lies under a block's offset, spans in the block's offsets; `null` where it is not analysed yet. */
  hitsAt(text: string, offset: number): Hit[] | null {
    const slice = this.#slicesOf(text).find(({ from, to }) => from <= offset && offset < to);
    if (!slice) return [];
    if (!slice.analysed || slice.stale) return null;
    const { answer, block } = slice.analysed;
    const hits = hitsAt(answer.analysis, block, slice.text, offset - slice.from);
    return hits.map((hit) => ({ ...hit, from: hit.from + slice.from, to: hit.to + slice.from }));
  }

  /** The words in a part of a block as far as it is analysed, in the block's offsets. */
  words(text: string, part: Span): (Match & { analysis: Analysis })[] {
    return this.#slicesOf(text).flatMap(({ from, to, analysed }) => {
      if (!analysed || to <= part.from || part.to <= from) return [];
      const { analysis } = analysed.answer;
      const words = analysis.blocks[analysed.block]?.words ?? [];
      return words
        .filter((word) => part.from < word.to + from && word.from + from < part.to)
        .map((word) => ({ ...word, from: word.from + from, to: word.to + from, analysis }));
    });
  }

  /** What is to be marked of what is analysed so far, in the block's offsets. */
  marks(text: string): Mark[] {
    return this.#slicesOf(text).flatMap(({ from, marks }) =>
      (marks ?? []).map((mark) => ({ ...mark, from: mark.from + from, to: mark.to + from })),
    );
  }

  /**
   * Has these texts (or their parts) marked or, once `deepen` was called, analysed, in slices, in the order given;
   * resolves when all are, those that were asked for before too. `onReady` is called after each answer. Rejects where
   * the background failed; what was not answered may be asked again.
   */
  async request(wanted: { text: string; part?: Span }[], onReady: () => void): Promise<void> {
    const slices = wanted.flatMap(({ text, part }) =>
      this.#slicesOf(text).filter(({ from, to }) => !part || (from < part.to && part.from < to)),
    );
    for (;;) {
      const depth = this.#depth;
      const open = slices.filter(({ marks, analysed, stale }) =>
        depth === 'mark' ? !marks : !analysed || stale,
      );
      if (open.length === 0) return;
      // One request at a time: what is on screen was asked first and must not wait behind the rest.
      const [batch] = batchesOf(
        open.filter(({ asked }) => !asked),
        this.#hasAsked.has(depth) ? SLICE : FIRST,
      );
      if (batch) {
        this.#hasAsked.add(depth);
        await this.#ask(batch, depth);
        onReady();
      } else await Promise.all(open.map(({ asked }) => asked));
    }
  }

  /** Notes what the personal glossary holds. */
  learn(saved: readonly SavedHeadword[]): void {
    for (const each of saved) this.saved.set(each.headword, each);
  }

  /** The glossary has changed: what of it is shown, and which texts must be analysed anew; `all` where unknown. */
  change(saved: readonly SavedHeadword[], removed: readonly SavedHeadword[], all: boolean): void {
    this.#changes++;
    if (all) this.saved.clear();
    for (const { headword } of removed) this.saved.delete(headword);
    this.learn(saved);
    const phrases = [...saved, ...removed]
      .filter(({ own }) => own)
      .flatMap(({ headword, hant }) => [plain(headword), plain(hant)]);
    if (!all && phrases.length === 0) return;
    for (const [text, slices] of this.#slices) {
      const searched = plain(text);
      if (all || phrases.some((phrase) => searched.includes(phrase)))
        for (const slice of slices) slice.stale = true;
    }
  }

  /** Keeps only the analyses of these texts. */
  keep(texts: ReadonlySet<string>): void {
    for (const text of this.#slices.keys()) if (!texts.has(text)) this.#slices.delete(text);
  }

  #ask(batch: Slice[], depth: Depth): Promise<void> {
    const asked = depth === 'mark' ? this.#askMarks(batch) : this.#askAnalyses(batch);
    const done = asked
      .catch((error: unknown) => {
        for (const slice of batch) slice.stale = true;
        throw error;
      })
      .finally(() => {
        for (const slice of batch) slice.asked = null;
      });
    for (const slice of batch) slice.asked = done;
    return done;
  }

  async #askMarks(batch: Slice[]): Promise<void> {
    this.#take(batch, await sendMessage('mark', textsOf(batch)));
  }

  async #askAnalyses(batch: Slice[]): Promise<void> {
    const change = this.#changes;
    for (const slice of batch) slice.stale = false;
    const { analysis, saved, ...marks } = await sendMessage('analyze', textsOf(batch));
    const answer = new Answer(analysis);
    batch.forEach((slice, block) => {
      slice.analysed = { answer, block };
    });
    this.#take(batch, marks);
    if (change === this.#changes) this.learn(saved);
    // What it says of saved terms is from before the change.
    else for (const slice of batch) slice.stale = true;
  }

  #take(batch: Slice[], { marks, terms }: Marks): void {
    batch.forEach((slice, block) => {
      slice.marks = marks[block] ?? [];
    });
    for (const id of terms) this.#met.add(id);
  }

  #slicesOf(text: string): Slice[] {
    let slices = this.#slices.get(text);
    if (!slices) {
      slices = slicesOf(text).map(({ from, to }) => ({
        from,
        to,
        text: text.slice(from, to),
        marks: null,
        analysed: null,
        asked: null,
        stale: false,
      }));
      this.#slices.set(text, slices);
    }
    return slices;
  }
}

function textsOf(slices: readonly Slice[]): string[] {
  return slices.map(({ text }) => text);
}

/** As phrases are looked for: over breaks, quotation marks and any comma. One text too many is only analysed anew. */
function plain(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
