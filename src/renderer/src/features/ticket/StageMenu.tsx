import type { TicketView } from '@ipc/views';
import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconCircleCheck, IconClockPause, IconProgress } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTicketChoices } from '../../api/use-ticket-choices';
import { classNames } from '../../ui/class-names';
import styles from './TicketHeader.module.css';
import { useChangeTicket } from './use-change-ticket';

const cx = classNames(styles);

const STATE_ICONS = {
  working: IconProgress,
  'waiting-for-customer': IconClockPause,
  solved: IconCircleCheck,
} as const satisfies Record<TicketView['state'], unknown>;

/** Where the ticket stands, and the portal's stages to move it to. */
export function StageMenu({ ticket }: { readonly ticket: TicketView }) {
  const { t } = useTranslation(['ticket', 'common']);
  const [isOpen, setIsOpen] = useState(false);
  const choices = useTicketChoices({ enabled: isOpen }).data;
  const { change, isPending } = useChangeTicket(ticket);
  const StateIcon = STATE_ICONS[ticket.state];
  const state = t(`common:ticketState.${ticket.state}`);
  const stages = (choices?.stages ?? []).filter(
    ({ groupRemoteIds }) => groupRemoteIds.length === 0 || groupRemoteIds.includes(ticket.groupRemoteId),
  );
  const current = ticket.fields.stage.remoteId;
  // The stage says it more exactly; what it means for the queue stands beside it where the two differ.
  const words = ticket.stageName === null || ticket.stageName === state ? state : `${ticket.stageName} · ${state}`;
  const moveTo = (chosen: string) => {
    const stage = stages.find(({ remoteId }) => String(remoteId) === chosen);
    if (stage !== undefined && stage.remoteId !== current) change({ stage: { remoteId: stage.remoteId } }, stage.name);
  };
  return (
    <Menu
      position="bottom-start"
      shadow="md"
      width={280}
      opened={isOpen}
      onChange={setIsOpen}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <UnstyledButton
          className={cx('mark', 'choice')}
          aria-label={t('ticket:stage.menu', { stage: words })}
          disabled={isPending || !ticket.isChangeable}
          data-testid="stage"
        >
          <StateIcon size={15} stroke={1.75} aria-hidden />
          {words}
          <IconChevronDown size={14} stroke={1.75} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('ticket:stage.label')}>
        <Menu.Label>{t('ticket:stage.label')}</Menu.Label>
        <Menu.RadioGroup value={String(current)} onChange={moveTo}>
          {stages.map(({ remoteId, name }) => (
            <Menu.RadioItem key={remoteId} value={String(remoteId)} closeMenuOnClick>
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        {choices !== undefined && stages.length === 0 && <Menu.Label fw={400}>{t('ticket:stage.none')}</Menu.Label>}
      </Menu.Dropdown>
    </Menu>
  );
}
