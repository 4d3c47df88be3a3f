import { useEffect, useRef, useState } from 'react';
import { browser } from '#imports';
import { t } from '@/components/text';
import { joinParagraphs } from '@/utils/lang/column-break';

/** Pasted text, its column breaks joined, read like any page. */
export function DocumentPage() {
  const [text, setText] = useState('');
  const [paragraphs, setParagraphs] = useState<string[]>([]);
  const article = useRef<HTMLElement>(null);

  useEffect(() => {
    if (paragraphs.length === 0) return;
    article.current?.focus();
    return addReader();
  }, [paragraphs]);

  return (
    <main>
      <header>
        <h1>{t('document_title')}</h1>
        <p className="soft">{t('document_hint')}</p>
      </header>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setParagraphs(joinParagraphs(text));
        }}
      >
        <textarea
          className="field"
          data-part="paste"
          aria-label={t('document_paste')}
          placeholder={t('document_paste')}
          lang="zh"
          rows={paragraphs.length > 0 ? 3 : 14}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button
          type="submit"
          className="button"
          data-kind="primary"
          data-part="read"
          disabled={text.trim() === ''}
        >
          {t('document_read')}
        </button>
      </form>
      {paragraphs.length > 0 && (
        <article ref={article} lang="zh" tabIndex={-1} data-part="text">
          {paragraphs.map((paragraph, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the text is replaced as a whole
            <p key={index}>{paragraph}</p>
          ))}
        </article>
      )}
      <footer className="soft">{t('credit')}</footer>
    </main>
  );
}

/** The reader runs here as it does in any page; the browser injects nothing into an extension's own pages. */
function addReader(): () => void {
  const scripts = (['/content-scripts/card.js', '/content-scripts/reader.js'] as const).map((path) => {
    const script = document.createElement('script');
    script.src = browser.runtime.getURL(path);
    // In their order.
    script.async = false;
    return script;
  });
  document.head.append(...scripts);
  return () => {
    for (const script of scripts) script.remove();
  };
}
