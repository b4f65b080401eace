import type { CoverageDecisionId, TicketId } from '@core/ids';
import type { CoverageOnTicketView } from '@ipc/details-views';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../../api/query-keys';
import { useCommand } from '../../../api/use-command';
import { classNames } from '../../../ui/class-names';
import { formatSpent } from '../../../ui/format';
import { VerdictForm } from '../../../ui/VerdictForm';
import styles from './details.module.css';

const cx = classNames(styles);

const LEFT_ALONE = ['locked', 'told-by-note', 'own-override'] as const;

interface CoverageDecisionFormProps {
  readonly ticketId: TicketId;
  readonly coverage: CoverageOnTicketView;
  /** `before`: the decision that held until now; null: the terms did. */
  readonly onDecided: (before: CoverageDecisionId | null) => void;
  readonly onCancel: () => void;
}

/** Another verdict on a kind of work than that of the terms, the reason for it, and which lines follow. */
export function CoverageDecisionForm({ ticketId, coverage, onDecided, onCancel }: CoverageDecisionFormProps) {
  const { t } = useTranslation(['details', 'common']);
  const decide = useCommand('coverage:decide', { showsFailure: true, changes: [queryKeys.details(ticketId)] });
  const { kindOfWork, decision } = coverage;
  return (
    <div className={cx('decide')}>
      <VerdictForm
        label={t('common:verdictForm.decide')}
        verdictLabel={t('coverage.decided.verdict')}
        decided={decision}
        isPending={decide.isPending}
        error={decide.error}
        onDecide={(decided) =>
          decide.mutate({ ticketId, kindOfWork, ...decided }, { onSuccess: ({ before }) => onDecided(before) })
        }
        onCancel={onCancel}
      >
        <Reach lines={coverage.lines} />
      </VerdictForm>
    </div>
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
