import type { Reencoded, ReencodeJob } from './reencode-worker';
import ReencodeWorker from './reencode-worker?worker';

/**
 * Makes a picture of the app's own of one that came from outside, beside the window. The caller has checked what it is and
 * how large. Answers an address that holds as long as the window lives; null where it cannot be decoded.
 */
export async function reencodePicture(job: ReencodeJob): Promise<string | null> {
  const worker = new ReencodeWorker();
  try {
    const png = await new Promise<Reencoded>((resolve) => {
      worker.addEventListener('message', (event: MessageEvent<Reencoded>) => resolve(event.data));
      worker.addEventListener('error', () => resolve(null));
      worker.postMessage(job, [job.bytes.buffer]);
    });
    return png === null ? null : URL.createObjectURL(png);
  } finally {
    worker.terminate();
  }
}
