import { useEffect, useRef, useState } from 'react';
import { browser } from '#imports';
import { DropZone, FileButton } from '@/components/DropZone';
import { PasswordBox } from '@/components/PasswordBox';
import { PasteBox } from '@/components/PasteBox';
import { t } from '@/components/text';
import { hasAccess, requestAccess } from '@/utils/ext/access';
import { addReader } from '@/utils/ext/own-reader';
import { hostOf } from '@/utils/ext/sites';
import { joinParagraphs } from '@/utils/lang/column-break';
import { fetchBytes, nameOf, openBytes } from './opening';
import { PdfView } from './PdfView';
import { Pdf, PdfError } from './pdf';
import { nameSource } from './reading';

/** A headline is no longer than this, in characters. */
const HEADLINE = 40;

type View =
  | { kind: 'start' }
  | { kind: 'busy'; name: string; share: number | null }
  | { kind: 'password'; name: string; again: boolean; answer(password: string | null): void }
  | { kind: 'access'; address: string; host: string }
  | { kind: 'text'; name: string; paragraphs: string[] }
  | { kind: 'pdf'; name: string; pdf: Pdf };

const START: View = { kind: 'start' };

/** Pasted text, text files and PDFs, read like any page. */
export function DocumentPage() {
  const [view, setView] = useState<View>(START);
  const [problem, setProblem] = useState('');
  const opening = useRef(new AbortController());
  const asked = useRef(new URLSearchParams(location.search));
  const awaited = asked.current.get('file') ?? '';

  /** Shows nothing more of what is being opened; what is opened next has the signal. */
  const begin = () => {
    opening.current.abort();
    opening.current = new AbortController();
    setProblem('');
    return opening.current.signal;
  };
  const fail = (sentence: string) => {
    setProblem(sentence);
    setView(START);
  };

  const showText = (name: string, paragraphs: string[], address = '') => {
    nameSource(name, address);
    setView({ kind: 'text', name, paragraphs });
  };

  const showBytes = async (bytes: Uint8Array, name: string, address: string, signal: AbortSignal) => {
    const opened = openBytes(bytes);
    if (opened.kind === 'text') return showText(name, opened.paragraphs, address);
    if (opened.kind === 'too-large') return fail(t('document_too_large', name, opened.most));
    if (opened.kind !== 'pdf') return fail(t(PROBLEMS[opened.kind], name));
    const askPassword = (again: boolean) =>
      new Promise<string | null>((resolve) => {
        if (signal.aborted) return resolve(null);
        const answer = (password: string | null) => {
          setView(password === null ? START : { kind: 'busy', name, share: null });
          resolve(password);
        };
        // Another file is opened instead; the one that waits is let go.
        signal.addEventListener('abort', () => resolve(null));
        setView({ kind: 'password', name, again, answer });
      });
    try {
      const pdf = await Pdf.open(opened.data, askPassword);
      if (signal.aborted) return pdf.close();
      nameSource(name, address);
      setView({ kind: 'pdf', name, pdf });
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof PdfError && error.kind === 'cancelled') setView(START);
      else fail(t('document_pdf_damaged', name));
    }
  };

  const openFile = async (file: File) => {
    const signal = begin();
    setView({ kind: 'busy', name: file.name, share: null });
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (!signal.aborted) await showBytes(bytes, file.name, '', signal);
    } catch {
      if (!signal.aborted) fail(t('document_unreadable', file.name));
    }
  };

  const openAddress = async (address: string) => {
    const signal = begin();
    const name = nameOf(address);
    setView({ kind: 'busy', name, share: null });
    try {
      const onProgress = (share: number) => {
        if (!signal.aborted) setView({ kind: 'busy', name, share });
      };
      const bytes = await fetchBytes(address, onProgress, signal);
      if (!signal.aborted) await showBytes(bytes, name, address, signal);
    } catch {
      if (!signal.aborted) fail(t('document_not_fetched', name));
    }
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the page's own address stays
  useEffect(() => {
    const address = asked.current.get('url') ?? '';
    const host = hostOf(address);
    if (!host) return;
    let waits = true;
    const look = async () => {
      if (!(await hasAccess(host)) || !waits) return false;
      waits = false;
      void openAddress(address);
      return true;
    };
    void look().then((opens) => {
      if (!opens && waits) setView({ kind: 'access', address, host });
    });
    // The popup asks for access while this page already stands behind it.
    const onAdded = async () => {
      if (await look()) await showTab();
    };
    browser.permissions.onAdded.addListener(onAdded);
    return () => browser.permissions.onAdded.removeListener(onAdded);
  }, []);

  useFileDrop((file) => void openFile(file));

  const shown = view.kind === 'pdf' ? view.pdf : null;
  useEffect(() => () => shown?.close(), [shown]);
  const isRead = view.kind === 'text' || view.kind === 'pdf';
  useEffect(() => (isRead ? addReader() : undefined), [isRead]);

  if (view.kind === 'pdf')
    return <PdfView key={view.name} name={view.name} pdf={view.pdf} onFile={(file) => void openFile(file)} />;

  const paste = (text: string) => {
    begin();
    const [first = '', ...rest] = joinParagraphs(text);
    // A short first line is the headline; a longer one only gives the text its name.
    if (rest.length > 0 && first.length <= HEADLINE) showText(first, rest);
    else showText(first === '' ? t('document_title') : `${first.slice(0, HEADLINE)}…`, [first, ...rest]);
  };
  return (
    <main data-view={view.kind}>
      <header>
        <h1>{view.kind === 'text' ? view.name : t('document_title')}</h1>
        {view.kind === 'text' ? (
          <FileButton onFile={(file) => void openFile(file)} />
        ) : (
          <p className="soft">{t('document_hint')}</p>
        )}
      </header>
      {problem && (
        <p className="problem" role="alert" data-part="problem">
          {problem}
        </p>
      )}
      {view.kind === 'busy' && <Busy name={view.name} share={view.share} />}
      {view.kind === 'password' && (
        <PasswordBox name={view.name} again={view.again} onAnswer={view.answer} key={String(view.again)} />
      )}
      {view.kind === 'access' && (
        <div className="ask" data-part="access">
          <p>{t('document_access', nameOf(view.address), view.host)}</p>
          <button
            type="button"
            className="button"
            data-kind="primary"
            data-part="allow"
            onClick={() =>
              // What is granted is heard of above.
              void requestAccess(view.host)
            }
          >
            {t('document_allow', view.host)}
          </button>
        </div>
      )}
      {view.kind === 'text' && <Text paragraphs={view.paragraphs} />}
      {view.kind === 'start' && <DropZone awaited={awaited} onFile={(file) => void openFile(file)} />}
      {(view.kind === 'start' || view.kind === 'text') && (
        <PasteBox rows={view.kind === 'start' ? 9 : 3} onRead={paste} />
      )}
      <footer className="soft">{t('credit')}</footer>
    </main>
  );
}

