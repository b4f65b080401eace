/** Whose words a message is. */
export type MessageSender = 'us' | 'customer';

interface KnownPeople {
  /** The names of those who work here. */
  readonly staff: readonly string[];
  readonly customerName: string | null;
}

/**
 * Who wrote a message, by the name the portal shows of its author. Odoo shows a person as `Firm, Name`: a namesake of ours at
 * the customer's is the customer. Whoever is not known here counts as the customer, so that nothing that came from outside
 * looks as if it were ours.
 */
export function senderOfMessage(
  { authorName, isOwn }: { readonly authorName: string; readonly isOwn: boolean },
  { staff, customerName }: KnownPeople,
): MessageSender {
  if (isOwn || staff.includes(authorName)) return 'us';
  const parts = authorName.split(', ');
  const name = parts.pop() ?? '';
  const firm = parts.join(', ');
  return firm !== '' && firm !== customerName && staff.includes(name) ? 'us' : 'customer';
}
