import { FIELDS_OF_KIND, type ImportColumns, type ImportField, type ImportKind } from '@core/imports/import-fields';
import type { OpenedTableView } from '@ipc/requests/imports';
import { Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { columnLetters } from './column-letters';
import styles from './Imports.module.css';

const cx = classNames(styles);

interface ColumnChoicesProps {
  readonly kind: ImportKind;
  readonly table: OpenedTableView;
  readonly columns: ImportColumns;
  readonly onChange: (columns: ImportColumns) => void;
}

/** Which column of the table holds what. The headers have said so already where they could. */
export function ColumnChoices({ kind, table, columns, onChange }: ColumnChoicesProps) {
  const { t } = useTranslation('imports');
  const data = table.columns.map(({ header }, index) => ({
    value: String(index),
    label: header === '' ? t('columnWithout', { letters: columnLetters(index) }) : header,
  }));
  const choose = (field: ImportField, chosen: string | null) => {
    const { [field]: _before, ...others } = columns;
    onChange(chosen === null ? others : { ...others, [field]: Number(chosen) });
  };
  return (
    <fieldset className={cx('columns')}>
      <legend className={cx('legend')}>{t('columns')}</legend>
      {FIELDS_OF_KIND[kind].map((field) => {
        const column = columns[field];
        const examples = column === undefined ? [] : (table.columns[column]?.examples ?? []);
        return (
          <div key={field}>
            <Select
              label={t(`field.${field}`)}
              placeholder={t('noColumn')}
              data={data}
              value={column === undefined ? null : String(column)}
              onChange={(chosen) => choose(field, chosen)}
              clearable
              clearButtonProps={{ 'aria-label': t('clearColumn', { field: t(`field.${field}`) }) }}
            />
            <Text size="xs" c="dimmed" mt={2} truncate="end" title={examples.join(' · ')}>
              {examples.join(' · ')}
            </Text>
          </div>
        );
      })}
    </fieldset>
  );
}
