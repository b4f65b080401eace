import { formatKronor } from '@core/billing/kronor';
import type { PriceListView } from '@ipc/limit-views';
import { useTranslation } from 'react-i18next';
import { formatMinutes } from './format';

/** A price list in words: "at least 30 min · steps of 15 min · 1 250 kr per hour". */
export function usePriceWords(): (priceList: PriceListView) => string {
  const { t } = useTranslation('limit');
  return ({ minimumMinutes, stepMinutes, ratePerHourOre }) =>
    [
      t('price.minimum', { minimum: formatMinutes(minimumMinutes) }),
      t('price.step', { step: formatMinutes(stepMinutes) }),
      ratePerHourOre === null ? t('price.noRate') : t('price.rate', { rate: formatKronor(ratePerHourOre) }),
    ].join(' · ');
}
