import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A file that is copied into the extension. */
export interface CopiedFile {
  absoluteSrc: string;
  relativeDest: string;
}

/** The tables by which a PDF names Chinese characters; those for Japanese and Korean would double their size. */
const CHINESE_CMAPS =
  /^(?:Adobe-(?:GB1|CNS1)-|Adobe-.*-UCS2|GB|UniGB-|B5|ETen|ETHK|HK|CNS|UniCNS-)[\w-]*\.bcmap$/;
/** Of the standard fonts pdf.js takes only these from its own store, all others from the system. */
const SYMBOL_FONTS = ['FoxitSymbol.pfb', 'FoxitDingbats.pfb', 'LICENSE_FOXIT'];

/**
 * What pdf.js reads while it draws: character maps, symbol fonts, decoders of pictures and colours; each folder with
 * its licences.
 */
export function pdfAssets(): CopiedFile[] {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const files = (folder: string, wanted: (name: string) => boolean) =>
    readdirSync(join(root, folder))
      .filter(wanted)
      .map((name) => ({ absoluteSrc: join(root, folder, name), relativeDest: `pdf/${folder}/${name}` }));
  return [
    ...files('cmaps', (name) => CHINESE_CMAPS.test(name) || name === 'LICENSE'),
    ...files('standard_fonts', (name) => SYMBOL_FONTS.includes(name)),
    ...files('wasm', (name) => /\.wasm$|^LICENSE/.test(name)),
    ...files('iccs', (name) => /\.icc$|^LICENSE/.test(name)),
  ];
}
