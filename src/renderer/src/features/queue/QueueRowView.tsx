import type { TargetView } from '@ipc/handling-views';
import type { QueueRow } from '@ipc/queue-views';
import {
  type Icon,
  IconAlarm,
  IconAlertCircle,
  IconBellRinging,
  IconCheck,
  IconFlagFilled,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
} from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import { formatSpent, formatWorkingTime } from '../../ui/format';
import { useChargeSentence } from '../../ui/use-charge-sentence';
import { useFormat } from '../../ui/use-format';
import { Marked } from './Marked';
import styles from './QueueRowView.module.css';

const cx = classNames(styles);

const REASON_ICONS = {
  'escalation-accepted': IconFlagFilled,
  'escalation-requested': IconBellRinging,
  'time-critical': IconAlarm,
  registration: null,
} as const satisfies Record<QueueRow['reason'], Icon | null>;

interface QueueRowViewProps {
  readonly row: QueueRow;
  readonly index: number;
  readonly count: number;
  readonly top: number;
  readonly optionId: string;
  /** What was searched for. */
  readonly words: readonly string[];
  /** Whether it says when we last answered. */
  readonly showsAnswer: boolean;
  readonly isOpen: boolean;
  readonly isChosen: boolean;
  readonly isSelected: boolean;
}

/** One ticket of the queue: why it stands there, what it is, and what is due. */
export const QueueRowView = memo(function QueueRowView(props: QueueRowViewProps) {
  const { row, index, count, top, optionId, words, showsAnswer, isOpen, isChosen, isSelected } = props;
  const { t } = useTranslation(['queue', 'handling', 'common']);
  const format = useFormat();
  const ReasonIcon = REASON_ICONS[row.reason];
  const reason =
    row.reason === 'time-critical' && row.timeCriticalCategory !== null
      ? t(`common:timeCritical.${row.timeCriticalCategory}`)
      : t(`queue:reason.${row.reason}`);
  const since =
    showsAnswer && row.answeredAt !== null
      ? t('queue:answered', { at: format.dayTime(row.answeredAt) })
      : format.dayTime(row.inPlaceSince);
  const ownWords = t(`queue:why.${row.reason}`, {
    category: reason,
    since: format.weekdayTime(row.inPlaceSince),
    registered: format.weekdayTime(row.registeredAt),
  });
  // What waits for the customer stands in the working view for that alone.
  const toFollowUp = row.state === 'waiting-for-customer' && row.followUp?.isDue === true ? row.followUp : null;
  const whyWords =
    toFollowUp === null ? ownWords : t('queue:why.follow-up', { day: format.shortDay(toFollowUp.on), why: ownWords });
  const chargeSentence = useChargeSentence()(row.charge);

  return (
    // The list box holds the keyboard (aria-activedescendant): its options are never focused themselves.
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    <div
      id={optionId}
      role="option"
      aria-selected={isSelected}
      aria-setsize={count}
      aria-posinset={index + 1}
      data-index={index}
      data-ticket-id={row.id}
      data-testid={`queue-row-${row.number}`}
      data-timer={row.timer}
      data-open={isOpen || undefined}
      className={cx('row', words.length > 0 && 'found', isOpen && 'selected', isChosen && 'chosen')}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span className={cx('why', row.reason)} title={whyWords}>
        <span className={cx('reason')}>
          {ReasonIcon !== null && <ReasonIcon size={14} stroke={2} aria-hidden className={cx('icon')} />}
          <span className={cx('clip')}>{reason}</span>
        </span>{' '}
        <span className={cx('minor', 'clip')}>{since}</span>
      </span>{' '}
      <span className={cx('title', 'clip')} title={row.title}>
        {row.unread !== 'none' && (
          <span className={cx('unread')} title={t(`queue:unread.${row.unread}`)} data-testid="unread">
            <span className={cx('hidden')}>{t(`queue:unread.${row.unread}`)}:</span>
          </span>
        )}
        {isChosen && <IconCheck size={15} stroke={3} aria-hidden className={cx('check')} />}
        <span className={cx('number')}>
          <Marked text={row.number} words={words} />
        </span>{' '}
        <Marked text={row.title} words={words} />
      </span>{' '}
      <span className={cx('below')}>
        <span className={cx('minor', 'clip', 'customer')}>
          <Marked text={row.customerName ?? t('common:noCustomer')} words={words} />
          {!row.isMine && ` · ${row.assigneeNames.length === 0 ? t('queue:nobodys') : format.names(row.assigneeNames)}`}
          {row.state !== 'working' && ` · ${t(`common:ticketState.${row.state}`)}`}
        </span>{' '}
        {row.countedSeconds > 0 && (
          <span
            className={cx('minor', 'counted', row.followUp !== null && 'givesWay')}
            title={`${t('queue:countedTitle')} · ${chargeSentence}`}
          >
            {t('queue:counted', { counted: formatSpent(row.countedSeconds), limit: formatSpent(row.limitSeconds) })}
            <span className={cx('hidden')}>, {chargeSentence}</span>
          </span>
        )}{' '}
        {row.followUp !== null && (
          <span
            className={cx('due', row.followUp.isDue && 'soon')}
            title={t('handling:row.followUp', { day: format.shortDay(row.followUp.on) })}
          >
            {row.followUp.isDue
              ? t('handling:row.followUpDue')
              : t('handling:row.followUp', { day: format.shortDay(row.followUp.on) })}
          </span>
        )}{' '}
        {row.target !== null && <Due target={row.target} />}
      </span>{' '}
      {row.excerpt !== null && (
        <span className={cx('minor', 'clip', 'excerpt')} title={row.excerpt.text}>
          {t(`queue:foundIn.${row.excerpt.where}`)}: <Marked text={row.excerpt.text} words={words} />
        </span>
      )}{' '}
      <span
        className={cx('timer', row.timer)}
        data-timer-toggle
        title={row.timer === 'none' ? t('common:action.startTimer') : t(`queue:timer.${row.timer}`)}
      >
        {row.timer === 'paused' ? (
          <IconPlayerPauseFilled size={16} aria-hidden />
        ) : (
          <IconPlayerPlayFilled size={16} aria-hidden />
        )}
        {row.timer !== 'none' && <span className={cx('hidden')}>{t(`queue:timer.${row.timer}`)}</span>}
      </span>
    </div>
  );
});

const SOON_MINUTES = 60;

function Due({ target }: { readonly target: TargetView }) {
  const { t } = useTranslation('queue');
  const format = useFormat();
  const left = target.leftWorkingMinutes;
  const title = t(`dueTitle.${target.kind}`, { at: format.dateTime(target.dueAt) });
  if (left < 0) {
    return (
      <span className={cx('due', 'overdue')} title={title}>
        <IconAlertCircle size={14} stroke={2} aria-hidden />
        {t('due.overdue', { late: formatWorkingTime(-left, target.minutesPerWorkingDay) })}
      </span>
    );
  }
  return (
    <span className={cx('due', left <= SOON_MINUTES && 'soon')} title={title}>
      {left === 0 ? t('due.now') : t('due.left', { left: formatWorkingTime(left, target.minutesPerWorkingDay) })}
    </span>
  );
}
