import { type MessageKey, t } from './text';

const KEYS: [key: string, label: MessageKey][] = [
  ['n', 'key_next'],
  ['b', 'key_previous'],
  ['l', 'key_longer'],
  ['k', 'key_shorter'],
  ['p', 'key_pin'],
  ['s', 'key_save'],
  ['c', 'key_copy'],
  ['r', 'key_copy_rendering'],
  ['q', 'key_copy_citation'],
  ['PgDn', 'key_scroll'],
  ['Tab', 'key_enter'],
  ['Esc', 'key_close'],
];

/** Only where there is a voice. */
const ALOUD_KEYS: [key: string, label: MessageKey][] = [
  ['v', 'key_speak_word'],
  ['t', 'key_speak_sentence'],
  ['a', 'key_speak_article'],
];

/** Enough to find the rest: pinning shows them all. */
const FEW_KEYS = KEYS.filter(([key]) => 'psc'.includes(key));

interface CardKeysProps {
  /** All of them; left out, the few with which the rest is found. */
  all?: boolean;
  /** Whether there is a voice that reads aloud. */
  aloud?: boolean;
}

/** The keys that act while the card is open. */
export function CardKeys({ all = false, aloud = false }: CardKeysProps) {
  const keys = all ? [...KEYS, ...(aloud ? ALOUD_KEYS : [])] : FEW_KEYS;
  return (
    <dl className="keys" data-part="keys">
      {keys.map(([key, label]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{t(label)}</dd>
        </div>
      ))}
    </dl>
  );
}
