import {
  type ImportPreviewView,
  type PreviewRowView,
  type RowOutcomeKind,
  rowOutcomeKindSchema,
} from '@ipc/requests/imports';
import { SegmentedControl, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowBarToDown, IconEqual, IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import styles from './Imports.module.css';
import { useImportWords } from './use-import-words';

const cx = classNames(styles);

/** More rows than these would make the window slow, and nobody reads them. */
const MOST_SHOWN = 200;

const ICONS = {
  new: IconPlus,
  changed: IconPencil,
  same: IconEqual,
  'passed-over': IconArrowBarToDown,
  unreadable: IconAlertTriangle,
} as const satisfies Record<RowOutcomeKind, typeof IconPlus>;

/** What importing would do, row by row. */
export function ImportPreview({ preview }: { readonly preview: ImportPreviewView }) {
  const { t } = useTranslation('imports');
  const [shown, setShown] = useState<RowOutcomeKind | 'all'>('all');
  const { counts, fields } = preview;
  const total = rowOutcomeKindSchema.options.reduce((sum, kind) => sum + counts[kind], 0);
  const chosen = preview.rows.filter(({ outcome }) => shown === 'all' || outcome === shown);
  const rows = chosen.slice(0, MOST_SHOWN);
  const count = shown === 'all' ? total : counts[shown];

  return (
    <div>
      <SegmentedControl<RowOutcomeKind | 'all'>
        aria-label={t('show')}
        value={shown}
        onChange={setShown}
        mb="sm"
        data={[
          { value: 'all', label: t('all', { total }) },
          // Most tables have no rows to pass over.
          ...rowOutcomeKindSchema.options
            .filter((value) => value !== 'passed-over' || counts[value] > 0)
            .map((value) => ({
              value,
              label: t(`filter.${value}`, { total: counts[value] }),
            })),
        ]}
      />
      <section
        className={cx('scroll')}
        aria-label={t('preview')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
        tabIndex={0}
      >
        <table className={cx('table')} aria-label={t('preview')}>
          <thead>
            <tr>
              <th scope="col" className={cx('number')}>
                {t('row')}
              </th>
              <th scope="col">{t('outcome')}</th>
              {fields.map((field) => (
                <th key={field} scope="col">
                  {t(`field.${field}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <PreviewRow key={row.number} row={row} />
            ))}
          </tbody>
        </table>
      </section>
      <Text size="xs" c="dimmed" mt={4} role="status">
        {count === 0 ? t('noneShown') : count > rows.length ? t('firstShown', { shown: rows.length, count }) : ''}
      </Text>
    </div>
  );
}

function PreviewRow({ row }: { readonly row: PreviewRowView }) {
  const { t } = useTranslation('imports');
  const words = useImportWords();
  const ItsIcon = ICONS[row.outcome];
  return (
    <tr data-testid="import-row" data-outcome={row.outcome}>
      <td className={cx('number')}>{row.number}</td>
      <td className={cx('outcome', row.outcome === 'unreadable' && 'unreadable')}>
        <span className={cx('mark')}>
          <ItsIcon size={14} stroke={1.75} aria-hidden />
          {t(`outcomes.${row.outcome}`)}
        </span>
        {row.passedOver !== null && <div className={cx('detail')}>{t(`passedOver.${row.passedOver}`)}</div>}
        {row.changes.map((change) => (
          <div key={change.field} className={cx('detail')}>
            {words.change(change)}
          </div>
        ))}
        {row.problems.map((problem) => (
          <div key={words.problem(problem)} className={cx('detail')}>
            {words.problem(problem)}
          </div>
        ))}
      </td>
      {row.cells.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells of a row have no other name than their place.
        <td key={index} className={cx('cell')}>
          {cell}
        </td>
      ))}
    </tr>
  );
}
