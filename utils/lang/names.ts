import type { Dictionary } from './dictionary';
import type { Lattice } from './lattice';
import { as16 } from './sections';

/** A surname, its reading as a surname, and its cost (−ln of its share among people named). */
export type Surname = [surname: string, reading: string, cost: number];

/** Steps of a given-name cost byte per nat. */
export const NAME_COST_STEPS = 16;

/** What any name costs, in nats: names are rarer than words. */
const NAME_BASE = -10;
const FOREIGN_BASE = -9;
const LONGEST_FOREIGN = 10;
/** What a title before or after it makes a name likelier, in nats. */
const TITLE_BEFORE = 9;
const TITLE_AFTER = 6;
const TITLES_BEFORE = new Set(
  '记者 作者 主席 书记 主任 市长 省长 县长 区长 部长 局长 厅长 处长 科长 院长 校长 会长 行长 社长 总理 总统 委员 代表 教授 院士 经理 董事 队长 组长 厂长 站长 所长 秘书 先生 女士 同志 医生 老师 专家 选手 演员 导演 村民 市民 居民 工人 讯员 摄影 编辑 责编 参赞 大使 领事 司令 政委 将军 上将 中将 少将 院长 馆长 团长 程师 艺师 律师 医师 教师 师长 军长 名叫'.split(
    ' ',
  ),
);
const TITLES_AFTER = new Set(
  '同志 先生 女士 表示 介绍 指出 强调 认为 主持 出席 主席 书记 主任 市长 省长 部长 局长 教授 院士 总理 总统 一行 说道 告诉 摄影 说： 说， 说，'.split(
    ' ',
  ),
);

/** Surnames that after a title are rather the next word of the sentence: 主席和总理. */
const FUNCTION_WORDS = new Set(Array.from('和于从同向以与对将', (character) => character.charCodeAt(0)));

/** Characters that after a surname and a given name are rather the next word: 李强在, 王毅等. */
const NO_NAME_ENDS = new Set(
  Array.from('在等作就对将向以和与说是的了也都还又并为至于从及任', (character) => character.charCodeAt(0)),
);
const FUNCTION_WORD_COST = 5;

function titleBefore(units: Uint16Array, start: number): number {
  // 记者 林晨: a space may stand between.
  const end = start > 0 && SPACES.has(units[start - 1] as number) ? start - 1 : start;
  if (end < 2 || FUNCTION_WORDS.has(units[start] as number)) return 0;
  return TITLES_BEFORE.has(String.fromCharCode(units[end - 2] as number, units[end - 1] as number))
    ? TITLE_BEFORE
    : 0;
}

function titleAfter(units: Uint16Array, end: number): number {
  if (end + 1 >= units.length) return 0;
  return TITLES_AFTER.has(String.fromCharCode(units[end] as number, units[end + 1] as number))
    ? TITLE_AFTER
    : 0;
}

/** Whether a title stands right before or after a stretch of text, so that it is a name. */
export function isTitled(units: Uint16Array, start: number, end: number): boolean {
  return titleBefore(units, start) > 0 || titleAfter(units, end) > 0;
}

const SPACES = new Set([0x20, 0x3000, 0xa0]);

/** How likely characters are to be a Chinese personal name. Costs are −ln of probabilities. */
export class Names {
  readonly #surnames = new Map<string, { reading: string; cost: number }>();
  readonly #single = new Float32Array(0x10000).fill(Number.POSITIVE_INFINITY);
  readonly #starts = new Uint8Array(0x10000);
  readonly #given = [new Float32Array(0x10000), new Float32Array(0x10000)] as const;

  /** Cost of a character of foreign names; 0 where it is none. */
  readonly #foreign = new Float32Array(0x10000);

  constructor(dictionary: Dictionary) {
    const surnames: Surname[] = JSON.parse(new TextDecoder().decode(dictionary.section('surnames')));
    for (const [surname, reading, cost] of surnames) {
      const known = this.#surnames.get(surname);
      if (known && known.cost <= cost) continue;
      this.#surnames.set(surname, { reading, cost });
      if (surname.length === 1) this.#single[surname.charCodeAt(0)] = cost;
      else this.#starts[surname.charCodeAt(0)] = 1;
    }
    for (const costs of this.#given) costs.fill(Number.POSITIVE_INFINITY);
    const foreign = as16(dictionary.section('foreignUnits'));
    const foreignCosts = dictionary.section('foreignCosts');
    foreign.forEach((unit, at) => {
      this.#foreign[unit] = (foreignCosts[at] as number) / NAME_COST_STEPS;
    });
    const units = as16(dictionary.section('givenUnits'));
    const costs = dictionary.section('givenCosts');
    for (let at = 0; at < units.length; at++) {
      this.#given[0][units[at] as number] = (costs[2 * at] as number) / NAME_COST_STEPS;
      this.#given[1][units[at] as number] = (costs[2 * at + 1] as number) / NAME_COST_STEPS;
    }
  }

  /**
   * Offers the names that may begin at `start`: a surname of one or two characters and a given name of one or two.
   *
   * @param base added to every name's score
   */
  offer(units: Uint16Array, start: number, lattice: Lattice, base: number, kind: number): void {
    const first = units[start] as number;
    const single = this.#single[first] as number;
    if (single < Number.POSITIVE_INFINITY)
      this.#offerGiven(units, start, start + 1, base - single, lattice, kind);
    if (this.#starts[first] === 0) return;
    const double = this.#surnames.get(String.fromCharCode(first, units[start + 1] ?? 0));
    if (double) this.#offerGiven(units, start, start + 2, base - double.cost, lattice, kind);
  }

  #offerGiven(
    units: Uint16Array,
    start: number,
    given: number,
    base: number,
    lattice: Lattice,
    kind: number,
  ): void {
    if (given >= units.length) return;
    const [firsts, lasts] = this.#given;
    const only = lasts[units[given] as number] as number;
    const before = titleBefore(units, start);
    const score = base + NAME_BASE + before;
    const end = NO_NAME_ENDS.has(units[given] as number) ? FUNCTION_WORD_COST : 0;
    if (only < Number.POSITIVE_INFINITY)
      lattice.offer(start, given + 1, score - only - end + titleAfter(units, given + 1), -1, kind);
    if (given + 1 >= units.length) return;
    const last = units[given + 1] as number;
    const unlikely = NO_NAME_ENDS.has(last) ? FUNCTION_WORD_COST : 0;
    const both = (firsts[units[given] as number] as number) + (lasts[last] as number) + unlikely;
    if (both < Number.POSITIVE_INFINITY)
      lattice.offer(start, given + 2, score - both + titleAfter(units, given + 2), -1, kind);
  }

  /** Offers the foreign names that may begin at `start`: three and more of the characters that such names are written with. */
  offerForeign(units: Uint16Array, start: number, lattice: Lattice, base: number, kind: number): void {
    let score = base + FOREIGN_BASE + titleBefore(units, start);
    for (let at = start; at < units.length && at < start + LONGEST_FOREIGN; at++) {
      const cost = this.#foreign[units[at] as number] as number;
      if (cost === 0) return;
      score -= cost;
      if (at - start >= 2) lattice.offer(start, at + 1, score + titleAfter(units, at + 1), -1, kind);
    }
  }

  /** The reading of a surname as such (单 → `Shan4`); `null` where it is none. */
  reading(surname: string): string | null {
    return this.#surnames.get(surname)?.reading ?? null;
  }
}
