/** One chunk of a PNG as it stands in the file: length, type, content, checksum. */
export interface PngChunk {
  /** Four letters, such as `IDAT`. */
  readonly type: string;
  /** All of it, byte for byte. */
  readonly bytes: Uint8Array;
  readonly content: Uint8Array;
}

/** The eight bytes that begin every PNG. Source: PNG Specification (Third Edition), 5.2. */
export const PNG_SIGNATURE: readonly number[] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

const FRAME_BYTES = 12;
const CRC_POLYNOMIAL = 0xedb88320;
const BITS = 8;

function shifted(value: number): number {
  return value & 1 ? CRC_POLYNOMIAL ^ (value >>> 1) : value >>> 1;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < BITS; bit += 1) value = shifted(value);
  return value;
});

/** The checksum of a chunk's type and content. Source: PNG Specification (Third Edition), 5.5. */
export function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> BITS);
  return (crc ^ 0xffffffff) >>> 0;
}

/** A chunk with its length and checksum. `type` has four ASCII letters. */
export function makeChunk(type: string, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(FRAME_BYTES + content.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, content.length);
  for (let index = 0; index < 4; index += 1) bytes[4 + index] = type.charCodeAt(index);
  bytes.set(content, 8);
  view.setUint32(8 + content.length, crcOf(bytes.subarray(4, 8 + content.length)));
  return bytes;
}

/**
 * The chunks of a PNG up to and with its end; what follows the end belongs to no picture and is left out. Null when the
 * bytes are no PNG, or one that was cut short.
 */
export function readPngChunks(png: Uint8Array): PngChunk[] | null {
  if (!PNG_SIGNATURE.every((byte, index) => png[index] === byte)) return null;
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks: PngChunk[] = [];
  for (let start = PNG_SIGNATURE.length; start + FRAME_BYTES <= png.length; ) {
    const length = view.getUint32(start);
    const end = start + FRAME_BYTES + length;
    if (end > png.length) return null;
    const type = String.fromCharCode(...png.subarray(start + 4, start + 8));
    chunks.push({ type, bytes: png.subarray(start, end), content: png.subarray(start + 8, end - 4) });
    if (type === 'IEND') return chunks[0]?.type === 'IHDR' ? chunks : null;
    start = end;
  }
  return null;
}
