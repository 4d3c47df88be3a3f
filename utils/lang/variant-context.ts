/**
 * Characters that stand alone on the path, where what is around them tells the form: surnames, syllables of
 * foreign names, measure words. Rules look at the source text itself, so they also see beyond a run.
 */

/** Surnames whose form differs from the usual one; the measure words; and 里 and 干, which write foreign sounds. */
const RULES: Record<string, (text: string, at: number) => string | null> = {
  于: (text, at) => (isSurname(text, at, true) || isListed(text, at, true) ? '于' : null),
  涂: (text, at) => (isSurname(text, at, true) || isListed(text, at, true) ? '涂' : null),
  余: (text, at) => (isSurname(text, at, false) || isListed(text, at, false) ? '余' : null),
  咸: (text, at) => (isSurname(text, at, true) || isListed(text, at, true) ? '咸' : null),
  // In a list 游 is the verb (观非遗、游古迹、听戏).
  游: (text, at) => (isSurname(text, at, true) ? '游' : null),
  种: (text, at) => (text[at - 1] === '姓' ? '种' : null),
  里: (text, at) => (isMeasured(text, at) || isForeignSound(text, at) ? '里' : null),
  干: (text, at) => (isForeign(text[at - 1]) && isForeign(text[at - 2]) ? '干' : null),
  只: (text, at) =>
    (isMeasured(text, at) || holds(POINTING, text[at - 1])) && !holds(ONLY, text[at + 1]) ? '隻' : null,
  周: (text, at) => (isMeasured(text, at) && !holds(YEARLY, text[at + 1]) ? '週' : null),
  // 不准: a prohibition where a verb follows; 准 by itself is accuracy (发音不准).
  准: (text, at) => (text[at - 1] === '不' && isForbidding(text, at) ? '准' : null),
  // 个中滋味 is 箇中, where nothing is counted.
  个: (text, at) =>
    text[at + 1] === '中' && CLAUSE_BEGINS.test(text.slice(Math.max(0, at - 1), at)) ? '箇' : null,
};

/** UTF-16 units for which there is a rule. */
export const CONTEXT_UNITS: ReadonlySet<number> = new Set(Object.keys(RULES).map((key) => key.charCodeAt(0)));

/** The form of the character at `at`, which is a word by itself there; `null` where nothing tells. Standard forms. */
export function formInContext(text: string, at: number): string | null {
  return RULES[text[at] as string]?.(text, at) ?? null;
}

const NUMERALS = '0123456789０１２３４５６７８９〇零一二三四五六七八九十百千万亿几数两多余';
/** Particles and ends of a clause: after them 不准 is not a prohibition. */
const isForbidding = (text: string, at: number) =>
  /^[㐀-鿿]/.test(text.slice(at + 1, at + 2)) && !holds('的了吗呢啊吧确时也就都而和、', text[at + 1])
    ? true
    : /[条个项]不$/.test(text.slice(Math.max(0, at - 2), at)) || isMeasured(text, at - 1);
const isMeasured = (text: string, at: number) => at > 0 && NUMERALS.includes(text[at - 1] as string);
/** What stands before a measure word without a numeral. */
const POINTING = '这那哪每某另整首';
/** What follows 只 in the sense of only, even after a numeral (之一只有…). */
const ONLY = '有是能会要需为因不应可在用想占剩算属限适代说让够图顾求讲谈看做作收卖买花差欠相';
/** 周年, 周岁: left to the dictionary. */
const YEARLY = '年岁';

// 海, 金, 林, 夏, 马, 内 and the like are left out: they are common in front of 里 (in) too.
const FOREIGN =
  '阿埃艾奥多巴贝比波伯博布查达德迪蒂丁杜恩尔法费菲弗夫盖戈格赫霍基吉杰卡凯科克库拉莱兰劳勒雷利卢鲁伦罗洛曼梅密莫穆纳尼涅诺努欧帕佩皮珀普奇乔切萨塞桑沙舍施史舒斯索塔泰坦特提托瓦韦维沃乌希谢亚扬耶伊尤泽扎詹兹佐茨津';
/** Those that begin no common word, so that one of them after 里 tells enough. */
const FOREIGN_AFTER = '茨兹奇尼斯亚尔克诺姆维德奥莱罗洛夫弗伊穆科萨乌';
const isForeign = (character: string | undefined) => holds(FOREIGN, character);
/** Plain strings instead of sets: nothing to build at start, and the rules are seldom asked. */
function holds(characters: string, character: string | undefined): boolean {
  return character !== undefined && characters.includes(character);
}

