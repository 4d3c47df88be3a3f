import { type Browser, browser, defineBackground } from '#imports';
import { isOff, setOff } from '@/utils/ext/access';
import { languageEngine, textCutter, variantEngine } from '@/utils/ext/assets';
import {
  commitImport,
  editTerm,
  eraseRemoved,
  ownPhrases,
  removeOccurrence,
  removeTerms,
  restoreOccurrence,
  restoreTerms,
  savedAmong,
  saveTerm,
  tagTerms,
  toSavedHeadword,
  undoImport,
} from '@/utils/ext/glossary-store';
import { loadCard, registerAlwaysHere, startInFrame, startReader } from '@/utils/ext/injection';
import { createMenus, MENU_COMMANDS, MENU_PANEL } from '@/utils/ext/menus';
import {
  type GlossaryChange,
  MOST_RECORDS,
  onMessage,
  PRIVATE_WINDOW,
  type ReaderCommand,
  sendMessage,
} from '@/utils/ext/messages';
import { openPanel } from '@/utils/ext/panel';
import { mayKeepFromPrivate } from '@/utils/ext/private-saving';
import { onlyOwnPages } from '@/utils/ext/sender';
import { hostOf } from '@/utils/ext/sites';
import { showToolbarState } from '@/utils/ext/toolbar';
import { storableEdit, storableTerm } from '@/utils/glossary/storable';
import { analyze } from '@/utils/lang/analysis';
import { type Engine, withOwnPhrases } from '@/utils/lang/engine';
import { markBlocks, marksOf } from '@/utils/lang/marks';
import { metTerms } from '@/utils/lang/met-terms';
import { packAnalysis } from '@/utils/lang/packed-analysis';
import { wordReadings } from '@/utils/lang/word-readings';

/** Answers every message; alone writes the personal glossary; puts the reader into pages. */
export default defineBackground({
  type: 'module',
  main() {
    answerReaders();
    keepGlossary();
    watchTabs();
  },
});

function answerReaders(): void {
  onMessage('mark', async ({ data: blocks }) => markBlocks(blocks, await textCutter()));
  onMessage('analyze', async ({ data: blocks }) => {
    const analysis = analyze(blocks, await engineWithOwnPhrases());
    return {
      analysis: packAnalysis(analysis),
      marks: analysis.blocks.map((block) => marksOf(block, analysis.entries)),
      terms: analysis.entries.flatMap(({ term }) => term?.id ?? []),
      saved: await savedAmong(analysis.entries.map(({ headword }) => headword)).catch(() => []),
    };
  });
  onMessage('areTermsBroken', async ({ sender }) => {
    onlyOwnPages(sender);
    return (await languageEngine()).dictionary.termsBroken;
  });
  onMessage('findTerms', async ({ data: blocks, sender }) => {
    onlyOwnPages(sender);
    return metTerms(blocks, await languageEngine());
  });
  onMessage('wordReadings', async ({ data: forms, sender }) => {
    onlyOwnPages(sender);
    const engine = await languageEngine();
    return forms.map((form) => wordReadings(form, engine));
  });
  onMessage('termRecords', async ({ data: ids }) => {
    const { dictionary } = await languageEngine();
    return ids.slice(0, MOST_RECORDS).flatMap((id) => dictionary.termNamed(id) ?? []);
  });
  onMessage('openRecord', async ({ data: id, sender }) => {
    const url = `${browser.runtime.getURL('/terms.html')}#${encodeURIComponent(id)}`;
    await browser.tabs.create({ url, ...(sender.tab && { index: sender.tab.index + 1 }) });
  });
  onMessage('loadCard', ({ sender }) => loadCard(sender.tab?.id, sender.frameId));
  onMessage('convert', async ({ data: { texts, target, from } }) => {
    const variants = await variantEngine();
    return texts.map((text) => variants.convert(text, target, from ? { from } : {}).text);
  });
}

let withOwn: Promise<Engine> | null = null;

