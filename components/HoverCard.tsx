import type { ReactNode } from 'react';
import type { Hit } from '@/utils/lang/hits';
import { CardKeys } from './CardKeys';
import { EntryView, type ReadingChoice } from './EntryView';
import { BackIcon, BookmarkIcon, CloseIcon, PinIcon, SpeakerIcon } from './icons';
import { Reading } from './Reading';
import { RelatedTerms } from './RelatedTerms';
import type { Related } from './relations';
import type { Extent } from './TermDetails';
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

/** One of the runs that lie over each other under the pointer. */
export interface PathStep {
  met: string;
  gloss: string;
}

/** What of the entry shown first is copied. */
export type Copied = 'term' | 'rendering' | 'citation';

/** What is read aloud: a word, the sentence around it, or the article from there on. */
export type Aloud = 'word' | 'sentence' | 'article';

/** Everything that the card shows, and what can be done in it. */
export interface HoverCardProps {
  /** The one to show whole first, then the rest in order; never empty. */
  hits: ShownHit[];
  /** What there is to choose from, the longest first; one step alone is no path. */
  path: PathStep[];
  /** The step that is shown. */
  chosen: number;
  parts: Part[];
  pinned: boolean;
  choice: ReadingChoice;
  /** Set phrases to which the first entry is related, as far as their records are here; for a pinned card. */
  related: Related[];
  /** Where "back" leads from a record that was opened by a link; `null` on what stands in the text. */
  backTo: string | null;
  /** What the personal glossary holds of a headword in simplified form. */
  savedAs(headword: string): { rendering: string } | null;
  /** A sentence for the reader: why saving failed, that something was copied. */
  notice: string;
  onChoose(step: number): void;
  onFollow(id: string): void;
  onBack(): void;
  onOpenRecord(id: string): void;
  /** Whether there is a voice that can read the first entry aloud. */
  canReadAloud: boolean;
  onReadAloud(what: Aloud): void;
  onCopy(what: Copied): void;
  onSave(): void;
  onPin(): void;
  onClose(): void;
}

const COPIES: [what: Copied, key: string, label: MessageKey][] = [
  ['term', 'c', 'card_copy_term'],
  ['rendering', 'r', 'card_copy_rendering'],
  ['citation', 'q', 'card_copy_citation'],
];

/** What is under the pointer: one entry to read, and the path from the longest set phrase to the single character. */
export function HoverCard(props: HoverCardProps) {
  const { hits, pinned, backTo } = props;
  const [first, ...rest] = hits;
  if (!first) return null;
  const saved = props.savedAs(first.entries[0]?.headword ?? first.met);
  const term = first.entries[0]?.term;
  return (
    <>
      <div className="actions">
        {props.canReadAloud && (
          <IconButton part="read-aloud" label={t('card_speak')} onClick={() => props.onReadAloud('word')}>
            <SpeakerIcon />
          </IconButton>
        )}
        {backTo === null && (
          <IconButton
            part="save"
            label={t(saved ? 'card_saved' : 'card_save')}
            pressed={saved !== null}
            onClick={props.onSave}
          >
            <BookmarkIcon filled={saved !== null} />
          </IconButton>
        )}
        <IconButton
          part="pin"
          label={t(pinned ? 'card_unpin' : 'card_pin')}
          pressed={pinned}
          onClick={props.onPin}
        >
          <PinIcon filled={pinned} />
        </IconButton>
        <IconButton part="close" label={t('card_close')} onClick={props.onClose}>
          <CloseIcon />
        </IconButton>
      </div>
      {/* What scrolls is reached by keyboard, whatever it holds. */}
      <div className="scroll" data-part="scroll" tabIndex={pinned ? 0 : undefined}>
        {backTo !== null && (
          <button
            type="button"
            className="back"
            data-part="back"
            title={t('card_back')}
            onClick={props.onBack}
          >
            <BackIcon />
            <span lang="zh-Hans">{backTo}</span>
          </button>
        )}
        <HitView hit={first} {...props} extent={pinned ? 'whole' : 'glance'}>
          {pinned && term && (
            <RelatedTerms
              related={props.related}
              onFollow={props.onFollow}
              onOpen={() => props.onOpenRecord(term.id)}
            />
          )}
        </HitView>
        {props.parts.length > 1 && <Parts parts={props.parts} choice={props.choice} />}
        {rest.length > 0 && (
          <div className="visually-hidden">
            {rest.map((hit) => (
              <HitView key={`${hit.from}-${hit.to}`} hit={hit} {...props} extent="brief" />
            ))}
          </div>
        )}
        {pinned && (
          <details className="all-keys">
            <summary>{t('card_keys')}</summary>
            <CardKeys all aloud={props.canReadAloud} />
          </details>
        )}
      </div>
      <div className="foot">
        <output className="notice" data-part="notice">
          {props.notice}
        </output>
        {pinned ? <CopyBar onCopy={props.onCopy} /> : <CardKeys />}
      </div>
    </>
  );
}

interface IconButtonProps {
  part: string;
  label: string;
  pressed?: boolean;
  onClick(): void;
  children: ReactNode;
}

function IconButton({ part, label, pressed, onClick, children }: IconButtonProps) {
  return (
    <button
      type="button"
      className="icon-button"
      data-part={part}
      aria-pressed={pressed}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

interface HitViewProps extends HoverCardProps {
  hit: ShownHit;
  extent: Extent;
  children?: ReactNode;
}

function HitView({ hit, extent, children, ...props }: HitViewProps) {
  const brief = extent === 'brief';
  return hit.entries.map((entry, index) => (
    <EntryView
      // Homographs may have their forms and their reading in common: the dictionary has two 仇, both chóu.
      key={`${entry.variant} ${entry.reading} ${entry.term?.id ?? entry.senses[0]}`}
      entry={entry}
      met={hit.met}
      // Only the best entry has the reading of this context; homographs have their own.
      reading={index === 0 ? hit.reading : entry.reading}
      words={brief ? undefined : props.parts.map((part) => part.reading)}
      choice={props.choice}
      saved={props.savedAs(entry.headword)}
      extent={index > 0 ? 'brief' : extent}
      path={!brief && index === 0 && props.path.length > 1 && <Path {...props} />}
    >
      {index === 0 && children}
    </EntryView>
  ));
}

/** From the longest set phrase to the single character, one of them chosen. */
function Path({ path, chosen, onChoose }: Pick<HoverCardProps, 'path' | 'chosen' | 'onChoose'>) {
  return (
    <nav className="path" data-part="path" aria-label={t('card_path')}>
      <ol>
        {path.map(({ met, gloss }, step) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
          <li key={step}>
            <button
              type="button"
              className="chip"
              lang="zh-Hans"
              title={gloss || undefined}
              aria-current={step === chosen ? 'true' : undefined}
              onClick={() => onChoose(step)}
            >
              {met}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function CopyBar({ onCopy }: Pick<HoverCardProps, 'onCopy'>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a look and a legend of its own
    <div className="copy" data-part="copy" role="group" aria-label={t('card_copy')}>
      <span aria-hidden="true">{t('card_copy')}</span>
      {COPIES.map(([what, key, label]) => (
        <button key={what} type="button" data-part={`copy-${what}`} onClick={() => onCopy(what)}>
          {t(label)} <kbd>{key}</kbd>
        </button>
      ))}
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
