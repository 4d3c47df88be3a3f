/** Parts of invented news pages. Places and people do not exist. */
export const PARAGRAPHS = [
  '本报石桥讯（记者 林远舟）十一月二十三日，青石县召开秋冬农田水利建设现场推进会，总结前一阶段工作，部署下一步任务。',
  '会议指出，今年以来全县新修渠道九十一公里，改造泵站十四座，新增高标准农田三万六千亩，群众得到了实惠。',
  '“水通了，心也通了。”在石桥镇柳湾村，种粮大户周立根说，往年天旱要排队抽水，如今打开闸门就能浇地。',
  '会议强调，要坚持问题导向，把任务分解到村、责任落实到人，倒排工期，挂图作战，确保明年春耕前全部完工。',
  '县水务局负责人表示，下一步将建立管护台账，每季度通报一次进度，对工作不力的单位公开点名。',
  '与会人员还参观了新港灌区智能调度中心，观看了闸门远程控制演示，并就管护经费如何落实进行了交流。',
];
export const HEADLINE = '青石县推进秋冬农田水利建设';
export const FLASH =
  '记者从青石县气象台获悉，受冷空气影响，预计今天夜间到明天全县有小到中雨，气温下降六到八度，请注意防寒保暖。据介绍，此次降温过程将持续三天左右。';

export const paragraphs = (from = 0, to = PARAGRAPHS.length): string =>
  PARAGRAPHS.slice(from, to)
    .map((text) => `<p>\u3000\u3000${text}</p>`)
    .join('\n');

export const NAVIGATION = `<div class="nav"><ul>${[
  '首页',
  '要闻',
  '时政',
  '经济',
  '民生',
  '文化',
  '图片',
  '视频',
  '专题',
  '数字报',
]
  .map((name, index) => `<li><a href="/${index}/">${name}</a></li>`)
  .join(
    '',
  )}</ul></div><div class="crumb">当前位置：<a href="/">青石网</a> &gt; <a href="/yw/">要闻</a></div>`;

export const FOOTER =
  '<div class="footer"><p>青石日报社版权所有，未经书面授权，不得复制、转载或以其他方式使用本网站的内容。</p><p>互联网新闻信息服务许可证编号：00000000</p><p>举报电话：0000-0000000</p></div>';

const TITLES = [
  '柳湾村修通致富路',
  '新港码头本月试运行',
  '石桥镇举办丰收节',
  '全县开展安全生产检查',
  '老街改造留住乡愁',
  '县医院开通远程门诊',
  '青石二中获评示范校',
  '冬季招聘会下周举行',
];
export const links = (heading: string): string =>
  `<h3>${heading}</h3><ul>${TITLES.map((title, index) => `<li><a href="/a/${index}.html">${title}</a></li>`).join('')}</ul>`;

/** Teasers with a linked title and a summary, the longer text of a page with a short article. */
export const teasers = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) =>
      `<div class="item"><h4><a href="/b/${index}.html">${TITLES[index % TITLES.length]}</a></h4><p>${PARAGRAPHS[(index + 1) % PARAGRAPHS.length]}</p><span>2026-11-2${index % 4} 08:00</span></div>`,
  ).join('');

export const comments = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) =>
      `<div class="comment-item"><b>网友${index}</b><p>说得很好，水利是农业的命脉，希望我们村也能早日修通渠道，支持第${index}次。</p><span>回复</span><span>赞</span></div>`,
  ).join('');

export const page = (title: string, body: string, head = ''): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;
