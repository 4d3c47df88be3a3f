import type { Script } from './analysis';

// The 300 commonest characters whose two forms are used in one script each (one in four characters of running
// text is one of them). By the counts of jieba's dictionary and OpenCC's tables; forms that both scripts know
// (后, 里, 系, 台) tell nothing and are left out.
const SIMPLIFIED =
  '国为这个来会时学说们发对长过业经门动进区开产军还现机体与当两实关从内没将员东头间无见战点场数样问并级应资务气汉总电声设义统处马儿领队别权话报给变书华议称决张导术结师达题条规县风运组听济论强黄选记却职号类传带农边联质阳难历专认车举线团备争众连调转该尔让较际亲单红约亚则属积图极装许参观鱼办复远构随势热网语铁断爱纪况证编满觉双乐标织项飞节龙响药轻击请离显罗营视护创兴虽费试宝识维宫环乡责严桥仅杀围态杨负层须续状银终钱赛独细冲获习医尽脸弹楼艺陆协镇检写苏验紧劳优财养陈卫伤绝阶刘刚亿闻审压监敌兰园树词岛预继执谁惊画辑剑谈礼乱讲临挥欧简担岁贵辖帮块额错剧欢够孙阵销坚练脚读测吴宁换异顾顺鲜败货矿归买险评吗遗';
const TRADITIONAL =
  '國為這個來會時學說們發對長過業經門動進區開產軍還現機體與當兩實關從內沒將員東頭間無見戰點場數樣問級應資務氣漢總電聲設義統處馬兒領隊別權話報給變書華議稱決張導術結師達題條規縣風運組聽濟論強黃選記卻職號類傳帶農邊聯質陽難歷專認車舉線團備爭眾連調轉該爾讓較際親單紅約亞則屬積圖極裝許參觀魚辦複遠構隨勢熱網語鐵斷愛紀況證編滿覺雙樂標織項飛節龍響藥輕擊請離顯羅營視護創興雖費試寶識維宮環鄉責嚴橋僅殺圍態楊負層須續狀銀終錢賽獨細衝獲習醫盡臉彈樓藝陸協鎮檢寫蘇驗緊勞優財養陳衛傷絕階劉剛億聞審壓監敵蘭園樹詞島預繼執誰驚畫輯劍談禮亂講臨揮歐簡擔歲貴轄幫塊額錯劇歡夠孫陣銷堅練腳讀測吳寧換異顧順鮮敗貨礦歸買險評嗎遺爲説後裏裡衆綫麼臺灣';

/** -1 for simplified, 1 for traditional; made when first asked for. */
let tells: Map<string, -1 | 1> | null = null;
function tellTales(): Map<string, -1 | 1> {
  tells ??= new Map([
    ...Array.from(SIMPLIFIED, (character) => [character, -1] as const),
    ...Array.from(TRADITIONAL, (character) => [character, 1] as const),
  ]);
  return tells;
}

/** From this share of the characters that tell, the rarer script makes a text mixed: less is a name or a quotation. */
const MIXED_FROM = 0.2;
/** So many characters that tell are enough; a long text is not read to its end. */
const ENOUGH = 400;

/** Which script a text is written in, by the characters that tell; `hans` where none does. */
export function detectScript(text: string): Script {
  const known = tellTales();
  let simplified = 0;
  let traditional = 0;
  for (const character of text) {
    const told = known.get(character);
    if (told === undefined) continue;
    if (told < 0) simplified++;
    else traditional++;
    if (simplified + traditional === ENOUGH) break;
  }
  const rarer = Math.min(simplified, traditional);
  if (rarer > 0 && rarer >= MIXED_FROM * (simplified + traditional)) return 'mixed';
  return traditional > simplified ? 'hant' : 'hans';
}

// Forms that only Hong Kong has as its standard.
const HONG_KONG = /[説脱鋭閲税衞綫温藴枱麪啲嘅喺佢哋嚟]/;

/** The form of writing that a text is taken to have, where nothing else tells: simplified, Taiwan's or Hong Kong's. */
export function detectRegion(text: string): 'cn' | 'tw' | 'hk' {
  const script = detectScript(text);
  if (script !== 'hant') return 'cn';
  return HONG_KONG.test(text.slice(0, 10_000)) ? 'hk' : 'tw';
}
