import { setImmediate as nextTurn } from 'node:timers/promises';

/** So long work goes on before it lets others have a turn. A frame has sixteen milliseconds. */
const LONGEST_TURN_MS = 8;

/**
 * Makes the question a long loop asks between two steps: it lets what else waits (windows, heartbeats) have its turn when
 * this one has lasted long enough. Queries answer without ever leaving the turn, so a loop of them alone stops everything.
 */
export function createTurns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < LONGEST_TURN_MS) return;
    await nextTurn();
    since = performance.now();
  };
}
