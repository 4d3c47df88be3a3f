import { type Analysis, analyze } from '@/utils/lang/analysis';
import { paragraphSpans } from '@/utils/lang/column-break';
import type { Engine } from '@/utils/lang/engine';

/** A paragraph of a text, analysed as a block of its own, and where it begins. */
export interface Piece {
  from: number;
  text: string;
  analysis: Analysis;
}

/** A pasted text as the document page reads it: its paragraphs, with the column breaks inside of them. */
export function analyzePasted(text: string, engine: Engine): Piece[] {
  return paragraphSpans(text).map(({ from, to }) => {
    const paragraph = text.slice(from, to);
    return { from, text: paragraph, analysis: analyze([paragraph], engine) };
  });
}
