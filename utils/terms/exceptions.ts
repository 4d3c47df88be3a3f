/**
 * Where the converter errs: the traditional form (Taiwan's character standard, words not replaced) of a stretch
 * of a headword, as an editor has decided it. Applies wherever `hans` stands in a form. A test fails for an
 * exception that the converter no longer needs.
 */
export const VARIANT_EXCEPTIONS: readonly { hans: string; hant: string; reason: string }[] = [
  { hans: '新征程', hant: '新征程', reason: '征 is a journey here, not 徵 (to levy)' },
  { hans: '资金链', hant: '資金鏈', reason: 'like 產業鏈; 鍊 is the necklace' },
  { hans: '伟大斗争', hant: '偉大鬥爭', reason: '鬥 (to fight), not 斗 (a measure)' },
  { hans: '义乌发展', hant: '義烏發展', reason: '發展 (development); 烏髮 is black hair' },
  { hans: '好干部', hant: '好幹部', reason: '幹部 (official), not 乾 (dry)' },
  { hans: '包干', hant: '包幹', reason: '包幹 (to answer for a task), not 乾 (dry)' },
  { hans: '合村并居', hant: '合村併居', reason: '併 (to merge), not 並 (side by side)' },
  { hans: '租购并举', hant: '租購並舉', reason: '並舉 (raised together); 購併 is a take-over' },
  { hans: '一个中心', hant: '一個中心', reason: '個 is the standard form; 箇中 (in it) is another word' },
  { hans: '合作伙伴', hant: '合作夥伴', reason: 'partner; the converter cuts 合作伙 off first' },
  { hans: '集中签约', hant: '集中簽約', reason: '簽約 (to sign); 中籤 is to win a draw' },
  { hans: '战略伙伴', hant: '戰略夥伴', reason: 'partner, as in 合作夥伴; the converter has no word for it' },
  { hans: '总台央视', hant: '總臺央視', reason: 'broadcasting station; 總檯 is a reception desk' },
  { hans: '一个中国', hant: '一個中國', reason: '個, the ordinary measure word; 箇 is a rare form' },
  { hans: '以台制华', hant: '以臺制華', reason: '制 (to hold down), not 製 (to make)' },
];

/**
 * Numeric headwords whose items are rightly not as many as the numeral says.
 */
export const EXPANSION_EXCEPTIONS: readonly { hans: string; items: number; reason: string }[] = [];
