/** How a file's text was written down. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

/** A file's text without its byte order mark. */
export interface DecodedText {
  text: string;
  encoding: Encoding;
}

const MARKS: [bytes: number[], encoding: Encoding][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];
/** Text has line ends, tabs and form feeds; of other control characters one in so many bytes makes it binary. */
const BYTES_PER_CONTROL = 1000;
/** So many bytes tell which of two encodings it is. */
const SAMPLE = 200_000;
/** By so much more of the text must be in common use as Big5: files in it are rare. */
const BIG5_AHEAD = 0.1;
/** Of text in a Chinese encoding at least this share is in common use. */
const LEAST_COMMON = 0.5;

/**
 * The text of a file's bytes; `null` where they are no text. A mark names its encoding; else what is valid UTF-8 is
 * UTF-8, since text in another encoding hardly ever is; else GB18030 or Big5, whichever puts more of the characters
 * among those in common use.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  for (const [mark, encoding] of MARKS)
    if (mark.every((byte, at) => bytes[at] === byte))
      return { text: new TextDecoder(encoding).decode(bytes), encoding };
  if (isBinary(bytes)) return null;
  const utf8 = strictly(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  const gb = shareOf(bytes, isCommonInGb);
  const big5 = shareOf(bytes, isCommonInBig5);
  const order: Encoding[] = big5 > gb + BIG5_AHEAD ? ['big5', 'gb18030'] : ['gb18030', 'big5'];
  if (Math.max(gb, big5) < LEAST_COMMON) return null;
  for (const encoding of order) {
    const text = strictly(bytes, encoding);
    if (text !== null) return { text, encoding };
  }
  // A byte that was lost or damaged is no reason to refuse the rest.
  const [encoding] = order as [Encoding];
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

/** Whether bytes hold what no text has; UTF-16 counts as such but for its mark. */
export function isBinary(bytes: Uint8Array): boolean {
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) return true;
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a) controls++;
  }
  return controls * BYTES_PER_CONTROL > bytes.length;
}

function strictly(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Which share of the characters outside ASCII is in common use, read as pairs of bytes. */
function shareOf(bytes: Uint8Array, isCommon: (lead: number, trail: number) => boolean): number {
  let pairs = 0;
  let common = 0;
  const end = Math.min(bytes.length, SAMPLE);
  for (let at = 0; at < end; at++) {
    const lead = bytes[at] as number;
    if (lead < 0x80) continue;
    const trail = bytes[++at] ?? 0;
    // Four bytes of GB18030 name a character in no common use.
    if (isDigit(trail) && (bytes[at + 1] ?? 0) > 0x80 && isDigit(bytes[at + 2] ?? 0)) {
      at += 2;
      continue;
    }
    pairs++;
    if (isCommon(lead, trail)) common++;
  }
  return pairs === 0 ? 0 : common / pairs;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** Signs, and the first level of GB 2312. */
function isCommonInGb(lead: number, trail: number): boolean {
  return trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xd7));
}

/** Signs, and the first level of Big5. */
function isCommonInBig5(lead: number, trail: number): boolean {
  return lead >= 0xa1 && lead <= 0xc6 && ((trail >= 0x40 && trail <= 0x7e) || trail >= 0xa1);
}
