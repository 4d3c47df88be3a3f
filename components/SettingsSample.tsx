import { type PointerEvent, useState } from 'react';
import type { Settings } from '@/utils/ext/settings';
import { Reading } from './Reading';
import { SAMPLE, type SampleWord } from './settings-sample';
import { t } from './text';

/** One line of a paper as the settings would have it: its script, its marks, its readings, and what opens the card. */
export function SettingsSample({ settings }: { settings: Settings }) {
  const [pointed, setPointed] = useState<SampleWord | null>(null);
  const simplified = settings.script === 'source' || settings.script === 'cn';
  const lang = simplified ? 'zh-Hans' : 'zh-Hant';
  const point = (event: PointerEvent, word: SampleWord) => {
    if (settings.hover === 'plain' || event.shiftKey) setPointed(word);
  };
  return (
    <figure className="settings-sample" data-part="settings-sample">
      <p className="sample-line" lang={lang}>
        {SAMPLE.map((word) => (
          <span key={word.reading} className="sample-word">
            <span className="sample-form">
              <span
                className={settings.highlightTerms && word.kind ? 'sample-marked' : undefined}
                data-pointed={pointed === word}
                onPointerMove={(event) => point(event, word)}
              >
                {word.forms[settings.script]}
              </span>
              {word.after}
            </span>
            <ReadingOf word={word} settings={settings} />
          </span>
        ))}
      </p>
      <figcaption>
        {pointed ? (
          <>
            <span lang={lang}>{pointed.forms[settings.script]}</span>{' '}
            <ReadingOf word={pointed} settings={settings} /> {pointed.gloss}
          </>
        ) : (
          t(settings.hover === 'key' ? 'sample_hint_key' : 'sample_hint_plain')
        )}
      </figcaption>
    </figure>
  );
}

function ReadingOf({ word, settings }: { word: SampleWord; settings: Settings }) {
  return (
    <Reading
      reading={('taiwan' in settings && settings.taiwan && word.taiwan) || word.reading}
      style={settings.reading}
      toneColours={settings.toneColours}
      spokenOf={settings.sandhi ? word.forms.source : undefined}
    />
  );
}
