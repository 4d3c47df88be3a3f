/** A reading that the text right before and after a character decides. */
interface Rule {
  character: string;
  reading: string;
  /** On the text before the character, at its end. */
  before?: RegExp;
  /** On the text after it, at its start. */
  after?: RegExp;
}

const STOP = '，。、；：！？…”’」』）)》,;:!?';
const CLAUSE = '[^，。；：！？,;:!?]';

/**
 * What the classifier has too few examples of in news, at most a dozen rules. The first that fits decides. They
 * stand for grammar (为 before what is given, 地 with nothing after it), never for one sentence.
 */
const RULES: readonly Rule[] = [
  // 为群众指导, 为…提供保障: for whom something is done.
  {
    character: '为',
    reading: 'wei4',
    after: new RegExp(
      `^(?:人民|群众|老?百姓|企业|居民|村民|农民|农户|市民|大家|客户|读者|旅客|[他她你]|孩子|老人|学生|患者|观众|消费者|${CLAUSE}{2,30}?(?:提供|注入|贡献|奠定|创造|营造|打下|带来|增添|保驾|服务|助力|赋能|点赞|加油|铺路|筑牢|撑腰|排忧|解难|办实事|付出|[做作]出|开辟|拓展|积累|树立|指明))`,
    ),
  },
  // 以人民为中心, 视创新为生命, 图为…, 为5.8%, and with nothing after it.
  {
    character: '为',
    reading: 'wei2',
    before: new RegExp(
      `(?:以|视|称|誉|列|命名|确定|评定|认定|更名|改名)${CLAUSE}{1,12}$|(?:^|[\n（(。])\\s*[上下左右中]?图$`,
    ),
  },
  {
    character: '为',
    reading: 'wei2',
    after: new RegExp(
      `^(?:$|[${STOP}“《0-9]|[约近逾超共]|切入点|突破口|着力点|落脚点|出发点|抓手|契机|导向|主线|己任|(?:目标|核心|重点|基础|主题|载体|引领|牵引|支撑|依托|根本|宗旨|前提|中心|例|由|荣)(?:$|[${STOP}])|[一二三四五六七八九十百千万两]+[个条位名亿万年天倍分成种类项])`,
    ),
  },
  // Three or four hundred animals or pieces: a measure word after a number.
  { character: '只', reading: 'zhi1', before: /[0-9一二三四五六七八九十百千万亿几两多余]$/ },
  // The particle has something after it.
  { character: '地', reading: 'di4', after: new RegExp(`^(?:$|[${STOP}\\s])`) },
  {
    character: '还',
    reading: 'huan2',
    after: new RegExp(`^(?:$|[${STOP}\\s]|[清了给]?(?:钱|款|债|贷|本付息|账|林))`),
  },
  // A course of things (一场战斗), not a show or a match.
  {
    character: '场',
    reading: 'chang2',
    before: /[一这那数几两]$/,
    after: new RegExp(
      `^${CLAUSE}{0,12}?(?:战|斗争|雨|雪|病|灾|梦|危机|疫情|革命|硬仗|攻坚|风波|风暴|大火|考验|浩劫)`,
    ),
  },
  // A rate after what it is the rate of, unless somebody leads: 办结率为, but 率团.
  {
    character: '率',
    reading: 'lv4',
    before: /[\u4e00-\u9fff]$/,
    after: new RegExp(`^(?:$|[${STOP}0-9\\s]|[为达和较提上下高低超均仅的是已居及与保持]|从|由|在)`),
  },
  // In news mostly a sort of people; the chemist's comes with his words.
  {
    character: '分',
    reading: 'fen1',
    after: /^子(?:式|量|生物|结构|医学|材料|筛|标志|诊断|机制|束|云|植物|育种|遗传|间|和分母)/,
  },
  { character: '分', reading: 'fen4', after: /^子/ },
  // In traditional text the particle, unless somebody writes.
  {
    character: '著',
    reading: 'zhe5',
    before: /[\u4e00-\u9fff]$/,
    after: /^(?![有稱称名書书述作錄录者])[\u4e00-\u9fff]/,
  },
  // 还得看, 就得抓: must, not get.
  {
    character: '得',
    reading: 'dei3',
    before: /(?:[还就都总非也又]|必须|可能|恐怕|怎么)$/,
    after:
      /^(?![到知出益分奖罪失以了过意着票名病逞宠手胜主势证票来]|第|冠|金|银|铜|高分|满分|大奖|好评|不到)[\u4e00-\u9fff]/,
  },
];

const byCharacter = new Map<number, Rule[]>();
for (const rule of RULES) {
  const unit = rule.character.charCodeAt(0);
  byCharacter.set(unit, [...(byCharacter.get(unit) ?? []), rule]);
}

/** How far rules look, in UTF-16 units. */
const REACH = 40;

/**
 * The reading that a rule gives the character at a position; `null` where none fits.
 *
 * @param text folded, see `Fold`
 */
export function readingByRule(text: string, position: number): string | null {
  const rules = byCharacter.get(text.charCodeAt(position));
  if (!rules) return null;
  const before = text.slice(Math.max(0, position - REACH), position);
  const after = text.slice(position + 1, position + 1 + REACH);
  const fitting = rules.find(
    (rule) => (rule.before?.test(before) ?? true) && (rule.after?.test(after) ?? true),
  );
  return fitting?.reading ?? null;
}
