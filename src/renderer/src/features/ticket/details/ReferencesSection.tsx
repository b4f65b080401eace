import type { IntakeReferenceView, IntakeView } from '@ipc/details-views';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command';
import { classNames } from '../../../ui/class-names';
import { OdooRecord } from '../../../ui/OdooRecord';
import { showNotice } from '../../../ui/show-notice';
import styles from './details.module.css';

const cx = classNames(styles);

/** What the ticket points at in Odoo; what has an address leads there. */
export function ReferencesSection({ intake }: { readonly intake: IntakeView }) {
  const { t } = useTranslation('details');
  if (intake.references.length === 0) return null;
  return (
    <section aria-label={t('references')} className={cx('section')} data-testid="references">
      <h3 className={cx('heading')}>{t('references')}</h3>
      <ul className={cx('list')}>
        {intake.references.map((reference) => (
          <li key={reference.from === 'address' ? reference.address : reference.text}>
            <Reference reference={reference} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Reference({ reference }: { readonly reference: IntakeReferenceView }) {
  const { t } = useTranslation(['details', 'ticket']);
  const { mutate: openAddress } = useCommand('app:open-address');
  const { href } = reference;
  if (reference.from === 'address') {
    return (
      <>
        <button type="button" className={cx('link')} onClick={() => openAddress({ address: reference.address })}>
          {reference.address}
        </button>
        <div>
          <OdooRecord address={reference.address} />
        </div>
      </>
    );
  }
  const kind = reference.from === 'text' ? t(`ticket:overview.reference.${reference.kind}`) : t('details:typed');
  // Odoo's own page needs an id; the number is put where its search box takes it from.
  const open = (address: string) => {
    void navigator.clipboard.writeText(reference.text);
    openAddress({ address });
    showNotice(t('details:numberCopied', { number: reference.text }));
  };
  return (
    <>
      {href === null ? (
        <strong>{reference.text}</strong>
      ) : (
        <button type="button" className={cx('link')} onClick={() => open(href)}>
          {reference.text}
        </button>
      )}{' '}
      <span className={cx('quiet')}>{kind}</span>
    </>
  );
}
