import type { Aloud, Copied, Part, PathStep, ShownHit } from '@/components/HoverCard';
import { relatedOf } from '@/components/relations';
import { sendMessage } from '@/utils/ext/messages';
import type { Settings } from '@/utils/ext/settings';
import type { Entry } from '@/utils/lang/entry';
import type { Hit } from '@/utils/lang/hits';
import type { Span } from '@/utils/lang/span';
import { hitInTaiwan, type Read, readInTaiwan } from '@/utils/lang/taiwan-reading';
import type { Term } from '@/utils/lang/term';
import type { Block } from '@/utils/page/blocks';
import type { CardHost } from './card-host';
import { LinkedTerms } from './linked-terms';
import { isSamePlace, type Pointed } from './pointed';
import type { ReaderSession } from './session';

/** How far from the word shown the next one is looked for, UTF-16 units. */
const REACH = 200;

/** How long a sentence that only confirms stands, milliseconds. */
const PASSING = 4000;

/** What the card shows and where. */
interface Shown {
  at: Pointed;
  hits: ShownHit[];
  /** Which of them stands first. */
  chosen: number;
  /** A pinned card stays when the pointer leaves and ignores what is pointed at. */
  pinned: boolean;
}

interface CardActions {
  save(): void;
  copy(what: Copied): void;
  /** The page has taken the card's words away. */
  lost(met: string): void;
  /** The card could not be drawn. */
  fail(error: unknown): void;
  /** Whether there is a Chinese voice of this machine: without one nothing of reading aloud is offered. */
  canReadAloud(): boolean;
  readAloud(what: Aloud): void;
}

/** What stands in the card: the hits of one place, which of them is first, pinned or not. */
export class CardView {
  readonly #host: CardHost;
  readonly #session: ReaderSession;
  readonly #actions: CardActions;
  #settings: Settings;
  #shown: Shown | null = null;
  readonly #linked = new LinkedTerms((ids) => sendMessage('termRecords', ids));
  #notice = '';

  constructor(host: CardHost, session: ReaderSession, settings: Settings, actions: CardActions) {
    this.#host = host;
    this.#session = session;
    this.#settings = settings;
    this.#actions = actions;
  }

  /** Whether a card is seen: what keys and saving act on. */
  get isOpen(): boolean {
    return this.#shown !== null && this.#host.isOpen;
  }

  get isPinned(): boolean {
    return this.#shown?.pinned ?? false;
  }

  /** Where the card is and the hit that stands first; `null` while the card is closed. */
  get first(): { at: Pointed; hit: ShownHit } | null {
    const hit = this.#shown?.hits[this.#shown.chosen];
    return this.#shown && hit ? { at: this.#shown.at, hit } : null;
  }

  /** The record that was opened by a link and stands first; `null` where the card is on the text. */
  get linked(): Term | null {
    return this.#linked.shown;
  }

  /** The rendering of what stands first, the reader's own before the bases'; empty where there is none. */
  get rendering(): string {
    const { linked } = this;
    const [entry] = linked ? [entryOf(linked)] : (this.first?.hit.entries ?? []);
    if (!entry) return '';
    const own = this.#session.analyses.saved.get(entry.headword)?.rendering;
    return own || entry.term?.renderings[0]?.en || entry.senses[0] || '';
  }

  apply(settings: Settings): void {
    this.#settings = settings;
    this.render();
  }

