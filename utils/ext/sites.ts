/**
 * The news sites on which the detector runs by itself. Hosts with `*.` take in their subdomains, the e-papers
 * among them (paper.people.com.cn, epaper.gmw.cn …). Portals that are mail, search or shopping too are listed by
 * the hosts of their news alone. Settle the list before a release: hosts added later make browsers switch the
 * extension off until the reader agrees again.
 */
const HOSTS = [
  // Central press, agencies, government
  '*.people.com.cn',
  '*.people.cn',
  '*.news.cn',
  '*.xinhuanet.com',
  '*.gmw.cn',
  '*.ce.cn',
  '*.cctv.com',
  '*.cctv.cn',
  '*.cnr.cn',
  '*.chinanews.com.cn',
  '*.chinanews.com',
  '*.china.com.cn',
  '*.youth.cn',
  '*.cyol.com',
  '*.81.cn',
  '*.qstheory.cn',
  '*.huanqiu.com',
  '*.gov.cn',
  '*.12371.cn',
  '*.xuexi.cn',
  '*.banyuetan.org',
  '*.legaldaily.com.cn',
  '*.jcrb.com',
  '*.workercn.cn',
  '*.farmer.com.cn',
  '*.stdaily.com',
  '*.rmzxw.com.cn',
  '*.studytimes.cn',
  '*.chinadaily.com.cn',
  // Finance and market papers
  '*.caixin.com',
  '*.yicai.com',
  '*.21jingji.com',
  '*.stcn.com',
  '*.cs.com.cn',
  '*.cnstock.com',
  '*.nbd.com.cn',
  '*.eeo.com.cn',
  '*.caijing.com.cn',
  '*.jiemian.com',
  // Portals and platforms
  'mp.weixin.qq.com',
  'news.qq.com',
  'new.qq.com',
  'news.sina.com.cn',
  'finance.sina.com.cn',
  'www.163.com',
  'news.163.com',
  'www.sohu.com',
  'news.sohu.com',
  '*.ifeng.com',
  'www.toutiao.com',
  'baijiahao.baidu.com',
  '*.thepaper.cn',
  '*.guancha.cn',
  // Provinces and cities
  '*.bjd.com.cn',
  '*.bjnews.com.cn',
  '*.jfdaily.com',
  '*.shobserver.com',
  '*.whb.cn',
  '*.eastday.com',
  '*.enorth.com.cn',
  '*.cqnews.net',
  '*.hebnews.cn',
  '*.sxrb.com',
  '*.nmgnews.com.cn',
  '*.lnd.com.cn',
  '*.cnjiwang.com',
  '*.dbw.cn',
  '*.xhby.net',
  '*.jschina.com.cn',
  '*.zjol.com.cn',
  '*.hangzhou.com.cn',
  '*.anhuinews.com',
  '*.fjsen.com',
  '*.jxnews.com.cn',
  '*.dzwww.com',
  '*.iqilu.com',
  '*.lcxw.cn',
  '*.henandaily.cn',
  '*.dahe.cn',
  '*.cnhubei.com',
  '*.cjn.cn',
  '*.rednet.cn',
  '*.voc.com.cn',
  '*.southcn.com',
  '*.nfnews.com',
  '*.dayoo.com',
  '*.ycwb.com',
  '*.sznews.com',
  '*.zsnews.cn',
  '*.gxnews.com.cn',
  '*.hinews.cn',
  '*.scol.com.cn',
  '*.gog.cn',
  '*.yunnan.cn',
  '*.tibet.cn',
  '*.cnwest.com',
  '*.gansudaily.com.cn',
  '*.qhnews.com',
  '*.nxnews.net',
  '*.ts.cn',
  // Hong Kong and Macau
  '*.takungpao.com',
  '*.takungpao.com.hk',
  '*.wenweipo.com',
  '*.mingpao.com',
  '*.hk01.com',
  '*.hket.com',
  '*.rthk.hk',
  // Taiwan
  '*.cna.com.tw',
  '*.udn.com',
  '*.ltn.com.tw',
  '*.chinatimes.com',
  '*.ettoday.net',
  '*.storm.mg',
  '*.rti.org.tw',
  // Overseas
  '*.zaobao.com.sg',
  '*.zaobao.com',
  '*.bbc.com',
  'cn.nytimes.com',
  '*.ftchinese.com',
  '*.rfa.org',
  '*.voachinese.com',
  '*.rfi.fr',
  '*.dw.com',
  '*.theinitium.com',
  '*.chinadigitaltimes.net',
  '*.sinchew.com.my',
] as const;

/** Match patterns of those sites: the detector's `matches` and the extension's host permissions. */
export const SITES: string[] = HOSTS.map((host) => `*://${host}/*`);

/** The host of a page's address, or `null` where Tifa cannot read (browser pages, stores, files). */
export function hostOf(url: string | undefined): string | null {
  const parsed = url && URL.canParse(url) ? new URL(url) : null;
  return parsed && (parsed.protocol === 'http:' || parsed.protocol === 'https:') ? parsed.hostname : null;
}

/** The match pattern under which the reader grants a host. */
export function patternOf(host: string): string {
  return `*://${host}/*`;
}

/** Whether a host is on the list, so that access to it comes with the installation. */
export function isListed(host: string): boolean {
  return HOSTS.some((listed) =>
    listed.startsWith('*.') ? host === listed.slice(2) || host.endsWith(listed.slice(1)) : host === listed,
  );
}
