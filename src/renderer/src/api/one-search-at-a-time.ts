let lastSearch: Promise<unknown> = Promise.resolve();

/**
 * Makes a search once those before it are answered, unless somebody has typed on meanwhile: what was given up (`signal`)
 * is never asked for, and the main process has at most one search before it.
 */
export function oneSearchAtATime<Answer>(signal: AbortSignal, search: () => Promise<Answer>): Promise<Answer> {
  const inTurn = lastSearch.then(() => {
    signal.throwIfAborted();
    return search();
  });
  lastSearch = inTurn.catch(() => undefined);
  return inTurn;
}
