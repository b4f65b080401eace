import { useDebouncedValue } from '@mantine/hooks';
import { IconHandClick } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, lazy, Suspense, useEffect, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { noteActivity } from '../../api/activity-notes';
import { ticketQuery } from '../../api/queries';
import { classNames } from '../../ui/class-names';
import { EmptyState } from '../../ui/EmptyState';
import { FailureText } from '../../ui/FailureText';
import { useFocusTarget } from '../../ui/focus-targets';
import { useWorkbenchActions } from '../../ui/workbench-actions';
import { KeyHints } from './KeyHints';
import type { MessageDraft } from './message-draft';
import styles from './TicketPane.module.css';
import type { TabRequest } from './tab-request';
import { useMarkOpened } from './use-mark-opened';

const loadContent = () => import('./TicketContent');
// What reckons with days and what cleans HTML take a while to set themselves up: one at a time, nothing waits for all.
const loadInParts = [() => import('@core/time/stockholm'), () => import('../../ui/SafeHtml'), loadContent];
const TicketContent = lazy(async () => ({ default: (await loadContent()).TicketContent }));

const cx = classNames(styles);
/** A held arrow key runs through the queue: only the tickets somebody rests on are read. */
const REST_MS = 60;

// What somebody began to write on a ticket is there when they come back to it, also from another portal.
const drafts = new Map<string, MessageDraft>();

interface TicketPaneProps {
  readonly ticketId: string | null;
  readonly tabRequest: TabRequest | null;
}

/** The ticket in view. Escape gives the keyboard back to the queue. */
export function TicketPane({ ticketId, tabRequest }: TicketPaneProps) {
  const { t } = useTranslation('ticket');
  const { focusQueue } = useWorkbenchActions();
  const focusTarget = useFocusTarget('ticket');
  const headingId = useId();
  const [restedId] = useDebouncedValue(ticketId, REST_MS, { leading: true });
  const ticket = useQuery({
    ...ticketQuery(restedId ?? ''),
    enabled: restedId !== null,
    placeholderData: keepPreviousData,
  });
  const shown = ticketId === null ? undefined : ticket.data;

  useEffect(() => {
    if (restedId !== null) noteActivity(restedId, 'opened');
  }, [restedId]);

  useMarkOpened(ticket.isPlaceholderData ? undefined : shown);

  // Not needed for the first frame, but at once when a ticket is opened.
  useEffect(() => {
    let handle = 0;
    const load = async (part = 0) => {
      await loadInParts[part]?.();
      if (part + 1 < loadInParts.length) handle = requestIdleCallback(() => void load(part + 1));
    };
    handle = requestIdleCallback(() => void load());
    return () => cancelIdleCallback(handle);
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    // Dialogs and lists that opened from here close first; they live outside the pane.
    if (event.target instanceof Node && !event.currentTarget.contains(event.target)) return;
    // From a field to the pane, from the pane to the queue.
    const isTyping = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
    if (isTyping) event.currentTarget.focus({ preventScroll: true });
    else focusQueue();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves the pane from anywhere in it
    <section
      ref={focusTarget}
      tabIndex={-1}
      className={cx('pane')}
      data-testid="ticket-pane"
      data-ticket={shown?.number}
      aria-busy={ticketId !== null && (ticket.isPending || ticket.isPlaceholderData)}
      {...(shown === undefined ? { 'aria-label': t('pane') } : { 'aria-labelledby': headingId })}
      onKeyDown={onKeyDown}
    >
      {ticketId === null && (
        <EmptyState icon={IconHandClick} title={t('none.title')} text={t('none.text')}>
          <KeyHints />
        </EmptyState>
      )}
      {ticketId !== null && ticket.isError && (
        <div className={cx('failure')}>
          <FailureText error={ticket.error} title={t('failed')} />
        </div>
      )}
      {shown !== undefined && !ticket.isError && (
        <Suspense fallback={null}>
          <TicketContent tabRequest={tabRequest} ticket={shown} headingId={headingId} drafts={drafts} />
        </Suspense>
      )}
    </section>
  );
}
