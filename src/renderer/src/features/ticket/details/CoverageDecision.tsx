import type { TicketId } from '@core/ids';
import type { CoverageOnTicketView } from '@ipc/details-views';
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../../api/query-keys';
import { useCommand } from '../../../api/use-command';
import { classNames } from '../../../ui/class-names';
import { showUndoNotice } from '../../../ui/undo-notice';
import { CoverageDecisionForm } from './CoverageDecisionForm';
import { DecidedOtherwise } from './DecidedOtherwise';
import styles from './details.module.css';

const cx = classNames(styles);

interface CoverageDecisionProps {
  readonly ticketId: TicketId;
  readonly coverage: CoverageOnTicketView;
}

/** What holds of a kind of work on this ticket instead of the terms, and the way to decide so or to take it back. */
export function CoverageDecision({ ticketId, coverage }: CoverageDecisionProps) {
  const { t } = useTranslation(['details', 'common']);
  const { kindOfWork, decision } = coverage;
  const [isDeciding, setDeciding] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const letStand = useCommand('coverage:let-stand', { changes: [queryKeys.details(ticketId)] });
  const name = t(`common:kindOfWork.${kindOfWork}`);

  const close = () => {
    setDeciding(false);
    // The button is there again once the form is gone.
    requestAnimationFrame(() => opener.current?.focus());
  };
  const offerUndo = (message: string, before: NonNullable<typeof decision>['id'] | null) =>
    showUndoNotice({
      topic: `coverage ${ticketId} ${kindOfWork}`,
      message,
      onUndo: () => letStand.mutate({ ticketId, kindOfWork, decisionId: before }),
    });
  const takeBack = () =>
    letStand.mutate(
      { ticketId, kindOfWork, decisionId: null },
      {
        onSuccess: ({ before }) => {
          offerUndo(t('details:coverage.decided.takenBack', { kind: name }), before);
          opener.current?.focus();
        },
      },
    );

  return (
    <div className={cx('section')} data-testid="coverage-decision">
      {decision !== null && <DecidedOtherwise decision={decision} />}
      {isDeciding ? (
        <CoverageDecisionForm
          ticketId={ticketId}
          coverage={coverage}
          onDecided={(before) => {
            offerUndo(t('details:coverage.decided.done', { kind: name }), before);
            close();
          }}
          onCancel={close}
        />
      ) : (
        <div className={cx('inline')}>
          <Button ref={opener} variant="default" onClick={() => setDeciding(true)}>
            {decision === null ? t('common:verdictForm.decide') : t('common:verdictForm.change')}
          </Button>
          {decision !== null && (
            <Button variant="subtle" disabled={letStand.isPending} onClick={takeBack}>
              {t('details:coverage.decided.takeBack')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
