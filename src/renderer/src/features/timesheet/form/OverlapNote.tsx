import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { formatWorked, useLineWords } from '../line-words';
import type { OverlapFound } from '../time-reading';
import styles from './LineForm.module.css';

const cx = classNames(styles);

/** Which lines claim the time already, and what would be left of it. */
export function OverlapNote({ overlap }: { readonly overlap: OverlapFound }) {
  const { t } = useTranslation('timesheet');
  const words = useLineWords();
  const claims = [
    ...overlap.lines.map((line) => `${words.subject(line)} ${words.hours(line)}`),
    ...overlap.timers.map((timer) => t('overlap.timer', { number: timer.ticketNumber })),
  ].join(', ');
  const left = overlap.cut.reduce((sum, { durationMs }) => sum + durationMs / 1000, 0);
  return (
    <div className={cx('overlap')} role="status" data-testid="overlap-note">
      <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
      <p>
        <strong>{t('overlap.found', { claims })}</strong>{' '}
        {overlap.cut.length === 0
          ? t('overlap.nothingLeft')
          : t('overlap.left', { hours: overlap.cut.map(words.stretch).join(', '), time: formatWorked(left) })}
      </p>
    </div>
  );
}
