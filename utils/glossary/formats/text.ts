import { GlossaryFileError } from './file-error';

/** Larger files are refused unread: 20,000 terms with three occurrences each are about 40 MB. */
export const MAX_FILE_BYTES = 128 * 1024 * 1024;

/**
 * The text of a file: UTF-8, or UTF-16 where it says so by its first bytes (as spreadsheets save "Unicode text").
 * Throws a `GlossaryFileError` with the line where the bytes are neither, rather than import broken characters.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > MAX_FILE_BYTES) throw tooLarge(bytes.length);
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    const line = firstBadLine(bytes, encoding);
    throw new GlossaryFileError(
      'encoding',
      [String(line)],
      `Line ${line} is not UTF-8: save the file as UTF-8, then import it again.`,
    );
  }
}

/** Refuses a file by its size before it is read. */
export function checkSize(bytes: number): void {
  if (bytes > MAX_FILE_BYTES) throw tooLarge(bytes);
}

function tooLarge(bytes: number): GlossaryFileError {
  const [is, most] = [bytes, MAX_FILE_BYTES].map((n) => String(Math.ceil(n / 1024 / 1024))) as [
    string,
    string,
  ];
  return new GlossaryFileError(
    'too_large',
    [is, most],
    `The file has ${is} MB; at most ${most} MB can be imported.`,
  );
}

function firstBadLine(bytes: Uint8Array, encoding: string): number {
  // Halving finds the longest readable beginning; a sequence that is only cut off does not count as broken.
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return new TextDecoder(encoding).decode(bytes.subarray(0, good)).split('\n').length;
}
