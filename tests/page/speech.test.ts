import { describe, expect, test } from 'vitest';
import { blocksOf } from '@/utils/page/blocks';
import {
  type Passage,
  passageAt,
  passagesOf,
  Speaker,
  type SpeechEvents,
  type Voice,
  voiceFor,
} from '@/utils/page/speech';
import { parse } from './dom';

const voice = (lang: string, localService = true): Voice => ({ lang, localService, name: lang });
const blockOf = (html: string) => {
  const [block] = blocksOf(parse(`<body><p>${html}</p></body>`).body);
  if (!block) throw new Error(`${html} makes no block.`);
  return block;
};
const textOf = ({ block, from, to }: Passage) => block.text.slice(from, to);

describe('voiceFor', () => {
  test.each<[what: string, script: 'hans' | 'hant' | 'mixed', langs: string[], chosen: string | null]>([
    ['simplified text: the mainland', 'hans', ['zh-TW', 'zh-CN'], 'zh-CN'],
    ['traditional text: Taiwan', 'hant', ['zh-CN', 'zh-TW'], 'zh-TW'],
    ['mixed text: the mainland', 'mixed', ['zh-TW', 'zh-CN'], 'zh-CN'],
    ['another Mandarin where there is no better', 'hant', ['en-US', 'zh-CN'], 'zh-CN'],
    ['names as other systems write them', 'hans', ['en_US', 'cmn_CN'], 'cmn_CN'],
    ['a script for a region', 'hant', ['zh-Hans', 'zh-Hant'], 'zh-Hant'],
    ['never Cantonese', 'hant', ['zh-HK', 'zh-Hant-HK', 'yue-HK', 'zh-yue'], null],
    ['no Chinese voice', 'hans', ['en-GB', 'ja-JP'], null],
    ['no voice', 'hans', [], null],
  ])('%s', (_, script, langs, chosen) => {
    expect(
      voiceFor(
        script,
        langs.map((lang) => voice(lang)),
      )?.lang ?? null,
    ).toBe(chosen);
  });

  test('only a voice of this machine', () => {
    expect(voiceFor('hans', [voice('zh-CN', false)])).toBeNull();
    expect(voiceFor('hans', [voice('zh-CN', false), voice('zh-TW')])?.lang).toBe('zh-TW');
  });
});

describe('passages', () => {
  test.each<[html: string, passages: string[]]>([
    ['推行河长制。夯实基础！', ['推行河长制。', '夯实基础！']],
    ['他说：“先走一步。”再说。', ['他说：“先走一步。”', '再说。']],
    ['第一行<br>第二行', ['第一行', '第二行']],
    ['没有句号', ['没有句号']],
    ['……。——', []],
  ])('%s', (html, passages) => {
    expect(passagesOf(blockOf(html)).map(textOf)).toEqual(passages);
  });

  test('a long sentence goes in parts after its commas, and nothing of it is lost', () => {
    const text = `${'推行河长制，'.repeat(80)}${'长'.repeat(500)}。`;
    const parts = passagesOf(blockOf(text)).map(textOf);
    expect(parts.join('')).toBe(text);
    expect(parts.every(({ length }) => length <= 201)).toBe(true);
    expect(parts[0]).toMatch(/，$/);
  });

  test('the one at an offset', () => {
    const block = blockOf('推行河长制。夯实基础！');
    const at = (offset: number) => {
      const passage = passageAt(block, offset);
      return passage && textOf(passage);
    };
    expect([at(0), at(5), at(6), at(11)]).toEqual(['推行河长制。', '推行河长制。', '夯实基础！', null]);
  });
});

describe('Speaker', () => {
  /** Stands for a browser: keeps what it was given to speak, and tells of it when the test says so. */
  function setUp(voices: Voice[] = [voice('zh-CN')]) {
    const spoken: { text: string; lang: string; events: SpeechEvents }[] = [];
    const shown: (string | null)[] = [];
    let cancelled = 0;
    const speaker = new Speaker({
      speech: {
        voices: () => voices,
        speak: (text, { lang }, events) => spoken.push({ text, lang, events }),
        cancel: () => cancelled++,
      },
      wordAt: (_, offset) => ({ from: offset, to: offset + 2 }),
      shown: (passage) => shown.push(passage && textOf(passage)),
    });
    const last = () => spoken.at(-1)?.events as SpeechEvents;
    return { speaker, spoken, shown, last, cancels: () => cancelled };
  }

  test('speaks sentence after sentence and shows each; at the end nothing is shown', () => {
    const { speaker, spoken, shown, last } = setUp();
    speaker.speak(passagesOf(blockOf('推行河长制。夯实基础！')), 'hans');
    last().end();
    expect(speaker.isSpeaking).toBe(true);
    last().end();
    expect(spoken.map(({ text, lang }) => [text, lang])).toEqual([
      ['推行河长制。', 'zh-CN'],
      ['夯实基础！', 'zh-CN'],
    ]);
    expect(shown).toEqual(['推行河长制。', '夯实基础！', null]);
    expect(speaker.isSpeaking).toBe(false);
  });

  test('shows the word where the voice tells of it, as long as it says or as the word of the text is', () => {
    const { speaker, shown, last } = setUp();
    const block = blockOf('基础好。推行<br>河长制。');
    speaker.speak([{ block, from: 4, to: 11 }], 'hans');
    last().word(0, 2);
    last().word(2, 3);
    last().word(0, 0);
    expect(shown.slice(1)).toEqual(['推行', '河长制', '推行']);
  });

  test('hears no more of what was ended', () => {
    const { speaker, spoken, shown, last, cancels } = setUp();
    speaker.speak(passagesOf(blockOf('推行河长制。夯实基础！')), 'hans');
    const first = last();
    speaker.stop();
    first.word(0, 2);
    first.end();
    expect([spoken.length, shown, cancels(), speaker.isSpeaking]).toEqual([
      1,
      ['推行河长制。', null],
      1,
      false,
    ]);
  });

  test('what is spoken anew ends what was spoken', () => {
    const { speaker, spoken, last, cancels } = setUp();
    const block = blockOf('推行河长制。夯实基础！');
    speaker.speak(passagesOf(block), 'hans');
    const first = last();
    speaker.speak([{ block, from: 6, to: 8 }], 'hans');
    first.end();
    expect([spoken.map(({ text }) => text), cancels()]).toEqual([['推行河长制。', '夯实'], 1]);
  });

  test('without a voice of this machine nothing is spoken', () => {
    const { speaker, spoken, shown } = setUp([voice('zh-CN', false), voice('zh-HK')]);
    expect(speaker.canSpeak).toBe(false);
    speaker.speak(passagesOf(blockOf('推行。')), 'hans');
    expect([spoken, shown, speaker.isSpeaking]).toEqual([[], [], false]);
  });
});
