import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { PdfBlock, SetRun } from '@/utils/page/pdf-text';
import type { PdfPage } from './pdf';

/** The text is set so much larger than its page and drawn smaller, so that no smallest font size is in its way. */
const ENLARGED = 4;
/** A change of size is drawn anew when it has rested for so long, milliseconds. */
const REST = 150;

interface PdfSheetProps {
  page: PdfPage;
  /** CSS pixels for a unit of the page. */
  scale: number;
  label: string;
}

/** One page: the picture, and over it the text, unseen, as the reader points at it. */
export function PdfSheet({ page, scale, label }: PdfSheetProps) {
  const sheet = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(false);
  const [blocks, setBlocks] = useState<PdfBlock[] | null>(null);
  const drawn = useRef(false);

  useEffect(() => {
    if (!sheet.current) return;
    // One screen ahead, so that a reader who scrolls finds the page there.
    const observer = new IntersectionObserver((changes) => setNear(changes.at(-1)?.isIntersecting ?? false), {
      rootMargin: '100% 0px',
    });
    observer.observe(sheet.current);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const target = canvas.current;
    if (!near || !target) return;
    const stop = new AbortController();
    const timer = setTimeout(
      () => {
        // A page that cannot be drawn stays white; its text may be there all the same.
        void page.draw(target, scale, stop.signal).then(
          () => {
            drawn.current = true;
          },
          () => undefined,
        );
      },
      drawn.current ? REST : 0,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [near, page, scale]);

  useEffect(() => {
    const target = canvas.current;
    if (near || !target) return;
    // Pictures of forty pages would be a gigabyte.
    target.width = 0;
    drawn.current = false;
    page.rest();
  }, [near, page]);

  useEffect(() => {
    if (!near || blocks) return;
    let stopped = false;
    void page.text().then(
      (text) => !stopped && setBlocks(text),
      () => undefined,
    );
    return () => {
      stopped = true;
    };
  }, [near, page, blocks]);

  return (
    <section
      ref={sheet}
      className="sheet"
      aria-label={label}
      data-sheet={page.number}
      style={{ width: page.width * scale, height: page.height * scale }}
    >
      <canvas ref={canvas} />
      {blocks && (
        <div
          className="sheet-text"
          lang="zh"
          style={{
            width: page.width * ENLARGED,
            height: page.height * ENLARGED,
            transform: `scale(${scale / ENLARGED})`,
          }}
        >
          <SheetText blocks={blocks} />
        </div>
      )}
    </section>
  );
}

/** Never drawn again once it is there: its nodes are the reader's to convert. */
const SheetText = memo(function SheetText({ blocks }: { blocks: PdfBlock[] }) {
  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (root.current) stretch(root.current, blocks);
  }, [blocks]);
  return (
    <div ref={root}>
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text of a page stays
        <div className="sheet-block" key={index} style={boxOf(block)}>
          {block.runs.map(({ run }, at) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: the text of a page stays
              key={at}
              data-vertical={run.vertical || undefined}
              style={{
                left: (run.x - leftOf(block)) * ENLARGED,
                top: (run.y - topOf(block)) * ENLARGED,
                fontSize: run.size * ENLARGED,
                lineHeight: `${(run.vertical ? run.width : run.height) * ENLARGED}px`,
              }}
            >
              {run.text + seamAfter(block.runs, at)}
            </span>
          ))}
        </div>
      ))}
    </div>
  );
});

function leftOf({ runs }: PdfBlock): number {
  return Math.min(...runs.map(({ run }) => run.x));
}

function topOf({ runs }: PdfBlock): number {
  return Math.min(...runs.map(({ run }) => run.y));
}

/** A block is as large as its text, so that the browser can tell when it comes into view. */
function boxOf(block: PdfBlock): { left: number; top: number; width: number; height: number } {
  const [left, top] = [leftOf(block), topOf(block)];
  return {
    left: left * ENLARGED,
    top: top * ENLARGED,
    width: (Math.max(...block.runs.map(({ run }) => run.x + run.width)) - left) * ENLARGED,
    height: (Math.max(...block.runs.map(({ run }) => run.y + run.height)) - top) * ENLARGED,
  };
}

/** A space between two runs stands at the end of the first, where it moves nothing. */
function seamAfter(runs: readonly SetRun[], at: number): string {
  return runs[at + 1]?.seam ?? '';
}

/** Makes every run as long as it is in the picture, whatever font it is set in here. */
function stretch(root: HTMLElement, blocks: readonly PdfBlock[]): void {
  const range = document.createRange();
  const scaled = root.getBoundingClientRect().width / root.offsetWidth || 1;
  const stretched: (() => void)[] = [];
  blocks.forEach(({ runs }, index) => {
    runs.forEach(({ run }, at) => {
      const span = root.children[index]?.children[at] as HTMLElement | undefined;
      const text = span?.firstChild;
      if (!span || !text) return;
      range.setStart(text, 0);
      range.setEnd(text, run.text.length);
      const box = range.getBoundingClientRect();
      const is = (run.vertical ? box.height : box.width) / scaled;
      const ought = (run.vertical ? run.height : run.width) * ENLARGED;
      const width = run.vertical ? run.width * ENLARGED : is;
      stretched.push(() => {
        // As wide and high as its line: what overflows is not always found under the pointer.
        span.style.width = `${width}px`;
        span.style.height = `${run.vertical ? is : run.height * ENLARGED}px`;
        // The next one begins where this one does, and is put in its place from there.
        span.style.marginRight = `${-width}px`;
        if (is > 0 && ought > 0) span.style.transform = `scale${run.vertical ? 'Y' : 'X'}(${ought / is})`;
      });
    });
  });
  // All is measured before anything is changed, so that the page is laid out once.
  for (const change of stretched) change();
}
