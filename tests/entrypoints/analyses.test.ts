import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Analyses } from '@/entrypoints/reader.content/analyses';
import type { SavedHeadword } from '@/utils/ext/glossary-store';
import { type AnalyzedSlice, sendMessage } from '@/utils/ext/messages';
import { packAnalysis } from '@/utils/lang/packed-analysis';

vi.mock('@/utils/ext/messages', () => ({ sendMessage: vi.fn() }));

const TEXT = '槐县推行链长制。';

function saved(headword: string, own = false): SavedHeadword {
  return { id: headword, headword, hant: headword, rendering: '', own };
}

function answer(...headwords: SavedHeadword[]): AnalyzedSlice {
  const block = { words: [], terms: [], own: [], quantities: [], parts: [] };
  const analysis = packAnalysis({ script: 'hans', blocks: [block], entries: [], characters: {} });
  return { analysis, marks: [[]], terms: [], saved: headwords };
}

/** The background's answers, given when a test says so. */
let pending: ((given: AnalyzedSlice) => void)[] = [];
const asked = vi.mocked(sendMessage);
beforeEach(() => {
  pending = [];
  asked.mockReset();
  asked.mockImplementation((() => new Promise((resolve) => pending.push(resolve))) as never);
});

async function give(given: AnalyzedSlice): Promise<void> {
  await vi.waitUntil(() => pending.length > 0);
  pending.shift()?.(given);
}

describe('an answer that the glossary has overtaken', () => {
  test.each([
    ['a term was saved', [saved('链长制')], [], ['链长制', '槐县']],
    ['a term was removed', [], [saved('链长制')], ['槐县']],
  ])('is asked for again: %s', async (_, added, removed, known) => {
    const analyses = new Analyses();
    analyses.deepen();
    const request = analyses.request([{ text: TEXT }], () => undefined);
    await vi.waitUntil(() => pending.length > 0);
    analyses.change(added, removed, false);
    await give(answer(saved('链长制'), saved('推行')));
    await give(answer(...known.map((headword) => saved(headword))));
    await request;
    expect([...analyses.saved.keys()].sort()).toEqual([...known].sort());
    expect(analyses.hitsAt(TEXT, 0)).toEqual([]);
  });
});

test.each([
  ['of the block', '链长制', true],
  ['with quotation marks and commas of its own', '《推行》，“链长制”', true],
  ['of another text', '河长制', false],
])('when an own phrase %s is saved, the block is analysed anew or stays', async (_, phrase, anew) => {
  const analyses = new Analyses();
  analyses.deepen();
  const request = analyses.request([{ text: TEXT }], () => undefined);
  await give(answer());
  await request;
  expect(analyses.hitsAt(TEXT, 0)).toEqual([]);
  analyses.change([saved(phrase, true)], [], false);
  expect(analyses.hitsAt(TEXT, 0)).toEqual(anew ? null : []);
});
