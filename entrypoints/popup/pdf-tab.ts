import { type Browser, browser } from '#imports';
import { requestAccess } from '@/utils/ext/access';
import { hostOf } from '@/utils/ext/sites';

/** Whether the browser shows a PDF in a tab. */
export async function isPdf({ id, url }: Browser.tabs.Tab): Promise<boolean> {
  if (id === undefined || !url || !/^(?:https?|file):/.test(url)) return false;
  try {
    const [answer] = await browser.scripting.executeScript({
      target: { tabId: id },
      // A page whose last picture is long in coming would keep the popup empty.
      injectImmediately: true,
      func: () => document.contentType,
    });
    return answer?.result === 'application/pdf';
  } catch {
    // Firefox lets nobody into its PDF viewer, and files on the machine are closed to extensions.
    return /\.pdf$/i.test(new URL(url).pathname);
  }
}

/**
 * Opens a PDF in the document page and asks for access to its site, for which it must be called within the reader's
 * click. A file on this machine is to be chosen there.
 */
export async function openPdf(address: string): Promise<void> {
  const host = hostOf(address);
  const asked = host ? requestAccess(host) : true;
  const query = new URLSearchParams(host ? { url: address } : { file: nameOfFile(address) });
  // The browser's question may close the popup, which ends what stands here: the page goes on by itself.
  const tab = await browser.tabs.create({ url: `/document.html?${query}`, active: false });
  await asked;
  if (tab.id !== undefined) await browser.tabs.update(tab.id, { active: true });
}

function nameOfFile(address: string): string {
  const name = new URL(address).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
