import { formatKronor } from '@core/billing/kronor';
import type { ChargeView } from '@ipc/limit-views';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMinutes } from './format';

/** The sentence that explains a charge, with what it costs where the price list has a rate. */
export function useChargeSentence(): (charge: ChargeView) => string {
  const { t } = useTranslation('ticket');
  return useCallback(
    ({ reason, workedMinutes, chargedMinutes, amountOre }: ChargeView) => {
      const sentence = t(`time.chargeReason.${reason}`, {
        worked: formatMinutes(workedMinutes),
        charged: formatMinutes(chargedMinutes),
      });
      return amountOre === null || chargedMinutes === 0 ? sentence : `${sentence} · ${formatKronor(amountOre)}`;
    },
    [t],
  );
}
