import { readdirSync, readFileSync } from 'node:fs';
import { Converter } from 'opencc-js/cn2t';
import { expect, describe as group, test } from 'vitest';
import { readTermFiles, TERMS_FOLDER } from '@/utils/build/term-files';
import { VARIANT_EXCEPTIONS } from '@/utils/terms/exceptions';
import { formatRecords } from '@/utils/terms/format';
import { checkBase, traditional } from '@/utils/terms/rules';
import { describe, readRecords } from '@/utils/terms/schema';

const files = readdirSync(TERMS_FOLDER).filter((file) => file.endsWith('.json'));
const { filed, problems } = readTermFiles();
const faults = [...problems, ...checkBase(filed)];

const converter = Converter({ from: 'cn', to: 'tw' });

group('the term bases', () => {
  test('there are some', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  test.each(files)('%s keeps every rule', (file) => {
    expect(faults.filter((fault) => fault.file === file).map(describe)).toEqual([]);
  });

  test.each(files)('%s is written in its one form', (file) => {
    const source = readFileSync(`${TERMS_FOLDER}/${file}`, 'utf8');
    expect(formatRecords(readRecords(JSON.parse(source), file).terms)).toBe(source);
  });

  test.each(VARIANT_EXCEPTIONS)('the converter still needs the exception $hans', ({ hans, hant }) => {
    expect(traditional(hans)).toBe(hant);
    expect(converter(hans)).not.toBe(hant);
  });
});
