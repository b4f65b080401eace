import type { WarningView } from '@ipc/timer-views';
import { Button } from '@mantine/core';
import { IconAlertOctagon, IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEvent } from '../../api/use-event';
import { Banner } from '../../ui/Banner';
import { formatLeft, formatSpent } from '../../ui/format';
import { useWorkbenchActions } from '../../ui/workbench-actions';
import { addWarning, dismissWarning } from './warnings';

const REACHED_PERMILLE = 1000;

/** The warnings of the four-hour rule. Each stays until it is dismissed or no longer true, and none takes the keyboard. */
export function Warnings() {
  const { t } = useTranslation('timer');
  const [shown, setShown] = useState<readonly WarningView[]>([]);
  useEvent('warning:raised', (raised) => setShown((current) => addWarning(current, raised)));

  const dismiss = (ticketId: string) => setShown((current) => dismissWarning(current, ticketId));
  useEvent('warning:over', ({ ticketId }) => dismiss(ticketId));
  const reached = shown.filter((warning) => warning.thresholdPermille >= REACHED_PERMILLE);
  const nearing = shown.filter((warning) => warning.thresholdPermille < REACHED_PERMILLE);

  // Both regions are there before there is anything to say: a screen reader only announces what changes in them.
  return (
    <section aria-label={t('warning.label')}>
      <div aria-live="assertive">
        {reached.map((warning) => (
          <WarningBanner key={warning.ticketId} warning={warning} onDismiss={dismiss} />
        ))}
      </div>
      <div aria-live="polite">
        {nearing.map((warning) => (
          <WarningBanner key={warning.ticketId} warning={warning} onDismiss={dismiss} />
        ))}
      </div>
    </section>
  );
}

interface WarningBannerProps {
  readonly warning: WarningView;
  readonly onDismiss: (ticketId: string) => void;
}

function WarningBanner({ warning, onDismiss }: WarningBannerProps) {
  const { t } = useTranslation(['timer', 'limit']);
  const { openTicket, decideLimit } = useWorkbenchActions();
  const isReached = warning.thresholdPermille >= REACHED_PERMILLE;
  const counted = formatSpent(warning.countedSeconds);
  const number = warning.ticketNumber;
  return (
    <Banner
      tone={isReached ? 'danger' : 'warn'}
      icon={isReached ? IconAlertOctagon : IconAlertTriangle}
      testId="warning-alert"
      actions={
        <>
          {isReached && (
            <Button
              onClick={() => {
                onDismiss(warning.ticketId);
                decideLimit(warning.ticketId);
              }}
            >
              {t('limit:decide')}
            </Button>
          )}
          <Button
            variant="default"
            onClick={() => {
              onDismiss(warning.ticketId);
              openTicket(warning.ticketId, { focus: true });
            }}
          >
            {t('timer:warning.open')}
          </Button>
          <Button variant="default" onClick={() => onDismiss(warning.ticketId)}>
            {t('timer:warning.dismiss')}
          </Button>
        </>
      }
    >
      <strong>
        {isReached
          ? t('timer:warning.titleReached', { number })
          : t('timer:warning.title', { number, left: formatLeft(warning.leftSeconds) })}
      </strong>{' '}
      {isReached ? t('timer:warning.textReached', { counted }) : t('timer:warning.text', { counted })}
    </Banner>
  );
}
