const TITLE =
  '书记|主任|主席|市长|省长|县长|区长|镇长|乡长|部长|局长|厅长|处长|科长|院长|校长|会长|行长|司长|总理|总统|委员|教授|院士|经理|董事长|队长|先生|女士|老师|同志|医生|总工|秘书长';
/** Titles that a district's people have: 区书记 is the secretary of a district. */
const OF_DISTRICT = '书记|主任|委员|局长|院长|代表';
/** What somebody with a title does, so that 任书记说 is no 任书记. */
const ACTS =
  '说|道|表示|介绍|指出|强调|认为|告诉|坦言|回忆|透露|笑|讲|带领|带着|主持|来|到|在会上|亲自|宣布|补充|解释';
/** Words that are verbs or adverbs before a title as often as surnames. */
const DOUBTFUL = new Set('任曾应查解');

const titled = new RegExp(`^(?:${TITLE})`);
const acting = new RegExp(`^(?:${TITLE})(?:${ACTS})`);
const addressed = new RegExp(`^(?:${TITLE})[，！：,!:]`);
const ofDistrict = new RegExp(`^(?:${OF_DISTRICT})`);

/**
 * Whether a surname that stands as a word of its own is read as one: 单主任, 仇局长. Where it may be a verb (任书记期间)
 * the person must act or be spoken to.
 *
 * @param before the text before the surname
 * @param after the text after it
 */
export function isSurnameBeforeTitle(surname: string, before: string, after: string): boolean {
  if (!titled.test(after)) return false;
  if (surname === '区') return !ofDistrict.test(after);
  if (!DOUBTFUL.has(surname)) return true;
  return acting.test(after) || (/(?:^|[“‘「『])$/.test(before) && addressed.test(after));
}
