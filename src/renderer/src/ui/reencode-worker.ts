/** What the window asks for: a picture, by what its bytes are. */
export interface ReencodeJob {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The same picture as a PNG; null where it cannot be decoded. */
export type Reencoded = Blob | null;

// Decoding a large picture takes seconds, in which the window would stand still.
self.addEventListener('message', (event: MessageEvent<ReencodeJob>) => {
  void reencode(event.data).then((png) => self.postMessage(png));
});

/** Of a moving picture the first one. Nothing but its pixels goes on. */
async function reencode({ type, bytes }: ReencodeJob): Promise<Reencoded> {
  try {
    const bitmap = await createImageBitmap(new Blob([bytes], { type: `image/${type}` }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
    return await canvas.convertToBlob({ type: 'image/png' });
  } catch {
    return null;
  }
}
