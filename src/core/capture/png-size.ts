const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const HEADER_TYPE = [0x49, 0x48, 0x44, 0x52];
const HEADER_END = 24;

function holdsAt(bytes: Uint8Array, offset: number, expected: readonly number[]): boolean {
  return expected.every((byte, index) => bytes[offset + index] === byte);
}

/** Width and height from a PNG's header; null when the bytes are no PNG or the picture is empty. */
export function readPngSize(bytes: Uint8Array): { width: number; height: number } | null {
  if (bytes.length < HEADER_END || !holdsAt(bytes, 0, SIGNATURE) || !holdsAt(bytes, 12, HEADER_TYPE)) return null;
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const width = header.getUint32(16);
  const height = header.getUint32(20);
  return width > 0 && height > 0 ? { width, height } : null;
}
