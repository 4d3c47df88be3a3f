import { browser } from '#imports';

/** The reader runs in our own pages as it does in any; the browser injects nothing into them. Returns how to stop. */
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
