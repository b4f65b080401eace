import type { TicketView } from '@ipc/ticket-views';
import { Stack, Tabs, Text } from '@mantine/core';
import { type Icon, IconCircleCheck, IconCoinOff, IconMailQuestion, IconPlayerStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLiveMeter } from '../../api/use-live-meter';
import { classNames } from '../../ui/class-names';
import { FourHourMeter } from '../../ui/FourHourMeter';
import { ApprovePanel } from './ApprovePanel';
import { AskPanel } from './AskPanel';
import { NotChargedPanel, StopPanel } from './DecidePanels';
import styles from './LimitDialog.module.css';
import { choicesAt, LIMIT_CHOICES, type LimitChoice, type LimitDraft } from './limit-draft';

const cx = classNames(styles);

const ICONS = {
  'ask-customer': IconMailQuestion,
  approval: IconCircleCheck,
  'not-charged': IconCoinOff,
  stop: IconPlayerStop,
} as const satisfies Record<LimitChoice, Icon>;

interface LimitChoicesProps {
  readonly ticket: TicketView;
  readonly draft: LimitDraft;
  /** Null: done with. */
  readonly onDraft: (draft: LimitDraft | null) => void;
  readonly onClose: () => void;
}

/** The decisions side by side with what each of them means. */
export function LimitChoices({ ticket, draft, onDraft, onClose }: LimitChoicesProps) {
  const { t } = useTranslation(['limit', 'common']);
  const meter = useLiveMeter(ticket);
  const choices = choicesAt(meter.reachedPermille >= 1000);
  const choice = choices.includes(draft.choice) ? draft.choice : 'ask-customer';
  const done = () => {
    onDraft(null);
    onClose();
  };

  return (
    <Stack gap="md" data-testid="limit-dialog">
      <Text size="sm" c="dimmed" truncate>
        {ticket.title} · {ticket.customer?.name ?? t('common:noCustomer')}
      </Text>
      <FourHourMeter meter={meter} />
      <Tabs
        orientation="vertical"
        value={choice}
        onChange={(name) => {
          const chosen = LIMIT_CHOICES.find((candidate) => candidate === name);
          if (chosen !== undefined) onDraft({ ...draft, choice: chosen });
        }}
        className={cx('choices')}
        classNames={{ tabLabel: cx('label') }}
        keepMounted={false}
      >
        <Tabs.List aria-label={t('limit:choices')} className={cx('list')}>
          {choices.map((name) => {
            const ChoiceIcon = ICONS[name];
            return (
              <Tabs.Tab
                key={name}
                value={name}
                className={cx('tab')}
                leftSection={<ChoiceIcon size={18} stroke={1.75} aria-hidden />}
                data-autofocus={name === choice || undefined}
              >
                {t(`limit:tab.${name}`)}
              </Tabs.Tab>
            );
          })}
        </Tabs.List>
        <Tabs.Panel value="ask-customer" className={cx('panel')}>
          <AskPanel
            ticket={ticket}
            meter={meter}
            draft={draft.ask}
            onDraft={(ask) => onDraft({ ...draft, ask })}
            onDone={done}
            onCancel={onClose}
          />
        </Tabs.Panel>
        <Tabs.Panel value="approval" className={cx('panel')}>
          <ApprovePanel
            ticket={ticket}
            meter={meter}
            draft={draft.approval}
            onDraft={(approval) => onDraft({ ...draft, approval })}
            onDone={done}
            onCancel={onClose}
          />
        </Tabs.Panel>
        <Tabs.Panel value="not-charged" className={cx('panel')}>
          <NotChargedPanel ticket={ticket} meter={meter} onDone={done} onCancel={onClose} />
        </Tabs.Panel>
        <Tabs.Panel value="stop" className={cx('panel')}>
          <StopPanel ticket={ticket} meter={meter} onDone={done} onCancel={onClose} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
