import { startTransition, useEffect, useState } from 'react';

/**
 * The value, a little later: what follows from it is drawn in slices between which the window answers keys, instead of
 * at once. For what a store says and what is large to draw; a store's own changes are always drawn in one piece.
 */
export function useCalmly<Value>(value: Value, first: Value = value): Value {
  const [drawn, setDrawn] = useState(() => first);
  useEffect(() => startTransition(() => setDrawn(() => value)), [value]);
  return drawn;
}
