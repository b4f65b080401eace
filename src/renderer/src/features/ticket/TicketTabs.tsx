import type { TicketView } from '@ipc/ticket-views';
import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { detailsQuery } from '../../api/queries';
import { classNames } from '../../ui/class-names';
import type { TicketTab } from '../../ui/workbench-actions';
import { CoverageTab } from './details/CoverageTab';
import { MessagesTab } from './MessagesTab';
import type { MessageDraft } from './message-draft';
import { OverviewTab } from './OverviewTab';
import { ScreensTab } from './ScreensTab';
import styles from './TicketTabs.module.css';
import { TimeTab } from './TimeTab';
import type { TabRequest } from './tab-request';

const cx = classNames(styles);

interface TicketTabsProps {
  readonly ticket: TicketView;
  readonly drafts: Map<string, MessageDraft>;
  readonly tabRequest: TabRequest | null;
}

/** The parts of a ticket. */
export function TicketTabs({ ticket, drafts, tabRequest }: TicketTabsProps) {
  const { t } = useTranslation('ticket');
  const [shownTab, setShownTab] = useState<string | null>('overview');
  const [followed, setFollowed] = useState<TabRequest | null>(null);
  if (tabRequest !== followed) {
    setFollowed(tabRequest);
    if (tabRequest?.ticketId === ticket.id) setShownTab(tabRequest.tab);
  }
  const details = useQuery(detailsQuery(ticket.id)).data;
  // What was drafted goes below what somebody has begun to write, and the box is drawn anew with both.
  const [draftCount, setDraftCount] = useState(0);
  const takeDraft = (text: string) => {
    const begun = drafts.get(ticket.id)?.text.trim() ?? '';
    drafts.set(ticket.id, { text: begun === '' ? text : `${begun}\n\n${text}`, isInternalNote: false });
    setDraftCount((count) => count + 1);
    setShownTab('messages');
  };
  const tabs: readonly { name: TicketTab; count: number; content: ReactNode }[] = [
    { name: 'overview', count: 0, content: <OverviewTab ticket={ticket} details={details} onDraft={takeDraft} /> },
    { name: 'time', count: ticket.lines.length, content: <TimeTab ticket={ticket} /> },
    {
      name: 'messages',
      count: ticket.messages.length,
      content: <MessagesTab key={draftCount} ticket={ticket} drafts={drafts} />,
    },
    { name: 'screens', count: ticket.screenshots.length, content: <ScreensTab ticket={ticket} /> },
    {
      name: 'coverage',
      count: 0,
      content: details && <CoverageTab ticket={ticket} details={details} onDraft={takeDraft} />,
    },
  ];
  return (
    // Every part stays: what was written in one is there when somebody comes back to it.
    <Tabs value={shownTab} onChange={setShownTab} className={cx('tabs')} keepMounted keepMountedMode="display-none">
      <Tabs.List aria-label={t('tabs')} px="sm">
        {tabs.map(({ name, count }) => (
          <Tabs.Tab key={name} value={name} px="md" py="sm">
            {t(`tab.${name}`)} {count > 0 && <span className={cx('count')}>{count}</span>}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ name, content }) => (
        <Tabs.Panel key={name} value={name} className={cx('panel')} tabIndex={0}>
          {content}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
