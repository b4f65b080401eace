import type { PriceListView } from '@ipc/limit-views';
import { Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command';
import { classNames } from '../../ui/class-names';
import { focusOnce } from '../../ui/focus-once';
import { leaveOnEscape } from '../../ui/leave-on-escape';
import { SaveOrCancel } from '../../ui/SaveOrCancel';
import styles from './PricesSection.module.css';
import { PRICE_CHANGES } from './price-changes';
import { type PriceField, readPriceDraft, toPriceDraft } from './price-draft';

const cx = classNames(styles);
const NOTHING_WRONG: ReadonlySet<PriceField> = new Set();

interface PriceListFormProps {
  /** The price list to change, or the one that a new one begins as. */
  readonly priceList: PriceListView;
  readonly isNew: boolean;
  readonly onSaved: (saved: PriceListView) => void;
  readonly onCancel: () => void;
}

/** A new price list, or a change of one. */
export function PriceListForm({ priceList, isNew, onSaved, onCancel }: PriceListFormProps) {
  const { t } = useTranslation(['settings', 'common']);
  const write = useCommand('prices:write', { showsFailure: true, changes: PRICE_CHANGES });
  const [draft, setDraft] = useState(() => toPriceDraft(priceList, isNew));
  const [wrong, setWrong] = useState(NOTHING_WRONG);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const read = readPriceDraft(draft, isNew ? null : priceList.id);
    if (!read.ok) return setWrong(read.failure);
    write.mutate(read.value, { onSuccess: ({ priceListId }) => onSaved({ ...read.value, id: priceListId }) });
  };
  const fieldOf = (field: PriceField) => ({
    value: draft[field],
    error: wrong.has(field) && t(`settings:prices.invalid.${field}`),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setWrong(NOTHING_WRONG);
      setDraft((current) => ({ ...current, [field]: value }));
    },
  });

  return (
    <form onSubmit={onSubmit} onKeyDown={leaveOnEscape(onCancel)} noValidate>
      <Stack gap="md">
        <div className={cx('fields')}>
          <TextInput
            label={t('settings:prices.name')}
            maxLength={100}
            w={220}
            // The person has just asked for this form.
            ref={focusOnce}
            {...fieldOf('name')}
          />
          <TextInput
            label={t('settings:prices.minimum')}
            inputMode="numeric"
            maxLength={7}
            w={110}
            {...fieldOf('minimum')}
          />
          <TextInput label={t('settings:prices.step')} inputMode="numeric" maxLength={7} w={110} {...fieldOf('step')} />
          <TextInput
            label={t('settings:prices.rate')}
            placeholder={t('settings:prices.ratePlaceholder')}
            inputMode="decimal"
            maxLength={20}
            w={150}
            {...fieldOf('rate')}
          />
          <TextInput
            label={t('settings:prices.overtime')}
            inputMode="decimal"
            maxLength={6}
            w={120}
            {...fieldOf('overtime')}
          />
        </div>
        <SaveOrCancel
          saveLabel={t('settings:prices.save')}
          isPending={write.isPending}
          error={write.error}
          onCancel={onCancel}
        />
      </Stack>
    </form>
  );
}
