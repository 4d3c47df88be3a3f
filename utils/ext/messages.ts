import { defineExtensionMessaging } from '@webext-core/messaging';
import type { NewTerm, Occurrence, SavedTerm } from '@/utils/glossary/record';
import type { MetTerm } from '@/utils/lang/digest';
import type { Marks } from '@/utils/lang/marks';
import type { Span } from '@/utils/lang/span';
import type { Term } from '@/utils/lang/term';
import type { ConversionTarget } from '@/utils/lang/variant';
import type { ReadForm } from '@/utils/lang/word-readings';
import type { SavedHeadword } from './glossary-store';
import type { ShownScript } from './settings';

/** Every message, once. The first word of each comment's direction sends it. */
export interface Protocol {
  /** reader → background. What a page that is only looked at needs, for one slice of at most 4,000 characters or so. */
  mark(blocks: string[]): Marks;
  /** reader → background. Everything that pointing needs, for such a slice. */
  analyze(blocks: string[]): AnalyzedSlice;
  /** reader → background. Texts of a page in another script; each result is as long as its text. */
  convert(request: ConversionRequest): string[];

  /** popup → background. Whether the built-in set phrases are damaged and left out. */
  areTermsBroken(): boolean;

  /** panel → background. The set phrases of an article's blocks, in slices like those of `analyze`. */
  findTerms(blocks: string[]): FoundTerms;

  /** our own pages → background. Readings word by word, each as `wordReadings` has it. */
  wordReadings(forms: ReadForm[]): string[][];

  /** reader → background. Puts the script that draws the card into the page. */
  loadCard(): void;
  /** reader → background. The records that ids name, at most `MOST_RECORDS`; what the base lacks is left out. */
  termRecords(ids: string[]): Term[];
  /** reader → background. Opens a record in the term browser, in a new tab. */
  openRecord(id: string): void;

  /**
   * reader → background, which alone writes the personal glossary. From a private window it rejects with
   * `PRIVATE_WINDOW` until the reader has agreed.
   */
  saveTerm(term: NewTerm): SavedHeadword;
  /** reader → background. What is saved in private windows may be kept, until the browser is closed. */
  agreeToPrivateSaving(): void;
  /** glossary page → background. Fields that are absent stay as they are. */
  editTerm(edit: { id: string; rendering?: string; note?: string; tags?: string[] }): SavedTerm;
  /** glossary page → background. Puts tags on terms, beside those that they have. */
  tagTerms(request: { ids: string[]; tags: string[] }): void;
  /** glossary page → background. */
  removeTerms(ids: string[]): void;
  /** glossary page → background. Undoes `removeTerms`. */
  restoreTerms(ids: string[]): void;
  /** glossary page → background. Takes one occurrence of a term away. */
  removeOccurrence(place: { id: string; sentence: string; url: string }): void;
  /** glossary page → background. Undoes `removeOccurrence`. */
  restoreOccurrence(request: { id: string; occurrence: Occurrence }): void;
  /** glossary page → background. Erases for good what was removed; answers how many terms. */
  eraseRemoved(): number;
  /** glossary page → background. Merges the records that `stageImport` put aside under this id, all or nothing. */
  commitImport(importId: string): { added: number; merged: number; unchanged: number };
  /** glossary page → background. Takes the last import back; answers how many terms, and how many were changed since. */
  undoImport(importId: string): { undone: number; kept: number };
  /** background → every reader and page. The personal glossary changed. */
  glossaryChanged(change: GlossaryChange): void;

  /**
   * reader of a frame that is too small for a card → background → reader of the tab's page, which draws it. Answers
   * whether it does.
   */
  framePointed(seen: FramePointed): boolean;
  /** The same way. The pointer has left what it pointed at, and is here if it is in the frame at all. */
  frameLeft(left: Pick<FramePointed, 'pointer' | 'corner' | 'size'>): void;
  /** reader of the page → background → readers of its frames of other origins: they show what the page shows. */
  showInFrames(shown: ShownScript): void;

  /** detector → background. This page or frame holds a Chinese article (or none). */
  pageSeen(seen: { chinese: boolean }): void;
  /** popup → background. Puts the reader into a tab. */
  startReader(tabId: number): void;
  /** popup → background. Reads on a host from now on, or no more, and does so in this tab at once. */
  readHere(request: { tabId: number; host: string; on: boolean }): void;
  /** popup, background → reader. Before the reader is injected nobody answers. */
  getPageState(): PageState;
  /** popup, background → reader. */
  showScript(shown: ShownScript): PageState;
  /** popup, background → reader. Ends the reader in this page. */
  stopReader(): void;
  /** background → reader: a command or context menu of the browser. */
  runCommand(command: ReaderCommand): void;
}

/** What is pointed at in a frame; offsets in UTF-16 units of `text`, lengths in CSS pixels of the frame. */
export interface FramePointed {
  /** The text around. */
  text: string;
  at: number;
  /** The run that is selected, if it is not only pointed at. */
  selected?: Span;
  /** Where each of the hits stands: left, top, width and height of its boxes. */
  boxes: (Span & { boxes: number[][] })[];
  cited: Record<'headline' | 'source' | 'date' | 'byline' | 'page' | 'url', string>;
  /** Where the pointer is in the frame; the card that the page draws may lie there. */
  pointer: { x: number; y: number };
  /** Where the frame's window begins on the screen. */
  corner: { x: number; y: number };
  size: { width: number; height: number };
}

/** No term has a tenth as many relations. */
export const MOST_RECORDS = 100;

/** What `saveTerm` says of a private window. */
export const PRIVATE_WINDOW = 'private-window';

/** Texts that are to be shown in another script. */
export interface ConversionRequest {
  texts: string[];
  target: ConversionTarget;
  /** The writing of the page as a whole; short texts tell little of their own. Left out, each text is judged. */
  from?: ConversionTarget;
}

/** What the browser's keys and its context menu have a reader do; each name is that of its command or menu item. */
export type ReaderCommand = 'toggle-script' | 'save-term' | 'look-up-selection' | 'copy-with-source';

/** One slice analysed, and which of its headwords (simplified) stand in the personal glossary. */
export interface AnalyzedSlice extends Marks {
  /** An `Analysis`, packed: most of it is never looked at. */
  analysis: string;
  saved: SavedHeadword[];
}

/** Set phrases of some blocks, and the records that they name, each once. */
export interface FoundTerms {
  met: MetTerm[];
  terms: Term[];
}

/** What has changed in the personal glossary: the revision broadcast. */
export interface GlossaryChange {
  saved: SavedHeadword[];
  removed: SavedHeadword[];
  /** So much changed that everything is to be read anew. */
  everything: boolean;
}

/** What the reader found in a page, for the popup. */
export interface PageState {
  article: { headline: string; paper: string; date: string } | null;
  /** Whether the page holds any Chinese text. */
  chinese: boolean;
  /** Distinct set phrases found so far. */
  terms: number;
  shown: ShownScript;
  /** The page took our card away twice, so it stays away. */
  cardRemoved: boolean;
  /** Hosts of the frames that are of another origin than the page, whether or not they may be read. */
  frames: string[];
}

/** Sends a message to the background, to our own pages or, with a tab, to its readers; and answers one. */
export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
