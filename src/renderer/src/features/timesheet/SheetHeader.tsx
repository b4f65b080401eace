import { isoWeekOf } from '@core/time/stockholm-days';
import type { TimesheetView } from '@ipc/timesheet-views';
import { Button, SegmentedControl, Title, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import { useFormat } from '../../ui/use-format';
import styles from './SheetHeader.module.css';

const cx = classNames(styles);

/** How much is shown at once. */
export type SheetSpan = 'day' | 'week';
/** How it is shown where there is no room for both. */
export type SheetPanel = 'axis' | 'table';

interface SheetHeaderProps {
  readonly span: SheetSpan;
  /** Null where both panels are shown. */
  readonly panel: SheetPanel | null;
  readonly shownDate: string;
  readonly week: readonly string[];
  readonly isToday: boolean;
  readonly undo: TimesheetView['undo'];
  readonly redo: TimesheetView['redo'];
  readonly onSpan: (span: SheetSpan) => void;
  readonly onPanel: (panel: SheetPanel) => void;
  readonly onStep: (direction: -1 | 1) => void;
  readonly onToday: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onAdd: () => void;
}

/** Which day or week is shown, the way to others, what can be taken back, and the way to a new line. */
export const SheetHeader = memo(function SheetHeader(props: SheetHeaderProps) {
  const { span, panel, shownDate, week, isToday, onSpan, onPanel, onStep, onToday, onAdd } = props;
  const { t } = useTranslation('timesheet');
  return (
    <header className={cx('header')}>
      <div className={cx('walk')}>
        <Button
          variant="default"
          px={6}
          aria-label={t(`previous.${span}`)}
          title={t(`previous.${span}`)}
          onClick={() => onStep(-1)}
        >
          <IconChevronLeft size={18} stroke={1.75} aria-hidden />
        </Button>
        <Button variant="default" disabled={isToday} onClick={onToday}>
          {t('today')}
        </Button>
        <Button
          variant="default"
          px={6}
          aria-label={t(`next.${span}`)}
          title={t(`next.${span}`)}
          onClick={() => onStep(1)}
        >
          <IconChevronRight size={18} stroke={1.75} aria-hidden />
        </Button>
      </div>
      <SheetTitle span={span} shownDate={shownDate} week={week} />
      <SegmentedControl<SheetSpan>
        aria-label={t('span.label')}
        value={span}
        onChange={onSpan}
        data={[
          { value: 'day', label: t('span.day') },
          { value: 'week', label: t('span.week') },
        ]}
      />
      {panel !== null && (
        <SegmentedControl<SheetPanel>
          aria-label={t('panel.label')}
          value={panel}
          onChange={onPanel}
          data={[
            { value: 'axis', label: t('panel.axis') },
            { value: 'table', label: t('panel.table') },
          ]}
        />
      )}
      <div className={cx('walk')}>
        <TakeBack kind="undo" step={props.undo} onClick={props.onUndo} />
        <TakeBack kind="redo" step={props.redo} onClick={props.onRedo} />
      </div>
      <Button leftSection={<IconPlus size={16} aria-hidden />} title={`${t('add')} (N)`} onClick={onAdd}>
        {t('add')}
      </Button>
    </header>
  );
});

function SheetTitle({ span, shownDate, week }: Pick<SheetHeaderProps, 'span' | 'shownDate' | 'week'>) {
  const { t } = useTranslation('timesheet');
  const format = useFormat();
  const weekName = t('week', { number: isoWeekOf(shownDate).week });
  const [from = shownDate, to = shownDate] = [week[0], week.at(-1)];
  const day = format.weekdayDate(shownDate);
  return (
    <Title order={1} className={cx('title')}>
      <VisuallyHidden>{t('title')}: </VisuallyHidden>
      {span === 'day' ? <span className={cx('capital')}>{day}</span> : weekName}
      <span className={cx('beside')}>{span === 'day' ? weekName : format.dateSpan(from, to)}</span>
    </Title>
  );
}

interface TakeBackProps {
  readonly kind: 'undo' | 'redo';
  readonly step: TimesheetView['undo'];
  readonly onClick: () => void;
}

/** Says what it would take back, or do again. */
function TakeBack({ kind, step, onClick }: TakeBackProps) {
  const { t } = useTranslation('timesheet');
  const StepIcon = kind === 'undo' ? IconArrowBackUp : IconArrowForwardUp;
  const what = step === null ? null : t(`step.${step.kind}`, { count: step.lineCount });
  const name = what === null ? t(`${kind}.nothing`) : t(`${kind}.what`, { what });
  const key = kind === 'undo' ? 'Ctrl + Z' : 'Ctrl + Shift + Z';
  return (
    <Tooltip label={what === null ? name : `${name} (${key})`}>
      <Button
        variant="default"
        className={cx('takeBack', kind)}
        leftSection={<StepIcon size={16} stroke={1.75} aria-hidden />}
        data-testid={`sheet-${kind}`}
        disabled={step === null}
        onClick={onClick}
      >
        <span className={cx('clip')}>{what === null ? t(`${kind}.short`) : name}</span>
      </Button>
    </Tooltip>
  );
}
