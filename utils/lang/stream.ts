import { breaksOf } from './column-break';
import type { Fold } from './fold';

/**
 * A block as the engine reads it: folded UTF-16 units without what stands between characters but is no text
 * (line breaks at which the text goes on, zero-width characters), and the place of each in the block.
 */
export interface Stream {
  text: string;
  units: Uint16Array;
  /** Source offset of each unit, and the text's length at the end. */
  at: Uint32Array;
  /** 1 before a unit where a break lies that may be the end of a headline; `null` where there is none. */
  doubtful: Uint8Array | null;
}

/** The stream of a block. */
export function streamOf(text: string, fold: Fold): Stream {
  const units = new Uint16Array(text.length);
  const at = new Uint32Array(text.length + 1);
  const breaks = breaksOf(text).filter(({ kind }) => kind !== 'closed');
  const doubtful = breaks.some(({ kind }) => kind === 'doubtful') ? new Uint8Array(text.length + 1) : null;
  let length = 0;
  let next = 0;
  for (let offset = 0; offset < text.length; ) {
    const lineBreak = breaks[next];
    if (lineBreak && offset === lineBreak.from) {
      if (doubtful && lineBreak.kind === 'doubtful') doubtful[length] = 1;
      offset = lineBreak.to;
      next++;
      continue;
    }
    const unit = text.charCodeAt(offset);
    if (isInvisible(unit)) {
      offset++;
      continue;
    }
    units[length] = fold.unit(unit);
    at[length++] = offset++;
  }
  at[length] = text.length;
  return { text, units: units.subarray(0, length), at: at.subarray(0, length + 1), doubtful };
}

/** Zero-width characters, soft hyphens, marks of direction, variation selectors of 16 bits. */
function isInvisible(unit: number): boolean {
  return (
    (unit >= 0x200b && unit <= 0x200f) ||
    unit === 0xad ||
    unit === 0x2060 ||
    unit === 0xfeff ||
    (unit >= 0xfe00 && unit <= 0xfe0f)
  );
}

/** A stretch of the stream as it is written in the source, without breaks inside. */
export function formOf(stream: Stream, start: number, end: number): string {
  let form = '';
  for (let at = start; at < end; at++) form += stream.text.charAt(stream.at[at] as number);
  return form;
}

/** UTF-16 units that are made a string at once. */
const PIECE = 8192;
const folded = new WeakMap<Uint16Array, string>();

/** The units of a stream as a text, made once. */
export function foldedText({ units }: Stream): string {
  const known = folded.get(units);
  if (known !== undefined) return known;
  let text = '';
  for (let at = 0; at < units.length; at += PIECE)
    text += String.fromCharCode(...units.subarray(at, at + PIECE));
  folded.set(units, text);
  return text;
}
