import { Fragment, type ReactNode } from 'react';
import type { Entry, Note } from '@/utils/lang/entry';
import type { ReadingStyle } from '@/utils/lang/spelling';
import { Reading } from './Reading';
import { type Extent, TermDetails } from './TermDetails';
import { t } from './text';

/** How the reader wants readings written. */
export interface ReadingChoice {
  style: ReadingStyle;
  toneColours: boolean;
  /** Whether readings are shown as they are spoken. */
  sandhi: boolean;
  /** Readings by words, where no analysis of the text has them. */
  words?: (form: string, reading: string) => readonly string[];
}

interface EntryViewProps {
  entry: Entry;
  /** As met in the text, breaks taken out. */
  met: string;
  /** In this context; the entry's own where it is empty. */
  reading: string;
  /** The readings of its words, where it is made of several; they are spelled apart. */
  words?: string[];
  choice: ReadingChoice;
  saved: { rendering: string } | null;
  extent: Extent;
  /** Stands under the headword. */
  path?: ReactNode;
  /** Stands last: the relations. */
  children?: ReactNode;
}

/** One entry: headword, other script, reading, then what it means. */
export function EntryView(props: EntryViewProps) {
  const { entry, met, reading, words, choice, saved, extent, path, children } = props;
  const brief = extent === 'brief';
  const shown = reading || entry.reading;
  const other = met === entry.headword ? entry.variant : entry.headword;
  const parts = entry.quantity ?? words;
  return (
    <section
      className={brief ? 'entry brief' : 'entry'}
      data-part="entry"
      data-headword={met}
      data-reading={shown.toLowerCase()}
      data-saved={saved !== null}
    >
      <h2>
        <span
          className="headword"
          data-part="headword"
          lang={met === entry.variant && met !== entry.headword ? 'zh-Hant' : 'zh-Hans'}
        >
          {met}
        </span>
        {other !== met && (
          <span className="other-script" lang={other === entry.variant ? 'zh-Hant' : 'zh-Hans'}>
            {other}
          </span>
        )}
        <span data-part="reading">
          <Reading
            reading={parts?.join(' ') === shown ? parts : shown}
            style={choice.style}
            toneColours={choice.toneColours}
            spokenOf={choice.sandhi ? met : undefined}
          />
        </span>
      </h2>
      {path}
      {entry.reference && (
        <p className="notes" data-part="reference">
          <NoteView note={entry.reference} choice={choice} />
        </p>
      )}
      {entry.term ? (
        <TermDetails term={entry.term} ownRendering={saved?.rendering ?? ''} extent={extent}>
          {children}
        </TermDetails>
      ) : (
        <Glosses senses={entry.senses} own={entry.own ?? false} ownRendering={saved?.rendering ?? ''} />
      )}
      {!brief && (entry.notes || entry.band) && (
        <p className="notes" data-part="notes">
          {entry.notes?.map((note) => (
            <NoteView key={`${note.label} ${note.words[0]?.form}`} note={note} choice={choice} />
          ))}
          {entry.band && <span className="note">{t('card_band', entry.band)}</span>}
        </p>
      )}
    </section>
  );
}

/** What is said of other words, quietly: `measure word 条 tiáo`. */
function NoteView({ note, choice }: { note: Note; choice: ReadingChoice }) {
  return (
    <span className="note">
      {note.label}
      {note.words.map(({ form, reading }) => (
        <Fragment key={`${form} ${reading}`}>
          {' '}
          {form && <span lang="zh">{form}</span>}
          {form && reading && ' '}
          {reading && <Reading reading={reading} style={choice.style} toneColours={false} />}
        </Fragment>
      ))}
    </span>
  );
}

function Glosses({ senses, own, ownRendering }: { senses: string[]; own: boolean; ownRendering: string }) {
  if (senses.length === 0)
    return <p className="faint">{t(own ? 'card_own_without_note' : 'card_no_entry')}</p>;
  return (
    <p className="gloss" data-part="gloss">
      {own && <span className="tag">{t('card_own')}</span>}
      {ownRendering && !senses.includes(ownRendering) && (
        <>
          <strong>{ownRendering}</strong> <span className="tag">{t('card_rendering_own')}</span>{' '}
        </>
      )}
      {senses.map((sense, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: senses have no identity but their place
        <span key={index} className="sense">
          {sense}
        </span>
      ))}
    </p>
  );
}
