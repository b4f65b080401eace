import { timeCriticalCategoryOf } from '@core/ticket/portal-mapping';
import type { TicketChoicesView } from '@ipc/ticket-views';
import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import styles from './CallForm.module.css';
import type { CallFormState } from './use-call-form';

const cx = classNames(styles);

const ESCALATIONS = ['none', 'requested', 'accepted', 'declined'] as const;

interface UrgencyFieldsProps {
  readonly choices: TicketChoicesView;
  readonly form: Pick<CallFormState, 'values' | 'change' | 'isReasonMissing'>;
}

/** The tags of the portal that make a ticket time-critical, one for each category. */
function criticalTags({ tags }: TicketChoicesView) {
  const found = tags.flatMap(({ remoteId, name }) => {
    const category = timeCriticalCategoryOf([name]);
    return category === null ? [] : [{ remoteId, category }];
  });
  return found.filter(({ category }, index) => found.findIndex((other) => other.category === category) === index);
}

/** Whether it is time-critical, and whether the customer calls to go before everybody else. */
export function UrgencyFields({ choices, form: { values, change, isReasonMissing } }: UrgencyFieldsProps) {
  const { t } = useTranslation(['ticket', 'common', 'handling']);
  const critical = criticalTags(choices);
  const isEscalated = values.escalation !== 'none';
  return (
    <>
      <div className={cx('two')}>
        <Select
          label={t('ticket:register.critical')}
          placeholder={t('ticket:register.notCritical')}
          data={critical.map(({ remoteId, category }) => ({
            value: String(remoteId),
            label: t(`common:timeCritical.${category}`),
          }))}
          value={values.timeCriticalTagRemoteId === null ? null : String(values.timeCriticalTagRemoteId)}
          onChange={(chosen) => change({ timeCriticalTagRemoteId: chosen === null ? null : Number(chosen) })}
          description={critical.length === 0 ? t('ticket:register.noCriticalTags') : null}
          disabled={critical.length === 0}
          searchable
          clearable
          openOnFocus={false}
        />
        <div>
          <span className={cx('label')} id="call-escalation">
            {t('ticket:register.escalation')}
          </span>
          <SegmentedControl
            fullWidth
            aria-labelledby="call-escalation"
            value={values.escalation}
            onChange={(chosen) => change({ escalation: ESCALATIONS.find((step) => step === chosen) ?? 'none' })}
            data={ESCALATIONS.map((value) => ({ value, label: t(`ticket:register.escalationStep.${value}`) }))}
          />
        </div>
      </div>
      {isEscalated && (
        <div className={cx('two')}>
          <TextInput
            label={t('ticket:register.escalationReason')}
            value={values.escalationReason}
            onChange={(event) => change({ escalationReason: event.currentTarget.value })}
            error={isReasonMissing ? t('ticket:register.escalationReasonMissing') : null}
            maxLength={2000}
          />
          <TextInput
            label={t('handling:dialog.escalate.user')}
            placeholder={t('handling:dialog.escalate.userHelp')}
            value={values.userDetails}
            onChange={(event) => change({ userDetails: event.currentTarget.value })}
            maxLength={500}
          />
        </div>
      )}
    </>
  );
}
