/** A unit that a number is followed by, and what it is in English. */
export interface Unit {
  /** After one, and after any other number. */
  one: string;
  many: string;
  /** The metric unit that readers know better, and how many of it one is. */
  metric?: { factor: number; name: string };
  /** With a small number it needs no explanation. */
  plain?: true;
}

const unit = (one: string, many = one, more: Partial<Unit> = {}): Unit => ({ one, many, ...more });
const plain = { plain: true } as const;

/** Units by their simplified form. 亩 is a fifteenth of a hectare, 斤 half a kilogram, 里 half a kilometre. */
export const UNITS: Record<string, Unit> = {
  元: unit('yuan'),
  元人民币: unit('yuan'),
  美元: unit('US dollar', 'US dollars'),
  欧元: unit('euro', 'euros'),
  日元: unit('yen'),
  港元: unit('Hong Kong dollar', 'Hong Kong dollars'),
  港币: unit('Hong Kong dollar', 'Hong Kong dollars'),
  新台币: unit('New Taiwan dollar', 'New Taiwan dollars'),
  韩元: unit('won'),
  卢布: unit('rouble', 'roubles'),
  卢比: unit('rupee', 'rupees'),
  英镑: unit('pound', 'pounds'),
  人: unit('person', 'people', plain),
  人次: unit('visit (each time that one person comes)', 'visits (each time that one person comes)'),
  户: unit('household', 'households', plain),
  吨: unit('tonne', 'tonnes', plain),
  公斤: unit('kilogram', 'kilograms', plain),
  千克: unit('kilogram', 'kilograms', plain),
  斤: unit('jin', 'jin', { metric: { factor: 0.5, name: 'kg' } }),
  里: unit('li', 'li', { metric: { factor: 0.5, name: 'km' } }),
  亩: unit('mu', 'mu', { metric: { factor: 1 / 15, name: 'hectares' } }),
  公顷: unit('hectare', 'hectares', plain),
  平方公里: unit('square kilometre', 'square kilometres', plain),
  平方千米: unit('square kilometre', 'square kilometres', plain),
  平方米: unit('square metre', 'square metres', plain),
  立方米: unit('cubic metre', 'cubic metres', plain),
  公里: unit('kilometre', 'kilometres', plain),
  千米: unit('kilometre', 'kilometres', plain),
  米: unit('metre', 'metres', plain),
  千瓦: unit('kilowatt', 'kilowatts', plain),
  千瓦时: unit('kilowatt-hour', 'kilowatt-hours', plain),
  千伏: unit('kilovolt', 'kilovolts', plain),
  摄氏度: unit('degree Celsius', 'degrees Celsius'),
  岁: unit('year old', 'years old', plain),
};

/** What 数 and 几 before a magnitude say, by its power of ten. */
export const SEVERAL: Record<number, string> = {
  4: 'tens of thousands',
  5: 'hundreds of thousands',
  6: 'millions',
  7: 'tens of millions',
  8: 'hundreds of millions',
  9: 'billions',
  10: 'tens of billions',
  11: 'hundreds of billions',
  12: 'trillions',
};

/** Festivals by month and day of the lunar calendar. */
export const FESTIVALS: Record<string, string> = {
  '1-1': 'Chinese New Year',
  '1-15': 'the Lantern Festival',
  '5-5': 'the Dragon Boat Festival',
  '7-7': 'the Qixi Festival',
  '7-15': 'the Ghost Festival',
  '8-15': 'the Mid-Autumn Festival',
  '9-9': 'the Double Ninth Festival',
  '12-8': 'the Laba Festival',
  '12-23': 'the Little New Year in the north',
  '12-24': 'the Little New Year in the south',
};
