import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseTemplates } from './setting-lists';

interface TemplatesSettingProps {
  readonly value: readonly string[];
  readonly onSave: (value: string[]) => void;
}

/** Descriptions that are offered when a timer is stopped, one a line. */
export function TemplatesSetting({ value, onSave }: TemplatesSettingProps) {
  const { t } = useTranslation('settings');
  const [typed, setTyped] = useState<string | null>(null);
  const save = () => {
    if (typed === null) return;
    const read = parseTemplates(typed);
    setTyped(null);
    if (JSON.stringify(read) !== JSON.stringify(value)) onSave(read);
  };
  return (
    <Textarea
      label={t('templates')}
      description={t('templatesHelp')}
      value={typed ?? value.join('\n')}
      autosize
      minRows={2}
      maxRows={10}
      w="100%"
      maw={560}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={save}
    />
  );
}
