import { agreementKindSchema } from '@core/billing/agreement';
import { termsVersionSchema } from '@core/billing/held-agreement';
import type { CustomerId } from '@core/ids';
import type { AgreementView } from '@ipc/requests/agreements';
import { Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command';
import { classNames } from '../../ui/class-names';
import { focusOnce } from '../../ui/focus-once';
import { leaveOnEscape } from '../../ui/leave-on-escape';
import { SaveOrCancel } from '../../ui/SaveOrCancel';
import { AGREEMENT_CHANGES } from './agreement-changes';
import { type AgreementField, NEW_AGREEMENT, readAgreementDraft, toAgreementDraft } from './agreement-draft';
import styles from './PricesSection.module.css';

const cx = classNames(styles);
const NOTHING_WRONG: ReadonlySet<AgreementField> = new Set();

interface AgreementFormProps {
  readonly customerId: CustomerId;
  /** The agreement to change; null: a new one. */
  readonly agreement: AgreementView | null;
  readonly onSaved: (agreementId: AgreementView['id']) => void;
  readonly onCancel: () => void;
}

/** A new agreement of a customer, or a change of one. */
export function AgreementForm({ customerId, agreement, onSaved, onCancel }: AgreementFormProps) {
  const { t } = useTranslation(['settings', 'common']);
  const write = useCommand('agreements:write', { showsFailure: true, changes: AGREEMENT_CHANGES });
  const [draft, setDraft] = useState(agreement === null ? NEW_AGREEMENT : toAgreementDraft(agreement));
  const [wrong, setWrong] = useState(NOTHING_WRONG);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const read = readAgreementDraft(draft);
    if (!read.ok) return setWrong(read.failure);
    write.mutate(
      { id: agreement?.id ?? null, customerId, origin: 'typed', ...read.value },
      { onSuccess: ({ agreementId }) => onSaved(agreementId) },
    );
  };
  const dateOf = (field: AgreementField) => ({
    value: draft[field],
    error:
      wrong.has(field) && t(field === 'validUntil' ? 'settings:agreements.untilInvalid' : 'settings:packs.dateInvalid'),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setWrong(NOTHING_WRONG);
      setDraft((current) => ({ ...current, [field]: value }));
    },
  });

  return (
    <form onSubmit={onSubmit} onKeyDown={leaveOnEscape(onCancel)} noValidate>
      <Stack gap="md" mt={agreement === null ? 'md' : 0}>
        <div className={cx('fields')}>
          <Select
            label={t('settings:agreements.kind')}
            data={agreementKindSchema.options.map((kind) => ({ value: kind, label: t(`common:agreement.${kind}`) }))}
            value={draft.kind}
            onChange={(chosen) => {
              const kind = agreementKindSchema.safeParse(chosen);
              if (kind.success) setDraft((current) => ({ ...current, kind: kind.data }));
            }}
            allowDeselect={false}
            w={220}
            // The person has just asked for this form.
            ref={focusOnce}
            openOnFocus={false}
          />
          <Select
            label={t('settings:agreements.terms')}
            data={termsVersionSchema.options.map((terms) => ({ value: terms, label: t(`common:terms.${terms}`) }))}
            value={draft.terms}
            onChange={(chosen) => {
              const terms = termsVersionSchema.safeParse(chosen);
              if (terms.success) setDraft((current) => ({ ...current, terms: terms.data }));
            }}
            allowDeselect={false}
            w={250}
          />
        </div>
        <div className={cx('fields')}>
          <TextInput
            type="date"
            label={t('settings:agreements.validFrom')}
            description={t('settings:agreements.validFromHelp')}
            w={220}
            {...dateOf('validFrom')}
          />
          <TextInput
            type="date"
            label={t('settings:agreements.validUntil')}
            description={t('settings:agreements.validUntilHelp')}
            w={250}
            {...dateOf('validUntil')}
          />
        </div>
        <SaveOrCancel
          saveLabel={t('settings:agreements.save')}
          isPending={write.isPending}
          error={write.error}
          onCancel={onCancel}
        />
      </Stack>
    </form>
  );
}
