import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { electronExecutable } from './fyra-app';

/** Starts another program that takes these keys; answers a function that ends it. */
export async function takeKeys(accelerator: string, folder: string): Promise<() => Promise<void>> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const program = spawn(
    electronExecutable(),
    [...sandbox, `--user-data-dir=${folder}`, join(import.meta.dirname, 'other-program')],
    { env: { ...process.env, KEYS: accelerator }, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const [said] = await once(createInterface(program.stdout), 'line');
  if (said !== 'has the keys') throw new Error(`The other program ${said}`);
  return async () => {
    const ended = once(program, 'exit');
    program.kill();
    await ended;
  };
}
