const INITIALS: Record<string, string> = {
  b: 'ㄅ',
  p: 'ㄆ',
  m: 'ㄇ',
  f: 'ㄈ',
  d: 'ㄉ',
  t: 'ㄊ',
  n: 'ㄋ',
  l: 'ㄌ',
  g: 'ㄍ',
  k: 'ㄎ',
  h: 'ㄏ',
  j: 'ㄐ',
  q: 'ㄑ',
  x: 'ㄒ',
  zh: 'ㄓ',
  ch: 'ㄔ',
  sh: 'ㄕ',
  r: 'ㄖ',
  z: 'ㄗ',
  c: 'ㄘ',
  s: 'ㄙ',
};
/** Finals as they are after the spelling of y and w and of ü is undone. */
const FINALS: Record<string, string> = {
  '': '',
  a: 'ㄚ',
  o: 'ㄛ',
  e: 'ㄜ',
  ê: 'ㄝ',
  ai: 'ㄞ',
  ei: 'ㄟ',
  ao: 'ㄠ',
  ou: 'ㄡ',
  an: 'ㄢ',
  en: 'ㄣ',
  ang: 'ㄤ',
  eng: 'ㄥ',
  er: 'ㄦ',
  i: 'ㄧ',
  ia: 'ㄧㄚ',
  io: 'ㄧㄛ',
  ie: 'ㄧㄝ',
  iai: 'ㄧㄞ',
  iao: 'ㄧㄠ',
  iu: 'ㄧㄡ',
  ian: 'ㄧㄢ',
  in: 'ㄧㄣ',
  iang: 'ㄧㄤ',
  ing: 'ㄧㄥ',
  u: 'ㄨ',
  ua: 'ㄨㄚ',
  uo: 'ㄨㄛ',
  uai: 'ㄨㄞ',
  ui: 'ㄨㄟ',
  uan: 'ㄨㄢ',
  un: 'ㄨㄣ',
  uang: 'ㄨㄤ',
  ong: 'ㄨㄥ',
  ueng: 'ㄨㄥ',
  v: 'ㄩ',
  ve: 'ㄩㄝ',
  van: 'ㄩㄢ',
  vn: 'ㄩㄣ',
  iong: 'ㄩㄥ',
  m: 'ㄇ',
  n: 'ㄋ',
  ng: 'ㄫ',
};
const TONES = ['', '', 'ˊ', 'ˇ', 'ˋ'];

/** One syllable in zhuyin: `lian4` → `ㄌㄧㄢˋ`, `de5` → `˙ㄉㄜ`. What is no syllable stays as it is. */
export function zhuyinOf(syllable: string): string {
  const match = /^([a-zê]+?)([1-5])?$/.exec(syllable.toLowerCase().replace(/ü/g, 'v'));
  if (!match) return syllable;
  const tone = Number(match[2] ?? 5);
  const letters = match[1] as string;
  if (letters === 'r') return tone === 5 ? '˙ㄦ' : `ㄦ${TONES[tone]}`;
  const sounds = soundsOf(letters);
  if (sounds === null) return syllable;
  return tone === 5 ? `˙${sounds}` : sounds + (TONES[tone] ?? '');
}

function soundsOf(letters: string): string | null {
  if (/^(m|n|ng|hm|hng)$/.test(letters))
    return (letters.startsWith('h') ? 'ㄏ' : '') + FINALS[letters.replace('h', '')];
  const initial = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcs])/.exec(letters)?.[0] ?? '';
  let final = letters.slice(initial.length);
  if (initial === '') final = unspelled(final);
  else if (/^(zh|ch|sh|[rzcs])$/.test(initial) && final === 'i') final = '';
  else if (/^[jqx]$/.test(initial) && final.startsWith('u')) final = `v${final.slice(1)}`;
  else if (final === 'ue') final = 've';
  const sign = FINALS[final];
  return sign === undefined ? null : (INITIALS[initial] ?? '') + sign;
}

/** A syllable without an initial, its y and w taken off: yue → ve, yi → i, wei → ui, you → iu. */
function unspelled(final: string): string {
  if (final.startsWith('yu')) return `v${final.slice(2)}`;
  if (final === 'yong') return 'iong';
  if (final === 'you') return 'iu';
  if (final.startsWith('y')) return final.startsWith('yi') ? final.slice(1) : `i${final.slice(1)}`;
  if (final === 'wei') return 'ui';
  if (final === 'wen') return 'un';
  if (final === 'weng') return 'ueng';
  if (final.startsWith('w')) return final.startsWith('wu') ? final.slice(1) : `u${final.slice(1)}`;
  return final;
}
