/** See link.js: the link that hands a page over, or null for a page that cannot be handed over. */
export function handOverLink(page: { url: string; title?: string; selection?: string }): string | null;