/** The engine that knows the reader's own phrases, made anew after the glossary has changed. */
function engineWithOwnPhrases(): Promise<Engine> {
  withOwn ??= makeEngine().catch((error: unknown) => {
    withOwn = null;
    throw error;
  });
  return withOwn;
}

async function makeEngine(): Promise<Engine> {
  const engine = await languageEngine();
  try {
    return withOwnPhrases(engine, await ownPhrases());
  } catch {
    // A glossary that cannot be read takes nothing from the reading; its own page says what is wrong.
    return engine;
  }
}

function keepGlossary(): void {
  onMessage('saveTerm', async ({ data, sender }) => {
    if (sender.tab?.incognito && !(await mayKeepFromPrivate.getValue())) throw new Error(PRIVATE_WINDOW);
    const saved = toSavedHeadword(await saveTerm(storableTerm(data)));
    void tellEverybody({ saved: [saved], removed: [], everything: false });
    return saved;
  });
  onMessage('agreeToPrivateSaving', () => mayKeepFromPrivate.setValue(true));
  onMessage('editTerm', async ({ data, sender }) => {
    onlyOwnPages(sender);
    const saved = await editTerm(storableEdit(data));
    void tellEverybody({ saved: [toSavedHeadword(saved)], removed: [], everything: false });
    return saved;
  });
  onMessage('tagTerms', async ({ data: { ids, tags }, sender }) => {
    onlyOwnPages(sender);
    const saved = await tagTerms(ids, tags);
    void tellEverybody({ saved, removed: [], everything: false });
  });
  onMessage('removeTerms', async ({ data: ids, sender }) => {
    onlyOwnPages(sender);
    const removed = await removeTerms(ids);
    void tellEverybody({ saved: [], removed, everything: false });
  });
  onMessage('restoreTerms', async ({ data: ids, sender }) => {
    onlyOwnPages(sender);
    const saved = await restoreTerms(ids);
    void tellEverybody({ saved, removed: [], everything: false });
  });
  onMessage('removeOccurrence', async ({ data: { id, ...place }, sender }) => {
    onlyOwnPages(sender);
    const saved = await removeOccurrence(id, place);
    void tellEverybody({ saved, removed: [], everything: false });
  });
  onMessage('restoreOccurrence', async ({ data: { id, occurrence }, sender }) => {
    onlyOwnPages(sender);
    const saved = await restoreOccurrence(id, occurrence);
    void tellEverybody({ saved, removed: [], everything: false });
  });
  onMessage('eraseRemoved', ({ sender }) => {
    onlyOwnPages(sender);
    return eraseRemoved();
  });
  onMessage('commitImport', async ({ data: importId, sender }) => {
    onlyOwnPages(sender);
    const summary = await commitImport(importId);
    void tellEverybody({ saved: [], removed: [], everything: true });
    return summary;
  });
  onMessage('undoImport', async ({ data: importId, sender }) => {
    onlyOwnPages(sender);
    const result = await undoImport(importId);
    void tellEverybody({ saved: [], removed: [], everything: true });
    return result;
  });
}

/** The revision broadcast: to the extension's own pages at once, to readers tab by tab. Nobody need listen, and no answer waits for it. */
async function tellEverybody(change: GlossaryChange): Promise<void> {
  withOwn = null;
  const tabs = await browser.tabs.query({});
  await Promise.allSettled([
    sendMessage('glossaryChanged', change),
    ...tabs.map(({ id }) => sendMessage('glossaryChanged', change, id)),
  ]);
}

