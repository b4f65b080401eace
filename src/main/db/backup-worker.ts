import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { copyFileVerified } from './verified-copy';

// The thread that makes backups: copying and checking a large file takes too long for the app's main process.

const { file, target } = z.object({ file: z.string(), target: z.string() }).parse(workerData);
parentPort?.postMessage(copyFileVerified(file, target));
