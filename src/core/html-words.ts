/**
 * The words in HTML without its tags, to compare and to search by. Never to be shown: what is shown is made harmless by the
 * window, which also knows what a character reference stands for.
 */
export function wordsOfHtml(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