  open(at: Pointed, hits: Hit[], pinned = false): void {
    if (this.#host.removed) return;
    const shown = this.#shown;
    if (shown && isSamePlace(shown.at, at) && spansOf(shown.hits) === spansOf(hits)) {
      if (pinned) this.pin(true);
      return;
    }
    this.#notice = '';
    this.#linked.leave();
    const { block } = at;
    const met = (hit: Hit) => block.text.slice(hit.from, hit.to).replace(/\s+/g, '');
    this.#shown = { at, hits: hits.map((hit) => ({ ...hit, met: met(hit) })), chosen: 0, pinned };
    this.render();
  }

  close(): void {
    this.#shown = null;
    this.#linked.leave();
    this.#host.close();
  }

  pin(pinned = !this.isPinned): void {
    if (!this.#shown) return;
    this.#shown.pinned = pinned;
    if (!pinned) this.#linked.leave();
    this.render();
  }

  /** Back to what the last link was followed from; `false` where none was. */
  back(): boolean {
    if (!this.#linked.back()) return false;
    this.#turn();
    return true;
  }

  /** A sentence inside the card; one that only confirms passes by itself. */
  tell(notice: string, passes = false): void {
    this.#notice = notice;
    this.render();
    if (passes) setTimeout(() => this.#notice === notice && this.tell(''), PASSING);
  }

  /** Puts the next longer (-1) or shorter (1) match first. */
  choose(by: 1 | -1): void {
    this.#put(this.#shown ? this.#shown.chosen + by : 0);
  }

  /** To the next or previous word of the block. */
  step(by: 1 | -1): void {
    if (!this.#shown) return;
    const { at, hits } = this.#shown;
    const { block } = at;
    const { from = 0, to = 0 } = hits[0] ?? {};
    const words = this.#session.analyses
      .words(block.text, { from: from - REACH, to: to + REACH })
      .filter(({ entries }) => entries.length > 0);
    const word = by === 1 ? words.find((each) => each.from >= to) : words.findLast((each) => each.to <= from);
    const next = word && this.#session.hitsAt(block, word.from);
    if (!next || next.length === 0) return;
    // The pointer rests elsewhere, so the card would go at its next move.
    this.open(at, next, true);
  }

  /** Draws the card anew, or closes it where the page has taken its words away. */
  render(): void {
    const shown = this.#shown;
    const first = this.first?.hit;
    if (!shown || !first) return;
    const anchor = () => shown.at.boxes(first.from, first.to);
    if (anchor().length === 0) {
      this.close();
      this.#actions.lost(first.met);
      return;
    }
    const { reading, toneColours, sandhi, taiwan } = this.#settings;
    const { block } = shown.at;
    const hits = [first, ...shown.hits.filter((hit) => hit !== first)];
    if (!this.#host.isReady) {
      this.#host.load().then(
        () => this.render(),
        (error) => this.#actions.fail(error),
      );
      return;
    }
    const { linked } = this;
    const term = linked ?? first.entries[0]?.term;
    if (shown.pinned && term) this.#bringRelated(term);
    const inText = () =>
      taiwan ? hits.map((hit) => hitInTaiwan(hit, hit.met, this.#words(block, hit))) : hits;
    this.#host.open(
      {
        hits: linked ? [hitOf(linked, first)] : inText(),
        path: linked ? [] : shown.hits.map(stepOf),
        chosen: shown.chosen,
        parts: first.kind === 'term' && !linked ? this.#partsOf(block, first) : [],
        pinned: shown.pinned,
        choice: { style: reading, toneColours, sandhi },
        related: shown.pinned && term ? relatedOf(term, this.#linked.recordOf) : [],
        backTo: linked && (this.#linked.before?.headword.hans ?? first.met),
        savedAs: (headword) => this.#session.analyses.saved.get(headword) ?? null,
        notice: this.#notice,
        onChoose: (step) => this.#put(step),
        onFollow: (id) => {
          this.#linked.follow(id);
          this.#turn();
        },
        onBack: () => this.back(),
        onOpenRecord: (id) => void sendMessage('openRecord', id).catch(this.#actions.fail),
        canReadAloud: !linked && this.#actions.canReadAloud(),
        onReadAloud: (what) => this.#actions.readAloud(what),
        onCopy: (what) => this.#actions.copy(what),
        onSave: () => this.#actions.save(),
        onPin: () => this.pin(),
        onClose: () => this.close(),
      },
      anchor,
    );
  }

  /** Another entry in the same card: it is read from its beginning. */
  #turn(): void {
    this.#notice = '';
    this.render();
    this.#host.turn();
  }

  /** Asked of the background for a pinned card only: pointing sends no message. */
  #bringRelated(term: Term): void {
    this.#linked.bringRelated(term).then((came) => came && this.render(), this.#actions.fail);
  }

  #put(chosen: number): void {
    if (!this.#shown?.hits[chosen]) return;
    this.#shown.chosen = chosen;
    this.#linked.leave();
    this.#turn();
  }

  /** The words of which a set phrase is made. */
  #partsOf(block: Block, { from, to }: Hit): Part[] {
    const { taiwan } = this.#settings;
    return this.#words(block, { from, to })
      .filter((word) => word.from >= from && word.to <= to && word.to - word.from < to - from)
      .flatMap((word) => {
        const entry = word.analysis.entries[word.entries[0] ?? -1];
        if (!entry) return [];
        const gloss = entry.term?.renderings[0]?.en ?? entry.senses[0] ?? '';
        const reading = taiwan ? readInTaiwan(word) : word.reading;
        return [{ text: word.form.replace(/\s+/g, ''), reading, gloss }];
      });
  }

  #words(block: Block, part: Span): Read[] {
    return this.#session.analyses
      .words(block.text, part)
      .map((word) => ({ ...word, form: block.text.slice(word.from, word.to) }));
  }
}

function spansOf(hits: Hit[]): string {
  return hits.map(({ from, to }) => `${from}-${to}`).join(' ');
}

function stepOf({ met, entries: [entry] }: ShownHit): PathStep {
  return { met, gloss: entry?.term?.renderings[0]?.en ?? entry?.senses[0] ?? '' };
}

function entryOf(term: Term): Entry {
  const { hans, hant } = term.headword;
  return { headword: hans, variant: hant, reading: term.reading, senses: [], term };
}

/** A record that stands nowhere in the text, shown in the place of a hit. */
function hitOf(term: Term, { from, to }: Span): ShownHit {
  const { hans: met } = term.headword;
  return { kind: 'term', from, to, met, reading: term.reading, entries: [entryOf(term)] };
}
