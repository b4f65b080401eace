import { readFile, stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { errorCodeOf } from '@core/error-code';
import { fail, type Outcome, succeed } from '@core/outcome';
import { TABLE_BOUNDS, type Table, type TableProblem } from '@core/tables/table';
import { z } from 'zod';

/** How long a file may take, and how much memory. The largest honest ones take seconds. */
const LONGEST_MS = 30_000;
const MOST_MEMORY_MB = 256;

/** A file that cannot be opened at all: gone, a folder, not mine to read. */
export type TableFileProblem = TableProblem | { readonly kind: 'file-not-readable' };

/** Reads the table in a file that a person chose. */
export type ReadTableFile = (file: string) => Promise<Outcome<Table, TableFileProblem>>;

const row = z.int().min(1);
const answerSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    value: z.object({
      headers: z.array(z.string()),
      rows: z.array(z.object({ number: row, cells: z.array(z.string()) })),
    }),
  }),
  z.object({
    ok: z.literal(false),
    failure: z.discriminatedUnion('kind', [
      z.object({ kind: z.enum(['not-a-table', 'file-too-large', 'empty', 'too-many-rows', 'spreadsheet-damaged']) }),
      z.object({ kind: z.enum(['too-many-columns', 'cell-too-long', 'quote-not-closed']), row }),
    ]),
  }),
]);

/** Reads in a thread of its own, which runs this file and is ended when it takes too much time or memory. */
export function createTableReader(
  workerFile: string,
  { longestMs = LONGEST_MS, execArgv }: { readonly longestMs?: number; readonly execArgv?: string[] } = {},
): ReadTableFile {
  return async (file) => {
    const bytes = await readBounded(file);
    return bytes.ok ? readInThread(bytes.value) : bytes;
  };

  function readInThread(bytes: Uint8Array): Promise<Outcome<Table, TableProblem>> {
    return new Promise((resolve) => {
      const worker = new Worker(workerFile, {
        workerData: { bytes },
        resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
        ...(execArgv ? { execArgv } : {}),
      });
      const end = (outcome: Outcome<Table, TableProblem>) => {
        clearTimeout(tooLong);
        resolve(outcome);
        void worker.terminate();
      };
      const tooLong = setTimeout(() => end(fail({ kind: 'file-too-large' })), longestMs);
      worker.on('message', (message) => {
        const answer = answerSchema.safeParse(message);
        if (!answer.success) end(fail({ kind: 'spreadsheet-damaged' }));
        else end(answer.data.ok ? succeed(answer.data.value) : fail(answer.data.failure));
      });
      worker.on('error', (error) => {
        const isTooMuch = errorCodeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY';
        end(fail({ kind: isTooMuch ? 'file-too-large' : 'spreadsheet-damaged' }));
      });
      worker.on('exit', () => end(fail({ kind: 'spreadsheet-damaged' })));
    });
  }
}

async function readBounded(file: string): Promise<Outcome<Uint8Array, TableFileProblem>> {
  try {
    const { size } = await stat(file);
    if (size > TABLE_BOUNDS.fileBytes) return fail({ kind: 'file-too-large' });
    return succeed(await readFile(file));
  } catch {
    return fail({ kind: 'file-not-readable' });
  }
}
