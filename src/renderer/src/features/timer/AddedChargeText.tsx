import { coverageUnder } from '@core/billing/coverage';
import type { KindOfWork } from '@core/billing/kind-of-work';
import { formatKronor } from '@core/billing/kronor';
import { stockholmDate } from '@core/time/stockholm';
import type { TicketView } from '@ipc/ticket-views';
import type { TimerView } from '@ipc/timer-views';
import { IconHandStop, IconReceipt } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { clockQuery, ticketQuery } from '../../api/queries';
import { classNames } from '../../ui/class-names';
import { formatMinutes, formatSpent } from '../../ui/format';
import { useChargeSentence } from '../../ui/use-charge-sentence';
import { planAddedCharge } from './added-charge';
import styles from './StopForm.module.css';

const cx = classNames(styles);

interface AddedChargeTextProps {
  readonly timer: TimerView;
  readonly kindOfWork: KindOfWork;
}

/** Says what the time of a timer will do to the charge of its ticket, for the kind of work that is chosen. */
export function AddedChargeText({ timer, kindOfWork }: AddedChargeTextProps) {
  const ticket = useQuery(ticketQuery(timer.ticketId)).data;
  const now = useQuery(clockQuery).data?.now;
  if (ticket === undefined || now === undefined) return null;
  return <Sentence timer={timer} ticket={ticket} kindOfWork={kindOfWork} day={stockholmDate(now)} />;
}

interface SentenceProps extends AddedChargeTextProps {
  readonly ticket: TicketView;
  readonly day: string;
}

function Sentence({ timer, ticket, kindOfWork, day }: SentenceProps) {
  const { t } = useTranslation('limit');
  const sentenceOf = useChargeSentence();
  const { agreements = [], services = [] } = ticket.customer ?? {};
  const { verdict } = coverageUnder({ kindOfWork, agreements, services, day });
  const { meter, workedSeconds } = timer;
  const { addedMinutes, addedOre, after, overSeconds } = planAddedCharge({
    meter,
    workedSeconds,
    verdict,
    priceList: ticket.priceList,
  });
  const sentence = sentenceOf({ ...after, amountOre: null });
  const added = formatMinutes(addedMinutes);
  const isCounted = verdict === 'chargeable' || verdict === 'always-separate';

  return (
    <>
      <IconReceipt size={16} stroke={1.75} aria-hidden />
      <span>
        {!isCounted && t(`adds.${verdict}`)}
        {isCounted && addedMinutes === 0 && t('adds.none', { sentence })}
        {isCounted && addedMinutes > 0 && addedOre === null && t('adds.some', { added, sentence })}
        {isCounted &&
          addedMinutes > 0 &&
          addedOre !== null &&
          t('adds.someMoney', { added, money: formatKronor(addedOre), sentence })}
        {overSeconds >= 60 && (
          <span className={cx('over')}>
            <IconHandStop size={16} stroke={1.75} aria-hidden />
            {t('adds.held', { time: formatSpent(overSeconds) })}
          </span>
        )}
      </span>
    </>
  );
}