/** 什波利亚|里|茨, 阿克巴|里|表示, 议长|里|尼克. */
function isForeignSound(text: string, at: number): boolean {
  if (isForeign(text[at - 1]) && (isForeign(text[at - 2]) || text[at - 2] === '·')) return true;
  if (text[at - 1] === '·' || text[at + 1] === '·') return true;
  if (!holds(FOREIGN_AFTER, text[at + 1])) return false;
  return (
    isForeign(text[at + 2]) || isForeign(text[at - 1]) || TITLE.test(text.slice(Math.max(0, at - 4), at))
  );
}

/** Offices, callings and kin after which a name stands. */
const TITLE =
  /(?:书记|委员|主席|主任|主编|总理|总统|总裁|总监|总编|首相|外相|外长|防长|财长|院士|博士|硕士|教授|讲师|老师|教师|导师|医师|医生|药师|护士|大夫|律师|法官|[警狱特辅交法]警|警官|干警|检察官|法医|军官|[战烈勇]士|[院校所站队班组团连排营旅师军部局处科厅司署县市省州区镇乡村社台会厂店馆园船机行舱船队列车科]长|理事长|董事长|秘书长|参谋长|议长|政委|司令员?|指导员|教导员|乘务员|经理|[工程设计分析架构建筑摄影技理发厨]师|记者|通讯员|编辑|编剧|导演|主持人|主播|演员|歌手|作家|诗人|画家|书法家|艺术家|音乐家|舞蹈家|企业家|科学家|[史济学]家|专家|学者|[研究评论观察析运动队球教驾驶消防务货递卖网格护理保洁管讲解辅导联络指挥飞行航天]员|选手|教练|裁判|发言人|负责人|嫌疑人|被告人?|原告|受害人|证人|当事人|创始人|传承人|带头人|经纪人|代理人|法人|党员|干部|村民|居民|市民|农民|牧民|渔民|工人|职工|员工|店主|户主|船主|业主|[困贫殖植大]户|司机|师傅|徒弟|学生|考生|同学|校友|儿子|女儿|妻子|丈夫|父亲|母亲|爷爷|奶奶|孙子|孙女|哥哥|姐姐|弟弟|妹妹|叔叔|阿姨|兄弟|同志|先生|女士|小姐|名叫|叫做|叫|姓名|名为|化名|男子|女子|老人|青年|少年|小伙|姑娘|男孩|女孩|大爷|大妈|大叔|志愿者|义工|候选人|获得者|得主|冠军|亚军|季军|作者|译者|网友|顾客|患者|乘客|旅客|游客|模特|[影球明]星|老兵)[\s\u3000（(]?$/;
/** What stands directly after a surname. */
const ADDRESS =
  /^(?:先生|女士|小姐|太太|同志|老师|教授|院士|博士|医生|律师|师傅|书记|主任|主席|[局处科部院校所队村镇县市省]长|总经理|经理|总监|董事长|警官|法官|检察官|导演|教练|大夫|护士|大爷|大妈|大叔|大哥|大姐|阿姨|奶奶|爷爷|伯伯|氏|家[村庄屯沟湾寨岭店堡台营坡岗河山])/;
/** Adverbs and the like between a name and its verb, verbs of saying and doing, and what links a name to another. */
const GOES_ON =
  '说表示介绍告诉指出认为强调回忆坦言透露称笑感慨解释补充报道摄文等在和与的是为向从对把被将也就已曾任有带一正又还到来主持出席同担任当选荣获以因通过作用每今率参宣会走看拿给跟却才不先女老';
const AFTER_NAME = new RegExp(`^[㐀-鿿]{1,2}(?:$|[^㐀-鿿]|[${GOES_ON}])`, 'u');
/** The same at the beginning of a clause, where only a verb of saying or a list tells enough. */
const SAYS =
  /^[㐀-鿿]{1,2}(?:说|表示|介绍|告诉|指出|认为|强调|回忆|坦言|透露|称|笑着|感慨|解释|补充|直言|回答|提醒|感叹|报道|摄|供图|出生于|毕业于|出席|主持|担任|当选|荣获|带领)/;
/** In a list of names; but 于国、于民 and 于情、于理 are none. */
const LISTED = /^(?![国民理情法公私家己人心]、)[㐀-鿿]{1,2}(?:[、）)]|等[^级于])/;
const NOT_GIVEN =
  /^[0-9０-９一二三四五六七八九十今昨前当本上下近去明次同该此是其这那他她它我你自各多无不未与和把被将对在从向]/;
