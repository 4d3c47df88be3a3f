import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { analyze } from '@/utils/lang/analysis';
import { withOwnPhrases } from '@/utils/lang/engine';
import { packAnalysis, unpackAnalysis } from '@/utils/lang/packed-analysis';
import { builtEngine } from '../engine';

const engine = withOwnPhrases(builtEngine(), [
  { hans: '三色台账', hant: '三色台賬', reading: 'san1 se4 tai2 zhang4', gloss: 'a/b' },
]);
const page = readFileSync('tests/fixtures/front-page/index.html', 'utf8');
const paragraphs = [...page.matchAll(/<p[^>]*>(.*?)<\/p>/gs)].map(([, text]) =>
  (text ?? '').replace(/<[^>]+>/g, ''),
);

it.each([
  ['a front page', paragraphs],
  ['own phrases, numbers and what is no Chinese', ['建三色台账，增长3.5%。\nABC', '', '😀𠮷 x']],
  ['nothing', []],
])('gives back %s as it was', (_, blocks) => {
  const analysis = analyze(blocks, engine);
  expect(unpackAnalysis(packAnalysis(analysis))).toEqual(analysis);
});

it('writes a document that several phrases cite once', () => {
  const packed = packAnalysis(analyze(paragraphs, engine));
  const cited = [...packed.matchAll(/"url":("[^"]+")/g)].map(([, url]) => url);
  const sources = JSON.parse(packed).sources as object[];
  expect(cited.length).toBeLessThanOrEqual(sources.length);
  expect(new Set(sources.map((source) => JSON.stringify(source))).size).toBe(sources.length);
});
