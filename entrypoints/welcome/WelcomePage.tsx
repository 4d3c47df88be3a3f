import { useEffect, useState } from 'react';
import { SettingsForm } from '@/components/SettingsForm';
import { ShortcutList } from '@/components/ShortcutList';
import { t } from '@/components/text';
import { useSettings } from '@/components/use-settings';
import { addReader } from '@/utils/ext/own-reader';
import { SETTINGS } from '@/utils/ext/settings';
import { openShortcutSettings, readShortcuts, type Shortcut } from '@/utils/ext/shortcuts';
import { SITES } from '@/utils/ext/sites';

/** The first minute: try it, choose how it reads, see where it runs and what it never does. */
export function WelcomePage() {
  const [settings, changeSetting] = useSettings();
  const [shortcuts, setShortcuts] = useState<Shortcut[]>([]);
  useEffect(() => {
    void readShortcuts().then(setShortcuts);
    return addReader();
  }, []);
  return (
    <main>
      <header>
        <h1>
          Tifa <span lang="zh-Hans">提法</span>
        </h1>
        <p className="lead">{t('welcome_lead')}</p>
      </header>

      {/* Not a section as the others are: an article that is one of many alike is taken for an item of a list. */}
      <div className="try" data-part="try">
        <h2>{t('welcome_try')}</h2>
        <p>{t('welcome_try_hint')}</p>
        <Sample />
        <p className="soft">{t('welcome_try_more')}</p>
      </div>

      <section data-part="choose">
        <h2>{t('welcome_choose')}</h2>
        {settings && <SettingsForm table={SETTINGS} settings={settings} onChange={changeSetting} />}
      </section>

      <section data-part="keys">
        <h2>{t('welcome_keys')}</h2>
        <ShortcutList shortcuts={shortcuts} onChange={() => void openShortcutSettings()} />
        <p className="soft">{t('welcome_card_keys')}</p>
      </section>

      <section data-part="sites">
        <h2>{t('welcome_sites')}</h2>
        <p>{t('welcome_sites_why', SITES.length)}</p>
        <details>
          <summary>{t('welcome_sites_all')}</summary>
          <p className="hosts">
            {SITES.map((site) => site.replace(/^\*:\/\/(\*\.)?|\/\*$/g, '')).join(', ')}
          </p>
        </details>
        <p>{t('welcome_sites_elsewhere')}</p>
      </section>

      <section data-part="never">
        <h2>{t('welcome_never')}</h2>
        <ul>
          <li>{t('welcome_never_sends')}</li>
          <li>{t('welcome_never_history')}</li>
          <li>{t('welcome_never_changes')}</li>
        </ul>
      </section>

      <section data-part="glossary">
        <h2>{t('welcome_glossary')}</h2>
        <p>{t('welcome_glossary_hint')}</p>
        <p className="warning">{t('welcome_glossary_deleted')}</p>
        <p className="ways">
          <a href="/glossary.html">{t('popup_glossary')}</a>
          <a href="/terms.html">{t('popup_set_phrases')}</a>
          <a href="/document.html">{t('popup_document')}</a>
        </p>
      </section>

      <footer className="soft">
        {t('credit')}{' '}
        <a href="/LICENSES.txt" target="_blank" rel="noreferrer">
          {t('credit_licences')}
        </a>
      </footer>
    </main>
  );
}

/** A paragraph such as papers write, with places and people that do not exist. */
function Sample() {
  return (
    <article className="sample" lang="zh-Hans" data-part="sample">
      <h3>澄川市全面推行链长制</h3>
      <p>
        本报讯（记者　陆小满）今年以来，澄川市深化“放管服”改革，推行照后减证，由市领导担任重点产业链链长，企业与政府双向奔赴，营商环境持续优化。
      </p>
      <p>
        会议强调，要坚持稳中求进工作总基调，完整、准确、全面贯彻新发展理念，因地制宜发展新质生产力，统筹发展和安全，牢牢守住不发生系统性风险的底线。
      </p>
      <p>
        各县区要压实责任，为基层减负，让“两代表一委员”走进网格，久久为功，把实事办到群众心坎上，把矛盾化解在萌芽状态。
      </p>
    </article>
  );
}
