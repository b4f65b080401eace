/** Where the selection goes for a key; null for a key that does not move it. */
export function moveSelection(key: string, index: number, count: number, rowsPerPage: number): number | null {
  if (count === 0) return null;
  const last = count - 1;
  const within = (target: number) => Math.min(last, Math.max(0, target));
  switch (key) {
    case 'ArrowDown':
      return within(index + 1);
    case 'ArrowUp':
      // Nothing selected yet: upwards begins at the end.
      return index < 0 ? last : within(index - 1);
    case 'PageDown':
      return within(Math.max(index, 0) + rowsPerPage);
    case 'PageUp':
      return within(index - rowsPerPage);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
