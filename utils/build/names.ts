import { isHan } from '../lang/han';
import { NAME_COST_STEPS, type Surname } from '../lang/names';
import { bytesOf } from '../lang/sections';
import type { CedictEntry } from './cedict';
import type { JiebaWord } from './jieba';

/** Surnames that CC-CEDICT gives two readings for: the commoner one. */
const USUAL: Record<string, string> = {
  翟: 'Zhai2',
  覃: 'Qin2',
  那: 'Na1',
  隗: 'Wei3',
  乐: 'Yue4',
  樂: 'Yue4',
};

/** Weight of a character that was never seen in a given name, in counts. */
const UNSEEN = 0.3;
/** Characters seen less often in foreign names are chance, or words among the names. */
const COMMON_FOREIGN = 8;
/** What a character counts in one place of a given name for each time it was seen in the other. */
const ELSEWHERE = 0.25;

/**
 * The name model: surnames from CC-CEDICT's glosses, their weights and those of the characters of given names
 * counted in the personal names (`nr`) of jieba's list.
 */
export function nameSections(cedict: CedictEntry[], jieba: JiebaWord[]): Record<string, Uint8Array> {
  const readings = new Map<string, string>();
  for (const { hans, hant, reading, senses } of cedict) {
    if (!senses.some((sense) => /^(two-character )?surname /.test(sense)) || hans.length > 2) continue;
    for (const form of [hans, hant])
      if (!readings.has(form)) readings.set(form, USUAL[form] ?? reading.join(' '));
  }
  const counts = new Map([...readings.keys()].map((surname) => [surname, UNSEEN]));
  const given = [new Map<string, number>(), new Map<string, number>()] as const;
  const totals = [0, 0, 0];
  for (const { word, tag } of jieba) {
    if (!tag.startsWith('nr') || tag === 'nrt') continue;
    const surname = [word.slice(0, 2), word.slice(0, 1)].find(
      (start) => readings.has(start) && word.length > start.length,
    );
    const rest = surname ? word.slice(surname.length) : '';
    if (!surname || rest.length > 2 || ![...rest].every(isHan)) continue;
    tally(counts, surname);
    totals[2] = (totals[2] as number) + 1;
    [...rest].forEach((character, place) => {
      tally(given[rest.length === 1 ? 1 : (place as 0 | 1)], character);
      totals[rest.length === 1 ? 1 : place] = (totals[rest.length === 1 ? 1 : place] as number) + 1;
    });
  }
  const cost = (count: number, total: number) => -Math.log((count || UNSEEN) / total);
  const surnames: Surname[] = [...readings].map(([surname, reading]) => [
    surname,
    reading,
    Number(cost(counts.get(surname) ?? 0, totals[2] as number).toFixed(2)),
  ]);
  const characters = [...new Set([...given[0].keys(), ...given[1].keys()])].sort();
  const byte = (place: 0 | 1, character: string) => {
    const elsewhere = given[place === 0 ? 1 : 0].get(character) ?? 0;
    const count = (given[place].get(character) ?? 0) + ELSEWHERE * elsewhere;
    return Math.min(255, Math.round(NAME_COST_STEPS * cost(count, totals[place] as number)));
  };
  return {
    surnames: new TextEncoder().encode(JSON.stringify(surnames)),
    givenUnits: bytesOf(Uint16Array.from(characters, (character) => character.charCodeAt(0))),
    ...foreignSections(jieba),
    givenCosts: Uint8Array.from(characters.flatMap((character) => [byte(0, character), byte(1, character)])),
  };
}

/** Characters that foreign names are written with, counted in the names that jieba's list marks so (`nrt`). */
function foreignSections(jieba: JiebaWord[]): Record<string, Uint8Array> {
  const counts = new Map<string, number>();
  for (const { word, tag } of jieba)
    if (tag === 'nrt' && word.length >= 3 && [...word].every(isHan))
      for (const character of word) tally(counts, character);
  const common = [...counts]
    .filter(([, count]) => count >= COMMON_FOREIGN)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const total = common.reduce((sum, [, count]) => sum + count, 0);
  return {
    foreignUnits: bytesOf(Uint16Array.from(common, ([character]) => character.charCodeAt(0))),
    foreignCosts: Uint8Array.from(common, ([, count]) =>
      Math.round(-NAME_COST_STEPS * Math.log(count / total)),
    ),
  };
}

function tally(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
