import type { Script } from '@/utils/lang/analysis';
import { covers, type Span } from '@/utils/lang/span';
import type { Block } from './blocks';

/** What of a browser's voice tells whether and where it may be used. */
export type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'name'>;

/** What is told while a text is spoken; offsets in UTF-16 units of that text. */
export interface SpeechEvents {
  /** A word begins. `length` is 0 where the voice does not say how long it is. */
  word(at: number, length: number): void;
  /** The text was spoken, or speaking it has failed. */
  end(): void;
}

/** A browser's speech. */
export interface Speech {
  /** The voices known by now; browsers load them after they were asked for first. */
  voices(): readonly Voice[];
  speak(text: string, voice: Voice, events: SpeechEvents): void;
  /** Ends what is spoken; nothing is told of it any more. */
  cancel(): void;
}

/** A stretch of a block that is spoken at one go: a word or a sentence. */
export interface Passage extends Span {
  block: Block;
}

/** A longer stretch without a full stop is spoken in parts: some voices give up in the middle. */
const LONGEST = 200;
const SENTENCE = /[^。！？!?\n]*[。！？!?\n]+[”’」』）)》\s]*|[^。！？!?\n]+/g;
const PART = new RegExp(`[^]{1,${LONGEST}}[；;，,、：:]|[^]{1,${LONGEST}}`, 'g');

/**
 * The voice for a text: a Chinese one that speaks on this machine, so that nothing of the page leaves it; Taiwan's
 * for traditional text, the mainland's for any other. Cantonese is another language and never chosen. `null` where
 * there is none.
 */
export function voiceFor(script: Script, voices: readonly Voice[]): Voice | null {
  const local = voices.filter(({ lang, localService }) => localService && isMandarin(lang));
  const region = script === 'hant' ? /[-_](?:tw|hant)/i : /[-_](?:cn|hans)/i;
  return local.find(({ lang }) => region.test(lang)) ?? local[0] ?? null;
}

function isMandarin(lang: string): boolean {
  return /^(?:zh|cmn)\b|^(?:zh|cmn)[-_]/i.test(lang) && !/[-_](?:hk|mo|yue)\b|yue/i.test(lang);
}

/** The sentences of a block, as they are spoken; together they hold all of its text but white space. */
export function passagesOf(block: Block): Passage[] {
  const passages: Passage[] = [];
  for (const { 0: sentence, index } of block.text.matchAll(SENTENCE)) {
    const parts = sentence.length > LONGEST ? sentence.matchAll(PART) : [{ 0: sentence, index: 0 }];
    for (const { 0: part, index: at } of parts) {
      const start = part.length - part.trimStart().length;
      const length = part.trim().length;
      const from = index + at + start;
      if (/[\p{L}\p{N}]/u.test(part)) passages.push({ block, from, to: from + length });
    }
  }
  return passages;
}

/** The sentence of a block at an offset; `null` where nothing is spoken. */
export function passageAt(block: Block, offset: number): Passage | null {
  return passagesOf(block).find((passage) => covers(passage, offset)) ?? null;
}

interface SpeakerParts {
  speech: Speech;
  /** The word of a block at an offset, for voices that do not say how long a word is. */
  wordAt(block: Block, offset: number): Span | null;
  /** What is being spoken: a word where the voice tells, else the sentence; `null` when nothing is. */
  shown(passage: Passage | null): void;
}

/** Speaks passages one after another and tells which. */
export class Speaker {
  readonly #parts: SpeakerParts;
  /** Counts what was begun, so that what was ended is heard of no more. */
  #begun = 0;
  #isSpeaking = false;

  constructor(parts: SpeakerParts) {
    this.#parts = parts;
  }

  get isSpeaking(): boolean {
    return this.#isSpeaking;
  }

  /** Whether there is a voice; where there is one, it reads either script. */
  get canSpeak(): boolean {
    return voiceFor('mixed', this.#parts.speech.voices()) !== null;
  }

  /** Speaks these passages instead of what is spoken; without a voice nothing happens. */
  speak(passages: Iterable<Passage>, script: Script): void {
    const voice = voiceFor(script, this.#parts.speech.voices());
    this.stop();
    if (!voice) return;
    this.#isSpeaking = true;
    this.#next(passages[Symbol.iterator](), voice, this.#begun);
  }

  /** Ends what is spoken. */
  stop(): void {
    this.#begun++;
    if (!this.#isSpeaking) return;
    this.#isSpeaking = false;
    this.#parts.speech.cancel();
    this.#parts.shown(null);
  }

  #next(passages: Iterator<Passage>, voice: Voice, begun: number): void {
    const { done, value: passage } = passages.next();
    if (done) {
      this.stop();
      return;
    }
    const { speech, shown } = this.#parts;
    const { block } = passage;
    const { text, places } = spokenText(passage);
    shown(passage);
    speech.speak(text, voice, {
      word: (at, length) => {
        const from = places[at];
        if (begun !== this.#begun || from === undefined) return;
        const word = length > 0 ? null : this.#parts.wordAt(block, from);
        const to = word?.to ?? (places[at + Math.max(length, 1) - 1] ?? passage.to - 1) + 1;
        shown({ block, from, to: Math.min(to, passage.to) });
      },
      end: () => {
        if (begun === this.#begun) this.#next(passages, voice, begun);
      },
    });
  }
}

/** A passage as it is spoken, without breaks of layout, and where each of its UTF-16 units stands in the block. */
function spokenText({ block, from, to }: Passage): { text: string; places: number[] } {
  let text = '';
  const places: number[] = [];
  for (let at = from; at < to; at++) {
    if (block.text.charAt(at) === '\n') continue;
    text += block.text.charAt(at);
    places.push(at);
  }
  return { text, places };
}

/** The speech of a browser's window; nothing is asked of it before it is used. */
export function speechOf(window: Window & typeof globalThis): Speech {
  // Chromium forgets an utterance that nobody holds, and its events with it.
  let held: SpeechSynthesisUtterance | null = null;
  const synthesis = (): SpeechSynthesis | undefined => window.speechSynthesis;
  return {
    voices: () => synthesis()?.getVoices() ?? [],
    speak(text, voice, { word, end }) {
      const utterance = new window.SpeechSynthesisUtterance(text);
      held = utterance;
      utterance.voice = voice as SpeechSynthesisVoice;
      utterance.lang = voice.lang;
      utterance.onboundary = ({ name, charIndex, charLength }) => {
        if (name === 'word' && held === utterance) word(charIndex, charLength ?? 0);
      };
      utterance.onend = () => held === utterance && end();
      utterance.onerror = () => held === utterance && end();
      synthesis()?.speak(utterance);
    },
    cancel() {
      held = null;
      synthesis()?.cancel();
    },
  };
}
