import type { CallCustomerView } from '@ipc/call-views';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { PackSummary } from '../../../ui/PackSummary';
import { useFormat } from '../../../ui/use-format';
import styles from './CallForm.module.css';

const cx = classNames(styles);

/** What is worth knowing of who calls, before anybody asks: open tickets, agreements, prepaid hours, limited access. */
export function CallerCard({ card }: { readonly card: CallCustomerView }) {
  const { t } = useTranslation(['details', 'ticket', 'common']);
  const format = useFormat();
  const agreements = [...new Set(card.agreements.map(({ kind }) => t(`common:agreement.${kind}`)))];
  return (
    <div className={cx('card')} data-testid="caller-card">
      <p>
        {t('details:customer.open', { count: card.openTicketCount })}{' '}
        <strong>{agreements.length === 0 ? t('ticket:register.noAgreement') : format.list(agreements)}</strong>
      </p>
      {card.packs !== null && <PackSummary packs={card.packs} />}
      {card.limitedAccess.length > 0 && (
        <p className={cx('warn')}>
          <IconAlertTriangle size={15} stroke={1.75} aria-hidden />
          {t('ticket:register.limited', {
            areas: format.list(card.limitedAccess.map((area) => t(`details:limited.area.${area}`))),
          })}
        </p>
      )}
    </div>
  );
}
