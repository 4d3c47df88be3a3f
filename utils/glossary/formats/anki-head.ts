/** What the first lines of a text that Anki exported say, as its manual documents them. */
export interface AnkiHead {
  separator: string;
  html: boolean;
  /** Names of the columns, where they are given. */
  columns: string[];
  /** From 1; 0 where there is none. */
  tagsColumn: number;
  /** How many UTF-16 units of the text these lines take. */
  length: number;
}

const SEPARATORS: Record<string, string> = {
  tab: '\t',
  comma: ',',
  semicolon: ';',
  space: ' ',
  pipe: '|',
  colon: ':',
};

/** The lines `#key:value` at the begin of a text; `null` where there are none. */
export function ankiHead(text: string): AnkiHead | null {
  const head: AnkiHead = { separator: '\t', html: false, columns: [], tagsColumn: 0, length: 0 };
  for (const line of text.split('\n')) {
    const match = /^#([a-z ]+):(.*?)\r?$/.exec(line);
    if (!match) break;
    const [, key = '', value = ''] = match;
    if (key === 'separator')
      head.separator = SEPARATORS[value.trim().toLowerCase()] ?? (value.charAt(0) || '\t');
    else if (key === 'html') head.html = value.trim() === 'true';
    else if (key === 'columns') head.columns = value.split(head.separator);
    else if (key === 'tags column') head.tagsColumn = Number.parseInt(value, 10) || 0;
    head.length += line.length + 1;
  }
  return head.length > 0 ? head : null;
}

const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  apos: "'",
  '#39': "'",
};

/** The text of a field that Anki keeps as HTML. */
export function plainText(html: string): string {
  return html
    .replace(/<br\s*\/?>|<\/(?:div|p|li)>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&([a-z]+|#39);/g, (whole, name: string) =>
      Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? whole) : whole,
    )
    .trim();
}
