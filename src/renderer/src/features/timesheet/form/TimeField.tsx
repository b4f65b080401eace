import { formatWorkTime } from '@core/time/work-time-text';
import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { formatWorked, useLineWords } from '../line-words';
import type { TimeReading } from '../time-reading';
import styles from './LineForm.module.css';

const cx = classNames(styles);

/** What is only not finished yet is no mistake. */
const UNFINISHED: readonly string[] = ['empty', 'range-incomplete', 'two-digits-needed'];

interface TimeFieldProps {
  readonly label: string;
  readonly text: string;
  readonly reading: TimeReading;
  /** Said instead of the reading while nothing was typed. */
  readonly untouched?: string | undefined;
  readonly showsMissing: boolean;
  readonly hasFocusFirst?: boolean;
  readonly onText: (text: string) => void;
}

/** A work time as people write it. Below it stands what was understood, or why it could not be. */
export function TimeField(props: TimeFieldProps) {
  const { label, text, reading, untouched, showsMissing, hasFocusFirst = false, onText } = props;
  const isWrong = isMistake(text, reading, showsMissing) && untouched === undefined;
  return (
    <div>
      <TextInput
        label={label}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        error={isWrong}
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
        aria-describedby="line-time-reading"
        data-testid="line-time"
        {...(hasFocusFirst ? { 'data-autofocus': true } : {})}
      />
      <p
        id="line-time-reading"
        data-testid="line-reading"
        className={cx('reading')}
        data-wrong={isWrong}
        aria-live="polite"
      >
        {untouched ?? <Reading reading={reading} isWrong={isWrong} onText={onText} />}
      </p>
    </div>
  );
}

function isMistake(text: string, reading: TimeReading, showsMissing: boolean): boolean {
  if (reading.kind === 'read') return false;
  if (UNFINISHED.includes(reading.problem.kind)) return showsMissing;
  return text.trim() !== '';
}

interface ReadingProps {
  readonly reading: TimeReading;
  readonly isWrong: boolean;
  readonly onText: (text: string) => void;
}

function Reading({ reading, isWrong, onText }: ReadingProps) {
  const { t } = useTranslation('timesheet');
  const words = useLineWords();
  if (reading.kind === 'read') {
    const time = formatWorked(reading.workedSeconds);
    const [interval] = reading.intervals;
    return (
      <>
        <IconCheck size={14} stroke={2} aria-hidden />
        {interval === undefined
          ? t('time.read.duration', { time })
          : t('time.read.range', { hours: words.stretch(interval), time })}
      </>
    );
  }
  const { problem } = reading;
  return (
    <>
      {isWrong && <IconAlertTriangle size={14} stroke={1.75} aria-hidden />}
      {problem.kind === 'unit-unknown'
        ? t('time.problem.unit-unknown', { unit: problem.unit })
        : t(`time.problem.${problem.kind}`)}
      {problem.kind === 'unit-missing' &&
        problem.proposals.map((proposal) => (
          <Button
            key={proposal.seconds}
            variant="default"
            size="compact-xs"
            onClick={() => onText(formatWorkTime(proposal))}
          >
            {formatWorked(proposal.seconds)}
          </Button>
        ))}
    </>
  );
}
