import './highlight.css';
import { defineContentScript } from '#imports';
import { CARD_TEXTS } from '@/components/card-texts';
import { readAhead } from '@/components/text';
import { onMessage } from '@/utils/ext/messages';
import { isInOwnPage, onlyOwnPages } from '@/utils/ext/sender';
import { readSettings, watchSettings } from '@/utils/ext/settings';
import { isGone } from './errors';
import { Reader } from './reader';

// Asked by the background before it puts the reader into a frame.
const world = globalThis as { tifaReads?: () => boolean };

/** Whether the document around is of the same origin. */
function isReadFromAround(): boolean {
  try {
    return window !== window.parent && window.parent.document !== null;
  } catch {
    return false;
  }
}

/** Answers the background and our own pages, whichever reader stands now; returns how to stop. */
function answering(reader: () => Reader): (() => void)[] {
  // Where the reader runs in a page of our own, scripts of all pages reach it: what they send is for the background.
  const frames = isInOwnPage()
    ? []
    : [
        onMessage('showInFrames', ({ data }) => reader().follow(data)),
        onMessage('framePointed', ({ data }) => reader().onFrame(data)),
        onMessage('frameLeft', ({ data }) => reader().onFrameLeft(data)),
      ];
  return [
    ...frames,
    onMessage('getPageState', ({ sender }) => {
      onlyOwnPages(sender);
      return reader().state();
    }),
    onMessage('showScript', ({ data, sender }) => {
      onlyOwnPages(sender);
      return reader().show(data);
    }),
    onMessage('glossaryChanged', ({ data, sender }) => {
      onlyOwnPages(sender);
      reader().onGlossary(data);
    }),
    onMessage('runCommand', ({ data, sender }) => {
      onlyOwnPages(sender);
      return reader().run(data);
    }),
  ];
}

export default defineContentScript({
  matches: [],
  registration: 'runtime',
  cssInjectionMode: 'manual',
  noScriptStartedPostMessage: true,
  async main(ctx) {
    // The reader of the page around reads this frame too.
    if (isReadFromAround()) return;
    const stop = new AbortController();
    ctx.onInvalidated(() => stop.abort());
    const { signal } = stop;
    // Tifa may be switched off here before the settings are read.
    const listeners = [
      onMessage('stopReader', ({ sender }) => {
        onlyOwnPages(sender);
        stop.abort();
      }),
    ];
    signal.addEventListener('abort', () => {
      for (const remove of listeners) remove();
    });

    world.tifaReads = () => !signal.aborted && !isGone();

    readAhead(CARD_TEXTS);
    let settings = await readSettings();
    if (signal.aborted) return;
    let page = new AbortController();
    const read = () => new Reader(document, settings, AbortSignal.any([signal, page.signal]));
    let reader = read();
    // `document.open` takes the whole page away, and every listener with it.
    let root = document.documentElement;
    const observer = new MutationObserver(() => {
      if (!document.documentElement || document.documentElement === root) return;
      root = document.documentElement;
      page.abort();
      page = new AbortController();
      reader = read();
    });
    observer.observe(document, { childList: true });
    listeners.push(
      () => observer.disconnect(),
      watchSettings((changed) => {
        settings = changed;
        reader.apply(changed);
      }),
      ...answering(() => reader),
    );
  },
});
