import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { readTable } from './read-table';

// The thread that reads tables: a large or hostile file takes its time and memory, and not those of the app.

const { bytes } = z.object({ bytes: z.instanceof(Uint8Array) }).parse(workerData);
parentPort?.postMessage(await readTable(bytes));
