import { type PointerEvent, useState } from 'react';
import type { Settings } from '@/utils/ext/settings';
import { MARK_SETTINGS } from './mark-settings';
import { Reading } from './Reading';
import { SAMPLE, type SampleWord } from './settings-sample';
import { t } from './text';

/** One line of a paper as the settings would have it: its script, its marks, its readings, and what opens the card. */
export function SettingsSample({ settings }: { settings: Settings }) {
  const [pointed, setPointed] = useState<SampleWord | null>(null);
  const { script, ruby, highlightTerms, hover } = settings;
  const lang = script === 'source' || script === 'cn' ? 'zh-Hans' : 'zh-Hant';
  const point = (event: PointerEvent, word: SampleWord) => {
    if (hover === 'plain' || event.shiftKey) setPointed(word);
  };
  return (
    <figure className="settings-sample" data-part="settings-sample">
      <p className="sample-line" lang={lang}>
        {SAMPLE.map((word) => (
          <span
            key={word.reading}
            className="sample-word"
            data-above={ruby === 'all' || (ruby === 'terms' && word.kind !== undefined)}
          >
            <span className="sample-form">
              <span
                data-mark={
                  highlightTerms && word.kind && settings[MARK_SETTINGS[word.kind]] ? word.kind : undefined
                }
                data-pointed={pointed === word}
                onPointerMove={(event) => point(event, word)}
              >
                {word.forms[script]}
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
            <span lang={lang}>{pointed.forms[script]}</span> <ReadingOf word={pointed} settings={settings} />{' '}
            <span lang="en">{pointed.gloss}</span>
          </>
        ) : (
          t(hover === 'key' ? 'sample_hint_key' : 'sample_hint_plain')
        )}
      </figcaption>
    </figure>
  );
}

function ReadingOf({ word, settings }: { word: SampleWord; settings: Settings }) {
  return (
    <Reading
      reading={(settings.taiwan && word.taiwan) || word.reading}
      style={settings.reading}
      toneColours={settings.toneColours}
      spokenOf={settings.sandhi ? word.forms.source : undefined}
    />
  );
}
