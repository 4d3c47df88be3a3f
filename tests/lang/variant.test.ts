import { describe, expect, test } from 'vitest';
import type { ConversionTarget } from '@/utils/lang/variant';
import { VariantEngine } from '@/utils/lang/variant';
import { loadVariantEngine } from './variant-engine';

const engine = loadVariantEngine();
const taiwan = (text: string) => engine.convert(text, 'tw', { from: 'cn' }).text;

describe('the forms of the regions', () => {
  test.each<[from: ConversionTarget, to: ConversionTarget, source: string, form: string]>([
    ['cn', 't', '为了这里的群众', '爲了這裏的羣衆'],
    ['cn', 'tw', '为了这里的群众', '為了這裡的群眾'],
    ['cn', 'hk', '为了这里的群众', '為了這裏的羣眾'],
    ['cn', 'hk', '恒生指数和观塘线', '恒生指數和觀塘綫'],
    ['tw', 'cn', '為了這裡的群眾', '为了这里的群众'],
    ['hk', 'cn', '綫路説明在裏面', '线路说明在里面'],
    ['t', 'cn', '爲了這裏的羣衆', '为了这里的群众'],
    ['t', 'tw', '爲了這裏的羣衆', '為了這裡的群眾'],
    ['t', 'hk', '爲了這裏的羣衆', '為了這裏的羣眾'],
    ['tw', 't', '為了這裡的群眾', '爲了這裏的羣衆'],
    ['tw', 'hk', '為了這裡的群眾', '為了這裏的羣眾'],
    ['hk', 'tw', '綫路説明在裏面', '線路說明在裡面'],
    ['tw', 'tw', '為了這裡的群眾', '為了這裡的群眾'],
  ])('%s to %s: %s', (from, to, source, form) => {
    expect(engine.convert(source, to, { from }).text).toBe(form);
  });

  test('a traditional text is taken for one where nothing is said', () => {
    expect(engine.convert('縣裏開了會，説明來年的農務。', 'tw').text).toBe('縣裡開了會，說明來年的農務。');
    expect(engine.convert('乾隆', 'cn').text).toBe('乾隆');
  });
});

describe('words over the whole run of text', () => {
  test.each([
    ['全县发表的意见', '全縣發表的意見'],
    ['山里发现了一口井', '山裡發現了一口井'],
    ['台下发展了三名党员', '臺下發展了三名黨員'],
    ['坚定制度自信', '堅定制度自信'],
    ['一个中心村', '一個中心村'],
    ['指明了方向', '指明了方向'],
    ['传统制造业', '傳統製造業'],
    ['义乌发展很快', '義烏發展很快'],
  ])('%s', (source, form) => {
    expect(taiwan(source)).toBe(form);
  });

  test.each([
    ['头\n发很长', '頭\n髮很長'],
    ['头\n\n发很长', '頭\n\n髮很長'],
    ['头\u200b发很长', '頭\u200b髮很長'],
    ['点头。\n发展生产', '點頭。\n發展生產'],
    ['点头\n发展生产', '點頭\n發展生產'],
  ])('a break inside a word is kept: %j', (source, form) => {
    expect(taiwan(source)).toBe(form);
  });
});

describe('surnames', () => {
  test.each([
    ['村委会主任于海波介绍', '村委會主任于海波介紹'],
    ['于海波说', '于海波說'],
    ['（记者 于静）', '（記者 于靜）'],
    ['丁一山、于海波、白兰等人', '丁一山、于海波、白蘭等人'],
    ['王家屯的于大爷', '王家屯的于大爺'],
    ['他姓于', '他姓于'],
    ['百姓于灾后重建家园', '百姓於災後重建家園'],
    ['主席于三月到任', '主席於三月到任'],
    ['于国、于民都有好处', '於國、於民都有好處'],
    ['救群众于水火之中', '救群眾於水火之中'],
    ['涂先生在墙上涂鸦', '涂先生在牆上塗鴉'],
    ['十余村干部', '十餘村幹部'],
    ['村民余大山', '村民余大山'],
    ['游教授去旅游', '游教授去旅遊'],
    ['他姓种，种了一辈子地', '他姓种，種了一輩子地'],
    ['总理范明远', '總理范明遠'],
  ])('%s', (source, form) => {
    expect(taiwan(source)).toBe(form);
  });
});

