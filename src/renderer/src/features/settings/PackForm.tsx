import type { CustomerId } from '@core/ids';
import type { PackView } from '@ipc/limit-views';
import { Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockQuery } from '../../api/queries';
import { useCommand } from '../../api/use-command';
import { classNames } from '../../ui/class-names';
import { focusOnce } from '../../ui/focus-once';
import { leaveOnEscape } from '../../ui/leave-on-escape';
import { SaveOrCancel } from '../../ui/SaveOrCancel';
import styles from './PricesSection.module.css';
import { beginPackDraft, type PackDraft, type PackField, readPackDraft, toPackDraft } from './pack-draft';
import { PRICE_CHANGES } from './price-changes';

const cx = classNames(styles);
const NOTHING_WRONG: ReadonlySet<PackField> = new Set();

interface PackFormProps {
  readonly customerId: CustomerId;
  /** The pack to change; null: a new one. */
  readonly pack: PackView | null;
  readonly onSaved: (packId: PackView['id']) => void;
  readonly onCancel: () => void;
}

/** A new support pack, or a change of one. */
export function PackForm(props: PackFormProps) {
  const now = useQuery(clockQuery).data?.now;
  const begun = props.pack === null ? now && beginPackDraft(now) : toPackDraft(props.pack);
  return begun === undefined ? null : <Fields {...props} begun={begun} />;
}

function Fields({ customerId, pack, begun, onSaved, onCancel }: PackFormProps & { readonly begun: PackDraft }) {
  const { t } = useTranslation(['settings', 'common']);
  const write = useCommand('packs:write', { showsFailure: true, changes: PRICE_CHANGES });
  const [draft, setDraft] = useState(begun);
  const [wrong, setWrong] = useState(NOTHING_WRONG);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const read = readPackDraft(draft, pack);
    if (!read.ok) return setWrong(read.failure);
    write.mutate({ id: pack?.id ?? null, customerId, ...read.value }, { onSuccess: ({ packId }) => onSaved(packId) });
  };
  const fieldOf = (field: PackField) => ({
    value: draft[field],
    error:
      wrong.has(field) &&
      t(field === 'prepaid' || field === 'used' ? 'settings:packs.hoursInvalid' : 'settings:packs.dateInvalid'),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setWrong(NOTHING_WRONG);
      setDraft((current) => ({ ...current, [field]: value }));
    },
  });

  return (
    <form onSubmit={onSubmit} onKeyDown={leaveOnEscape(onCancel)} noValidate>
      <Stack gap="md" mt={pack === null ? 'md' : 0}>
        <div className={cx('fields')}>
          <TextInput
            label={t('settings:packs.prepaidHours')}
            description={t('settings:packs.prepaidHelp')}
            inputMode="decimal"
            maxLength={8}
            w={150}
            // The person has just asked for this form.
            ref={focusOnce}
            {...fieldOf('prepaid')}
          />
          <TextInput
            label={t('settings:packs.usedHours')}
            description={t('settings:packs.usedHelp')}
            inputMode="decimal"
            maxLength={8}
            w={190}
            {...fieldOf('used')}
          />
        </div>
        <div className={cx('fields')}>
          <TextInput type="date" label={t('settings:packs.boughtOn')} w={150} {...fieldOf('boughtOn')} />
          <TextInput type="date" label={t('settings:packs.countsFrom')} w={190} {...fieldOf('countsFrom')} />
          <TextInput label={t('settings:packs.note')} maxLength={500} flex="1 1 200px" {...fieldOf('note')} />
        </div>
        <SaveOrCancel
          saveLabel={t('settings:packs.save')}
          isPending={write.isPending}
          error={write.error}
          onCancel={onCancel}
        />
      </Stack>
    </form>
  );
}
