import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Catalogue = Record<string, { message: string }>;
const FOLDER = 'public/_locales';

/** Every catalogue that ships, by the name of its folder: one more language is one more file. */
const catalogues = readdirSync(FOLDER).map((locale): [locale: string, Catalogue] => [
  locale,
  JSON.parse(readFileSync(`${FOLDER}/${locale}/messages.json`, 'utf8')),
]);
const english = Object.fromEntries(catalogues).en as Catalogue;

/** What may name a message: the manifest, pages, components and what tells of errors. */
const sources = ['components', 'entrypoints', 'utils']
  .flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(tsx?|html)$/.test(name))
      .map((name) => `${room}/${name}`),
  )
  .concat('wxt.config.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

const named = new Set([
  ...[...sources.matchAll(/['"`]([a-z]+\w*)['"`]/g)].map(([, key]) => key),
  ...[...sources.matchAll(/__MSG_(\w+?)__/g)].map(([, key]) => key),
]);
/** Keys of which a part is filled in, such as `setting_${name}_hint`. */
const patterns = [...sources.matchAll(/`([a-z]+_\w*\$\{[^`]*)`/g)].map(
  ([, template = '']) => new RegExp(`^${template.replace(/\$\{[^}]*\}/g, '\\w+')}$`),
);

/** A message with plural forms, without the category at its end; `null` for any other. */
function pluralOf(key: string): string | null {
  const [, base] = /^(\w+)_(?:zero|one|two|few|many|other)$/.exec(key) ?? [];
  return base !== undefined && `${base}_other` in english ? base : null;
}

/** The keys that a catalogue of this language must have: those of English, its plurals in the forms of the language. */
function keysFor(language: string): string[] {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  const keys = Object.keys(english).flatMap((key) => {
    const base = pluralOf(key);
    return base === null ? [key] : pluralCategories.map((category) => `${base}_${category}`);
  });
  return [...new Set(keys)];
}

const placesOf = (message = '') =>
  [...new Set([...message.matchAll(/\$(\d)/g)].map(([, place]) => Number(place)))].sort();

test('the messages are all used', () => {
  const dead = Object.keys(english).filter(
    (key) => !named.has(pluralOf(key) ?? key) && !patterns.some((pattern) => pattern.test(key)),
  );
  expect(dead).toEqual([]);
});

test.each(Object.entries(english))('%s numbers its placeholders from 1 without gaps', (_, { message }) => {
  const places = placesOf(message);
  expect(places).toEqual(places.map((_place, at) => at + 1));
  // As many as `t` fills.
  expect(places.length).toBeLessThanOrEqual(5);
});

describe.each(catalogues)('the catalogue %s', (locale, catalogue) => {
  const language = catalogue.interface_language?.message ?? '';

  test('names its language as its folder does', () => {
    expect(language).toBe(locale.replace('_', '-'));
  });

  test('has every message, and no other', () => {
    const wanted = keysFor(language);
    const missing = wanted.filter((key) => !catalogue[key]?.message.trim());
    const unknown = Object.keys(catalogue).filter((key) => !wanted.includes(key));
    expect({ missing, unknown }).toEqual({ missing: [], unknown: [] });
  });

  test('fills the places that English fills', () => {
    const other = Object.entries(catalogue).filter(([key, { message }]) => {
      const model = english[key] ?? english[`${pluralOf(key)}_other`];
      // A form for one may say it in a word.
      const may = pluralOf(key) !== null && !key.endsWith('_other');
      const places = placesOf(message);
      return may
        ? places.some((place) => !placesOf(model?.message).includes(place))
        : places.join() !== placesOf(model?.message).join();
    });
    expect(other.map(([key, { message }]) => `${key}: ${message}`)).toEqual([]);
  });
});
