import { RequestFailed } from '../../api/client';

/** What the main process says about a failed capture, one word each. */
const PROBLEMS = [
  'busy',
  'permission-missing',
  'not-readable',
  'no-picture',
  'black-picture',
  'source-gone',
  'no-last-region',
  'region-window-failed',
  'wayland-lists-no-windows',
  'wayland-nothing-chosen',
] as const;

/** What went wrong with a capture, as far as there is a sentence of its own for it. */
export function captureProblemOf(error: unknown): (typeof PROBLEMS)[number] | null {
  if (!(error instanceof RequestFailed) || error.code !== 'capture-failed') return null;
  return PROBLEMS.find((problem) => problem === error.message) ?? null;
}

/** Whether the person broke it off: they know, and need no telling. */
export function isCancelled(error: unknown): boolean {
  return error instanceof RequestFailed && error.code === 'capture-cancelled';
}
