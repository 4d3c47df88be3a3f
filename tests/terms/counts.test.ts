import { expect, describe as group, test } from 'vitest';
import { readTermFiles } from '@/utils/build/term-files';
import { withUsage } from '@/utils/build/usage';
import type { Term } from '@/utils/lang/term';
import type { Held } from '@/utils/lang/usage';
import { checkCounts } from '@/utils/terms/counts';
import { describe } from '@/utils/terms/schema';

/** Two months of 2022 and one of 2023 with twelve days in all; the phrase stands on four and on one. */
const held: Held = {
  reports: [2015, 2016, 2017, 2018, 2019, 2021, 2022, 2023],
  congresses: [],
  firstMonth: '2022-11',
  days: '543',
  lastDate: '2023-01-31',
  times: 100,
};

const faults = (signals: string, reports = [2016, 2017, 2018]) => {
  const term: Term = {
    id: 'shuang-qiao',
    headword: { hans: '双桥', hant: '雙橋' },
    kind: 'phrase',
    reading: 'shuang1 qiao2',
    renderings: [{ en: 'two bridges', status: 'literal' }],
    meaning: 'For the test.',
    signals,
    category: ['local'],
    review: { level: 1 },
    usage: { reports, congresses: [], days: '221', times: 9 },
  };
  return checkCounts({ file: 'local.json', term }, held).map(describe);
};

group('counts stated in the prose', () => {
  test.each([
    ['In 5 of 12 daily broadcasts.'],
    ['On 5 of the 12 broadcast days held.'],
    ['It fell in the broadcasts from 4 days in 2022 to 1 in 2023.'],
    ['Heard on 4 and 1 broadcast days in 2022 and 2023.'],
    ['In the work reports of 2016 to 2018.'],
    ['In every Government Work Report from 2016 to 2018.'],
    ['In the Government Work Reports held since 2016.'],
    ['In the work reports of 2016 to 2018 and in none of 2019 to 2023.'],
    ['On 3 of 12 daily broadcasts 三桥 stands instead.'],
    ['On 5 of 13 pages of a text.'],
    ['Set out on 8 December 2022, as broadcast that day.'],
  ])('agree: %s', (text) => {
    expect(faults(text)).toEqual([]);
  });

  test.each([
    ['In 6 of 12 daily broadcasts.', 'states 6 of 12 broadcast days, counted are 5: write 5'],
    ['Broadcast on 7 days in 2022.', 'states 7 broadcast days in 2022, counted are 4: write 4'],
    ['Heard on 4 and 2 broadcast days in 2022 and 2023.', 'states 2 broadcast days in 2023, counted are 1'],
    [
      'In the work reports of 2015 to 2018.',
      'without 2015 is not what was counted: name the years 2016, 2017, 2018',
    ],
    ['In the work reports of 2016 to 2017.', 'counted are 2018 too'],
    ['In the work reports held since 2017.', 'counted are 2016 too'],
  ])('differ: %s', (text, remedy) => {
    expect(faults(text)).toEqual([expect.stringContaining(`local.json: 双桥: signals`)]);
    expect(faults(text)[0]).toContain(remedy);
  });

  test('the term bases state no other counts than those committed', () => {
    const { filed } = readTermFiles();
    const terms = withUsage(filed.map(({ term }) => term));
    const found = terms.flatMap((term, at) => checkCounts({ file: filed[at]?.file ?? '', term }));
    expect(found.map(describe)).toEqual([]);
  });
});
