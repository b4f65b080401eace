import type { TicketId } from '@core/ids';
import { activitySchema } from '@core/timesheet/activity';
import type { LineTarget } from '@core/timesheet/line-content';
import { Radio, SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { TicketSelect } from '../../../ui/TicketSelect';
import styles from './LineForm.module.css';

const cx = classNames(styles);

/** What a line is about, as far as it has been chosen. */
export type TargetDraft = LineTarget | { readonly kind: 'ticket'; readonly ticketId: null };

interface TargetFieldProps {
  readonly value: TargetDraft;
  /** Set once somebody tried to save: before that nothing is missing yet. */
  readonly showsMissing: boolean;
  readonly hasFocusFirst: boolean;
  readonly onChange: (target: TargetDraft) => void;
}

/** A ticket, or what time without a ticket was spent on. */
export function TargetField({ value, showsMissing, hasFocusFirst, onChange }: TargetFieldProps) {
  const { t } = useTranslation('timesheet');
  const labelId = useId();
  return (
    <div className={cx('target')}>
      <SegmentedControl<LineTarget['kind']>
        aria-label={t('target.label')}
        value={value.kind}
        onChange={(kind) => onChange(kind === 'ticket' ? { kind, ticketId: null } : { kind, activity: 'meeting' })}
        data={[
          { value: 'ticket', label: t('target.ticket') },
          { value: 'activity', label: t('target.activity') },
        ]}
      />
      {value.kind === 'ticket' ? (
        <TicketSelect
          label={t('target.ticket')}
          isLabelHidden
          value={value.ticketId}
          error={showsMissing && value.ticketId === null ? t('target.missing') : null}
          onChange={(ticketId: TicketId) => onChange({ kind: 'ticket', ticketId })}
          hasFocusFirst={hasFocusFirst}
          testId="line-ticket"
        />
      ) : (
        <div>
          <span id={labelId} className={cx('unseen')}>
            {t('target.which')}
          </span>
          <Radio.Group
            aria-labelledby={labelId}
            value={value.activity}
            onChange={(chosen) => {
              const activity = activitySchema.safeParse(chosen);
              if (activity.success) onChange({ kind: 'activity', activity: activity.data });
            }}
          >
            <div className={cx('activities')}>
              {activitySchema.options.map((activity) => (
                <Radio key={activity} size="xs" value={activity} label={t(`activity.${activity}`)} />
              ))}
            </div>
          </Radio.Group>
          <p className={cx('hint')}>{t('target.neverCharged')}</p>
        </div>
      )}
    </div>
  );
}
