/**
 * Puts a text on the clipboard and leaves the page's selection as it was; `false` where the browser refuses. The
 * clipboard API is missing on pages without https, so the browser's own copying is used and answered by us.
 */
export function copyText(page: Document, text: string): boolean {
  let done = false;
  const answer = (event: ClipboardEvent) => {
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    done = true;
  };
  window.addEventListener('copy', answer, { capture: true, once: true });
  page.execCommand('copy');
  window.removeEventListener('copy', answer, { capture: true });
  return done;
}
