/** A list in which one element stands in another place; the same list where there is nothing to move. */
export function moveTo<Value>(values: readonly Value[], from: number, to: number): readonly Value[] {
  const moved = values[from];
  const place = Math.min(Math.max(to, 0), values.length - 1);
  if (moved === undefined || from === place) return values;
  return values.toSpliced(from, 1).toSpliced(place, 0, moved);
}
