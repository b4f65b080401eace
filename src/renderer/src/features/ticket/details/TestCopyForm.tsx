import { CANCELLATION_SENTENCE, type TestCopyCancellation } from '@core/billing/test-copies';
import type { TestCopyView } from '@ipc/details-views';
import { Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { classNames } from '../../../ui/class-names';
import { focusOnce } from '../../../ui/focus-once';
import { leaveOnEscape } from '../../../ui/leave-on-escape';
import { SaveOrCancel } from '../../../ui/SaveOrCancel';
import { CancellationText } from './CancellationText';
import styles from './details.module.css';

const cx = classNames(styles);

const isDate = (text: string) => z.iso.date().safeParse(text).success;

interface TestCopyFormProps {
  /** Null: a new one. */
  readonly copy: TestCopyView | null;
  /** Whether it begins as one that the customer cancels. */
  readonly isCancelling: boolean;
  readonly today: string;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onSave: (said: { date: string; cancelled: TestCopyCancellation | null }) => void;
  readonly onCancel: () => void;
}

/** When a test copy is made, and whether and how the customer cancelled it; what that means shows at once. */
export function TestCopyForm({ copy, isCancelling, today, isPending, error, onSave, onCancel }: TestCopyFormProps) {
  const { t } = useTranslation('details');
  const writtenId = useId();
  const [date, setDate] = useState(copy?.date ?? today);
  const [isCancelled, setCancelled] = useState(isCancelling || (copy !== null && copy.cancelled !== null));
  const [on, setOn] = useState(copy?.cancelled?.on ?? today);
  const [isInWriting, setInWriting] = useState(copy?.cancelled?.isInWriting ?? true);
  const [isTried, setTried] = useState(false);
  const isReadable = isDate(date) && (!isCancelled || isDate(on));
  const cancelled = isCancelled ? { on, isInWriting } : null;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isReadable && !isPending) onSave({ date, cancelled });
  };
  return (
    <form
      className={cx('decide')}
      aria-label={copy === null ? t('testCopies.add') : t('testCopies.edit')}
      onSubmit={submit}
      onKeyDown={leaveOnEscape(onCancel)}
      noValidate
    >
      <TextInput
        type="date"
        label={t('testCopies.date')}
        value={date}
        onChange={(event) => setDate(event.currentTarget.value)}
        error={isTried && !isDate(date) && t('testCopies.dateInvalid')}
        w={220}
        ref={focusOnce}
      />
      <Checkbox
        label={t('testCopies.isCancelled')}
        checked={isCancelled}
        onChange={(event) => setCancelled(event.currentTarget.checked)}
      />
      {isCancelled && (
        <>
          <div className={cx('inline')}>
            <TextInput
              type="date"
              label={t('testCopies.cancelDate')}
              value={on}
              onChange={(event) => setOn(event.currentTarget.value)}
              error={isTried && !isDate(on) && t('testCopies.dateInvalid')}
              w={220}
            />
            <div>
              <span className={cx('label')} id={writtenId}>
                {t('testCopies.inWriting')}
              </span>
              <SegmentedControl
                aria-labelledby={writtenId}
                value={isInWriting ? 'yes' : 'no'}
                onChange={(chosen) => setInWriting(chosen === 'yes')}
                data={(['yes', 'no'] as const).map((value) => ({ value, label: t(`testCopies.written.${value}`) }))}
              />
            </div>
          </div>
          {cancelled !== null && isReadable && (
            <div aria-live="polite">
              <CancellationText date={date} cancelled={cancelled} />
              <p className={cx('quote')}>
                <q lang="sv">{CANCELLATION_SENTENCE}</q> [002]
              </p>
            </div>
          )}
        </>
      )}
      <SaveOrCancel saveLabel={t('testCopies.save')} isPending={isPending} error={error} onCancel={onCancel} />
    </form>
  );
}
