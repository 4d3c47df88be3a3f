import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GlossaryFileError } from '@/utils/glossary/formats/file-error';
import { fromJson, toJson } from '@/utils/glossary/formats/json';
import { decodeText } from '@/utils/glossary/formats/text';
import { mergeGlossaries } from '@/utils/glossary/merge';
import { createTerm, type SavedTerm } from '@/utils/glossary/record';
import { newTerm, savedTerms } from './records';

const AT = '2026-03-05T01:00:00.000Z';
const record = createTerm(newTerm(), AT);

/** A file with one record that differs from a good one. */
function fileWith(over: Record<string, unknown>): string {
  return JSON.stringify({ format: 'tifa-glossary', version: 1, records: [record, { ...record, ...over }] });
}

function refusal(text: string): string {
  try {
    fromJson(text);
  } catch (error) {
    expect(error).toBeInstanceOf(GlossaryFileError);
    return (error as Error).message;
  }
  throw new Error('The file was not refused.');
}

describe('the lossless form', () => {
  test('comes back as it was, tombstones and earlier values too', () => {
    const term = savedTerms(fc.constantFrom('甲', '乙', '丙')).map((t): SavedTerm => {
      const occurrences = t.occurrences.map((o) => (o.to > o.sentence.length ? { ...o, from: 0, to: 0 } : o));
      return { ...t, id: t.hans, occurrences };
    });
    fc.assert(
      fc.property(fc.array(term, { maxLength: 5 }), (records) => {
        const glossary = mergeGlossaries(records, []);
        expect(fromJson(toJson(glossary))).toEqual(glossary);
      }),
    );
  });

  test('says what it is, one record on each line', () => {
    const lines = toJson([record, { ...record, id: '乙', hans: '乙' }]).split('\n');
    expect(lines[0]).toBe('{"format":"tifa-glossary","version":1,"records":[');
    expect(lines).toHaveLength(5);
    expect(fromJson(toJson([]))).toEqual([]);
  });

  test('is read with a byte order mark, times of other zones and unknown keys', () => {
    const text = `\uFEFF${fileWith({ created: '2026-03-05T09:00:00+08:00', colour: 'red' })}`;
    expect(fromJson(text)).toEqual([record]);
  });

  test('two records of one term become one, whatever their ids', () => {
    expect(fromJson(fileWith({ id: 'another' }))).toEqual([record]);
  });
});

describe('a malformed file is one sentence with the place at fault', () => {
  test.each([
    ['empty', '', 'Line 1 is where the file stops being JSON: it is cut or damaged.'],
    [
      'cut',
      toJson([record, record]).slice(0, -20),
      'Line 3 is where the file stops being JSON: it is cut or damaged.',
    ],
    [
      'no JSON',
      'source,target\n链长制,chain',
      'Line 1 is where the file stops being JSON: it is cut or damaged.',
    ],
    ['another JSON', '{"a":1}', 'This is not a glossary of Tifa: it does not say "format":"tifa-glossary".'],
    ['a list', '[1]', 'This is not a glossary of Tifa: it does not say "format":"tifa-glossary".'],
    [
      'newer',
      '{"format":"tifa-glossary","version":2,"entries":[]}',
      'The file was written by a newer Tifa (format 2, this one reads 1): update the extension, then import it again.',
    ],
    [
      'version',
      '{"format":"tifa-glossary","version":"x"}',
      'In the file: version is not a known number. Nothing was imported.',
    ],
    [
      'no records',
      '{"format":"tifa-glossary","version":1}',
      'In the file: records is not a list. Nothing was imported.',
    ],
    [
      'not a record',
      '{"format":"tifa-glossary","version":1,"records":[7]}',
      'In record 1: is not a record. Nothing was imported.',
    ],
    [
      'missing field',
      fileWith({ note: undefined }),
      'In record 2 (链长制): note is missing. Nothing was imported.',
    ],
    ['no characters', fileWith({ hans: '' }), 'In record 2: hans is empty. Nothing was imported.'],
    [
      'wrong type',
      fileWith({ tags: ['a', 7] }),
      'In record 2 (链长制): tags[1] is not a text. Nothing was imported.',
    ],
    [
      'wrong time',
      fileWith({ saved: '2026-13-45T00:00:00.000Z' }),
      'In record 2 (链长制): saved is not a time. Nothing was imported.',
    ],
    [
      'deep place',
      fileWith({ occurrences: [{ ...record.occurrences[0], url: null }] }),
      'In record 2 (链长制): occurrences[0].url is not a text. Nothing was imported.',
    ],
    [
      'outside the sentence',
      fileWith({ occurrences: [{ ...record.occurrences[0], to: 99 }] }),
      'In record 2 (链长制): occurrences[0] marks a place outside its sentence. Nothing was imported.',
    ],
    [
      'unpaired surrogate',
      fileWith({ note: 'x\ud800' }),
      'In record 2 (链长制): note holds a broken character. Nothing was imported.',
    ],
    [
      'far too long',
      fileWith({ note: 'x'.repeat(20_001) }),
      'In record 2 (链长制): note is longer than 20000 characters. Nothing was imported.',
    ],
  ])('%s', (_, text, sentence) => {
    expect(refusal(text)).toBe(sentence);
  });

  test('very deep JSON', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect(refusal(deep)).toMatch(/^This is not a glossary/);
    expect(refusal(fileWith({}).replace('"note":""', `"note":${deep}`))).toMatch(/note is not a text/);
  });

  test('prototype keys change nothing', () => {
    const text = fileWith({}).replaceAll(
      '"note":""',
      '"note":"","__proto__":{"own":true},"constructor":{"x":1}',
    );
    const [read] = fromJson(text);
    expect(read).toEqual(record);
    expect(Object.keys(read as SavedTerm).sort()).toEqual(Object.keys(record).sort());
    expect(({} as Record<string, unknown>).own).toBeUndefined();
  });

  test('any change of a byte or two is read or refused, never another error', () => {
    const text = toJson([record]);
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(12), fc.string({ maxLength: 3 }), (at, length, put) => {
        try {
          fromJson(text.slice(0, at) + put + text.slice(at + length));
        } catch (error) {
          expect(error).toBeInstanceOf(GlossaryFileError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('decodeText', () => {
  const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));

  test('reads UTF-8 and what says that it is UTF-16', () => {
    expect(decodeText(new TextEncoder().encode('链长制'))).toBe('链长制');
    expect(decodeText(utf16('链长制'))).toBe('链长制');
    expect(decodeText(utf16('链长制').map((_, at, all) => all[at ^ 1] as number))).toBe('链长制');
  });

  test('names the line of the first byte that is none', () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('a\n链\n'), 0xc1, 0xb4, 0x0a, 0xff]);
    expect(() => decodeText(bytes)).toThrow(
      'Line 3 is not UTF-8: save the file as UTF-8, then import it again.',
    );
  });
});
