import { formatClockDuration } from '@core/time/duration-text';
import type { TimerView } from '@ipc/timer-views';
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { type FormEvent, type KeyboardEvent, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { afterwards } from '../../api/afterwards';
import { useCommand } from '../../api/use-command';
import { useHasPortal } from '../../api/use-has-portal';
import { classNames } from '../../ui/class-names';
import { FailureText } from '../../ui/FailureText';
import { formatMinutes } from '../../ui/format';
import { KindOfWorkSelect } from '../../ui/KindOfWorkSelect';
import { showNotice } from '../../ui/show-notice';
import { UnknownAnswer } from '../../ui/UnknownAnswer';
import { minutesOfQuestion, type UnknownQuestion } from '../../ui/unknown-question';
import { useFormat } from '../../ui/use-format';
import type { StopDraft } from './StopDialog';
import styles from './StopForm.module.css';

// The rules of coverage need not be read for the first frame.
const AddedChargeText = lazy(async () => ({ default: (await import('./AddedChargeText')).AddedChargeText }));

const cx = classNames(styles);

interface StopFormProps {
  readonly timer: TimerView;
  readonly draft: StopDraft;
  readonly onDraft: (draft: StopDraft) => void;
  readonly onClose: () => void;
}

/** What was done, of which kind, and what becomes of the time nobody knows about. */
export function StopForm({ timer, draft, onDraft, onClose }: StopFormProps) {
  const { t } = useTranslation(['timer', 'common']);
  const stop = useCommand('timer:stop', { showsFailure: true });
  const hasDescription = draft.description.trim() !== '';

  const hasPortal = useHasPortal();
  const save = () => {
    if (stop.isPending) return;
    const number = timer.ticketNumber;
    const stopped = stop.mutateAsync({
      timerId: timer.id,
      description: draft.description.trim(),
      kindOfWork: draft.kindOfWork,
    });
    afterwards(stopped, ({ lineIds }) => {
      onClose();
      if (lineIds.length === 0) showNotice(t('common:notice.noLine', { number }));
      else if (!hasPortal) showNotice(t('common:notice.lineKept', { number }));
      else if (hasDescription) showNotice(t('common:notice.lineWritten', { number }));
      else showNotice(t('common:notice.lineWaits', { number }));
    });
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
    }
  };

  return (
    <Stack gap="md" data-testid="stop-dialog">
      <Group justify="space-between" align="baseline" wrap="nowrap">
        <Text size="sm" c="dimmed" truncate>
          {timer.ticketTitle} · {timer.customerName ?? t('common:noCustomer')}
        </Text>
        <Text size="sm" className={cx('worked')}>
          {t('timer:stopDialog.worked')} <strong>{formatClockDuration(timer.workedSeconds)}</strong>
        </Text>
      </Group>
      {/* Beside the form and not in it: its answers have forms of their own. */}
      {timer.unknownIntervals.length > 0 && <UnknownTime timer={timer} />}
      <form onSubmit={onSubmit} onKeyDown={onKeyDown}>
        <Stack gap="md">
          <Textarea
            label={t('timer:stopDialog.description')}
            description={t('timer:stopDialog.descriptionHelp')}
            value={draft.description}
            onChange={(event) => onDraft({ ...draft, description: event.currentTarget.value })}
            maxLength={2000}
            autosize
            minRows={3}
            maxRows={10}
            data-autofocus
          />
          <KindOfWorkSelect
            label={t('timer:stopDialog.kindOfWork')}
            value={draft.kindOfWork}
            onChange={(kindOfWork) => onDraft({ ...draft, kindOfWork })}
          />
          {/* As high as its longest sentence before it is there. */}
          <div className={cx('charge')} aria-live="polite" data-testid="added-charge">
            <Suspense fallback={null}>
              <AddedChargeText timer={timer} kindOfWork={draft.kindOfWork} />
            </Suspense>
          </div>
          {/* Kept in place when it has nothing to say, so that the buttons do not move while somebody types. */}
          <p className={cx('hint')} data-quiet={hasDescription}>
            <IconInfoCircle size={16} aria-hidden />
            {hasDescription ? t('timer:stopDialog.keys') : t('timer:stopDialog.withoutDescription')}
          </p>
          {stop.isError && <FailureText error={stop.error} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              {t('timer:stopDialog.keepRunning')}
            </Button>
            <Button type="submit" loading={stop.isPending}>
              {t('timer:stopDialog.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Stack>
  );
}

/** The questions that this timer still has. What nobody decides about stays a question and is not counted. */
function UnknownTime({ timer }: { readonly timer: TimerView }) {
  const { t } = useTranslation(['timer', 'unknown']);
  const format = useFormat();
  return (
    <fieldset className={cx('unknown')}>
      <legend>{t('timer:stopDialog.unknownTitle')}</legend>
      {timer.unknownIntervals.map((interval) => {
        const question: UnknownQuestion = {
          ...interval,
          timerId: timer.id,
          ticketId: timer.ticketId,
          ticketNumber: timer.ticketNumber,
        };
        return (
          <div key={interval.from} className={cx('question')}>
            <Text size="sm">
              {t('timer:stopDialog.unknownText', {
                time: formatMinutes(minutesOfQuestion(question)),
                from: format.dayTime(interval.from),
                until: format.time(interval.until),
              })}{' '}
              {t(`unknown:cause.${interval.cause}`)}
            </Text>
            <UnknownAnswer question={question} />
          </div>
        );
      })}
      <Text size="xs" c="dimmed">
        {t('timer:stopDialog.undecidedStays')}
      </Text>
    </fieldset>
  );
}
