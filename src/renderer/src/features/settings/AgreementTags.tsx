import { agreementKindSchema } from '@core/billing/agreement';
import type { MappingView } from '@ipc/requests/mapping';
import { MultiSelect, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type MappingDraft, tagsOfAgreement, withTags } from './mapping-draft';

interface AgreementTagsProps {
  readonly view: MappingView;
  readonly draft: MappingDraft;
  readonly onChange: (draft: MappingDraft) => void;
}

/** Which tags of customers mean which agreement. */
export function AgreementTags({ view, draft, onChange }: AgreementTagsProps) {
  const { t } = useTranslation(['settings', 'common']);
  const { customerTags } = view;
  if (customerTags.length === 0) return null;
  return (
    <Stack gap="xs" maw={460} w="100%" role="group" aria-label={t('settings:mapping.agreementTags')}>
      <div>
        <Text size="sm" fw={600} aria-hidden>
          {t('settings:mapping.agreementTags')}
        </Text>
        <Text size="xs" c="dimmed">
          {t('settings:mapping.agreementTagsHelp')}
        </Text>
      </div>
      {agreementKindSchema.options.map((kind) => {
        const chosen = tagsOfAgreement(draft, view, kind);
        return (
          <MultiSelect
            key={kind}
            label={t(`common:agreement.${kind}`)}
            placeholder={chosen.length === 0 ? t('settings:mapping.noTag') : ''}
            data={customerTags.map(({ remoteId, name }) => ({ value: String(remoteId), label: name }))}
            value={chosen.map(String)}
            onChange={(values) => onChange(withTags(draft, view, kind, values.map(Number)))}
            searchable
            openOnFocus={false}
          />
        );
      })}
    </Stack>
  );
}
