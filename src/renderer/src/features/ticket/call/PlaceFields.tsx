import { type NamedPlace, readPlaces } from '@core/ticket/call-form';
import { recogniseReferences } from '@core/ticket/references';
import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { OdooRecord } from '../../../ui/OdooRecord';
import styles from './CallForm.module.css';

const cx = classNames(styles);

interface PlaceFieldsProps {
  readonly where: string;
  readonly onChange: (where: string) => void;
}

/** Where in Odoo it is, recognised as it is typed. */
export function PlaceFields({ where, onChange }: PlaceFieldsProps) {
  const { t } = useTranslation('ticket');
  return (
    <>
      <TextInput
        label={t('register.where')}
        placeholder={t('register.wherePlaceholder')}
        value={where}
        onChange={(event) => onChange(event.currentTarget.value)}
        maxLength={4000}
      />
      <ul className={cx('places')} aria-live="polite" aria-label={t('register.recognised')} data-testid="places">
        {readPlaces(where).map((place) => (
          <li key={place.text}>
            <Place place={place} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Place({ place: { kind, text } }: { readonly place: NamedPlace }) {
  const { t } = useTranslation(['ticket', 'details']);
  if (kind === 'address') return <OdooRecord address={text} />;
  const [reference] = kind === 'transaction' ? recogniseReferences(text) : [];
  return (
    <>
      <strong>{text}</strong>{' '}
      <span className={cx('quiet')}>
        {reference === undefined ? t('details:typed') : t(`ticket:overview.reference.${reference.kind}`)}
      </span>
    </>
  );
}
