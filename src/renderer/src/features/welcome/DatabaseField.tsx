import { Select, TextInput } from '@mantine/core';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface DatabaseFieldProps {
  /** What the server says of its databases: null where it does not tell, undefined before it was asked. */
  readonly told: readonly string[] | null | undefined;
  readonly value: string;
  readonly onChange: (database: string) => void;
  /** A name that nobody typed: the server's only one. */
  readonly onFillIn: (database: string) => void;
}

/** The database at a server: its only one is filled in, one of several is chosen, and typed where it does not tell. */
export function DatabaseField({ told, value, onChange, onFillIn }: DatabaseFieldProps) {
  const { t } = useTranslation('welcome');
  const input = useRef<HTMLInputElement>(null);
  const hasFocus = useRef(false);
  const isChoice = told !== undefined && told !== null && told.length > 1;
  const only = told?.length === 1 ? told[0] : undefined;

  const fillIn = () => {
    if (only !== undefined && value === '') onFillIn(only);
  };
  // The answer comes when the next field is typed in already: what is typed there stays as it is, and so does the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: emptied by hand it stays empty until it is left.
  useLayoutEffect(() => {
    if (!hasFocus.current) fillIn();
    if (isChoice && value !== '' && !told.includes(value)) onFillIn('');
  }, [told]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field is another element then.
  useLayoutEffect(() => {
    if (hasFocus.current && document.activeElement !== input.current) input.current?.focus();
  }, [isChoice]);

  const shared = {
    ref: input,
    onFocus: () => {
      hasFocus.current = true;
    },
    onBlur: () => {
      hasFocus.current = false;
      fillIn();
    },
  };
  if (isChoice) {
    return (
      <Select
        {...shared}
        label={t('odoo.databaseChoice')}
        description={t('odoo.databaseSeveral')}
        data={[...new Set(told)]}
        value={told.includes(value) ? value : null}
        onChange={(chosen) => onChange(chosen ?? '')}
        searchable
      />
    );
  }
  const help = () => {
    if (told === null) return t('odoo.databaseHidden');
    return only !== undefined && only === value ? t('odoo.databaseOnly') : t('odoo.databaseHelp');
  };
  return (
    <TextInput
      {...shared}
      label={t('odoo.database')}
      description={help()}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="off"
      spellCheck={false}
      maxLength={200}
    />
  );
}
