import type { ImportColumns, ImportKind } from '@core/imports/import-fields';
import type { RequestOutput } from '@ipc/contract';
import type { OpenedTableView } from '@ipc/requests/imports';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/client';
import { queryKeys } from '../../../api/query-keys';
import { useCommand } from '../../../api/use-command';
import { FailureText } from '../../../ui/FailureText';
import { IMPORT_CHANGES } from '../price-changes';
import { ColumnChoices } from './ColumnChoices';
import { ImportPreview } from './ImportPreview';
import { ImportProgress } from './ImportProgress';
import { ListNotes } from './ListNotes';

/** What an import did. */
export type ImportDone = RequestOutput<'imports:apply'>;

interface ImportDialogProps {
  /** The table to import; null keeps the dialog closed. */
  readonly chosen: { readonly kind: ImportKind; readonly table: OpenedTableView } | null;
  readonly onClose: () => void;
  readonly onDone: (done: ImportDone) => void;
}

/** What the columns of a table mean, and what importing it would do. Nothing is written before a person says so. */
export function ImportDialog({ chosen, onClose, onDone }: ImportDialogProps) {
  const { t } = useTranslation(['imports', 'common']);
  return (
    <Modal
      opened={chosen !== null}
      onClose={onClose}
      size={960}
      title={chosen === null ? '' : t(`imports:dialogTitle.${chosen.kind}`)}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      {chosen !== null && <ImportForm key={chosen.table.tableId} {...chosen} onClose={onClose} onDone={onDone} />}
    </Modal>
  );
}

function ImportForm({
  kind,
  table,
  onClose,
  onDone,
}: { readonly kind: ImportKind; readonly table: OpenedTableView } & Pick<ImportDialogProps, 'onClose' | 'onDone'>) {
  const { t } = useTranslation(['imports', 'common']);
  const [columns, setColumns] = useState<ImportColumns>(table.guessed);
  const task = { tableId: table.tableId, kind, columns };
  const preview = useQuery({
    queryKey: queryKeys.importPreview(task),
    queryFn: () => call('imports:preview', task),
    placeholderData: keepPreviousData,
  });
  const apply = useCommand('imports:apply', { showsFailure: true, changes: IMPORT_CHANGES });
  const counts = preview.data?.counts;
  const good = (counts?.new ?? 0) + (counts?.changed ?? 0);
  const missing = preview.data?.missing ?? [];

  return (
    <Stack gap="md">
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {t('imports:file', { file: table.fileName, count: table.rowCount })}
      </Text>
      <ColumnChoices kind={kind} table={table} columns={columns} onChange={setColumns} />
      {preview.isError && <FailureText error={preview.error} />}
      {missing.length > 0 && (
        <Text size="sm" role="status" c="var(--fyra-danger)">
          {missing
            .map((group) => group.map((field) => t(`imports:field.${field}`)).join(t('imports:or')))
            .map((fields) => t('imports:columnMissing', { fields }))
            .join(' ')}
        </Text>
      )}
      {preview.data !== undefined && preview.data.list !== null && (
        <ListNotes list={preview.data.list} hasTimes={columns.registered !== undefined} />
      )}
      {preview.data !== undefined && missing.length === 0 && <ImportPreview preview={preview.data} />}
      {apply.isError && <FailureText error={apply.error} />}
      <Group justify="flex-end" gap="sm">
        {apply.isPending && <ImportProgress />}
        {!apply.isPending && counts !== undefined && counts.unreadable > 0 && (
          <Text size="sm" c="dimmed" mr="auto">
            {t('imports:leftOut', { count: counts.unreadable })}
          </Text>
        )}
        <Button variant="default" disabled={apply.isPending} onClick={onClose}>
          {t('common:action.cancel')}
        </Button>
        <Button
          loading={apply.isPending}
          disabled={good === 0 || preview.isFetching || missing.length > 0}
          onClick={() => apply.mutate(task, { onSuccess: onDone })}
        >
          {t('imports:import', { count: good })}
        </Button>
      </Group>
    </Stack>
  );
}
