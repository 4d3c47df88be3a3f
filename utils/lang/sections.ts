/**
 * Byte arrays side by side in one buffer, each at a multiple of four: a line of JSON with names and lengths,
 * its own length before it, then the bytes. Nothing is copied when they are read.
 */
export function encodeSections(sections: Record<string, Uint8Array>): Uint8Array {
  const lengths = Object.entries(sections).map(([name, bytes]) => [name, bytes.length] as const);
  const head = new TextEncoder().encode(JSON.stringify(lengths));
  const start = align(4 + head.length);
  const size = lengths.reduce((sum, [, length]) => sum + align(length), start);
  const all = new Uint8Array(size);
  new DataView(all.buffer).setUint32(0, head.length, true);
  all.set(head, 4);
  let at = start;
  for (const bytes of Object.values(sections)) {
    all.set(bytes, at);
    at += align(bytes.length);
  }
  return all;
}

/** The sections of a buffer by name. Throws where the buffer is not what `encodeSections` made. */
export function decodeSections(buffer: ArrayBuffer): (name: string) => Uint8Array {
  const length = buffer.byteLength < 4 ? 0 : new DataView(buffer).getUint32(0, true);
  if (length === 0 || 4 + length > buffer.byteLength)
    throw new Error(`A file of ${buffer.byteLength} bytes does not hold sections.`);
  const lengths: [string, number][] = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
  const sections = new Map<string, Uint8Array>();
  let at = align(4 + length);
  for (const [name, size] of lengths) {
    sections.set(name, new Uint8Array(buffer, at, size));
    at += align(size);
  }
  return (name) => {
    const bytes = sections.get(name);
    if (!bytes) throw new Error(`The file has no section ${name}, only ${[...sections.keys()].join(', ')}.`);
    return bytes;
  };
}

function align(length: number): number {
  return (length + 3) & ~3;
}

/** The bytes of a typed array. */
export function bytesOf(array: Uint8Array | Uint16Array | Uint32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

/** 16-bit numbers as they lie in a section. */
export function as16(bytes: Uint8Array): Uint16Array {
  return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 1);
}

/** 32-bit numbers as they lie in a section. */
export function as32(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
}

/** A checksum of bytes, as an unsigned 32-bit number: tells a damaged section, guards against nobody. */
export function checksum(bytes: Uint8Array): number {
  // Four bytes at a time, from an even place.
  const words = as32(bytes.byteOffset % 4 === 0 ? bytes : bytes.slice());
  let sum = bytes.length;
  for (let at = 0; at < words.length; at++) sum = (Math.imul(sum, 31) + (words[at] as number)) | 0;
  for (let at = words.length * 4; at < bytes.length; at++)
    sum = (Math.imul(sum, 31) + (bytes[at] as number)) | 0;
  return sum >>> 0;
}
