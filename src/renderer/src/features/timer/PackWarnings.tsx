import type { PackWarningView } from '@ipc/limit-views';
import { Button } from '@mantine/core';
import { IconPackage } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEvent } from '../../api/use-event';
import { Banner } from '../../ui/Banner';
import { formatMinutes } from '../../ui/format';
import { addLatest } from './warnings';

const EMPTY_PERMILLE = 1000;

/** Says that a customer's support pack runs low or out. Each stays until it is dismissed, and none takes the keyboard. */
export function PackWarnings() {
  const { t } = useTranslation('limit');
  const [shown, setShown] = useState<readonly PackWarningView[]>([]);
  useEvent('pack-warning:raised', (raised) =>
    setShown((current) => addLatest(current, raised, ({ customerId }) => customerId)),
  );
  const dismiss = (customerId: string) =>
    setShown((current) => current.filter((warning) => warning.customerId !== customerId));

  return (
    <section aria-label={t('pack.warning.label')} aria-live="polite">
      {shown.map(({ customerId, customerName: customer, leftMinutes, thresholdPermille }) => {
        const isEmpty = thresholdPermille >= EMPTY_PERMILLE;
        return (
          <Banner
            key={customerId}
            tone={isEmpty ? 'danger' : 'warn'}
            icon={IconPackage}
            testId="pack-warning"
            actions={
              <Button variant="default" onClick={() => dismiss(customerId)}>
                {t('pack.warning.dismiss')}
              </Button>
            }
          >
            <strong>
              {isEmpty
                ? t('pack.warning.empty', { customer })
                : t('pack.warning.low', { customer, left: formatMinutes(leftMinutes) })}
            </strong>{' '}
            {isEmpty ? t('pack.emptyAdvice') : t('pack.lowAdvice')}
          </Banner>
        );
      })}
    </section>
  );
}
