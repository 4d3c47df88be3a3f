/**
 * Words that CC-CEDICT gives several readings for, or one that news does not use: the reading taken, checked by hand.
 * Characters of traditional text that simplified text keeps for something else are here too.
 * A word with two readings here is one where the context decides; the first is the commoner.
 */
const TABLE = `
於 yu2
徵 zheng1
乾 gan1, qian2
一场 yi1 chang3, yi1 chang2
一哄而散 yi1 hong4 er2 san4
下场 xia4 chang3
下调 xia4 tiao2
不了 bu4 liao3
不差 bu4 cha4
不是 bu4 shi4
东西 dong1 xi5
个头 ge4 tou2
中式 zhong1 shi4
中招 zhong4 zhao1
为人 wei2 ren2
关系 guan1 xi4
买卖 mai3 mai4
人家 ren2 jia5
何为 he2 wei2
供养 gong1 yang3
便宜 pian2 yi5
倒数 dao4 shu3
倒车 dao4 che1
公道 gong1 dao4
冷战 leng3 zhan4
出圈 chu1 quan1
出息 chu1 xi5
出来 chu1 lai2
分子 fen4 zi3, fen1 zi3
分量 fen4 liang4
力量 li4 liang4
利害 li4 hai4
前传 qian2 zhuan4
厚薄 hou4 bao2
口角 kou3 jiao3
同行 tong2 hang2, tong2 xing2
告诉 gao4 su5
土地 tu3 di4
地方 di4 fang1
地道 di4 dao4
多少 duo1 shao3
大夫 dai4 fu5
大意 da4 yi4
大方 da4 fang5
大爷 da4 ye5
大王 da4 wang2
大都 da4 dou1
女人 nv3 ren2
好事 hao3 shi4
好吃 hao3 chi1
好处 hao3 chu4
好学 hao4 xue2
妻子 qi1 zi5
媳妇 xi2 fu5
孙子 sun1 zi5
字帖 zi4 tie4
小儿 xiao3 er2
小子 xiao3 zi5
尽可能 jin3 ke3 neng2
尽快 jin3 kuai4
尽数 jin4 shu4
尽量 jin3 liang4
差事 chai1 shi5
庄子 zhuang1 zi3
开通 kai1 tong1
当事 dang1 shi4
当头 dang1 tou2
当夜 dang1 ye4
当天 dang1 tian1
当年 dang1 nian2
当日 dang1 ri4
当时 dang1 shi2
当晚 dang1 wan3
当月 dang1 yue4
得罪 de2 zui4
恶心 e3 xin1
悉数 xi1 shu4
所长 suo3 zhang3
把手 ba3 shou3
摆设 bai3 she5
播种 bo1 zhong3
故事 gu4 shi5
教会 jiao4 hui4
教学 jiao4 xue2
教授 jiao4 shou4
散落 san4 luo4
斗牛 dou4 niu2
明朝 ming2 chao2
朝阳 chao2 yang2
本事 ben3 shi5
枇杷 pi2 pa2
标识 biao1 shi2
格格 ge2 ge5
款式 kuan3 shi4
温和 wen1 he2
澄清 cheng2 qing1
烟火 yan1 huo3
狮子 shi1 zi5
生意 sheng1 yi5
琵琶 pi2 pa2
电线杆 dian4 xian4 gan1
疏散 shu1 san4
盛装 sheng4 zhuang1
看好 kan4 hao3
禁用 jin4 yong4
空地 kong4 di4
空心 kong1 xin1
精神 jing1 shen2
粒子 li4 zi3
累累 lei2 lei2
结实 jie1 shi5
结果 jie2 guo3
罢了 ba4 le5
老公 lao3 gong1
老子 lao3 zi3
背着 bei1 zhe5
落空 luo4 kong1
行会 hang2 hui4
言语 yan2 yu3
说法 shuo1 fa3
说道 shuo1 dao4
调拨 diao4 bo1
起来 qi3 lai5
跟前 gen1 qian2
车行 che1 hang2
较差 jiao4 cha4
过去 guo4 qu4
过来 guo4 lai2
造化 zao4 hua4
重名 chong2 ming2
重点 zhong4 dian3
重载 zhong4 zai4
重重 chong2 chong2
金子 jin1 zi5
铁杆 tie3 gan3
铺盖 pu1 gai4
饮水 yin3 shui3
高中 gao1 zhong1
`;

/** Readings by simplified word, the commonest first. */
export const OVERRIDES: ReadonlyMap<string, readonly string[]> = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => {
      const space = line.indexOf(' ');
      return [line.slice(0, space), line.slice(space + 1).split(', ')];
    }),
);
