/** A stretch of text that is a web address, or is none. */
export interface TextPiece {
  readonly text: string;
  readonly isAddress: boolean;
}

// The punctuation after an address belongs to the sentence around it.
const ADDRESS = /https?:\/\/[^\s<>"'«»”“]+[^\s<>"'«»”“.,;:!?)\]]/giu;

/** Cuts a text into its web addresses and what stands between them. */
export function splitAddresses(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), isAddress: false });
    pieces.push({ text: match[0], isAddress: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isAddress: false });
  return pieces;
}
