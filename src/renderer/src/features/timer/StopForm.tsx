import { formatClockDuration } from '@core/time/duration-text';
import type { UnknownDecision } from '@core/timer/timer-log';
import type { TimerView } from '@ipc/views';
import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { FormEvent, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command';
import { classNames } from '../../ui/class-names';
import { FailureText } from '../../ui/FailureText';
import { formatMinutes } from '../../ui/format';
import { KindOfWorkSelect } from '../../ui/KindOfWorkSelect';
import { showNotice } from '../../ui/show-notice';
import { useFormat } from '../../ui/use-format';
import type { StopDraft } from './StopDialog';
import styles from './StopForm.module.css';

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

  const save = () => {
    if (stop.isPending) return;
    const number = timer.ticketNumber;
    stop.mutate(
      { timerId: timer.id, description: draft.description.trim(), kindOfWork: draft.kindOfWork },
      {
        onSuccess: ({ lineId }) => {
          onClose();
          if (lineId === null) showNotice(t('common:notice.noLine', { number }));
          else if (hasDescription) showNotice(t('common:notice.lineWritten', { number }));
          else showNotice(t('common:notice.lineWaits', { number }));
        },
      },
    );
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
    <form onSubmit={onSubmit} onKeyDown={onKeyDown} data-testid="stop-dialog">
      <Stack gap="md">
        <Group justify="space-between" align="baseline" wrap="nowrap">
          <Text size="sm" c="dimmed" truncate>
            {timer.ticketTitle} · {timer.customerName ?? t('common:noCustomer')}
          </Text>
          <Text size="sm" className={cx('worked')}>
            {t('timer:stopDialog.worked')} <strong>{formatClockDuration(timer.workedSeconds)}</strong>
          </Text>
        </Group>
        {timer.unknownIntervals.length > 0 && <UnknownTime timer={timer} />}
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
  );
}

function UnknownTime({ timer }: { readonly timer: TimerView }) {
  const { t } = useTranslation('timer');
  const format = useFormat();
  const decide = useCommand('timer:decide-unknown');
  return (
    <fieldset className={cx('unknown')}>
      <legend>{t('stopDialog.unknownTitle')}</legend>
      {timer.unknownIntervals.map(({ from, durationSeconds }) => {
        const answer = (decision: UnknownDecision) => decide.mutate({ timerId: timer.id, from, decision });
        const time = formatMinutes(Math.max(1, Math.round(durationSeconds / 60)));
        return (
          <Group key={from} justify="space-between" gap="sm" wrap="nowrap">
            <Text size="sm">{t('stopDialog.unknownText', { time, from: format.time(from) })}</Text>
            <Group gap="xs" wrap="nowrap">
              <Button variant="default" onClick={() => answer('keep')}>
                {t('stopDialog.keep')}
              </Button>
              <Button variant="default" onClick={() => answer('discard')}>
                {t('stopDialog.discard')}
              </Button>
            </Group>
          </Group>
        );
      })}
      <Text size="xs" c="dimmed">
        {t('stopDialog.undecidedStays')}
      </Text>
    </fieldset>
  );
}
