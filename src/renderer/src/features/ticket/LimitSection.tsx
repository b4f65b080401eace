import type { TicketView } from '@ipc/ticket-views';
import { Button, Group, Text, Title } from '@mantine/core';
import { IconCloudCheck, IconGavel, IconHandStop, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command';
import { useLiveMeter } from '../../api/use-live-meter';
import { classNames } from '../../ui/class-names';
import { FourHourMeter } from '../../ui/FourHourMeter';
import { formatSpent } from '../../ui/format';
import { useFormat } from '../../ui/use-format';
import { useWorkbenchActions } from '../../ui/workbench-actions';
import { LimitHistory } from './LimitHistory';
import styles from './LimitSection.module.css';
import { currentApproval } from './limit-history';

const cx = classNames(styles);

/** How much of the limit is used, where it comes from, what waits, and what was decided about it. */
export function LimitSection({ ticket }: { readonly ticket: TicketView }) {
  const { t } = useTranslation(['limit', 'common']);
  const { decideLimit } = useWorkbenchActions();
  const meter = useLiveMeter(ticket);
  const { limit } = ticket;
  const isReached = meter.reachedPermille >= 1000;
  const unapprovedSeconds = Math.max(limit.unapprovedSeconds, meter.unapprovedSeconds);
  const needsDecision = isReached && limit.decision === null;

  return (
    <section aria-label={t('common:meter.name')} data-testid="limit-section">
      <Group justify="space-between" gap="sm" mb={8}>
        <Title order={3} size="sm">
          {t('common:meter.name')}
        </Title>
        <Button variant={needsDecision ? 'filled' : 'default'} onClick={() => decideLimit(ticket.id)}>
          {isReached ? t('limit:decide') : t('limit:askEarly')}
        </Button>
      </Group>
      <FourHourMeter meter={meter} withLegend />
      <div className={cx('facts')}>
        <LimitSource ticket={ticket} />
        {unapprovedSeconds > 0 && (
          <p className={cx('fact', 'held')} data-testid="unapproved">
            <IconHandStop size={16} stroke={1.75} aria-hidden />
            <span>
              <strong>{t('limit:unapproved.title', { time: formatSpent(unapprovedSeconds) })}.</strong>{' '}
              {t('limit:unapproved.text')}
            </span>
          </p>
        )}
        {unapprovedSeconds === 0 && needsDecision && (
          <p className={cx('fact', 'held')}>
            <IconHandStop size={16} stroke={1.75} aria-hidden />
            <span>{t('limit:overAdvice')}</span>
          </p>
        )}
        {limit.sentOverSeconds > 0 && (
          <p className={cx('fact', 'warn')} data-testid="sent-over">
            <IconCloudCheck size={16} stroke={1.75} aria-hidden />
            <span>{t('limit:sentOver', { time: formatSpent(limit.sentOverSeconds) })}</span>
          </p>
        )}
        {limit.decision !== null && <Decision decision={limit.decision} />}
      </div>
      <LimitHistory ticket={ticket} />
    </section>
  );
}

function LimitSource({ ticket }: { readonly ticket: TicketView }) {
  const { t } = useTranslation('limit');
  const format = useFormat();
  const limit = formatSpent(ticket.limit.limitSeconds);
  const approval = currentApproval(ticket.limit);
  return (
    <p className={cx('fact', 'quiet')}>
      <IconInfoCircle size={16} stroke={1.75} aria-hidden />
      {approval === null ? (
        <span title={t('source.termsSource')}>{t('source.terms', { limit })}</span>
      ) : (
        <span>
          {t('source.approval', {
            limit,
            by: approval.approvedBy,
            at: format.dateTime(approval.approvedAt),
            channel: t(`approve.channels.${approval.channel}`),
          })}
        </span>
      )}
    </p>
  );
}

function Decision({ decision }: { readonly decision: NonNullable<TicketView['limit']['decision']> }) {
  const { t } = useTranslation('limit');
  const format = useFormat();
  const withdraw = useCommand('limit:withdraw-decision');
  return (
    <div className={cx('fact')} data-testid="limit-decision">
      <IconGavel size={16} stroke={1.75} aria-hidden />
      <span>
        {t('decided.label')}: <strong>{t(`decided.${decision.decision}`)}</strong>{' '}
        <Text span size="xs" c="dimmed">
          {t('decided.by', { by: decision.decidedBy, at: format.dateTime(decision.decidedAt) })}
        </Text>
      </span>
      <Button
        variant="subtle"
        size="compact-xs"
        loading={withdraw.isPending}
        onClick={() => withdraw.mutate({ decisionId: decision.id })}
      >
        {t('decided.withdraw')}
      </Button>
    </div>
  );
}
