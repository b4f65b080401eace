import type { TicketView } from '@ipc/ticket-views';
import { DuplicateBanner } from './links/DuplicateBanner';
import type { MessageDraft } from './message-draft';
import { TicketHeader } from './TicketHeader';
import { TicketTabs } from './TicketTabs';
import type { TabRequest } from './tab-request';

interface TicketContentProps {
  readonly ticket: TicketView;
  readonly headingId: string;
  /** What was begun to be written, by ticket. */
  readonly drafts: Map<string, MessageDraft>;
  readonly tabRequest: TabRequest | null;
}

/** A ticket's head and its tabs. */
export function TicketContent({ ticket, headingId, drafts, tabRequest }: TicketContentProps) {
  return (
    <>
      <TicketHeader ticket={ticket} headingId={headingId} />
      <DuplicateBanner ticket={ticket} />
      <TicketTabs key={ticket.id} ticket={ticket} drafts={drafts} tabRequest={tabRequest} />
    </>
  );
}