describe('syllables of foreign names and measure words', () => {
  test.each([
    ['总统斯托里奇', '總統斯托里奇'],
    ['议长里尼克', '議長里尼克'],
    ['部长阿克巴里表示', '部長阿克巴里表示'],
    ['假日里游人不断', '假日裡遊人不斷'],
    ['住在塔什库尔干', '住在塔什庫爾干'],
    ['一万多只候鸟', '一萬多隻候鳥'],
    ['3只羊', '3隻羊'],
    ['这只会更难', '這只會更難'],
    ['3只有病的羊', '3只有病的羊'],
    ['第5周', '第5週'],
    ['5周年', '5週年'],
    ['走了三十里', '走了三十里'],
  ])('%s', (source, form) => {
    expect(taiwan(source)).toBe(form);
  });
});

describe('what is changed', () => {
  test('the offsets that differ', () => {
    expect(engine.convert('山里发展', 'tw', { from: 'cn' }).changed).toEqual([1, 2]);
  });

  test('text without anything to change is returned itself', () => {
    for (const text of ['', 'abc', '山水', '12。', '\ud800']) {
      const conversion = engine.convert(text, 'tw', { from: 'cn' });
      expect(conversion.text).toBe(text);
      expect(conversion.changed).toEqual([]);
      expect(conversion.replaced).toEqual([]);
    }
  });

  test('a form of another length is held apart', () => {
    const conversion = engine.convert('二噁英超標', 'cn', { from: 'tw' });
    expect(conversion.text).toBe('二恶英超标');
    expect(conversion.replaced).toEqual([{ from: 0, to: 3, text: '二𫫇英', kind: 'length' }]);
    expect(conversion.full).toBe('二𫫇英超标');
  });

  test('a file that is something else is refused', () => {
    expect(() => new VariantEngine(new ArrayBuffer(3))).toThrow('3 bytes');
  });
});

describe('regional vocabulary', () => {
  const everyday = (text: string) => engine.convert(text, 'tw', { from: 'cn', vocabulary: 'everyday' });

  test('only where asked for', () => {
    expect(taiwan('软件公司')).toBe('軟件公司');
    expect(everyday('软件公司').text).toBe('軟體公司');
  });

  test('every replaced word, also where its length differs', () => {
    const conversion = everyday('用互联网软件查信息');
    expect(conversion.replaced).toEqual([
      { from: 1, to: 4, text: '網際網路', kind: 'vocabulary' },
      { from: 4, to: 6, text: '軟體', kind: 'vocabulary' },
      { from: 7, to: 9, text: '資訊', kind: 'vocabulary' },
    ]);
    expect(conversion.text).toBe('用互聯網軟體查資訊');
    expect(conversion.full).toBe('用網際網路軟體查資訊');
  });

  test.each([
    ['中央文件', '中央文件', '中央檔案'],
    ['工作对象', '工作對象', '工作物件'],
    ['支持项目', '支持項目', '支援專案'],
    ['信息化水平', '資訊化水平', '資訊化水平'],
    ['大数据', '大數據', '大數據'],
  ])('words of programs are left to technical texts: %s', (source, general, technical) => {
    expect(everyday(source).full).toBe(general);
    expect(engine.convert(source, 'tw', { from: 'cn', vocabulary: 'technical' }).full).toBe(technical);
  });

  test('back to the mainland', () => {
    const conversion = engine.convert('網際網路的軟體', 'cn', { from: 'tw', vocabulary: 'everyday' });
    expect(conversion.full).toBe('互联网的软件');
  });
});
