import type { Occurrence } from '../record';

/** Chicago: a note of the 17th edition (14.191 on newspapers). GB/T 7714: GB/T 7714—2015, the Chinese standard. */
export type CitationStyle = 'chicago' | 'gbt7714';

/** One occurrence as a plain-text reference, in one line. What is not known is left out, never invented. */
export function cite(occurrence: Occurrence, style: CitationStyle): string {
  return style === 'chicago' ? chicago(occurrence) : gbt7714(occurrence);
}

/** `林晓禾, “云岭市部署秋季河湖治理,” 云岭日报, March 5, 2026, 2, https://…`, ended by a full stop. */
function chicago(o: Occurrence): string {
  const names = authors(o.byline);
  const by = names.length > 2 ? `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}` : names.join(' and ');
  const date = longDate(o.date);
  const parts = [
    by,
    o.headline === '' ? '' : `“${o.headline},”`,
    o.paper,
    date,
    page(o.page),
    date === '' && o.url !== '' ? `accessed ${longDate(o.readAt.slice(0, 10))}` : '',
    o.url,
  ].filter((part) => part !== '');
  // The comma of a headline stands inside its quotation marks already.
  const line = parts.reduce(
    (so, part) => (so === '' ? part : so.endsWith(',”') ? `${so} ${part}` : `${so}, ${part}`),
    '',
  );
  return line === ''
    ? ''
    : `${line.replace(/,”$/, '.”').replace(/\.?$/, '')}${line.endsWith(',”') ? '' : '.'}`;
}

/** `林晓禾. 云岭市部署秋季河湖治理[N/OL]. 云岭日报, 2026-03-05(02)[2026-03-06]. https://….` */
function gbt7714(o: Occurrence): string {
  const names = authors(o.byline);
  const by = names.length > 3 ? `${names.slice(0, 3).join(', ')}, 等` : names.join(', ');
  const kind = o.paper === '' ? '[EB/OL]' : o.url === '' ? '[N]' : '[N/OL]';
  const cited = o.url === '' ? '' : `[${o.readAt.slice(0, 10)}]`;
  const issued =
    o.paper === ''
      ? `${o.date === '' ? '' : `(${o.date})`}${cited}`
      : [o.paper, `${o.date}${o.page === '' ? '' : `(${o.page})`}`].filter((part) => part !== '').join(', ') +
        cited;
  const title = o.headline === '' ? '' : `${o.headline}${kind}`;
  const parts = [by, title, issued, o.url].filter((part) => part !== '');
  return parts.length === 0 ? '' : `${parts.join('. ')}.`;
}

/**
 * The names in a byline as papers print it: `本报记者 林晓禾 通讯员 周岸` gives the two names. A byline that only
 * says an office (本报评论员) is taken as the author.
 */
export function authors(byline: string): string[] {
  const text = byline.replace(/[（(].*?[)）]/g, ' ').trim();
  const names = text
    .replace(
      /(本报|本刊|本网|[\p{Script=Han}]{1,4}社)?(特约|首席|见习|实习)?(记者|通讯员|评论员|撰稿人?|作者|编译|文)(?=[\s:：/／]|$)[:：/／]?/gu,
      ' ',
    )
    .split(/[\s、，,；;/／]+/u)
    .filter((name) => name !== '' && !/^(报道|摄|摄影|综合|电)$/u.test(name));
  return names.length > 0 || text === '' ? names : [text];
}

function longDate(date: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return '';
  const options: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  };
  return new Intl.DateTimeFormat('en-US', options).format(new Date(`${date}T00:00:00Z`));
}

/** `02` and `第2版` as the page's number. */
function page(printed: string): string {
  return printed.replace(/^第|版$/gu, '').replace(/^0+(?=\d)/, '');
}
