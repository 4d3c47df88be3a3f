import { useCallback, useEffect, useRef, useState } from 'react';
import { type Browser, browser } from '#imports';
import { FrameOffers } from '@/components/FrameOffers';
import { PagePanel, type PageView } from '@/components/PagePanel';
import { problemReport } from '@/components/problem-report';
import { ReportForm } from '@/components/ReportForm';
import { SettingsForm } from '@/components/SettingsForm';
import { language, t } from '@/components/text';
import { useSettings } from '@/components/use-settings';
import { giveUpAccess, hasAccess, isOff, requestAccess } from '@/utils/ext/access';
import { sendMessage } from '@/utils/ext/messages';
import { openPanel } from '@/utils/ext/panel';
import { SETTINGS, type ShownScript } from '@/utils/ext/settings';
import { openShortcutSettings } from '@/utils/ext/shortcuts';
import { hostOf, isListed } from '@/utils/ext/sites';
import { PopupTabs, type PopupView } from './PopupTabs';
import { PopupWays } from './PopupWays';
import { isPdf, openPdf } from './pdf-tab';

/**
 * What was found on this page, its script, on or off here, and the way to the other pages; behind the second tab the
 * settings. Never more than one screen.
 */
export function Popup() {
  const [settings, changeSetting] = useSettings();
  const [tab, setTab] = useState<Browser.tabs.Tab | null>(null);
  const [view, setView] = useState<PageView>({ kind: 'waiting' });
  const [alwaysHere, setAlwaysHere] = useState<boolean | null>(null);
  const [termsBroken, setTermsBroken] = useState(false);
  const [unread, setUnread] = useState<string[]>([]);
  const [shown, setShown] = useState<PopupView>('page');
  const lastChoice = useRef(0);
  const host = hostOf(tab?.url);

  const look = useCallback(async (of: Browser.tabs.Tab) => {
    const found = await viewOf(of);
    setView(found);
    setUnread(found.kind === 'reading' ? await unreadOf(found.state.frames) : []);
  }, []);

  useEffect(() => {
    // Where the worker cannot be asked, the page's own state says what is wrong.
    void sendMessage('areTermsBroken', undefined).then(setTermsBroken, () => undefined);
  }, []);

  useEffect(() => {
    void (async () => {
      const [active] = await browser.tabs.query({ active: true, currentWindow: true });
      if (!active) return setView({ kind: 'unreadable' });
      setTab(active);
      const activeHost = hostOf(active.url);
      if (activeHost && !isListed(activeHost)) setAlwaysHere(await hasAccess(activeHost));
      await look(active);
    })();
  }, [look]);

  if (!settings) return null;

  // What was chosen shows at once; of several answers under way only the last counts.
  const show = async (script: ShownScript) => {
    if (!tab?.id || view.kind !== 'reading') return;
    const choice = ++lastChoice.current;
    setView({ kind: 'reading', state: { ...view.state, shown: script } });
    const state = await sendMessage('showScript', script, { tabId: tab.id, frameId: 0 }).catch(() => null);
    if (choice !== lastChoice.current) return;
    if (state) setView({ kind: 'reading', state });
    // The page has gone elsewhere, or its reader with an update.
    else await look(tab);
  };
  const toggleHere = async (on: boolean) => {
    if (!tab?.id || !host) return;
    // Where it cannot be read, looking says so.
    await sendMessage('readHere', { tabId: tab.id, host, on }).catch(() => undefined);
    await look(tab);
  };
  // The browser asks the reader only within this very click, so nothing may be awaited before it.
  const toggleAlwaysHere = async (on: boolean) => {
    if (host) setAlwaysHere(on ? await requestAccess(host) : !(await giveUpAccess(host)));
  };
  const readFrame = async (frameHost: string) => {
    if (!(await requestAccess(frameHost)) || !tab?.id) return;
    await sendMessage('startReader', tab.id).catch(() => undefined);
    await look(tab);
  };

  if (shown === 'report')
    return (
      <main>
        <ReportForm
          textOf={(withAddress) =>
            problemReport({
              version: browser.runtime.getManifest().version,
              browser: navigator.userAgent,
              language: language(),
              settings,
              view,
              termsBroken,
              address: withAddress ? (tab?.url ?? null) : null,
            })
          }
          hasAddress={tab?.url !== undefined}
          onBack={() => setShown('page')}
        />
      </main>
    );
  return (
    <main>
      <header>
        <h1>
          Tifa <span lang="zh-Hans">提法</span>
        </h1>
        <PopupTabs shown={shown} onShow={setShown} />
      </header>
      <div role="tabpanel" id="panel-page" aria-labelledby="tab-page" hidden={shown !== 'page'}>
        <PagePanel
          view={view}
          host={host}
          alwaysHere={alwaysHere}
          onShow={(script) => void show(script)}
          onToggleHere={(on) => void toggleHere(on)}
          onAlwaysHere={(on) => void toggleAlwaysHere(on)}
          onOpenPdf={(address) => void openPdf(address)}
        />
        {termsBroken && (
          <p className="bad" data-part="terms-broken">
            {t('popup_terms_broken')}
          </p>
        )}
        <FrameOffers hosts={unread} onRead={(frameHost) => void readFrame(frameHost)} />
        <PopupWays
          onOpenPanel={
            view.kind === 'reading' && tab
              ? // The browser opens it only within this very click.
                () => void openPanel(tab.windowId).then(() => window.close())
              : undefined
          }
        />
      </div>
      <div role="tabpanel" id="panel-settings" aria-labelledby="tab-settings" hidden={shown !== 'settings'}>
        <SettingsForm table={SETTINGS} settings={settings} onChange={changeSetting} />
      </div>
      <footer hidden={shown !== 'page'}>
        <button
          type="button"
          className="link"
          data-part="change-keys"
          onClick={() => void openShortcutSettings()}
        >
          {t('shortcut_change')}
        </button>
        <a href="/welcome.html" target="_blank" rel="noreferrer" data-part="open-welcome">
          {t('popup_welcome')}
        </a>
        <button type="button" className="link" data-part="open-report" onClick={() => setShown('report')}>
          {t('popup_report')}
        </button>
        <a href="/LICENSES.txt" target="_blank" rel="noreferrer" title={t('credit')}>
          {t('credit_licences')}
        </a>
      </footer>
    </main>
  );
}

/** Opening the popup is the click that reads a page of any site, so the reader is started where it is not there yet. */
async function viewOf(tab: Browser.tabs.Tab): Promise<PageView> {
  const host = hostOf(tab.url);
  if (tab.id === undefined) return { kind: 'unreadable' };
  if (tab.url && (await isPdf(tab))) return { kind: 'pdf', address: tab.url, local: host === null };
  if (host && (await isOff(host))) return { kind: 'off' };
  const { id: tabId } = tab;
  const ask = () => sendMessage('getPageState', undefined, { tabId, frameId: 0 });
  const state = await ask().catch(() => null);
  if (state) return { kind: 'reading', state };
  try {
    await sendMessage('startReader', tabId);
    return { kind: 'reading', state: await ask() };
  } catch {
    return { kind: host ? 'refused' : 'unreadable' };
  }
}

/** The hosts of frames that may not be read. */
async function unreadOf(hosts: string[]): Promise<string[]> {
  const readable = await Promise.all(hosts.map(hasAccess));
  return hosts.filter((_, index) => !readable[index]);
}
