import { checkPictureFile, type PictureRefusal } from '@core/capture/picture-file';
import { imageSize } from 'image-size';

/** What the window asks for: a file's bytes. */
export interface PictureJob {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The picture as a PNG, or why it is none. */
export type PictureAnswer =
  | { readonly ok: true; readonly png: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly refusal: PictureRefusal };

// Decoding a large picture takes seconds, in which the window would stand still.
self.addEventListener('message', (event: MessageEvent<PictureJob>) => {
  void toPng(event.data.bytes).then((answer) => {
    self.postMessage(answer, { transfer: answer.ok ? [answer.png.buffer] : [] });
  });
});

/**
 * Checks a file by its bytes and turns it into a PNG. One that is a PNG stays as it is, once it is known that it can be
 * decoded. The orientation that a camera noted is followed, and its other notes are left behind.
 */
async function toPng(bytes: Uint8Array<ArrayBuffer>): Promise<PictureAnswer> {
  const checked = checkPictureFile(bytes, (file) => imageSize(file));
  if (!checked.ok) return { ok: false, refusal: checked.failure };
  try {
    const bitmap = await createImageBitmap(new Blob([bytes], { type: `image/${checked.value.type}` }));
    if (checked.value.type === 'png') return { ok: true, png: bytes };
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    return { ok: true, png: new Uint8Array(await blob.arrayBuffer()) };
  } catch {
    return { ok: false, refusal: { kind: 'damaged' } };
  }
}
