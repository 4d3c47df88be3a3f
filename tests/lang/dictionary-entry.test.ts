import { describe, expect, test } from 'vitest';
import { analyze } from '@/utils/lang/analysis';
import type { Entry, Note } from '@/utils/lang/entry';
import { plainGloss, readGloss } from '@/utils/lang/gloss';
import { builtEngine } from '../engine';

const engine = builtEngine();
const { dictionary } = engine;
const text = (note: Note | undefined) =>
  note && `${note.label} ${note.words.map(({ form, reading }) => `${form} ${reading}`.trim()).join(', ')}`;
const first = (headword: string, variant?: string) =>
  dictionary.lookup(headword).find((entry) => variant === undefined || entry.variant === variant) as Entry;

describe('an entry that points to another word has its senses', () => {
  test.each([
    ['箇', 'variant of 個 ge4', '(classifier used before a noun'],
    ['裏面', 'variant of 裡面 li3 mian4', 'inside'],
    ['B格', 'variant of 逼格 bi1 ge2', '(slang) pretentious style'],
    ['G友', 'see 基友 ji1 you3', '(slang) very close same-sex friend'],
    ['一个劲儿', 'erhua variant of 一个劲 yi1 ge4 jin4', 'continuously'],
  ])('%s: %s', (headword, reference, sense) => {
    const entry = first(headword);
    expect(text(entry.reference)).toBe(reference);
    expect(entry.senses[0]).toContain(sense);
  });

  test('no entry of the dictionary is without a sense, or shows what only the source’s signs say', () => {
    const raw = /^CL:|\p{Script=Han}\||\[[a-z]+\d\]/u;
    const found: string[] = [];
    for (let id = 0; id < dictionary.termBase; id++) {
      const { headword, senses } = dictionary.entry(id);
      if (senses.length === 0 || senses.some((sense) => raw.test(sense))) found.push(headword);
    }
    expect(found).toEqual([]);
  });

  test('one that has senses of its own keeps them', () => {
    const entry = first('交大');
    expect(entry.reference).toBeUndefined();
    expect(entry.senses).toContain('Jiaotong University');
    expect(entry.notes?.map(text)).toContain('short for 交通大学 Jiao1 tong1 Da4 xue2');
  });
});

describe('what is no sense stands apart', () => {
  test.each([
    ['商店', 'measure word 家 jia1'],
    ['垃圾', 'in Taiwan le4 se4'],
    ['一会儿', 'also read yi1 hui3 r5'],
    ['辆', 'counts 汽车'],
  ])('%s: %s', (headword, note) => {
    expect(first(headword).notes?.map(text)).toContainEqual(expect.stringContaining(note));
  });

  test.each([
    ['to eat/CL:頓|顿[dun4],次[ci4]', ['to eat'], ['measure word'], []],
    ['see also 族[zu2]', [], ['see also'], []],
    ['old variant of 五[wu3]', [], [], ['old variant of']],
    ['abbr. for 某省|某省[Mou3 Sheng3]', [], [], ['short for']],
    ['variant of 潔|洁[jie2] (mostly in names)', ['variant of 潔|洁[jie2] (mostly in names)'], [], []],
    ['see you later', ['see you later'], [], []],
  ])('%s', (line, senses, notes, references) => {
    const gloss = readGloss(line);
    expect(gloss.senses).toEqual(senses);
    expect(gloss.notes.map(({ label }) => label)).toEqual(notes);
    expect(gloss.references.map(({ label }) => label)).toEqual(references);
  });
});

describe('words in glosses', () => {
  test.each([
    ['hans', 'also 三农 sānnóng'],
    ['hant', 'also 三農 sānnóng'],
  ] as const)('stand in the script of the text: %s', (script, plain) => {
    expect(plainGloss('also 三農|三农[san1 nong2]', script)).toBe(plain);
  });

  test('traditional text names measure words in its own forms', () => {
    const measure = (block: string, headword: string) => {
      const { entries } = analyze([block], engine);
      return text(entries.find((entry) => entry.headword === headword)?.notes?.[0]);
    };
    expect(measure('河流与湖泊', '河流')).toBe('measure word 条 tiao2');
    expect(measure('這裡的河流與湖泊', '河流')).toBe('measure word 條 tiao2');
  });
});

describe('how common a word is', () => {
  test.each([
    ['发展', 1000],
    ['湖泊', 3000],
    ['踌躇', 30_000],
    ['𨭎', undefined],
  ])('%s is among the %i commonest', (headword, band) => {
    expect(first(headword).band).toBe(band);
  });
});

describe('other forms of a character find the same entry, in text of any script', () => {
  test.each([
    ['裏', '裡', '里'],
    ['羣', '群', '群'],
    ['爲', '為', '为'],
    ['衆', '眾', '众'],
    ['麪', '麵', '面'],
    ['喫', '吃', '吃'],
    ['綫', '線', '线'],
    ['峯', '峰', '峰'],
    ['啓', '啟', '启'],
    ['説', '說', '说'],
    ['鷄', '雞', '鸡'],
    ['牀', '床', '床'],
    ['汚', '污', '污'],
    ['竪', '豎', '竖'],
    ['脣', '唇', '唇'],
    ['麽', '麼', '么'],
    ['着', '著', '着'],
    ['臺', '台', '台'],
  ])('%s, %s and %s', (...forms) => {
    for (const form of forms) {
      const found = dictionary.lookup(form).map(({ headword, senses }) => `${headword}: ${senses[0]}`);
      const common = dictionary
        .lookup(forms[2] as string)
        .map(({ headword, senses }) => `${headword}: ${senses[0]}`);
      expect(
        found.some((entry) => common.includes(entry)),
        form,
      ).toBe(true);
    }
  });

  test.each([
    ['羣衆', '群众'],
    ['羣眾', '群众'],
    ['裏面', '里面'],
    ['爲了', '为了'],
    ['綫路', '线路'],
    ['台灣', '台湾'],
    ['臺灣', '台湾'],
    ['沿著', '沿着'],
  ])('%s is %s', (form, headword) => {
    const rank = dictionary.trie.get(dictionary.fold.text(form));
    expect(dictionary.hasEntries(rank)).toBe(true);
    expect(dictionary.lookup(form)[0]?.headword).toBe(headword);
    const [word] = analyze([form], engine).blocks[0]?.words ?? [];
    expect(word).toMatchObject({ from: 0 });
  });
});
