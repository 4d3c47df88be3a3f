import type { PDFDocumentProxy, PDFPageProxy, RenderTask } from 'pdfjs-dist';
import type { TextContent, TextItem } from 'pdfjs-dist/types/src/display/api';
import { browser } from '#imports';
import { type PdfRun, withCharacters } from '@/utils/page/pdf-runs';
import { blocksOfPage, type PdfBlock } from '@/utils/page/pdf-text';

/** So many pages are shown: a day's newspaper. */
export const MOST_PAGES = 40;
/** A canvas has at most so many pixels; browsers refuse more. */
const MOST_PIXELS = 16_000_000;
/** Text tilted less than this, in radians, is read as level: the name of a paper may be. */
const LEVEL = 0.2;
/** Where a font does not say how far it rises over the baseline, by its size. */
const ASCENT = 0.88;

/** Why a PDF is not shown. */
export class PdfError extends Error {
  constructor(readonly kind: 'damaged' | 'cancelled') {
    super(`The PDF is ${kind}.`);
  }
}

/** Asks the reader for a password; `null` where there is none to be had. `again`: the last one was wrong. */
export type AskPassword = (again: boolean) => Promise<string | null>;

/** One page: its size in its own units (72 to an inch), its picture and its text. */
export class PdfPage {
  #text: Promise<PdfBlock[]> | null = null;

  constructor(
    readonly number: number,
    private readonly page: PDFPageProxy,
  ) {}

  get width(): number {
    return this.page.getViewport({ scale: 1 }).width;
  }

  get height(): number {
    return this.page.getViewport({ scale: 1 }).height;
  }

  /** Its text in blocks, read once. */
  text(): Promise<PdfBlock[]> {
    this.#text ??= this.page
      .getTextContent()
      .then((content) => blocksOfPage(runsOf(content, this.page.getViewport({ scale: 1 }).transform)));
    return this.#text;
  }

  /** Draws the page at a scale (CSS pixels for a unit); `signal` stops it. */
  async draw(canvas: HTMLCanvasElement, scale: number, signal: AbortSignal): Promise<void> {
    const most = Math.sqrt(MOST_PIXELS / (this.width * this.height));
    const viewport = this.page.getViewport({ scale: Math.min(scale * window.devicePixelRatio, most) });
    // Drawn aside, so that what is seen stays until the new picture is there.
    const next = document.createElement('canvas');
    next.width = Math.ceil(viewport.width);
    next.height = Math.ceil(viewport.height);
    const task: RenderTask = this.page.render({ canvas: next, viewport });
    signal.addEventListener('abort', () => task.cancel());
    await task.promise.catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
    if (signal.aborted) return;
    canvas.width = next.width;
    canvas.height = next.height;
    canvas.getContext('2d')?.drawImage(next, 0, 0);
    next.width = 0;
  }

  /** Lets go of what was needed to draw it. */
  rest(): void {
    this.page.cleanup();
  }
}

/** A PDF that is open. */
export class Pdf {
  private constructor(
    private readonly document: PDFDocumentProxy,
    private readonly worker: Worker,
    readonly pages: PdfPage[],
  ) {}

  /** All pages; `pages` holds the first {@link MOST_PAGES}. */
  get pageCount(): number {
    return this.document.numPages;
  }

  /** Throws a {@link PdfError} where it cannot be read. pdf.js is loaded only here. */
  static async open(data: Uint8Array, askPassword: AskPassword): Promise<Pdf> {
    const { getDocument, PDFWorker } = await import('pdfjs-dist');
    const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
    const assets = (folder: string) => browser.runtime.getURL(`/pdf/${folder}/` as '/');
    const task = getDocument({
      data,
      worker: PDFWorker.create({ port: worker }),
      cMapUrl: assets('cmaps'),
      cMapPacked: true,
      standardFontDataUrl: assets('standard_fonts'),
      wasmUrl: assets('wasm'),
      iccUrl: assets('iccs'),
      useWorkerFetch: true,
      useSystemFonts: true,
      // The extension's own pages forbid it.
      isEvalSupported: false,
    });
    let cancelled = false;
    task.onPassword = (answer: (password: string | Error) => void, reason: number) => {
      // 2: what was given is wrong.
      void askPassword(reason === 2).then((password) => {
        cancelled = password === null;
        answer(password ?? new Error('No password was given.'));
      });
    };
    try {
      const document = await task.promise;
      const count = Math.min(document.numPages, MOST_PAGES);
      if (count === 0) throw new Error('The PDF has no pages.');
      const pages: PdfPage[] = [];
      for (let number = 1; number <= count; number++)
        pages.push(new PdfPage(number, await document.getPage(number)));
      return new Pdf(document, worker, pages);
    } catch {
      void task.destroy();
      worker.terminate();
      throw new PdfError(cancelled ? 'cancelled' : 'damaged');
    }
  }

  close(): void {
    void this.document.destroy().finally(() => this.worker.terminate());
  }
}

function runsOf({ items, styles }: TextContent, toPage: number[]): PdfRun[] {
  const runs: PdfRun[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const run = runOf(item, styles[item.fontName], toPage);
    if (run) runs.push(run);
  }
  return runs;
}

function runOf(
  { str, transform, width, height }: TextItem,
  style: TextContent['styles'][string] | undefined,
  toPage: number[],
): PdfRun | null {
  const [a, b, c, d, x, y] = multiply(toPage, transform as number[]);
  const size = Math.hypot(c, d);
  if (!(size > 0)) return null;
  const angle = Math.atan2(b, a);
  const text = withCharacters(str);
  const ascent = style && style.ascent > 0.5 && style.ascent < 1.2 ? style.ascent : ASCENT;
  // A vertical font draws its characters below the point, in the middle of the line.
  if (style?.vertical) return { text, x: x - size / 2, y, width: size, height, size, vertical: true };
  // A page of horizontal text that lies on its side is left out, but for text that was turned to be vertical.
  if (Math.abs(angle) < LEVEL)
    return { text, x, y: y - ascent * size, width, height: size, size, vertical: false };
  if (Math.abs(angle - Math.PI / 2) < LEVEL)
    return { text, x: x - (1 - ascent) * size, y, width: size, height: width, size, vertical: true };
  return null;
}

type Matrix = [number, number, number, number, number, number];

function multiply(one: number[], other: number[]): Matrix {
  const [a, b, c, d, e, f] = one as Matrix;
  const [g, h, i, j, k, l] = other as Matrix;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