/** Characters of which most given names are made, the commoner ones. */
const GIVEN =
  '伟芳娜敏静丽强磊军洋勇艳杰涛明超秀娟英华慧玉兰霞平刚桂鹏飞鑫波斌莉宇浩凯健俊帆雪荣爱梅晨文辉力玲海峰宁红春龙燕建国志忠成光永新兴兵林宏洪亮倩婷琳琴瑞立丹凤云莹雯佳怡子轩涵泽思雨欣梦瑶诗语嘉诚晓小晶萍蕾露冰彬彦振毅威武胜利旭东北南西江河湖山川水木森树松柏竹梓洁清源泉润沛淑贞珍珠宝金银铁钢锋铭锐锦绣锡钧钦学礼义仁智信德善良贤孝廉正直廷庆祥福禄寿康乐安全定邦汉唐宋元民生根才能达远航程启发展翔翰墨书画章典经纶博雅儒道玄天地宗祖恩惠慈和顺昌盛旺富贵吉星辰阳月亚伦尔夫克维特奇丝琪瑾瑜璐璇珊瑚琼瑛环玮珺珂玥菲芬芸芝芹荷莲菊萱蓉蓓薇苗苏茜茹若菁菱萌蕊卉香馨媛嫣婉娅娥娇姣妍妮妙如意心悦愉怀念恒慕友朋伯仲叔季长少大广仕任优传伊佩侠俭保修倬儿先冠冬冲凌凡则创剑勤化升卓卫卿厚原双叶名向君周哲唯喜圣坚培堂士声夏奎奕妤姗姝存守宜宣宸家容宽宾寅尧尚岚岩岳嵘嵩巍工帅师常幼庭延弘彤彩彪征忆恺悟情惟愿戈战扬承捷攀敬斐方旋日昊昂昆昕映昭显晋晏晖晗暄暖曙曦朗望朝未权村杉束来构枝枫柯柳标栋校格桐桦桥梁楚楠楷榕槐歆殊毓沁沐沙沧沫泓泰洛津浪浦涌淇淳淼渊渝渤湘溪滔滢漫澄澜灵灿炎炜炯烁烨焕煜照熙燎爽牧犀献猛王玖珈现琛琦琨瑄瓅甜用甲男畅略皓盈益盼真睿瞳石砚硕祎禹秉秋科移稳穆空竞端笑笛第筠简箫米粒精素约纯纳纲绍绪绮缘罗羽群翠翼耀耿聪肖育胤脉腾自至舒艺芊芙芮芷苇苑范茂茵荃荔荟莎莘菡萧葆蒙蓝蔚蔓薪藏虎虹蝶衡裕襄观言誉许诺谦谨谷豪贝赋赞赫跃路轶辛迅运进连迪逸遥遵郁采野钊钰铎铮锴镇镜闯闻际陆雁雄雍震霄霆霏霖霜靖韬韵音顶颂颖颜风馥驰骁骄骏高魁鲁鲲鸣鸿鹃鹤麒麟黎默齐';

/**
 * Whether a surname stands at `at`: after a title, after 姓, before a form of address, before a verb of saying.
 *
 * @param everyday the character is so common otherwise that what follows must look like a given name
 */
function isSurname(text: string, at: number, everyday: boolean): boolean {
  const before = text.slice(Math.max(0, at - 6), at);
  const after = text.slice(at + 1, at + 8);
  if (before.endsWith('姓') && !before.endsWith('百姓')) return true;
  if (ADDRESS.test(after)) return !isMeasured(text, at);
  // 于某 is a person only where no verb can take it (供职于某公司).
  if (after.startsWith('某')) return !everyday || TITLE.test(before) || CLAUSE_BEGINS.test(before);
  if (!isGiven(after, everyday)) return false;
  return TITLE.test(before) ? AFTER_NAME.test(after) : CLAUSE_BEGINS.test(before) && SAYS.test(after);
}

/** Whether a surname stands at `at` in a list of names. */
function isListed(text: string, at: number, everyday: boolean): boolean {
  const after = text.slice(at + 1, at + 8);
  return (
    LIST_GOES_ON.test(text.slice(Math.max(0, at - 1), at)) && isGiven(after, everyday) && LISTED.test(after)
  );
}

const CLAUSE_BEGINS = /(?:^|[\s，。！？；：、“”（）()《》〈〉…—·])$/;
const LIST_GOES_ON = /[、，（(：:\s]$/;
const isGiven = (after: string, everyday: boolean) =>
  !NOT_GIVEN.test(after) && (!everyday || holds(GIVEN, after[0]));
