import type { ExportFormat } from '@core/capture/export-file';

/** High enough that letters of a screen keep their edges. */
const QUALITY = 0.95;

/** A flattened PNG as the format needs it: itself, or encoded anew; a PDF takes a JPEG. */
export async function encodePicture(
  png: Uint8Array<ArrayBuffer>,
  format: ExportFormat,
): Promise<Uint8Array<ArrayBuffer>> {
  if (format === 'png') return png;
  const bitmap = await createImageBitmap(new Blob([png], { type: 'image/png' }));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const pen = canvas.getContext('2d', { alpha: false });
  if (pen === null) throw new Error('This window has no canvas to draw on');
  pen.drawImage(bitmap, 0, 0);
  bitmap.close();
  const type = format === 'webp' ? 'image/webp' : 'image/jpeg';
  const blob = await canvas.convertToBlob({ type, quality: QUALITY });
  return new Uint8Array(await blob.arrayBuffer());
}
