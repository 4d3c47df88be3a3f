import { createHash } from 'node:crypto';

/** A line of text in a PDF: where it begins, in points from the top left. */
export interface PdfLine {
  text: string;
  x: number;
  y: number;
  size?: number;
  /** From top to bottom; `x` is then the middle of the line. */
  vertical?: boolean;
}

const WIDTH = 595;
const HEIGHT = 842;

/**
 * A PDF written by hand, A4. Its font is in no way in the file and has no ToUnicode: characters are named by the
 * predefined character map UniGB-UCS2, as Chinese typesetting systems do. A page without lines shows a picture.
 */
export function pdfFile(pages: PdfLine[][], { password }: { password?: string } = {}): Buffer {
  const objects: string[] = [];
  const key = password === undefined ? null : keyOf(password);
  const add = (body: string) => objects.push(body);
  const string = (text: string, id: number) =>
    `<${Buffer.from(key ? crypt(text, key, id) : text, 'latin1').toString('hex')}>`;
  const ids = pages.map((_, index) => 7 + 2 * index);
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${ids.map((id) => `${id} 0 R`).join(' ')}] >>`);
  for (const way of ['H', 'V'])
    add(
      `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-${way} /DescendantFonts [5 0 R] >>`,
    );
  add(
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 6 0 R ' +
      `/CIDSystemInfo << /Registry ${string('Adobe', 5)} /Ordering ${string('GB1', 5)} /Supplement 4 >> >>`,
  );
  add(
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 ' +
      '/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  );
  for (const [index, lines] of pages.entries()) {
    const id = ids[index] as number;
    const content = lines.length > 0 ? lines.map(draw).join('\n') : PICTURE;
    const stream = key ? crypt(content, key, id + 1) : content;
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents ${id + 1} 0 R ` +
        '/Resources << /Font << /H 3 0 R /V 4 0 R >> >> >>',
    );
    add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
  }
  let trailer = `/Size ${objects.length + 1} /Root 1 0 R`;
  if (key) {
    add(
      `<< /Filter /Standard /V 1 /R 2 /O <${hex(OWNER)}> /U <${hex(rc4(key, PADDING))}> /P ${PERMISSIONS} >>`,
    );
    trailer = `/Size ${objects.length + 1} /Root 1 0 R /Encrypt ${objects.length} 0 R /ID [<${hex(ID)}> <${hex(ID)}>]`;
  }
  let file = '%PDF-1.4\n';
  const places = objects.map((body, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const at of places) file += `${String(at).padStart(10, '0')} 00000 n \n`;
  file += `trailer\n<< ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** A grey box in the place of a scanned page. */
const PICTURE = '0.8 g 60 60 475 722 re f';

function draw({ text, x, y, size = 12, vertical = false }: PdfLine): string {
  const codes = Buffer.from(text, 'utf16le').swap16().toString('hex');
  return `BT /${vertical ? 'V' : 'H'} ${size} Tf 1 0 0 1 ${x} ${HEIGHT - y} Tm <${codes}> Tj ET`;
}

// The first of PDF's encryptions (RC4, 40 bits): short enough to be written here.

const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const OWNER = Buffer.alloc(32, 7);
const ID = Buffer.alloc(16, 9);
const PERMISSIONS = -4;

function md5(...parts: Buffer[]): Buffer {
  return createHash('md5').update(Buffer.concat(parts)).digest();
}

function keyOf(password: string): Buffer {
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32);
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(PERMISSIONS);
  return md5(padded, OWNER, permissions, ID).subarray(0, 5);
}

function crypt(content: string, key: Buffer, id: number): string {
  const object = Buffer.from([id & 0xff, id >> 8, 0, 0, 0]);
  return rc4(md5(key, object).subarray(0, 10), Buffer.from(content, 'latin1')).toString('latin1');
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at);
  const swap = (one: number, other: number) => {
    [state[one], state[other]] = [state[other] as number, state[one] as number];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] as number) + (key[i % key.length] as number)) & 255;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + (state[i] as number)) & 255;
      swap(i, j);
      return byte ^ (state[((state[i] as number) + (state[j] as number)) & 255] as number);
    }),
  );
}

function hex(bytes: Buffer): string {
  return bytes.toString('hex');
}
