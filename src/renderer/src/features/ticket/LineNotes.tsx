import { isOvertimeCharged, overtimeStateOf } from '@core/billing/overtime';
import type { Escalation } from '@core/ticket/ticket';
import type { LineView } from '@ipc/timesheet-views';
import { Button } from '@mantine/core';
import { IconHandStop, IconMoon, IconUserCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { afterwards } from '../../api/afterwards';
import { useCommand } from '../../api/use-command';
import { classNames } from '../../ui/class-names';
import { formatSpent } from '../../ui/format';
import { showUndoNotice } from '../../ui/undo-notice';
import { useFormat } from '../../ui/use-format';
import styles from './LineRows.module.css';

const cx = classNames(styles);

interface LineNotesProps {
  readonly line: LineView;
  readonly escalation: Escalation['kind'];
}

/** What is out of the ordinary about a line: a part that waits, a verdict somebody decided, time outside service hours. */
export function LineNotes({ line, escalation }: LineNotesProps) {
  const { t } = useTranslation('limit');
  const format = useFormat();
  const isHeldWhole = line.heldSeconds >= line.workedSeconds;
  return (
    <>
      {line.holdReason !== null && (
        <Note icon={<IconHandStop size={14} stroke={1.75} aria-hidden />} tone="held">
          {isHeldWhole
            ? t(`line.heldAll.${line.holdReason}`)
            : t(`line.held.${line.holdReason}`, { held: formatSpent(line.heldSeconds) })}
        </Note>
      )}
      {line.override !== null && (
        <Note icon={<IconUserCheck size={14} stroke={1.75} aria-hidden />}>
          {t('line.override', {
            by: line.override.by,
            at: format.dateTime(line.override.at),
            reason: line.override.reason,
          })}
        </Note>
      )}
      {line.overtimeSeconds >= 60 && <Overtime line={line} escalation={escalation} />}
    </>
  );
}

function Overtime({ line, escalation }: LineNotesProps) {
  const { t } = useTranslation('limit');
  const decide = useCommand('timesheet:decide-overtime');
  const { id: lineId, overtimeDecision: before } = line;
  const time = formatSpent(line.overtimeSeconds);
  const state = overtimeStateOf({ overtimeSeconds: line.overtimeSeconds, decision: before, escalation });
  if (state === 'none') return null;

  const change = (decision: 'confirmed' | 'waived') =>
    afterwards(decide.mutateAsync({ lineId, decision }), () =>
      showUndoNotice({
        topic: `overtime ${lineId}`,
        message: t(`line.notice.${decision}`, { time, number: line.ticketNumber ?? '' }),
        onUndo: () => decide.mutate({ lineId, decision: before }),
      }),
    );
  return (
    <Note icon={<IconMoon size={14} stroke={1.75} aria-hidden />}>
      {t(`line.overtime.${state}`, { time })}
      {line.origin === 'mine' && (
        <span className={cx('buttons')}>
          {!isOvertimeCharged(state) && (
            <Button variant="default" size="compact-xs" disabled={decide.isPending} onClick={() => change('confirmed')}>
              {t('line.confirmOvertime')}
            </Button>
          )}
          {isOvertimeCharged(state) && (
            <Button variant="default" size="compact-xs" disabled={decide.isPending} onClick={() => change('waived')}>
              {t('line.waiveOvertime')}
            </Button>
          )}
        </span>
      )}
    </Note>
  );
}

interface NoteProps {
  readonly icon: ReactNode;
  readonly tone?: 'held';
  readonly children: ReactNode;
}

function Note({ icon, tone, children }: NoteProps) {
  return (
    <span className={cx('note', tone)}>
      {icon}
      <span>{children}</span>
    </span>
  );
}
