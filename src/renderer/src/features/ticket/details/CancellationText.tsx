import { standingOfCancellation, type TestCopyCancellation } from '@core/billing/test-copies';
import { daysBetween } from '@core/time/stockholm-days';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { useFormat } from '../../../ui/use-format';
import styles from './details.module.css';

const cx = classNames(styles);

interface CancellationTextProps {
  readonly date: string;
  readonly cancelled: TestCopyCancellation;
}

/** When a test copy was cancelled, and whether it counts all the same and why. */
export function CancellationText({ date, cancelled }: CancellationTextProps) {
  const { t } = useTranslation('details');
  const format = useFormat();
  const standing = standingOfCancellation({ date, cancelled });
  if (standing === 'not-cancelled') return null;
  const count = Math.max(0, daysBetween(cancelled.on, date));
  return (
    <p className={cx('line')} data-testid="cancellation" data-standing={standing}>
      {t('testCopies.cancelledOn', { date: format.calendarDate(cancelled.on) })}{' '}
      {t(`testCopies.standing.${standing}`, { count })}
    </p>
  );
}
