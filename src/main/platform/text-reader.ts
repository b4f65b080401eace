import { Worker } from 'node:worker_threads';
import type { AddressReading } from '@core/capture/address-reading';
import type { RecognisedWord } from '@core/capture/recognised-text';
import { fail, type Outcome, succeed } from '@core/outcome';
import { type Readings, type ReadingTask, readerAnswerSchema } from './text-reader-messages';

/** Why a picture was not read. `message` is for the log. */
export interface ReadingFailure {
  readonly kind: 'cancelled' | 'picture-invalid' | 'reader-failed';
  readonly message: string;
}

export interface ReadingOptions {
  /** Gives the reading up: it ends as `cancelled`, also while it is under way. */
  readonly signal?: AbortSignal;
}

/** Reads text in pictures on this computer, without any network. It gets a picture's bytes and nothing else. */
export interface TextReader {
  /** Every word of a PNG, with its box in pixels of the picture. */
  readWords(png: Uint8Array, options?: ReadingOptions): Promise<Outcome<RecognisedWord[], ReadingFailure>>;
  /** The address in the browser's address bar of a PNG; null where no bar with an address is in it. */
  readAddress(png: Uint8Array, options?: ReadingOptions): Promise<Outcome<AddressReading | null, ReadingFailure>>;
  /** Ends the thread; what is under way or waits ends as `cancelled`. Reading again later is possible. */
  close(): Promise<void>;
}

interface Job {
  readonly task: ReadingTask;
  readonly png: Uint8Array;
  readonly settle: (outcome: Outcome<Readings, ReadingFailure>) => void;
}

/** The language data and the machinery take some 150 MB, which nobody needs who takes no pictures. */
const IDLE_UNTIL_END_MS = 3 * 60_000;

const cancelled = fail<ReadingFailure>({ kind: 'cancelled', message: '' });

/**
 * Builds the reader. Its thread starts with the first picture, works on one at a time in the order they were asked for,
 * and ends when it has had nothing to do for `idleUntilEndMs`. `workerFile` is the built `text-reader-worker.ts`.
 */
export function createTextReader(options: {
  readonly workerFile: string | URL;
  readonly idleUntilEndMs?: number;
  /** Arguments of the thread's own Node; tests run the sources as they are. */
  readonly execArgv?: string[];
}): TextReader {
  const { workerFile, idleUntilEndMs = IDLE_UNTIL_END_MS, execArgv } = options;
  const waiting: Job[] = [];
  let current: Job | null = null;
  let worker: Worker | null = null;
  let idleTimer: NodeJS.Timeout | undefined;

  function finish(job: Job, outcome: Outcome<Readings, ReadingFailure>): void {
    if (current === job) current = null;
    job.settle(outcome);
    next();
  }

  /** Ends the thread, also in the middle of its work. */
  async function endWorker(): Promise<void> {
    const ending = worker;
    worker = null;
    clearTimeout(idleTimer);
    await ending?.terminate();
  }

  function startWorker(): Worker {
    const started = new Worker(workerFile, execArgv ? { execArgv } : {});
    /** A thread that was ended on purpose has nothing more to say. */
    const fromThisOne = (outcome: Outcome<Readings, ReadingFailure>) => {
      if (worker !== started || !current) return;
      finish(current, outcome);
    };
    const broke = (message: string) => {
      if (worker !== started) return;
      worker = null;
      if (current) finish(current, fail({ kind: 'reader-failed', message }));
    };
    started.on('message', (message) => {
      const answer = readerAnswerSchema.safeParse(message);
      if (!answer.success) fromThisOne(fail({ kind: 'reader-failed', message: answer.error.message }));
      else fromThisOne(answer.data.ok ? succeed(answer.data.value) : fail(answer.data.failure));
    });
    started.on('error', (error) => broke(error instanceof Error ? error.message : String(error)));
    started.on('exit', (code) => broke(`The reading thread ended with code ${code}.`));
    // An app that is about to end does not wait for a picture to be read.
    started.unref();
    return started;
  }

  function next(): void {
    if (current) return;
    clearTimeout(idleTimer);
    const job = waiting.shift();
    if (!job) {
      idleTimer = setTimeout(() => void endWorker(), idleUntilEndMs).unref();
      return;
    }
    current = job;
    try {
      worker ??= startWorker();
      worker.postMessage({ task: job.task, png: job.png });
    } catch (error) {
      finish(job, fail({ kind: 'reader-failed', message: error instanceof Error ? error.message : String(error) }));
    }
  }

  function cancel(job: Job): void {
    const place = waiting.indexOf(job);
    if (place >= 0) {
      waiting.splice(place, 1);
      job.settle(cancelled);
      return;
    }
    if (current !== job) return;
    // Recognition cannot be interrupted: its thread goes, and the next picture starts another.
    void endWorker();
    finish(job, cancelled);
  }

  function read(task: ReadingTask, png: Uint8Array, signal?: AbortSignal): Promise<Outcome<Readings, ReadingFailure>> {
    if (signal?.aborted) return Promise.resolve(cancelled);
    return new Promise((resolve) => {
      const onAbort = () => cancel(job);
      const job: Job = {
        task,
        png,
        settle: (outcome) => {
          signal?.removeEventListener('abort', onAbort);
          resolve(outcome);
        },
      };
      signal?.addEventListener('abort', onAbort);
      waiting.push(job);
      next();
    });
  }

  return {
    async readWords(png, { signal } = {}) {
      const outcome = await read('words', png, signal);
      return outcome.ok ? succeed(outcome.value.words) : outcome;
    },
    async readAddress(png, { signal } = {}) {
      const outcome = await read('address', png, signal);
      return outcome.ok ? succeed(outcome.value.address) : outcome;
    },
    async close() {
      for (const job of waiting.splice(0)) job.settle(cancelled);
      const ended = endWorker();
      if (current) finish(current, cancelled);
      clearTimeout(idleTimer);
      await ended;
    },
  };
}
