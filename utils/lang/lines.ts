import { LINES_PER_BLOCK } from './dictionary-format';

const decoder = new TextDecoder();

/** Lines of UTF-8 text, decoded one by one when asked for. */
export class Lines {
  readonly #text: Uint8Array;
  readonly #blocks: Uint32Array;

  /**
   * @param text lines that each end in a line feed
   * @param blocks byte offset of every line whose number is a multiple of `LINES_PER_BLOCK`
   */
  constructor(text: Uint8Array, blocks: Uint32Array) {
    this.#text = text;
    this.#blocks = blocks;
  }

  /** A line by number, without its end. Throws a RangeError where there is none. */
  line(number: number): string {
    const text = this.#text;
    let at = this.#blocks[Math.floor(number / LINES_PER_BLOCK)] ?? -1;
    for (let skip = number % LINES_PER_BLOCK; skip > 0 && at >= 0; skip--)
      at = text.indexOf(0x0a, at) + 1 || -1;
    const end = at < 0 ? -1 : text.indexOf(0x0a, at);
    if (end < 0) throw new RangeError(`There is no line ${number} in ${text.length} bytes of text.`);
    return decoder.decode(text.subarray(at, end));
  }
}
