import { approvableBandSchema, approvalChannelSchema } from '@core/billing/estimate-band';
import type { MeterView } from '@ipc/limit-views';
import type { TicketView } from '@ipc/ticket-views';
import { Group, Input, SegmentedControl, Text, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { afterwards } from '../../api/afterwards';
import { clockQuery } from '../../api/queries';
import { useCommand } from '../../api/use-command';
import { classNames } from '../../ui/class-names';
import { formatLeft, formatMinutes, formatSpent } from '../../ui/format';
import { toMomentText } from '../../ui/stockholm-moment';
import { showUndoNotice } from '../../ui/undo-notice';
import {
  type ApprovalDraft,
  type ApprovalProblem,
  effectOfLimit,
  limitMinutesOf,
  readApprovalDraft,
} from './approval-draft';
import styles from './LimitDialog.module.css';
import { limitTopic } from './limit-draft';
import { Hint, PanelForm } from './PanelForm';

const cx = classNames(styles);
const SECONDS = 60;
const NOT_READ_YET = { date: '', time: '' };

interface ApprovePanelProps {
  readonly ticket: TicketView;
  readonly meter: MeterView;
  readonly draft: ApprovalDraft;
  readonly onDraft: (draft: ApprovalDraft) => void;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Writes down that the customer said yes. */
export function ApprovePanel({ ticket, meter, draft, onDraft, onDone, onCancel }: ApprovePanelProps) {
  const { t } = useTranslation(['limit', 'common']);
  const clock = useQuery(clockQuery).data;
  const approve = useCommand('limit:approve', { showsFailure: true });
  const withdraw = useCommand('limit:withdraw-approval');
  const [problem, setProblem] = useState<ApprovalProblem | null>(null);

  const now = clock === undefined ? NOT_READ_YET : toMomentText(clock.now);
  const moment = draft.moment ?? now;
  const limitMinutes = limitMinutesOf(draft);
  const change = (changed: Partial<ApprovalDraft>) => {
    setProblem(null);
    onDraft({ ...draft, ...changed });
  };

  const save = () => {
    const read = readApprovalDraft(draft, now);
    if (!read.ok) return setProblem(read.failure);
    afterwards(approve.mutateAsync({ ticketId: ticket.id, ...read.value }), ({ approvalId }) => {
      onDone();
      const limit = formatMinutes(read.value.limitMinutes);
      showUndoNotice({
        topic: limitTopic(ticket.id),
        message: t('limit:notice.approved', { number: ticket.number, limit }),
        onUndo: () => withdraw.mutate({ approvalId }),
      });
    });
  };

  return (
    <PanelForm
      label={t('limit:tab.approval')}
      submitLabel={t('limit:approve.save')}
      isPending={approve.isPending}
      error={approve.error}
      onSubmit={save}
      onCancel={onCancel}
    >
      <Text size="sm" c="dimmed">
        {t('limit:approve.intro')}
      </Text>
      <div className={cx('row')}>
        <TextInput
          label={t('limit:approve.by')}
          value={draft.approvedBy}
          onChange={(event) => change({ approvedBy: event.currentTarget.value })}
          maxLength={200}
          required
          withAsterisk={false}
          error={problem === 'by' && t('limit:approve.byMissing')}
          flex="1 1 200px"
        />
        <TextInput
          type="date"
          label={t('limit:approve.date')}
          value={moment.date}
          onChange={(event) => change({ moment: { ...moment, date: event.currentTarget.value } })}
          error={problem === 'date' && t('limit:approve.dateInvalid')}
          w={150}
        />
        <TextInput
          label={t('limit:approve.time')}
          value={moment.time}
          onChange={(event) => change({ moment: { ...moment, time: event.currentTarget.value } })}
          maxLength={5}
          error={problem === 'time' && t('limit:approve.timeInvalid')}
          w={90}
        />
      </div>
      <Input.Wrapper label={t('limit:approve.channel')} labelElement="div">
        <div>
          <SegmentedControl
            aria-label={t('limit:approve.channel')}
            value={draft.channel}
            onChange={(name) => change({ channel: approvalChannelSchema.parse(name) })}
            data={approvalChannelSchema.options.map((channel) => ({
              value: channel,
              label: t(`limit:approve.channels.${channel}`),
            }))}
          />
        </div>
      </Input.Wrapper>
      <Input.Wrapper label={t('limit:approve.limit')} labelElement="div">
        <Group gap="md">
          <SegmentedControl
            aria-label={t('limit:approve.limit')}
            value={draft.band}
            onChange={(name) => change({ band: approvableBandSchema.parse(name) })}
            data={approvableBandSchema.options.map((band) => ({
              value: band,
              label: t(`limit:approve.limits.${band}`),
            }))}
          />
          {draft.band === 'specific' && (
            <TextInput
              aria-label={t('limit:hours')}
              placeholder={t('limit:hours')}
              inputMode="decimal"
              value={draft.hours}
              onChange={(event) => change({ hours: event.currentTarget.value })}
              error={problem === 'hours'}
              w={120}
              rightSection={
                <Text size="sm" c="dimmed" aria-hidden>
                  h
                </Text>
              }
            />
          )}
        </Group>
      </Input.Wrapper>
      {limitMinutes === null ? (
        <Hint icon={<IconInfoCircle size={16} aria-hidden />} isWarning={problem === 'hours'}>
          {t('limit:approve.hoursInvalid')}
        </Hint>
      ) : (
        <Effect meter={meter} limitSeconds={limitMinutes * SECONDS} />
      )}
      <Textarea
        label={t('limit:approve.note')}
        description={t('limit:approve.noteHelp')}
        value={draft.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
        maxLength={2000}
        autosize
        minRows={2}
        maxRows={5}
      />
    </PanelForm>
  );
}

function Effect({ meter, limitSeconds }: { readonly meter: MeterView; readonly limitSeconds: number }) {
  const { t } = useTranslation('limit');
  const { leftSeconds, releasedSeconds, overSeconds } = effectOfLimit(meter, limitSeconds);
  if (overSeconds > 0) {
    return (
      <Hint icon={<IconAlertTriangle size={16} aria-hidden />} isWarning>
        {t('approve.stillHeld', { over: formatLeft(overSeconds) })}
      </Hint>
    );
  }
  const left = formatLeft(leftSeconds);
  return (
    <Hint icon={<IconInfoCircle size={16} aria-hidden />}>
      {releasedSeconds > 0
        ? t('approve.released', { left, held: formatSpent(releasedSeconds) })
        : t('approve.left', { left })}
    </Hint>
  );
}
