import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { recognisedWordSchema } from '@core/capture/recognised-text';
import { z } from 'zod';

const answerSchema = z.object({ ok: z.literal(true), value: z.object({ words: z.array(recognisedWordSchema) }) });

/** The words that text recognition finds in a PNG, by the built app's own thread. */
export async function readWords(png: Buffer): Promise<string[]> {
  const worker = new Worker(resolve('out/main/text-reader-worker.js'));
  try {
    const answer = new Promise<unknown>((settle, reject) => {
      worker.once('message', settle);
      worker.once('error', reject);
    });
    worker.postMessage({ task: 'words', png: new Uint8Array(png) });
    return answerSchema.parse(await answer).value.words.map(({ text }) => text);
  } finally {
    await worker.terminate();
  }
}
