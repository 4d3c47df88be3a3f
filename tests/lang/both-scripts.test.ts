import fc from 'fast-check';
import { expect, test } from 'vitest';
import { streamOf } from '@/utils/lang/stream';
import { builtEngine } from '../engine';
import { loadVariantEngine } from './variant-engine';

const engine = builtEngine();
const variants = loadVariantEngine();
const read = (text: string) => {
  const stream = streamOf(text, engine.dictionary.fold);
  const words = engine.segmenter.cut(stream);
  const readings = engine.reader.read(stream, words);
  return words.map(({ start, end }, at) => `${start}-${end} ${readings[at]}`);
};

/** Clauses of news, of which any sequence is a text. */
const CLAUSES = [
  '溪口县委书记在座谈会上指出',
  '会议强调要着力推动高质量发展',
  '他带着孩子站在村口',
  '征收工作的有关问题得到解决',
  '早于去年同期',
  '粮食晒干后入仓',
  '为群众办实事',
  '老干部们纷纷点赞',
  '里面的房间已经收拾干净',
  '双方签订合同并发表联合声明',
  '头发花白的老人还清了贷款',
  '县长单雨禾率团出发',
  '一只松鼠爬上树干',
  '重庆市长期坚持生态优先',
  '后来他成了皇后',
  '历史文化名城的范围有多大',
  '税收征管的办法更公平',
  '借助外力打造卫星城',
  '柜台前的小伙擦得干干净净',
  '公共卫生乃至于底蕴都得到升华',
];

test('a text in traditional characters is cut and read as it is in simplified ones', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...CLAUSES), { minLength: 1, maxLength: 4 }),
      fc.constantFrom('t' as const, 'tw' as const, 'hk' as const),
      (clauses, to) => {
        const text = `${clauses.join('，')}。`;
        expect(read(variants.convert(text, to, { from: 'cn' }).text)).toEqual(read(text));
      },
    ),
  );
});
