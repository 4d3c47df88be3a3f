/** Han characters as text uses them, iteration marks and 〇 included; radicals and strokes as such are not text. */
const HAN = /[\p{Script=Han}]/u;

/** Whether a character (one code point) is a Chinese character. */
export function isHan(character: string): boolean {
  return HAN.test(character);
}
