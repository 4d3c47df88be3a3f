import { joinParagraphs } from '@/utils/lang/column-break';
import { decodeText, isBinary } from '@/utils/page/text-bytes';

/** So many bytes of text are shown at most: some three million characters, many books. */
const MOST_TEXT = 8_000_000;
/** So many bytes of a PDF are read at most. */
const MOST_PDF = 400_000_000;
/** A PDF may begin with so many bytes of something else. */
const BEFORE_PDF = 1024;

/** What a file turned out to be. */
export type Opened =
  | { kind: 'text'; paragraphs: string[] }
  | { kind: 'pdf'; data: Uint8Array }
  | { kind: 'empty' | 'binary' | 'web-page' }
  | { kind: 'too-large'; most: number };

/** Tells what a file is by its bytes, whatever its name says. */
export function openBytes(bytes: Uint8Array): Opened {
  if (bytes.length === 0) return { kind: 'empty' };
  if (isPdf(bytes)) return bytes.length > MOST_PDF ? tooLarge(MOST_PDF) : { kind: 'pdf', data: bytes };
  if (bytes.length > MOST_TEXT) return isBinary(bytes) ? { kind: 'binary' } : tooLarge(MOST_TEXT);
  const decoded = decodeText(bytes);
  if (!decoded) return { kind: 'binary' };
  if (/^\s*<(?:!doctype html|html|\?xml[^>]*>\s*<(?:!doctype html|html))/i.test(decoded.text.slice(0, 1000)))
    return { kind: 'web-page' };
  const paragraphs = joinParagraphs(decoded.text);
  return paragraphs.length > 0 ? { kind: 'text', paragraphs } : { kind: 'empty' };
}

function tooLarge(most: number): Opened {
  return { kind: 'too-large', most: most / 1_000_000 };
}

function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, BEFORE_PDF)).includes('%PDF-');
}

/** The name of the file at an address. */
export function nameOf(address: string): string {
  const { pathname, hostname } = new URL(address);
  const last = pathname.split('/').filter(Boolean).at(-1);
  if (!last) return hostname;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/**
 * Fetches a file that the reader may read there; throws where the network or the server refuses.
 *
 * @param onProgress the share that has come, from 0 to 1, where the server says how large it is
 */
export async function fetchBytes(
  address: string,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const response = await fetch(address, { credentials: 'include', signal });
  if (!response.ok || !response.body) throw new Error(`${response.status} ${response.statusText}`.trim());
  const total = Number(response.headers.get('content-length'));
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.length;
    // More than can be shown is not waited for.
    if (length > MOST_PDF) {
      void reader.cancel();
      break;
    }
    if (total > 0) onProgress(Math.min(1, length / total));
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
