import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breaksOf, joinParagraphs, paragraphSpans } from '@/utils/lang/column-break';

const STORY = '溪口县的农技员一早就来到地头，同种粮大户商量今年的播种计划，到了中午才回';

describe('line breaks', () => {
  test.each([
    ['inside a word of a running text', `${STORY}县\n\n城。`, 'open'],
    ['after a comma of a running text', `他说得清楚。${STORY}，\n\n下午再去。`, 'open'],
    ['after a full stop', `${STORY}县城。\n\n第二天又去了。`, 'closed'],
    ['after a full stop and a closing quotation mark', '他说：“我去。”\n他去了。', 'closed'],
    ['before a bullet', '溪口县召开大会\n■ 本报记者 甘小禾', 'closed'],
    ['before a dash that opens a subtitle', '山路通了\n——溪口县公路见闻', 'closed'],
    ['before a byline', '溪口县召开大会\n\n本报讯 昨天下午', 'closed'],
    ['after what may be a headline', '溪口县召开大会\n昨天下午开始', 'doubtful'],
    ['before a short line amid others', `${STORY}，又走了一趟\n短评\n${STORY}`, 'doubtful doubtful'],
    ['between two short lines that make a word', '去\n\n年，在溪口县', 'doubtful'],
  ])('%s', (_, text, kind) => {
    expect(breaksOf(text).map((found) => found.kind)).toEqual(kind.split(' '));
  });

  test('are open where lines end at the edge of a column', () => {
    const lines = [
      '溪口县农技员甘小禾昨天来到',
      '田间同种粮大户商量今年播种',
      '计划他说现在天气转暖要抓紧',
      '时间把种子农药化肥都备足了',
      '不要等到下雨以后才想起来',
    ];
    expect(breaksOf(lines.join('\n')).map(({ kind }) => kind)).toEqual(['open', 'open', 'open', 'open']);
  });

  test('take the white space around with them', () => {
    expect(breaksOf('去 \r\n　\n 年')).toEqual([{ from: 1, to: 7, kind: 'doubtful' }]);
  });

  test('are found in linear time among spaces', () => {
    expect(breaksOf(`${' '.repeat(1_000_000)}\n年`)).toHaveLength(1);
  });
});

describe('a pasted text', () => {
  test('becomes paragraphs, each without the breaks inside of it', () => {
    const text = `山路通了\n\n${STORY}县\n\n城。他说，明\n年还来。\n\n第二段。`;
    expect(joinParagraphs(text)).toEqual(['山路通了', `${STORY}县城。他说，明年还来。`, '第二段。']);
  });

  test('keeps Latin words apart', () => {
    expect(
      joinParagraphs(`${STORY}。题为 Mountain\nRoads 的报告说，路已经修到了村口，车也通了。`)[0],
    ).toContain('Mountain Roads');
  });

  test('loses no character but white space, and none but breaks are joined', () => {
    const piece = fc.constantFrom('县', '。', '，', '\n', '\n\n', ' ', '　', 'A', STORY, '■', '”');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        const bare = (value: string) => value.replace(/\s/g, '');
        expect(bare(joinParagraphs(text).join(''))).toBe(bare(text));
        const spans = paragraphSpans(text);
        spans.forEach((span, at) => {
          expect(span.from).toBeLessThan(span.to);
          if (at > 0) expect(span.from).toBeGreaterThanOrEqual(spans[at - 1]?.to ?? 0);
        });
      }),
    );
  });
});
