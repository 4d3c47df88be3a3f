import { readFixture } from '../e2e/site';

const PARAGRAPHS = [
  ...readFixture('front-page/index.html').matchAll(/<p(?: class="(?:cut|continued)")?>(.*?)<\/p>/gs),
]
  .map(([, text]) => (text ?? '').replace(/<[^>]+>/g, ''))
  .filter((text) => text.length > 40);

/**
 * A news page whose article holds about so many characters: the stories of the sample front page again and again,
 * each time with another number in them, so that no two paragraphs are the same.
 */
export function newsPage(characters: number): string {
  let text = '';
  let written = 0;
  for (let round = 0; written < characters; round++) {
    for (const paragraph of PARAGRAPHS) {
      const shown = `${paragraph.slice(0, characters - written)}（${round}）`;
      text += `<p>${shown}</p>\n`;
      written += paragraph.length;
      if (written >= characters) break;
    }
  }
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>澄川日报</title>
<style>body { width: 900px; margin: 20px auto; font: 16px/1.8 serif; }</style></head>
<body><article><h1>让企业放心投资 安心经营 专心发展</h1>
${text}</article></body></html>`;
}
