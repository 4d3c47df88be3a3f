/** Text that a PDF draws in one go, in the page's units with the origin at the top left. */
export interface PdfRun {
  text: string;
  /** Its box. Of vertical text the width is the line's, the height what the text takes. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** The font's size. */
  size: number;
  /** Whether the text goes from top to bottom. */
  vertical: boolean;
}

/** Runs that stand under one another by at least so many make a vertical line. */
const FEWEST_STACKED = 3;
/** How far apart, by their size, the tops of two characters stand that follow one another downwards. */
const LEAST_STEP = 0.8;
const MOST_STEP = 1.7;
/** How far, by their size, they may be out of line. */
const OUT_OF_LINE = 0.3;

/**
 * Browsers print vertical text character by character in a horizontal font. Runs of one character each that follow
 * one another downwards are vertical text.
 */
export function withStacks(runs: readonly PdfRun[]): PdfRun[] {
  const result: PdfRun[] = [];
  for (let from = 0; from < runs.length; ) {
    let to = from + 1;
    while (to < runs.length && followsBelow(runs[to - 1] as PdfRun, runs[to] as PdfRun)) to++;
    const stacked = to - from >= FEWEST_STACKED;
    for (const run of runs.slice(from, to)) result.push(stacked ? { ...run, vertical: true } : run);
    from = to;
  }
  return result;
}

function followsBelow(above: PdfRun, below: PdfRun): boolean {
  if (above.vertical || below.vertical || !isOneCharacter(above.text) || !isOneCharacter(below.text))
    return false;
  const size = Math.max(above.size, below.size);
  const step = below.y - above.y;
  const shift = below.x + below.width / 2 - (above.x + above.width / 2);
  return step > LEAST_STEP * size && step < MOST_STEP * size && Math.abs(shift) < OUT_OF_LINE * size;
}

function isOneCharacter(text: string): boolean {
  return text !== '' && text.length === ((text.codePointAt(0) as number) > 0xffff ? 2 : 1);
}

/**
 * Radicals before the characters that they look like, where Unicode has no decomposition or, for 户, one that the
 * mainland does not write.
 */
const RADICALS = new Map(
  (
    '⼾户 ⺁厂 ⺇几 ⺌小 ⺎尢 ⺏尣 ⺐尢 ⺑尣 ⺒巳 ⺓幺 ⺛旡 ⺝月 ⺟母 ⺠民 ⺢水 ⺣火 ⺥爪 ⺦丬 ⺧牛 ⺨犬 ⺩王 ⺪疋 ⺫目 ⺬示 ⺭礻 ' +
    '⺮竹 ⺯糸 ⺰纟 ⺱网 ⺲罒 ⺳网 ⺶羊 ⺷羊 ⺸羊 ⺹耂 ⺺肀 ⺻聿 ⺼月 ⺽臼 ⺾艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇角 ⻈讠 ' +
    '⻉贝 ⻊足 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏阝 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕阜 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻟食 ⻠饣 ⻡首 ' +
    '⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龟 ⻲亀'
  )
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.charAt(1)]),
);
/** Signs as they are drawn in vertical text, each before the sign that it is. */
const VERTICAL_SIGNS = new Map(
  '︐， ︑、 ︒。 ︓： ︔； ︕！ ︖？ ︗〖 ︘〗 ︙… ︰‥ ︱— ︲– ︵（ ︶） ︷｛ ︸｝ ︹〔 ︺〕 ︻【 ︼】 ︽《 ︾》 ︿〈 ﹀〉 ﹁「 ﹂」 ﹃『 ﹄』 ﹇［ ﹈］'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.charAt(1)]),
);
/** What pdf.js takes for a space is, between Chinese characters, the wider setting of a justified line. */
const SPREAD =
  /(?<=[\p{Script=Han}\u3001-\u303f\uff00-\uff60“”‘’])[ \u00a0]+(?=[\p{Script=Han}\u3001-\u303f\uff00-\uff60“”‘’])/gu;
const LOOKALIKES = /[\u2e80-\u2fd5\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe48]/g;

/**
 * A PDF's text with characters for the radicals and compatibility forms that look like them (a font has one glyph
 * for both, and programs that write PDFs often name the wrong one), and without spaces between Chinese characters.
 */
export function withCharacters(text: string): string {
  return text.replace(SPREAD, '').replace(LOOKALIKES, (form) => {
    const character = RADICALS.get(form) ?? VERTICAL_SIGNS.get(form) ?? form.normalize('NFKC');
    return character.length === form.length ? character : form;
  });
}
