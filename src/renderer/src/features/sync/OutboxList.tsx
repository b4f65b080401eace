import type { OutboxEntryView } from '@ipc/sync-views';
import { Button, UnstyledButton } from '@mantine/core';
import {
  IconAlertCircle,
  IconCamera,
  IconClockUp,
  IconCloudX,
  IconEdit,
  IconMessage,
  IconReceipt,
  IconReceiptOff,
  IconReceiptRefund,
  IconTicket,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command';
import { classNames } from '../../ui/class-names';
import { formatMinutes } from '../../ui/format';
import { showUndoNotice } from '../../ui/undo-notice';
import { useFormat } from '../../ui/use-format';
import { type TicketTab, useWorkbenchActions } from '../../ui/workbench-actions';
import styles from './OutboxList.module.css';

const cx = classNames(styles);

const ICONS = {
  'create-timesheet-line': IconReceipt,
  'update-timesheet-line': IconReceiptRefund,
  'delete-timesheet-line': IconReceiptOff,
  'create-ticket': IconTicket,
  'update-ticket': IconEdit,
  'upload-screenshot': IconCamera,
  'post-message': IconMessage,
} as const satisfies Record<OutboxEntryView['kind'], unknown>;

/** Where on its ticket an operation can be mended. */
const TABS = {
  'create-timesheet-line': 'time',
  'update-timesheet-line': 'time',
  'delete-timesheet-line': 'time',
  'create-ticket': 'overview',
  'update-ticket': 'overview',
  'upload-screenshot': 'screens',
  'post-message': 'messages',
} as const satisfies Record<OutboxEntryView['kind'], TicketTab>;

interface OutboxListProps {
  readonly label: string;
  readonly entries: readonly OutboxEntryView[];
}

/** What waits, one sentence each. */
export function OutboxList({ label, entries }: OutboxListProps) {
  return (
    <ul className={cx('list')} aria-label={label}>
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </ul>
  );
}

function stateIconOf({ state, givenUpAt }: OutboxEntryView) {
  if (givenUpAt !== null) return IconCloudX;
  return state === 'parked' ? IconAlertCircle : IconClockUp;
}

function Entry({ entry }: { readonly entry: OutboxEntryView }) {
  const { t } = useTranslation('sync');
  const format = useFormat();
  const { openTicket } = useWorkbenchActions();
  const what = useEntryWords(entry);
  const EntryIcon = ICONS[entry.kind];
  const StateIcon = stateIconOf(entry);
  const { ticketId } = entry;
  return (
    <li className={cx('entry')} data-state={entry.givenUpAt === null ? entry.state : 'given-up'}>
      <EntryIcon size={18} stroke={1.75} aria-hidden className={cx('icon')} />
      <div className={cx('words')}>
        {ticketId === null ? (
          what
        ) : (
          <UnstyledButton
            className={cx('open')}
            title={t('entry.open', { number: entry.ticketNumber ?? '' })}
            onClick={() => openTicket(ticketId, { focus: true, tab: TABS[entry.kind] })}
          >
            {what}
          </UnstyledButton>
        )}
        <p className={cx('state')}>
          <StateIcon size={14} aria-hidden />
          {entry.givenUpAt === null
            ? t(`entry.state.${entry.state}`)
            : t('entry.givenUp', { at: format.dayTime(entry.givenUpAt) })}
          {entry.attempts > 0 && ` · ${t('entry.attempts', { count: entry.attempts })}`}
          {entry.waitsForAnother && entry.givenUpAt === null && ` · ${t('entry.waitsForAnother')}`}
          {entry.state === 'waiting' &&
            entry.attempts > 0 &&
            ` · ${t('entry.nextAttempt', { at: format.time(entry.nextAttemptAt) })}`}
        </p>
        {entry.problem !== null && entry.problem !== '' && (
          <blockquote className={cx('problem')}>
            <span className={cx('said')}>{t('entry.serverSaid')}</span> {entry.problem}
          </blockquote>
        )}
      </div>
      <EntryActions entry={entry} what={what} />
    </li>
  );
}

/** What a person can do about an operation: only what is parked is theirs to decide. */
function EntryActions({ entry, what }: { readonly entry: OutboxEntryView; readonly what: string }) {
  const { t } = useTranslation('sync');
  const retry = useCommand('sync:retry');
  const giveUp = useCommand('sync:give-up');
  const takeUp = useCommand('sync:take-up');
  const exportIt = useCommand('sync:export');
  const { openTicket, openTimesheet } = useWorkbenchActions();
  const operationId = entry.id;
  const isParked = entry.state === 'parked';
  const takeBack = () => takeUp.mutate({ operationId });
  if (entry.givenUpAt !== null) {
    return (
      <Button variant="default" aria-label={t('entry.takeUp', { what })} loading={takeUp.isPending} onClick={takeBack}>
        {t('entry.takeUpShort')}
      </Button>
    );
  }
  if (!(isParked || entry.attempts > 0) || entry.state === 'in-flight') return null;
  return (
    <div className={cx('actions')}>
      {isParked && (
        <Button
          variant="default"
          aria-label={t('entry.fix', { what })}
          onClick={() =>
            entry.ticketId === null
              ? openTimesheet()
              : openTicket(entry.ticketId, { focus: true, tab: TABS[entry.kind] })
          }
        >
          {t('entry.fixShort')}
        </Button>
      )}
      <Button
        variant="default"
        aria-label={t('entry.retry', { what })}
        loading={retry.isPending}
        onClick={() => retry.mutate({ operationId })}
      >
        {t('entry.retryShort')}
      </Button>
      {isParked && (
        <>
          <Button
            variant="default"
            aria-label={t('entry.export', { what })}
            loading={exportIt.isPending}
            onClick={() => exportIt.mutate({ operationId })}
          >
            {t('entry.exportShort')}
          </Button>
          <Button
            variant="default"
            aria-label={t('entry.giveUp', { what })}
            loading={giveUp.isPending}
            onClick={() =>
              giveUp.mutate(
                { operationId },
                {
                  onSuccess: () =>
                    showUndoNotice({ topic: `outbox ${operationId}`, message: t('entry.gaveUp'), onUndo: takeBack }),
                },
              )
            }
          >
            {t('entry.giveUpShort')}
          </Button>
        </>
      )}
    </div>
  );
}

function useEntryWords(entry: OutboxEntryView): string {
  const { t } = useTranslation('sync');
  const format = useFormat();
  const number = entry.ticketNumber ?? t('entry.noTicket');
  const at = format.dayTime(entry.createdAt);
  switch (entry.kind) {
    case 'create-timesheet-line':
      return t('entry.line', { time: formatMinutes(Math.round((entry.workedSeconds ?? 0) / 60)), number, at });
    case 'update-timesheet-line':
      return t('entry.lineChange', { time: formatMinutes(Math.round((entry.workedSeconds ?? 0) / 60)), number, at });
    case 'delete-timesheet-line':
      return t('entry.lineRemoval', { number, at });
    case 'create-ticket':
      return t('entry.newTicket', { number, title: entry.ticketTitle ?? '', at });
    case 'update-ticket': {
      const fields = format.list(entry.changedFields.map((field) => t(`field.${field}`)));
      return fields === ''
        ? t('entry.ticketUnchanged', { number, at })
        : t('entry.ticketChange', { fields, number, at });
    }
    case 'upload-screenshot':
      return t('entry.screenshot', { number, at });
    case 'post-message':
      return t('entry.message', { number, at });
  }
}
