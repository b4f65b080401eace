import { MOST_BYTES } from '@core/capture/picture-file';
import type { PictureAnswer, PictureJob } from './picture-worker';
import PictureWorker from './picture-worker?worker';

/** A file as a PNG, or why it cannot be taken in. The work is done beside the window. */
export async function readPictureFile(file: File): Promise<PictureAnswer> {
  // Not read at all: it would not fit into the memory twice.
  if (file.size > MOST_BYTES) {
    return { ok: false, refusal: { kind: 'too-many-bytes', megabytes: Math.ceil(file.size / 1_000_000) } };
  }
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  );
  // A folder can be dropped as well, and has no bytes.
  if (bytes === null) return { ok: false, refusal: { kind: 'no-picture' } };
  const worker = new PictureWorker();
  try {
    return await new Promise<PictureAnswer>((resolve) => {
      worker.addEventListener('message', (event: MessageEvent<PictureAnswer>) => resolve(event.data));
      worker.addEventListener('error', () => resolve({ ok: false, refusal: { kind: 'damaged' } }));
      const job: PictureJob = { bytes };
      worker.postMessage(job, [bytes.buffer]);
    });
  } finally {
    worker.terminate();
  }
}
