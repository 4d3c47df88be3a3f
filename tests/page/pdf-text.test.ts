import { describe, expect, test } from 'vitest';
import { withPage } from '@/utils/page/pdf-pages';
import { type PdfRun, withCharacters } from '@/utils/page/pdf-runs';
import { blocksOfPage, type PdfBlock, textOfBlock } from '@/utils/page/pdf-text';

const SIZE = 10;

interface Setting {
  size?: number;
  /** Width of a character, by the size. */
  advance?: number;
}

/** A run of Chinese text at a place; widths as in a Chinese font. */
function run(text: string, x: number, y: number, { size = SIZE, advance = 1 }: Setting = {}): PdfRun {
  const length = [...text].reduce((sum, each) => sum + (each < '\u2000' ? 0.5 : 1), 0);
  return { text, x, y, width: length * advance * size, height: size, size, vertical: false };
}

/** Lines under one another in a column. */
function lines(texts: string[], x: number, y: number, setting: Setting = {}): PdfRun[] {
  const size = setting.size ?? SIZE;
  return texts.map((text, at) => {
    const indent = /^　*/.exec(text)?.[0].length ?? 0;
    return run(text.slice(indent), x + indent * size, y + at * size * 1.6, setting);
  });
}

function down(text: string, x: number, y: number): PdfRun {
  return { text, x, y, width: SIZE, height: text.length * SIZE, size: SIZE, vertical: true };
}

const texts = (runs: PdfRun[]) => blocksOfPage(runs).map(textOfBlock);

const LEFT = [
  '　　溪口县农技员甘小禾',
  '昨天来到田间同种粮大户',
  '商量今年的播种计划，他',
  '说现在天气转暖，要抓紧',
];
const RIGHT = ['时间把种子农药化肥都备', '足了。', '　　第二天，县里的农机', '合作社也把机器检修好。'];
const STORY = [
  '溪口县农技员甘小禾昨天来到田间同种粮大户商量今年的播种计划，他说现在天气转暖，要抓紧时间把种子农药化肥都备足了。',
  '第二天，县里的农机合作社也把机器检修好。',
];

describe('the text of a page', () => {
  test('lines are joined to paragraphs, which an indent begins', () => {
    expect(texts(lines([...LEFT, ...RIGHT], 40, 40))).toEqual(STORY);
  });

  test('whatever the order in which it was written', () => {
    expect(texts(lines([...LEFT, ...RIGHT], 40, 40).reverse())).toEqual(STORY);
  });

  test('columns are read one after the other, and a sentence goes on in the next', () => {
    expect(texts([...lines(LEFT, 40, 40), ...lines(RIGHT, 170, 40)])).toEqual(STORY);
  });

  test('a headline over the columns comes first, in two lines', () => {
    const headline = [
      run('春耕时节田间忙，农技', 60, 10, { size: 22 }),
      run('员送课上门', 120, 40, { size: 22 }),
    ];
    expect(texts([...lines(LEFT, 40, 80), ...lines(RIGHT, 170, 80), ...headline])).toEqual([
      '春耕时节田间忙，农技员送课上门',
      ...STORY,
    ]);
  });

  test('a headline in its column is one, however near it comes to the sides', () => {
    const headline = [run('把路修到田头', 44, 10, { size: 16 }), run('农机送上门', 52, 30, { size: 16 })];
    const body = ['　　溪口县农技员甘小', '禾来到田间，说要抓紧', '时间备好种子。'];
    expect(texts([...headline, ...lines(body, 40, 60)])).toEqual([
      '把路修到田头农机送上门',
      '溪口县农技员甘小禾来到田间，说要抓紧时间备好种子。',
    ]);
  });

  test('a story ends where the next one begins under it', () => {
    const over = [...lines(LEFT, 40, 40), ...lines(RIGHT, 170, 40)];
    const under = [...lines(LEFT, 40, 150), ...lines(RIGHT, 170, 150)];
    const headline = run('另一条消息的标题在这里', 70, 122, { size: 16 });
    expect(texts([...over, ...under, headline])).toEqual([...STORY, '另一条消息的标题在这里', ...STORY]);
  });

  test('two stories side by side are not mixed', () => {
    const right = ['　　白石镇居民和干部', '面对面坐着，夜话开到', '第三年。'];
    expect(texts([...lines([...LEFT, '时间。'], 40, 40), ...lines(right, 180, 40)])).toEqual([
      `${LEFT.join('').trim()}时间。`,
      '白石镇居民和干部面对面坐着，夜话开到第三年。',
    ]);
  });

  test('a full column that ends a sentence does not take in a paragraph with an indent', () => {
    const left = [...LEFT.slice(0, 3), '把种子农药化肥都备足。'];
    expect(
      texts([...lines(left, 40, 40), ...lines(['　　第二天，县里的农机', '合作社也检修了机器。'], 170, 40)]),
    ).toEqual([left.join('').trim(), '第二天，县里的农机合作社也检修了机器。']);
  });

  test('pieces of a line are one line; a space between them stays', () => {
    expect(texts([run('本报记者', 40, 40), run('甘小禾', 90, 40), run('报道', 120, 40)])).toEqual([
      '本报记者 甘小禾报道',
    ]);
  });

  test('Latin words over a line end are kept apart, and in a line too', () => {
    const runs = [run('The long road to', 40, 40), run('the village', 40, 56), run('is open.', 97, 56)];
    expect(texts(runs)).toEqual(['The long road to the village is open.']);
  });

  test('vertical lines go from right to left, columns from top to bottom', () => {
    expect(
      texts([down('说现在要抓紧。', 40, 40), down('来到田间，他', 56, 40), down('农技员昨天', 72, 50)]),
    ).toEqual(['农技员昨天来到田间，他说现在要抓紧。']);
  });

  test('characters that stand one under the other are vertical text', () => {
    const stacked = [...'农技员来到田间'].map((each, at) => run(each, 40, 40 + at * 12));
    expect(texts(stacked)).toEqual(['农技员来到田间']);
    expect(blocksOfPage(stacked)[0]?.runs.every(({ run: { vertical } }) => vertical)).toBe(true);
  });

  test('white space is no text, and an empty page has none', () => {
    expect(texts([run('　 ', 40, 40)])).toEqual([]);
    expect(texts([])).toEqual([]);
  });

  test('every run comes once, on a page of any shape', () => {
    const runs: PdfRun[] = [];
    let seed = 7;
    const next = (most: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed % most;
    };
    for (let count = 0; count < 400; count++)
      runs.push({
        ...run(`文${count}`, next(500), next(700), { size: 6 + next(20) }),
        vertical: next(5) === 0,
      });
    const set = blocksOfPage(runs).flatMap((block) => block.runs.map(({ run: { text } }) => text));
    expect(set.sort()).toEqual(runs.map(({ text }) => text).sort());
  });
});

