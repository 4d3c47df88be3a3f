import { MARK_SETTINGS } from '@/components/mark-settings';
import type { Settings } from '@/utils/ext/settings';
import type { Mark } from '@/utils/lang/marks';
import { spoken } from '@/utils/lang/sandhi';
import { readInTaiwan } from '@/utils/lang/taiwan-reading';
import type { Block } from '@/utils/page/blocks';
import { TermHighlights } from '@/utils/page/highlight';
import { Ruby, type RubyWord } from '@/utils/page/ruby';
import type { Analyses } from './analyses';

/**
 * Of a block longer than this, in UTF-16 units, the rest is analysed only where it is pointed at, and never marked or
 * annotated: the page could tell where that was.
 */
export const AHEAD = 20_000;

/** What the reader's settings put into an article: the marks of set phrases, and readings above the words. */
export class PageMarks {
  readonly #analyses: Analyses;
  readonly #moved: () => void;
  readonly #ruby = new Ruby();
  #highlights = new TermHighlights();
  /** The settings under which readings were put in. */
  #written = '';
  /** Counts what changes the page, so that readings which come late mark nothing anew. */
  #call = 0;
  /** The element in which is marked. */
  #root: Element | null = null;

  /** @param moved called when readings have come later than asked for, and text stands elsewhere */
  constructor(analyses: Analyses, moved: () => void) {
    this.#analyses = analyses;
    this.#moved = moved;
  }

  /** From now on the article under this element is marked, be it in a frame; what was put into another is taken away. */
  enter(root: Element | null): void {
    if (root === this.#root) return;
    this.clear();
    this.#root = root;
    this.#highlights = new TermHighlights(root?.ownerDocument.defaultView ?? undefined);
  }

  /** Marks what is analysed of blocks near the window, as the settings say; to be called after each change. */
  show(blocks: readonly Block[], settings: Settings): void {
    const call = ++this.#call;
    this.#highlight(blocks, settings);
    if (settings.ruby === 'off') {
      if (this.#ruby.clear()) this.#highlight(blocks, settings);
      return;
    }
    const { ruby, reading, sandhi, taiwan } = settings;
    const written = [ruby, reading, sandhi, taiwan].join();
    if (written !== this.#written) this.#ruby.clear();
    this.#written = written;
    const words = blocks.map((block) => ({ block, words: this.#words(block, settings) }));
    void this.#ruby.show(words, reading).then((changed) => {
      if (!changed || call !== this.#call) return;
      this.#highlight(blocks, settings);
      this.#moved();
    });
  }

  /** Takes everything away. */
  clear(): void {
    this.#call++;
    this.#highlights.clear();
    this.#ruby.clear();
  }

  #highlight(blocks: readonly Block[], settings: Settings): void {
    if (!settings.highlightTerms) {
      this.#highlights.clear();
      return;
    }
    const isOn = ({ kind, from }: Mark) => from < AHEAD && settings[MARK_SETTINGS[kind]];
    this.#highlights.show(
      blocks.map((block) => ({ block, marks: this.#analyses.marks(block.text).filter(isOn) })),
    );
  }

  /** The words to be annotated, as they are read. */
  #words({ text }: Block, settings: Settings): RubyWord[] {
    const words = this.#analyses.words(text, { from: 0, to: AHEAD }).filter(({ reading }) => reading !== '');
    const marks = settings.ruby === 'terms' ? this.#analyses.marks(text) : null;
    const wanted = marks
      ? words.filter((word) => marks.some(({ from, to }) => from < word.to && word.from < to))
      : words;
    return wanted.map((word) => {
      const { from, to } = word;
      const form = text.slice(from, to);
      const reading = settings.taiwan ? readInTaiwan({ ...word, form }) : word.reading;
      return { from, to, reading: settings.sandhi ? spoken(form, reading) : reading };
    });
  }
}