function watchTabs(): void {
  onMessage('pageSeen', async ({ data: { chinese }, sender }) => {
    const tabId = sender.tab?.id as number | undefined;
    if (tabId === undefined) return;
    const host = hostOf((sender.tab?.url ?? sender.url) as string | undefined);
    const isOffHere = host !== null && (await isOff(host));
    if (sender.frameId) {
      // The page around may be a shell without any Chinese of its own; where it may not be read, nor is the frame.
      if (!isOffHere && host) await startReader(tabId).catch(() => undefined);
      await startInFrame(tabId, sender.frameId);
    } else if (isOffHere) await showToolbarState(tabId, 'off');
    else if (chinese) await startReader(tabId);
    else await showToolbarState(tabId, 'no-chinese');
  });
  relayFrames();
  onMessage('startReader', ({ data: tabId, sender }) => {
    onlyOwnPages(sender);
    return startReader(tabId);
  });
  onMessage('readHere', ({ data, sender }) => {
    onlyOwnPages(sender);
    return readHere(data);
  });

  browser.commands.onCommand.addListener((name, tab) => {
    if (name === MENU_PANEL && tab) void openPanel(tab.windowId);
    else if (name === 'toggle-reader') void toggleReader(tab);
    else void run(name as ReaderCommand, tab);
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === MENU_PANEL && tab) void openPanel(tab.windowId);
    const command = MENU_COMMANDS.find((each) => each === menuItemId);
    if (command) void run(command, tab);
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    createMenus();
    void registerAlwaysHere();
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });
  browser.permissions.onAdded.addListener(() => {
    void registerAlwaysHere();
    void readGranted();
  });
  browser.permissions.onRemoved.addListener(() => void registerAlwaysHere());
}

/** What readers of one tab tell one another: frames cannot reach the page around, nor it them. */
function relayFrames(): void {
  onMessage('framePointed', async ({ data, sender }) => {
    const tabId = sender.tab?.id as number | undefined;
    if (tabId === undefined || !sender.frameId) return false;
    return (await sendMessage('framePointed', data, { tabId, frameId: 0 })) ?? false;
  });
  onMessage('frameLeft', async ({ data, sender }) => {
    const tabId = sender.tab?.id as number | undefined;
    if (tabId !== undefined && sender.frameId) await sendMessage('frameLeft', data, { tabId, frameId: 0 });
  });
  onMessage('showInFrames', async ({ data, sender }) => {
    const tabId = sender.tab?.id as number | undefined;
    // The page's own reader hears it too, and knows.
    if (tabId !== undefined && !sender.frameId)
      await sendMessage('showInFrames', data, tabId).catch(() => undefined);
  });
}

/** The origin of a frame was granted, perhaps: the browser's prompt closes the popup that asked for it. */
async function readGranted(): Promise<void> {
  for (const { id } of await browser.tabs.query({ active: true })) {
    const page =
      id && (await sendMessage('getPageState', undefined, { tabId: id, frameId: 0 }).catch(() => null));
    if (page) await startReader(id).catch(() => undefined);
  }
}

/** Runs a command of the browser in the tab's reader; the command is the reader's click, so it may start it. */
async function run(command: ReaderCommand, tab: Browser.tabs.Tab | undefined): Promise<void> {
  const tabId = tab?.id ?? (await activeTab())?.id;
  if (tabId === undefined) return;
  try {
    await startReader(tabId);
  } catch {
    // Our own pages run the reader themselves, and let nothing be put into them.
    const isThere = await sendMessage('getPageState', undefined, tabId).catch(() => null);
    if (!isThere) {
      await showToolbarState(tabId, 'permission');
      return;
    }
  }
  // What fails in the page, the reader says there.
  await sendMessage('runCommand', command, tabId).catch(() => undefined);
}

async function toggleReader(given: Browser.tabs.Tab | undefined): Promise<void> {
  const tab = given?.url ? given : await activeTab();
  const host = hostOf(tab?.url);
  if (tab?.id && host) await readHere({ tabId: tab.id, host, on: await isOff(host) });
}

async function readHere({ tabId, host, on }: { tabId: number; host: string; on: boolean }): Promise<void> {
  await setOff(host, !on);
  if (on) return startReader(tabId);
  await sendMessage('stopReader', undefined, tabId).catch(() => undefined);
  await showToolbarState(tabId, 'off');
}

async function activeTab(): Promise<Browser.tabs.Tab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab;
}
