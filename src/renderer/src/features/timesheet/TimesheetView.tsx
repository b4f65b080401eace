import { datesOfWeek } from '@core/time/stockholm-days';
import { useTranslation } from 'react-i18next';
import { useFocusTarget } from '../../ui/focus-targets';
import { Sheet } from './Sheet';
import styles from './TimesheetView.module.css';
import { useToday } from './use-now';

interface TimesheetViewProps {
  /** Null: whatever today is. */
  readonly date: string | null;
  readonly onShowDate: (date: string | null) => void;
}

/** The days and weeks of a consultant's work. */
export function TimesheetView({ date, onShowDate }: TimesheetViewProps) {
  const { t } = useTranslation('timesheet');
  const focusTarget = useFocusTarget('page');
  const today = useToday();
  return (
    <section
      ref={focusTarget}
      className={styles['view']}
      aria-label={t('title')}
      tabIndex={-1}
      data-testid="timesheet-view"
    >
      {today !== undefined && (
        <Sheet
          today={today}
          shownDate={date ?? today}
          week={datesOfWeek(date ?? today)}
          onShowDate={(shown) => onShowDate(shown === today ? null : shown)}
        />
      )}
    </section>
  );
}