describe('characters of a PDF', () => {
  test.each([
    ['⼀⼈⼤⼩', '一人大小'],
    ['⻓⻔⻋⻢', '长门车马'],
    ['⼾', '户'],
    ['︽路︾︐通了︒', '《路》，通了。'],
    ['\uf9ea', '離'],
    ['只有 更好', '只有更好'],
    ['会议 2026 年', '会议 2026 年'],
    ['，主 义', '，主义'],
    ['two words', 'two words'],
  ])('%s becomes %s', (text, becomes) => {
    expect(withCharacters(text)).toBe(becomes);
  });
});

describe('a text over several pages', () => {
  const pages = (...each: PdfRun[][]) =>
    each
      .map(blocksOfPage)
      .reduce<PdfBlock[][]>(withPage, [])
      .map((blocks) => blocks.map(textOfBlock));
  const number = (text: string) => run(text, 90, 400);
  const HEAD = run('溪口日报　第3版', 40, 20, { size: 8 });
  const [first = '', second = ''] = STORY;

  test('a paragraph that two pages share is one, on the first of them', () => {
    expect(pages(lines(LEFT, 40, 40), lines(RIGHT, 40, 40))).toEqual([[first], [second]]);
  });

  test('page numbers and running heads stand between its parts', () => {
    const [one, other] = [[HEAD, ...lines(LEFT, 40, 40)], lines(RIGHT, 40, 40)];
    expect(
      pages([...one, number('— 3 —')], [{ ...HEAD, text: '溪口日报　第4版' }, ...other, number('— 4 —')]),
    ).toEqual([
      ['溪口日报　第3版', first, '— 3 —'],
      ['溪口日报　第4版', second, '— 4 —'],
    ]);
  });

  test.each([
    ['a last line that is short', [...LEFT, '备足'], RIGHT],
    ['a last line that ends a sentence', [...LEFT.slice(0, 3), '说现在天气已转暖了吧。'], RIGHT],
    ['an indent', LEFT, RIGHT.slice(2)],
    ['lines alone, as on slides', ['工作回顾'], ['来年打算']],
  ])('%s parts them', (_, before, after) => {
    const apart = [lines(before, 40, 40), lines(after, 40, 40)];
    expect(pages(...apart)).toEqual(apart.map((each) => texts(each)));
  });

  test('text of another size is another text', () => {
    const apart = [lines(LEFT, 40, 40), lines(RIGHT, 40, 40, { size: 14 })];
    expect(pages(...apart)).toEqual(apart.map((each) => texts(each)));
  });
});
