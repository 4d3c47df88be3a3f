import { spell } from './spelling';

const REFERENCE = /(?:([^\s|,;:()[\]]+)\|)?([^\s|,;:()[\]]+)\[([A-Za-z:0-9 ,·-]+)\]/g;

/**
 * A gloss of CC-CEDICT as a reader reads it: `variant of 個|个[ge4]` → `variant of 个 gè`, `CL:條|条[tiao2],根[gen1]` →
 * `measure word: 条 tiáo, 根 gēn`.
 */
export function plainGloss(gloss: string): string {
  if (!gloss.includes('[')) return gloss;
  const plain = gloss.replace(REFERENCE, (_, _hant: string | undefined, hans: string, reading: string) =>
    /[1-5]/.test(reading) ? `${hans} ${spell(reading.replace(/u:/g, 'v'))}` : `${hans} ${reading}`,
  );
  return plain.startsWith('CL:') ? `measure word: ${plain.slice(3).replace(/,(?=\S)/g, ', ')}` : plain;
}
