import { type ContentScriptContext, defineContentScript } from '#imports';
import { sendMessage } from '@/utils/ext/messages';
import { SITES } from '@/utils/ext/sites';

/** Fewer Chinese characters than this are a menu or a login page, not something to read. */
const ENOUGH = 50;
/** Articles that scripts bring in late: looked for again after these milliseconds, then no more. */
const TRIES = [0, 1000, 3000, 8000];

export default defineContentScript({
  matches: SITES,
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  async main(ctx) {
    let chinese = false;
    for (const wait of TRIES) {
      await sleep(ctx, wait);
      if (ctx.isInvalid) return;
      chinese = holdsChinese(document);
      if (chinese) break;
    }
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

/** Whether the page's text has enough Chinese; reads no further than it must. Kana means Japanese. */
function holdsChinese(page: Document): boolean {
  if (!page.body) return false;
  const texts = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  let han = 0;
  let kana = 0;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const parent = node.parentElement?.localName;
    if (parent === 'script' || parent === 'style' || parent === 'noscript') continue;
    for (const character of (node as Text).data) {
      if (character >= '\u4e00' && character <= '\u9fff') han++;
      else if (character >= '\u3041' && character <= '\u30ff') kana++;
    }
    if (han >= ENOUGH * 4) break;
  }
  return han >= ENOUGH && kana * 4 < han;
}
