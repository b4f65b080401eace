import { parseOdooAddress } from '@core/ticket/odoo-address';
import { IconLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type sv from '../app/locales/sv/capture.json';
import { classNames } from './class-names';
import styles from './OdooRecord.module.css';

const cx = classNames(styles);

/** The record that an address in Odoo names: `Försäljningsorder 42 · sale.order`. */
export function OdooRecord({ address }: { readonly address: string }) {
  const { t, i18n } = useTranslation('capture');
  const found = parseOdooAddress(address);
  if (found === null) return <>{t('details.recordUnknown')}</>;
  const key = (found.model ?? '').replaceAll('.', '_');
  const record = isRecordKey(key, i18n.exists(`capture:record.${key}`)) ? t(`record.${key}`) : t('details.anyRecord');
  return (
    <span className={cx('record')} data-testid="odoo-record">
      <IconLink size={15} stroke={1.75} aria-hidden />
      <strong>{t('details.recordNumber', { record, id: found.id })}</strong>
      {found.model !== null && <code>{found.model}</code>}
    </span>
  );
}

/** Models without a word of their own are many: their technical name stands beside the number anyway. */
function isRecordKey(key: string, isKnown: boolean): key is keyof (typeof sv)['record'] {
  return key !== '' && isKnown;
}
