import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const messages: Record<string, { message: string }> = JSON.parse(
  readFileSync('public/_locales/en/messages.json', 'utf8'),
);

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

describe('the messages', () => {
  test('are all used', () => {
    const dead = Object.keys(messages).filter(
      (key) => !named.has(key) && !patterns.some((pattern) => pattern.test(key)),
    );
    expect(dead).toEqual([]);
  });

  test.each(Object.entries(messages))('%s numbers its placeholders from 1 without gaps', (_, { message }) => {
    const places = [...new Set([...message.matchAll(/\$(\d)/g)].map(([, place]) => Number(place)))].sort();
    expect(places).toEqual(places.map((_place, at) => at + 1));
    // As many as `t` fills.
    expect(places.length).toBeLessThanOrEqual(5);
  });
});