async function showTab(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.update(tab.id, { active: true });
}

const PROBLEMS = {
  empty: 'document_empty',
  binary: 'document_binary',
  'web-page': 'document_web_page',
} as const;

function Busy({ name, share }: { name: string; share: number | null }) {
  return (
    <div className="busy" role="status" data-part="busy">
      <p>{t('document_busy', name)}</p>
      <progress aria-label={t('document_busy', name)} {...(share !== null && { value: share })} />
    </div>
  );
}

function Text({ paragraphs }: { paragraphs: string[] }) {
  const article = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text is turned to
  useEffect(() => {
    article.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [paragraphs]);
  return (
    <article ref={article} lang="zh" tabIndex={-1} data-part="text">
      {paragraphs.map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text is replaced as a whole
        <p key={index}>{paragraph}</p>
      ))}
    </article>
  );
}

/** A file may be dropped anywhere; without this the browser would leave the page for it. */
function useFileDrop(onFile: (file: File) => void): void {
  const latest = useRef(onFile);
  latest.current = onFile;
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    addEventListener('dragover', (event) => hasFiles(event) && event.preventDefault(), { signal });
    addEventListener(
      'drop',
      (event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        const file = event.dataTransfer?.files[0];
        if (file) latest.current(file);
      },
      { signal },
    );
    return () => stop.abort();
  }, []);
}
