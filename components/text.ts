import { browser } from '#imports';

/** The name of a message in `public/_locales`. */
export type MessageKey = Parameters<typeof browser.i18n.getMessage>[0];

/** A message that has a form for each plural category of its language: `KEY_one`, `KEY_other`, … */
export type PluralKey = MessageKey extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never;

const PLACES = ['$1', '$2', '$3', '$4', '$5'];
const templates = new Map<MessageKey, string>();

/** Whatever depends on the language of the interface, made once. */
interface Habits {
  language: string;
  number: Intl.NumberFormat;
  plural: Intl.PluralRules;
  date: Intl.DateTimeFormat;
}
let habits: Habits | undefined;

/**
 * A text of the interface in the reader's language; `values` fill its placeholders `$1` to `$5`. A number is written
 * as the language writes counts; years and other names made of digits are given as text.
 */
export function t(key: MessageKey, ...values: (string | number)[]): string {
  return templateOf(key).replace(/\$([1-5])/g, (_, place) => written(values[place - 1] ?? ''));
}

/** A text in the form for this count, which is its `$1`; further values follow from `$2` on. */
export function plural(key: PluralKey, count: number, ...values: (string | number)[]): string {
  const form = `${key}_${habitsOf().plural.select(count)}` as MessageKey;
  return t(templateOf(form) ? form : `${key}_other`, count, ...values);
}

/** The language in which the interface is written, as BCP 47 has it; not always that of the browser. */
export function language(): string {
  return habitsOf().language;
}

/** A day YYYY-MM-DD, or a time that begins with one, as the interface writes it; anything else as it is. */
export function day(iso: string): string {
  const [date = ''] = /^\d{4}-\d{2}-\d{2}/.exec(iso) ?? [];
  return date ? habitsOf().date.format(new Date(`${date}T00:00:00Z`)) : iso;
}

/**
 * Reads texts before they are needed: a page that stays open while the extension is updated loses the catalogue,
 * and must still be able to say so.
 */
export function readAhead(keys: readonly MessageKey[]): void {
  habitsOf();
  for (const key of keys) templateOf(key);
}

function templateOf(key: MessageKey): string {
  let template = templates.get(key);
  if (template === undefined) {
    template = browser.i18n.getMessage(key, PLACES);
    templates.set(key, template);
  }
  return template;
}

function written(value: string | number): string {
  return typeof value === 'number' ? habitsOf().number.format(value) : value;
}

function habitsOf(): Habits {
  if (!habits) {
    // Empty where there is no catalogue, as in a page that outlived an update before it showed any text.
    const named = templateOf('interface_language') || 'en';
    habits = {
      language: named,
      number: new Intl.NumberFormat(named),
      plural: new Intl.PluralRules(named),
      date: new Intl.DateTimeFormat(named, { dateStyle: 'medium', timeZone: 'UTC' }),
    };
  }
  return habits;
}
