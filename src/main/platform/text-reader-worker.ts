import { parentPort } from 'node:worker_threads';
import { PNG } from 'pngjs';
import { readAddress } from './read-address';
import { readWords } from './read-words';
import { type ReaderAnswer, type Readings, type ReadingTask, readerRequestSchema } from './text-reader-messages';
import { type Recognition, startRecognition } from './text-recognition';

// The thread that reads pictures: decoding and looking through pixels take too long for the app's main process. What it
// does not catch ends it, and the app hears of that.

let recognition: Promise<Recognition> | null = null;

async function read(task: ReadingTask, png: Uint8Array): Promise<ReaderAnswer> {
  let picture: PNG;
  try {
    picture = PNG.sync.read(Buffer.from(png.buffer, png.byteOffset, png.byteLength));
  } catch (error) {
    return { ok: false, failure: { kind: 'picture-invalid', message: String(error) } };
  }
  const raster = { width: picture.width, height: picture.height, rgba: picture.data };
  recognition ??= startRecognition();
  const started = await recognition;
  const value: Readings =
    task === 'words'
      ? { words: await readWords(started, raster), address: null }
      : { words: [], address: await readAddress(started, raster) };
  return { ok: true, value };
}

parentPort?.on('message', (message: unknown) => {
  const { task, png } = readerRequestSchema.parse(message);
  void read(task, png)
    .catch((error: unknown): ReaderAnswer => {
      // A machinery that failed once is not asked again.
      recognition = null;
      return { ok: false, failure: { kind: 'reader-failed', message: String(error) } };
    })
    .then((answer) => parentPort?.postMessage(answer));
});
