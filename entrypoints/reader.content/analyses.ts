import { sendMessage } from '@/utils/ext/messages';
import type { Analysis, Match } from '@/utils/lang/analysis';
import { type Hit, hitsAt } from '@/utils/lang/hits';
import { batchesOf, slicesOf } from '@/utils/lang/slices';
import type { Span } from '@/utils/lang/span';

/** An answer of the background, taken apart when it is first pointed into. */
class Answer {
  readonly #text: string;
  #analysis: Analysis | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  get analysis(): Analysis {
    this.#analysis ??= JSON.parse(this.#text) as Analysis;
    return this.#analysis;
  }
}

/** A slice of a block's text, analysed. */
interface Analysed {
  answer: Answer;
  /** Its place in that answer. */
  block: number;
  marks: Span[];
}

interface Slice extends Span {
  text: string;
  /** A promise while it is asked for. */
  state: 'none' | Promise<void> | Analysed;
}

/** What the personal glossary holds of a headword. */
export interface Saved {
  id: string;
  rendering: string;
}

/**
 * The analyses of a page's blocks, by their text: an analysis follows from the text alone, so blocks may be made
 * anew as the page changes and keep theirs.
 */
export class Analyses {
  /** Saved terms among the headwords met, by simplified form. */
  readonly saved = new Map<string, Saved>();
  readonly #slices = new Map<string, Slice[]>();
  readonly #met = new Set<string>();

  /** Distinct set phrases met so far. */
  get terms(): number {
    return this.#met.size;
  }

  /** What lies under a block's offset, spans in the block's offsets; `null` where it is not analysed yet. */
  hitsAt(text: string, offset: number): Hit[] | null {
    const slice = this.#slicesOf(text).find(({ from, to }) => from <= offset && offset < to);
    if (!slice) return [];
    const { state } = slice;
    if (!isAnalysed(state)) return null;
    const hits = hitsAt(state.answer.analysis, state.block, slice.text, offset - slice.from);
    return hits.map((hit) => ({ ...hit, from: hit.from + slice.from, to: hit.to + slice.from }));
  }

  /** The words analysed so far, in the block's offsets. */
  words(text: string): (Match & { analysis: Analysis })[] {
    return this.#slicesOf(text).flatMap(({ from, state }) => {
      if (!isAnalysed(state)) return [];
      const { analysis } = state.answer;
      const words = analysis.blocks[state.block]?.words ?? [];
      return words.map((word) => ({ ...word, from: word.from + from, to: word.to + from, analysis }));
    });
  }

  /** What is to be marked of what is analysed so far, in the block's offsets. */
  marks(text: string): Span[] {
    return this.#slicesOf(text).flatMap(({ from, state }) =>
      isAnalysed(state) ? state.marks.map((mark) => ({ from: mark.from + from, to: mark.to + from })) : [],
    );
  }

  /**
   * Has these texts (or their parts) analysed, in slices, in the order given; resolves when all are, those that
   * were asked for before too. `onReady` is called after each answer. Rejects where the background failed; what
   * was not answered may be asked again.
   */
  async request(wanted: { text: string; part?: Span }[], onReady: () => void): Promise<void> {
    const slices = wanted.flatMap(({ text, part }) =>
      this.#slicesOf(text).filter(({ from, to }) => !part || (from < part.to && part.from < to)),
    );
    for (const batch of batchesOf(slices.filter(({ state }) => state === 'none'))) {
      const asked = this.#ask(batch);
      for (const slice of batch) slice.state = asked;
      // One request at a time: what is on screen was asked first and must not wait behind the rest.
      await asked;
      onReady();
    }
    await Promise.all(slices.map(({ state }) => (state instanceof Promise ? state : null)));
  }

  async #ask(batch: Slice[]): Promise<void> {
    try {
      const { analysis, marks, terms, saved } = await sendMessage(
        'analyze',
        batch.map(({ text }) => text),
      );
      const answer = new Answer(analysis);
      batch.forEach((slice, block) => {
        slice.state = { answer, block, marks: marks[block] ?? [] };
      });
      this.learn(saved);
      for (const id of terms) this.#met.add(id);
    } catch (error) {
      for (const slice of batch) slice.state = 'none';
      throw error;
    }
  }

  /** Notes what the personal glossary holds. */
  learn(saved: readonly (Saved & { headword: string })[]): void {
    for (const { headword, id, rendering } of saved) this.saved.set(headword, { id, rendering });
  }

  /** Drops what a change of the glossary may have made wrong: texts that hold one of the phrases, or all. */
  forget(phrases: readonly string[] | 'all'): void {
    for (const text of this.#slices.keys()) {
      if (phrases === 'all' || phrases.some((phrase) => text.includes(phrase))) this.#slices.delete(text);
    }
  }

  /** Keeps only the analyses of these texts. */
  keep(texts: ReadonlySet<string>): void {
    for (const text of this.#slices.keys()) if (!texts.has(text)) this.#slices.delete(text);
  }

  #slicesOf(text: string): Slice[] {
    let slices = this.#slices.get(text);
    if (!slices) {
      slices = slicesOf(text).map(({ from, to }) => ({
        from,
        to,
        text: text.slice(from, to),
        state: 'none',
      }));
      this.#slices.set(text, slices);
    }
    return slices;
  }
}

function isAnalysed(state: Slice['state']): state is Analysed {
  return typeof state === 'object' && !(state instanceof Promise);
}
