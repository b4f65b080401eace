import { decidedVerdictSchema } from '@core/billing/kind-of-work';
import type { CoverageDecisionId, TicketId } from '@core/ids';
import type { CoverageOnTicketView } from '@ipc/details-views';
import { LONGEST_COVERAGE_REASON } from '@ipc/requests/coverage';
import { Group, Radio, Textarea } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../../api/query-keys';
import { useCommand } from '../../../api/use-command';
import { classNames } from '../../../ui/class-names';
import { focusOnce } from '../../../ui/focus-once';
import { formatSpent } from '../../../ui/format';
import { leaveOnEscape } from '../../../ui/leave-on-escape';
import { SaveOrCancel } from '../../../ui/SaveOrCancel';
import styles from './details.module.css';

const cx = classNames(styles);

const VERDICTS = decidedVerdictSchema.options;
const LEFT_ALONE = ['locked', 'told-by-note', 'own-override'] as const;

interface CoverageDecisionFormProps {
  readonly ticketId: TicketId;
  readonly coverage: CoverageOnTicketView;
  /** `before`: the decision that held until now; null: the terms did. */
  readonly onDecided: (before: CoverageDecisionId | null) => void;
  readonly onCancel: () => void;
}

/** Another verdict than that of the terms, the reason for it, and which lines follow. */
export function CoverageDecisionForm({ ticketId, coverage, onDecided, onCancel }: CoverageDecisionFormProps) {
  const { t } = useTranslation(['details', 'common']);
  const decide = useCommand('coverage:decide', { showsFailure: true, changes: [queryKeys.details(ticketId)] });
  const { kindOfWork, decision } = coverage;
  const [chosen, setChosen] = useState<string | null>(decision?.verdict ?? null);
  const [reason, setReason] = useState(decision?.reason ?? '');
  const [isTried, setTried] = useState(false);
  const verdict = VERDICTS.find((option) => option === chosen);
  const isReasonMissing = reason.trim() === '';

  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    setTried(true);
    if (verdict === undefined || isReasonMissing || decide.isPending) return;
    decide.mutate(
      { ticketId, kindOfWork, verdict, reason: reason.trim() },
      { onSuccess: ({ before }) => onDecided(before) },
    );
  };
  const leave = leaveOnEscape(onCancel);
  return (
    <form
      className={cx('decide')}
      aria-label={t('details:coverage.decided.decide')}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
        leave(event);
      }}
      noValidate
    >
      <Radio.Group
        label={t('details:coverage.decided.verdict')}
        value={chosen}
        onChange={setChosen}
        withAsterisk
        error={isTried && verdict === undefined && t('details:coverage.decided.verdictMissing')}
      >
        <Group gap="md" my={6}>
          {VERDICTS.map((option, index) => (
            <Radio
              key={option}
              value={option}
              label={t(`common:verdict.${option}`)}
              {...(index === 0 ? { ref: focusOnce } : {})}
            />
          ))}
        </Group>
      </Radio.Group>
      <Textarea
        label={t('details:coverage.decided.reason')}
        description={t('details:coverage.decided.reasonHelp')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={LONGEST_COVERAGE_REASON}
        autosize
        minRows={2}
        maxRows={6}
        withAsterisk
        error={isTried && isReasonMissing && t('details:coverage.decided.reasonMissing')}
      />
      <Reach lines={coverage.lines} />
      <SaveOrCancel
        saveLabel={t('details:coverage.decided.save')}
        isPending={decide.isPending}
        error={decide.error}
        onCancel={onCancel}
      />
    </form>
  );
}

/** Which of my lines follow, and which are left as they are and why. */
function Reach({ lines }: Pick<CoverageOnTicketView, 'lines'>) {
  const { t } = useTranslation('details');
  const { count, workedSeconds } = lines.follows;
  return (
    <div data-testid="decision-reach">
      <p className={cx('line')}>
        {count === 0
          ? t('coverage.decided.followsNone')
          : t('coverage.decided.follows', { count, time: formatSpent(workedSeconds) })}
      </p>
      {LEFT_ALONE.filter((reach) => lines[reach].count > 0).map((reach) => (
        <p key={reach} className={cx('quote')}>
          {t(`coverage.decided.left.${reach}`, {
            count: lines[reach].count,
            time: formatSpent(lines[reach].workedSeconds),
          })}
        </p>
      ))}
    </div>
  );
}
