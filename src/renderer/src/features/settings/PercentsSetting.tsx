import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../ui/use-format';
import { formatPercents, parsePercents } from './setting-lists';

interface PercentsSettingProps {
  readonly value: readonly number[];
  readonly onSave: (value: number[]) => void;
}

/** The shares of the limit at which a warning speaks. What cannot be read is not kept, and the field says so. */
export function PercentsSetting({ value, onSave }: PercentsSettingProps) {
  const { t } = useTranslation('settings');
  const language = useLanguage();
  const [typed, setTyped] = useState<string | null>(null);
  const isReadable = typed === null || parsePercents(typed) !== null;
  const save = () => {
    const read = typed === null ? null : parsePercents(typed);
    if (read === null) return;
    setTyped(null);
    if (JSON.stringify(read) !== JSON.stringify(value)) onSave(read);
  };
  return (
    <TextInput
      label={t('warnAt')}
      description={t('warnAtHelp')}
      value={typed ?? formatPercents(value, language)}
      error={isReadable ? null : t('warnAtUnreadable')}
      maxLength={100}
      w="100%"
      maw={400}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}
