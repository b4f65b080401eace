const LETTERS = 26;
const FIRST_LETTER = 65;

/** What a spreadsheet calls a column, counted from 0: `A`, `Z`, `AA`. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / LETTERS) - 1;
  return `${rest < 0 ? '' : columnLetters(rest)}${String.fromCharCode(FIRST_LETTER + (index % LETTERS))}`;
}
