import type { Hit } from '@/utils/lang/hits';
import { EntryView, type ReadingChoice } from './EntryView';
import { BookmarkIcon, CloseIcon, PinIcon } from './icons';
import { Reading } from './Reading';
import { type MessageKey, t } from './text';

/** A hit with its words as they stand in the text, breaks taken out. */
export interface ShownHit extends Hit {
  met: string;
}

/** One of the words that make up the set phrase shown first. */
export interface Part {
  text: string;
  reading: string;
  gloss: string;
}

export interface HoverCardProps {
  /** The one to show whole first, then the rest in order; never empty. */
  hits: ShownHit[];
  parts: Part[];
  pinned: boolean;
  choice: ReadingChoice;
  /** What the personal glossary holds of a headword in simplified form. */
  savedAs(headword: string): { rendering: string } | null;
  /** A sentence for the reader: why saving failed, that something was copied. */
  notice: string;
  onChoose(index: number): void;
  onSave(): void;
  onPin(): void;
  onClose(): void;
}

const KEYS: [key: string, label: MessageKey][] = [
  ['n', 'key_next'],
  ['b', 'key_previous'],
  ['l', 'key_longer'],
  ['k', 'key_shorter'],
  ['p', 'key_pin'],
  ['s', 'key_save'],
  ['c', 'key_copy'],
  ['r', 'key_copy_rendering'],
  ['Esc', 'key_close'],
];

/** Enough to find the rest: pinning shows them all. */
const FEW_KEYS = KEYS.filter(([key]) => 'ps'.includes(key));

/** What is under the pointer: set phrase first, then its words and overlaps, then the single character. */
export function HoverCard(props: HoverCardProps) {
  const [first, ...rest] = props.hits;
  if (!first) return null;
  const saved = props.savedAs(first.entries[0]?.headword ?? first.met);
  return (
    <>
      <div className="actions">
        <button
          type="button"
          className="icon-button"
          data-part="save"
          aria-pressed={saved !== null}
          title={t(saved ? 'card_saved' : 'card_save')}
          onClick={props.onSave}
        >
          <BookmarkIcon filled={saved !== null} />
        </button>
        <button
          type="button"
          className="icon-button"
          data-part="pin"
          aria-pressed={props.pinned}
          title={t(props.pinned ? 'card_unpin' : 'card_pin')}
          onClick={props.onPin}
        >
          <PinIcon filled={props.pinned} />
        </button>
        <button
          type="button"
          className="icon-button"
          data-part="close"
          title={t('card_close')}
          onClick={props.onClose}
        >
          <CloseIcon />
        </button>
      </div>
      <div className="scroll">
        <HitView hit={first} {...props} />
        {props.parts.length > 1 && <Parts parts={props.parts} choice={props.choice} />}
        {rest.length > 0 && (
          <div className="rest">
            {rest.map((hit) => (
              <HitView key={`${hit.from}-${hit.to}`} hit={hit} brief {...props} />
            ))}
          </div>
        )}
      </div>
      <div className="foot">
        <output className="notice" data-part="notice">
          {props.notice}
        </output>
        <dl className="keys" data-part="keys">
          {(props.pinned ? KEYS : FEW_KEYS).map(([key, label]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{t(label)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </>
  );
}

function HitView({ hit, brief, ...props }: { hit: ShownHit; brief?: boolean } & HoverCardProps) {
  const views = hit.entries.map((entry, index) => (
    <EntryView
      key={`${entry.headword} ${entry.reading}`}
      entry={entry}
      met={hit.met}
      // Only the best entry has the reading of this context; homographs have their own.
      reading={index === 0 ? hit.reading : entry.reading}
      words={brief ? undefined : props.parts.map((part) => part.reading)}
      choice={props.choice}
      saved={props.savedAs(entry.headword)}
      brief={brief || index > 0}
    />
  ));
  if (!brief) return <>{views}</>;
  return (
    <div className="choice">
      {views}
      <button
        type="button"
        className="choose"
        title={t('card_choose', hit.met)}
        aria-label={t('card_choose', hit.met)}
        onClick={() => props.onChoose(props.hits.indexOf(hit))}
      />
    </div>
  );
}

function Parts({ parts, choice }: { parts: Part[]; choice: ReadingChoice }) {
  return (
    <ul className="parts" data-part="parts">
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a word may stand twice in a phrase; its place tells it apart
        <li key={index}>
          <span lang="zh-Hans">{part.text}</span>{' '}
          <Reading
            reading={part.reading}
            style={choice.style}
            toneColours={choice.toneColours}
            spokenOf={choice.sandhi ? part.text : undefined}
          />{' '}
          <span className="faint">{part.gloss}</span>
        </li>
      ))}
    </ul>
  );
}
