import type { ApprovalView, EstimateView } from '@ipc/limit-views';
import type { TicketView } from '@ipc/ticket-views';
import { Button, Title } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconMailQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { afterwards } from '../../api/afterwards';
import { useCommand } from '../../api/use-command';
import { classNames } from '../../ui/class-names';
import { formatMinutes, formatSpent } from '../../ui/format';
import { showUndoNotice } from '../../ui/undo-notice';
import { useFormat } from '../../ui/use-format';
import styles from './LimitHistory.module.css';
import { planHistory } from './limit-history';

const cx = classNames(styles);

/** What the customer was asked and what they answered. What was withdrawn stays, struck through. */
export function LimitHistory({ ticket }: { readonly ticket: TicketView }) {
  const { t } = useTranslation('limit');
  const entries = planHistory(ticket.limit);
  if (entries.length === 0) return null;
  return (
    <div className={cx('history')}>
      <Title order={4} className={cx('heading')}>
        {t('history.title')}
      </Title>
      <ol className={cx('list')} aria-label={t('history.title')}>
        {entries.map((entry) =>
          entry.kind === 'approval' ? (
            <Approval
              key={entry.approval.id}
              approval={entry.approval}
              isCurrent={entry.isCurrent}
              ticketId={ticket.id}
              number={ticket.number}
            />
          ) : (
            <Estimate key={entry.estimate.id} estimate={entry.estimate} />
          ),
        )}
      </ol>
    </div>
  );
}

interface ApprovalProps {
  readonly approval: ApprovalView;
  readonly isCurrent: boolean;
  readonly ticketId: string;
  readonly number: string;
}

function Approval({ approval, isCurrent, ticketId, number }: ApprovalProps) {
  const { t } = useTranslation('limit');
  const format = useFormat();
  const withdraw = useCommand('limit:withdraw-approval');
  const approve = useCommand('limit:approve');
  const { approvedBy, approvedAt, channel, band, limitSeconds, note, isWithdrawn } = approval;
  const detail = t('history.approvalDetail', {
    at: format.dateTime(approvedAt),
    channel: t(`approve.channels.${channel}`),
    recordedBy: approval.recordedBy,
  });

  const takeBack = () =>
    afterwards(withdraw.mutateAsync({ approvalId: approval.id }), () =>
      showUndoNotice({
        topic: `approval ${approval.id}`,
        message: t('notice.withdrawn', { number }),
        onUndo: () =>
          approve.mutate({
            ticketId,
            approvedBy,
            approvedAt,
            channel,
            band,
            note,
            limitMinutes: Math.floor(limitSeconds / 60),
          }),
      }),
    );
  return (
    <li className={cx('entry')} data-withdrawn={isWithdrawn}>
      {isWithdrawn ? (
        <IconCircleX size={16} stroke={1.75} aria-hidden />
      ) : (
        <IconCircleCheck size={16} stroke={1.75} aria-hidden />
      )}
      <div className={cx('words')}>
        <span className={cx(isWithdrawn && 'withdrawn')}>
          {t('history.approval', { by: approvedBy, limit: formatSpent(limitSeconds) })}
        </span>
        <span className={cx('minor')}>
          {approval.origin === 'colleague' ? `${detail} · ${t('history.colleague')}` : detail}
        </span>
        {note !== '' && <span className={cx('minor')}>{note}</span>}
      </div>
      {isWithdrawn && <span className={cx('mark')}>{t('history.withdrawn')}</span>}
      {isCurrent && <span className={cx('mark', 'current')}>{t('history.current')}</span>}
      {!isWithdrawn && approval.origin === 'mine' && (
        <Button
          variant="subtle"
          size="compact-xs"
          aria-label={t('history.withdrawOf', { by: approvedBy })}
          loading={withdraw.isPending}
          onClick={takeBack}
        >
          {t('history.withdraw')}
        </Button>
      )}
    </li>
  );
}

function Estimate({ estimate }: { readonly estimate: EstimateView }) {
  const { t } = useTranslation('limit');
  const format = useFormat();
  return (
    <li className={cx('entry')}>
      <IconMailQuestion size={16} stroke={1.75} aria-hidden />
      <div className={cx('words')}>
        {t(`history.estimate.${estimate.band}`, { hours: formatMinutes(estimate.estimatedMinutes ?? 0) })}
        <span className={cx('minor')}>
          {t('history.estimateDetail', { at: format.dateTime(estimate.madeAt), by: estimate.madeBy })}
        </span>
      </div>
    </li>
  );
}
