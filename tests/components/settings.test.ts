import { expect, test } from 'vitest';
import { GROUPS } from '@/components/SettingsForm';
import { SAMPLE } from '@/components/settings-sample';
import { SETTINGS } from '@/utils/ext/settings';
import { MARK_KINDS } from '@/utils/lang/marks';
import { spoken } from '@/utils/lang/sandhi';
import { loadVariantEngine } from '../lang/variant-engine';

test('every setting stands in one group', () => {
  expect(GROUPS.flatMap(([, keys]) => keys).sort()).toEqual(Object.keys(SETTINGS).sort());
});

const engine = loadVariantEngine();
const line = (script: (typeof SETTINGS.script.choices)[number]) =>
  SAMPLE.map(({ forms, after = '' }) => forms[script] + after).join('');

test.each(['t', 'tw', 'hk'] as const)('the sample line in %s is what the converter makes of it', (script) => {
  expect(line(script)).toBe(engine.convert(line('source'), script, { from: 'cn' }).text);
});

test('no setting leaves the sample line as it is', () => {
  expect(new Set(SETTINGS.script.choices.map(line)).size).toBe(SETTINGS.script.choices.length - 1);
  expect(SAMPLE.some(({ taiwan }) => taiwan)).toBe(true);
  expect(SAMPLE.some(({ forms, reading }) => spoken(forms.source, reading) !== reading)).toBe(true);
  expect(new Set(SAMPLE.flatMap(({ kind }) => kind ?? []))).toEqual(new Set(MARK_KINDS));
});
