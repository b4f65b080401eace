import type { KindOfWork } from '@core/billing/kind-of-work';
import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { findKindOfWork, kindOfWorkGroups } from './kinds-of-work';

interface KindOfWorkSelectProps {
  readonly label: string;
  readonly value: KindOfWork;
  readonly onChange: (kind: KindOfWork) => void;
}

/** Every kind of work, grouped and searchable. */
export function KindOfWorkSelect({ label, value, onChange }: KindOfWorkSelectProps) {
  const { t } = useTranslation();
  const data = useMemo(
    () =>
      kindOfWorkGroups.map(([group, kinds]) => ({
        group: t(`kindOfWorkGroup.${group}`),
        items: kinds.map((kind) => ({ value: kind, label: t(`kindOfWork.${kind}`) })),
      })),
    [t],
  );
  return (
    <Select
      label={label}
      data={data}
      value={value}
      onChange={(chosen) => {
        const kind = chosen === null ? undefined : findKindOfWork(chosen);
        if (kind !== undefined) onChange(kind);
      }}
      searchable
      selectFirstOptionOnChange
      nothingFoundMessage={t('kindOfWorkNone')}
      // What is typed replaces the chosen name instead of continuing it.
      onFocus={(event) => event.currentTarget.select()}
      onClick={(event) => event.currentTarget.select()}
      onKeyDown={(event) => {
        // Enter chooses; without a choice it must not send the form around this field.
        if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault();
      }}
      allowDeselect={false}
      maxDropdownHeight={320}
    />
  );
}
