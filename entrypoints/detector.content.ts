import { type ContentScriptContext, defineContentScript } from '#imports';
import { sendMessage } from '@/utils/ext/messages';
import { SITES } from '@/utils/ext/sites';

/** Fewer Chinese characters than this are a menu or a login page, not something to read. */
const ENOUGH = 50;
/** Articles that scripts bring in late: looked for again after these milliseconds, then no more. */
const TRIES = [0, 1000, 3000, 8000];

export default defineContentScript({
  matches: SITES,
  allFrames: true,
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  async main(ctx) {
    const isFrame = window !== window.top;
    if (isFrame && isOfPage()) return;
    let chinese = false;
    for (const wait of TRIES) {
      await sleep(ctx, wait);
      if (ctx.isInvalid) return;
      chinese = holdsChinese(document);
      if (chinese) break;
    }
    if (isFrame && !chinese) return;
    // A worker that is stopped just now loses the message.
    for (const wait of [0, 500, 2000]) {
      await sleep(ctx, wait);
      if (ctx.isInvalid) return;
      try {
        await sendMessage('pageSeen', { chinese });
        return;
      } catch {}
    }
  },
});

function sleep(ctx: ContentScriptContext, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    ctx.setTimeout(resolve, milliseconds);
  });
}

/** Whether this is a frame of the same origin as the document around, which is read with it. */
function isOfPage(): boolean {
  try {
    return window.parent.document !== null;
  } catch {
    return false;
  }
}

/** Whether the page's text has enough Chinese, that of its frames too; reads no further than it must. Kana means Japanese. */
function holdsChinese(page: Document): boolean {
  let han = 0;
  let kana = 0;
  for (const text of textsOf(page)) {
    for (const character of text.data) {
      if (character >= '\u4e00' && character <= '\u9fff') han++;
      else if (character >= '\u3041' && character <= '\u30ff') kana++;
    }
    if (han >= ENOUGH * 4) break;
  }
  return han >= ENOUGH && kana * 4 < han;
}

function* textsOf(page: Document): Generator<Text> {
  if (!page.body) return;
  const texts = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const parent = node.parentElement?.localName;
    if (parent !== 'script' && parent !== 'style' && parent !== 'noscript') yield node as Text;
  }
  for (const { contentDocument } of page.querySelectorAll('iframe'))
    if (contentDocument) yield* textsOf(contentDocument);
}
