import { describe, expect, test } from 'vitest';
import { decodeText } from '@/utils/page/text-bytes';

const HANS = '溪口县召开大会，会议指出，要因地制宜发展特色产业。农技员甘小禾说：“路通了，心也通了。”';
const HANT = '溪口縣召開大會，會議指出，要因地制宜發展特色產業。農技員甘小禾說：「路通了，心也通了。」';

/** Bytes in an encoding that the platform only reads: every pair of bytes is read once and turned round. */
function encoder(encoding: string): (text: string) => Uint8Array {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const codes = new Map<string, number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      try {
        const character = decoder.decode(Uint8Array.of(lead, trail));
        if (character.length === 1 && !codes.has(character)) codes.set(character, [lead, trail]);
      } catch {
        // No character stands there.
      }
    }
  return (text) =>
    Uint8Array.from(
      [...text].flatMap((character) => {
        const code = character.charCodeAt(0);
        const bytes = code < 0x80 ? [code] : codes.get(character);
        if (!bytes) throw new Error(`${encoding} has no ${character}.`);
        return bytes;
      }),
    );
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, swapped: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return swapped ? bytes.swap16() : bytes;
};
const gb18030 = encoder('gb18030');
const big5 = encoder('big5');

describe('the bytes of a text', () => {
  test.each([
    ['UTF-8', utf8(HANS), 'utf-8', HANS],
    ['UTF-8 with a mark', utf8(`\ufeff${HANS}`), 'utf-8', HANS],
    ['UTF-8 of one character', utf8('县'), 'utf-8', '县'],
    ['UTF-8 with characters outside the basic plane', utf8('𠮷野'), 'utf-8', '𠮷野'],
    ['ASCII', utf8('Only English here.\r\n'), 'utf-8', 'Only English here.\r\n'],
    ['nothing', new Uint8Array(), 'utf-8', ''],
    ['UTF-16, small end first', utf16(HANS, false), 'utf-16le', HANS],
    ['UTF-16, great end first', utf16(HANS, true), 'utf-16be', HANS],
    ['GB18030', gb18030(HANS), 'gb18030', HANS],
    ['GB18030 of a few characters', gb18030('溪口'), 'gb18030', '溪口'],
    ['GB18030 of traditional text', gb18030(HANT), 'gb18030', HANT],
    ['GB18030 among Latin', gb18030('Title: 溪口县, 2026\n'), 'gb18030', 'Title: 溪口县, 2026\n'],
    ['four bytes of GB18030', Uint8Array.of(0xcf, 0xaa, 0x81, 0x39, 0xee, 0x39), 'gb18030', '溪㐀'],
    ['Big5', big5(HANT), 'big5', HANT],
  ])('%s', (_, bytes, encoding, text) => {
    expect(decodeText(bytes)).toEqual({ text, encoding });
  });

  test('a byte lost at the end loses no more', () => {
    const text = decodeText(gb18030(HANS).slice(0, -1))?.text ?? '';
    expect(text.slice(0, -1)).toBe(HANS.slice(0, -1));
  });

  test.each([
    ['a zip', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0)],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13)],
    ['noise without zeros', Uint8Array.from({ length: 4000 }, (_, at) => ((at * 7919) % 255) + 1)],
    ['Latin-1', Uint8Array.from('Müller ging über die Brücke', (each) => each.charCodeAt(0))],
  ])('%s is no text', (_, bytes) => {
    expect(decodeText(bytes)).toBeNull();
  });
});
