import { z } from 'zod';

/** The input of a request that needs none, and the answer of one that has nothing to say. */
export const nothing = z.object({});
export const done = z.object({});

/** Declares a request: its input, which the main process checks, and its answer. */
export function request<Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) {
  return { input, output };
}
