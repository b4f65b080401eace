/**
 * What a screen dump is called on the portal. Of several in one message each begins with its place, so that they stand in
 * order where a portal or a mail program sorts by name. `hash` tells one picture from another.
 */
export function attachmentName(ticketNumber: string, hash: string, stepPosition: number | null): string {
  const place = stepPosition === null ? '' : `${String(stepPosition).padStart(2, '0')}-`;
  return `${ticketNumber}-${place}${endOfAttachmentName(hash)}`;
}

/** What of that name stays when the ticket gets its number on the portal. */
export function endOfAttachmentName(hash: string): string {
  return `${hash.slice(0, 8)}.png`;
}
