import { browser } from '#imports';
import { SOURCE_ADDRESS } from '@/utils/page/citation';

/** The reader runs here as it does in any page; the browser injects nothing into an extension's own pages. */
export function addReader(): () => void {
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

/** Says what is read, for the citations of what is saved; `address` is empty for a file of the reader's own. */
export function nameSource(name: string, address: string): void {
  document.title = name;
  let meta = document.querySelector<HTMLMetaElement>(`meta[name="${SOURCE_ADDRESS}"]`);
  if (!meta) {
    meta = document.createElement('meta');
    meta.name = SOURCE_ADDRESS;
    document.head.append(meta);
  }
  meta.content = address;
}
