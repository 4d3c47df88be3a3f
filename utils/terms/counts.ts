import type { Term } from '../lang/term';
import { daysOf, HELD, type Held, monthAt } from '../lang/usage';
import type { Filed } from './rules';
import type { Problem } from './schema';

const HAN = /\p{Script=Han}+/gu;
const BROADCAST = /broadcast|transcript/i;
const REPORTS = /\breports?\b/i;
const OTHER_REPORTS = /congress/i;

/**
 * The faults of counts that stand in a record's prose: the total of broadcast days ("in 26 of 1,687 …"), the days of
 * a year ("11 broadcast days in 2022") and the years of the Government Work Reports ("of 2017 to 2019", "since
 * 2015") must be those counted. A sentence that names another phrase may count that one and is left alone, and so
 * is a record without counts.
 */
export function checkCounts({ file, term }: Filed, held: Held = HELD): Problem[] {
  const { usage } = term;
  if (!usage) return [];
  const byYear = new Map<number, number>();
  let total = 0;
  daysOf(usage.days).forEach((days, place) => {
    const year = Number(monthAt(place, held).slice(0, 4));
    byYear.set(year, (byYear.get(year) ?? 0) + days);
    total += days;
  });
  const all = daysOf(held.days).reduce((sum, days) => sum + days, 0);
  const found: string[] = [];

  const day = (where: string, stated: string, year: string) => {
    const counted = byYear.get(Number(year));
    if (counted !== undefined && number(stated) !== counted)
      found.push(
        `${where} states ${stated} broadcast days in ${year}, counted are ${counted}: write ${counted}, or leave the number to the card's usage`,
      );
  };
  const report = (where: string, range: string, missing: number[], more: number[]) => {
    if (missing.length > 0)
      found.push(
        `${where} has it in the Government Work Reports ${range}, which without ${missing.join(', ')} is not what was counted: name the years ${usage.reports.join(', ') || '(none)'}, or leave them to the card's usage`,
      );
    if (more.length > 0)
      found.push(
        `${where} has it in the Government Work Reports ${range}, counted are ${more.join(', ')} too: name these, or leave the years to the card's usage`,
      );
  };

  for (const [where, text] of prose(term)) {
    for (const sentence of text.split(/(?<=[.;:?!]) /)) {
      if (namesAnother(sentence, term)) continue;
      for (const [, stated = '', of = ''] of sentence.matchAll(
        /(\d[\d,]*) of (?:the )?(\d[\d,]*)(?= (?:daily|broadcast|days))/g,
      ))
        if (number(of) === all && number(stated) !== total)
          found.push(
            `${where} states ${stated} of ${of} broadcast days, counted are ${total}: write ${total}, or leave the number to the card's usage`,
          );
      if (BROADCAST.test(sentence)) {
        for (const match of sentence.matchAll(
          /(?<![-–\d,]|\d and )(\d+)(?: daily broadcasts| broadcast days| days)? (?:in|of) (20\d\d)(?! and 20)/g,
        ))
          day(where, match[1] as string, match[2] as string);
        for (const match of sentence.matchAll(
          /(\d+) and (\d+)(?: daily broadcasts| broadcast days| days) (?:in|of) (20\d\d) and (20\d\d)/g,
        )) {
          day(where, match[1] as string, match[3] as string);
          day(where, match[2] as string, match[4] as string);
        }
      }
      if (
        !REPORTS.test(sentence) ||
        OTHER_REPORTS.test(sentence) ||
        /nearly every|most of|in none/.test(sentence)
      )
        continue;
      const named = new Set((text.match(/(?:19|20)\d\d/g) ?? []).map(Number));
      for (const [range, from, to] of sentence.matchAll(/(?:of|from) ((?:19|20)\d\d) to ((?:19|20)\d\d)/g)) {
        const within = (year: number) => year >= Number(from) && year <= Number(to);
        report(
          where,
          range,
          held.reports.filter((year) => within(year) && !usage.reports.includes(year)),
          usage.reports.filter((year) => year > Number(to) && !named.has(year)),
        );
      }
      for (const [range, from] of sentence.matchAll(/reports?(?: held)? since ((?:19|20)\d\d)/gi))
        report(
          where,
          range.slice(range.indexOf('since')),
          [Number(from)].filter((year) => held.reports.includes(year) && !usage.reports.includes(year)),
          usage.reports.filter((year) => year < Number(from) && !named.has(year)),
        );
    }
  }
  return found.map((remedy) => ({ file, headword: term.headword.hans, remedy }));
}

function prose(term: Term): [where: string, text: string][] {
  const fields: [string, string | undefined][] = [
    ['meaning', term.meaning],
    ['signals', term.signals],
    ['contested', term.contested],
    ['origin.occasion', term.origin?.occasion],
    ['firstKnownUse.where', term.firstKnownUse?.where],
    ['review.notes', term.review.notes],
  ];
  return fields.filter((field): field is [string, string] => field[1] !== undefined);
}

function namesAnother(sentence: string, term: Term): boolean {
  const own = [term.headword, ...(term.variants ?? [])].map(({ hans }) => hans).join(' ');
  return (sentence.match(HAN) ?? []).some((run) => !own.includes(run));
}

function number(text: string): number {
  return Number(text.replaceAll(',', ''));
}
