import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { FileButton } from '@/components/DropZone';
import { t } from '@/components/text';
import { ViewSwitch } from '@/components/ViewSwitch';
import { withPage } from '@/utils/page/pdf-pages';
import type { PdfBlock } from '@/utils/page/pdf-text';
import { PdfSheet } from './PdfSheet';
import { PdfTexts } from './PdfTexts';
import { MOST_PAGES, type Pdf } from './pdf';

/** A page is drawn so much larger than on paper at most, unless the reader wants more. */
const MOST_FIT = 2;
const STEP = 1.25;
const LEAST_ZOOM = 0.25;
const MOST_ZOOM = 5;

interface PdfViewProps {
  name: string;
  pdf: Pdf;
  onFile(file: File): void;
}

/** A PDF: its pages as they are printed, or their text alone. */
export function PdfView({ name, pdf, onFile }: PdfViewProps) {
  const [view, setView] = useState<'page' | 'text'>('page');
  const [zoom, setZoom] = useState(1);
  const room = useRef<HTMLDivElement>(null);
  const width = useWidth(room);
  const texts = useTexts(pdf);
  const isRead = texts.length === pdf.pages.length;
  const hasText = texts.some((blocks) => blocks.length > 0);
  const place = useRef('');
  const turn = (to: 'page' | 'text') => {
    place.current = sheetInView(room.current);
    setView(to);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: both views begin where the other one was
  useLayoutEffect(() => {
    room.current?.querySelector(`[data-sheet="${place.current}"]`)?.scrollIntoView();
  }, [view]);
  useConverted(room, view === 'page', () => turn('text'));

  const change = (by: number) => setZoom((now) => Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, now * by)));
  return (
    <div className="pdf" data-part="pdf">
      <header className="pdf-bar">
        <h1 title={name}>{name}</h1>
        <span className="soft">{t('document_pages', pdf.pageCount)}</span>
        <ViewSwitch
          legend={t('document_view')}
          views={{ page: t('document_view_page'), text: t('document_view_text') }}
          view={view}
          onView={turn}
        />
        {view === 'page' && (
          <span className="zoom">
            <button
              type="button"
              className="button"
              data-kind="quiet"
              data-part="smaller"
              aria-label={t('document_smaller')}
              onClick={() => change(1 / STEP)}
            >
              −
            </button>
            <button
              type="button"
              className="button"
              data-kind="quiet"
              data-part="larger"
              aria-label={t('document_larger')}
              onClick={() => change(STEP)}
            >
              +
            </button>
          </span>
        )}
        <FileButton onFile={onFile} />
      </header>
      {pdf.pageCount > pdf.pages.length && (
        <p className="note" data-part="cut">
          {t('document_first_pages', MOST_PAGES, pdf.pageCount)}
        </p>
      )}
      {isRead && !hasText && (
        <p className="note" role="status" data-part="scanned">
          {t('document_scanned')}
        </p>
      )}
      <div ref={room} className="pdf-room">
        {view === 'text' ? (
          <PdfTexts texts={texts} count={pdf.pages.length} />
        ) : (
          width > 0 &&
          pdf.pages.map((page) => (
            <PdfSheet
              key={page.number}
              page={page}
              scale={Math.min(MOST_FIT, width / page.width) * zoom}
              label={t('document_page', page.number)}
            />
          ))
        )}
      </div>
      <footer className="soft">{t('credit')}</footer>
    </div>
  );
}

/** The number of the page at the top of the window; empty where the first one is. */
function sheetInView(room: HTMLElement | null): string {
  for (const sheet of room?.querySelectorAll<HTMLElement>('[data-sheet]') ?? [])
    if (sheet.getBoundingClientRect().bottom > innerHeight / 4) {
      const number = sheet.dataset.sheet ?? '';
      return number === '1' ? '' : number;
    }
  return '';
}

/** The text of the pages as it is read, from the first on; a word that two pages share is on the first of them. */
function useTexts(pdf: Pdf): PdfBlock[][] {
  const [texts, setTexts] = useState<PdfBlock[][]>([]);
  useEffect(() => {
    let stopped = false;
    void (async () => {
      for (const page of pdf.pages) {
        // A page that is damaged is shown without text.
        const blocks = await page.text().catch(() => []);
        if (stopped) return;
        setTexts((before) => withPage(before, blocks));
      }
    })();
    return () => {
      stopped = true;
      setTexts([]);
    };
  }, [pdf]);
  return texts;
}

function useWidth(room: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = room.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      const style = getComputedStyle(element);
      setWidth(element.clientWidth - Number.parseFloat(style.paddingLeft) * 2);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [room]);
  return width;
}

/** A drawn page cannot be shown in another script; its text can. Once: who goes back to the page wants the page. */
function useConverted(
  room: React.RefObject<HTMLElement | null>,
  active: boolean,
  onConverted: () => void,
): void {
  const done = useRef(false);
  const latest = useRef(onConverted);
  latest.current = onConverted;
  useEffect(() => {
    const element = room.current;
    if (!element || !active || done.current) return;
    const observer = new MutationObserver(() => {
      if (done.current) return;
      done.current = true;
      latest.current();
    });
    // Nobody else writes the text of these nodes.
    observer.observe(element, { characterData: true, subtree: true });
    return () => observer.disconnect();
  }, [room, active]);
}
