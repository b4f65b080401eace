import { type ImportKind, importKindSchema } from '@core/imports/import-fields';
import type { OpenedTableView } from '@ipc/requests/imports';
import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command';
import { useHasPortal } from '../../../api/use-has-portal';
import { FailureText } from '../../../ui/FailureText';
import { showNotice } from '../../../ui/show-notice';
import { showUndoNotice } from '../../../ui/undo-notice';
import { IMPORT_CHANGES } from '../price-changes';
import { SettingsSection } from '../SettingsSection';
import { ImportDialog, type ImportDone } from './ImportDialog';

interface Chosen {
  readonly kind: ImportKind;
  readonly table: OpenedTableView;
}

/** What can be imported, what is needed most first. Tickets come from lists only where no portal brings them. */
function kindsFor(hasPortal: boolean): readonly ImportKind[] {
  const kinds = importKindSchema.options.filter((kind) => kind !== 'tickets');
  return hasPortal ? kinds : ['tickets', ...kinds];
}

/** Agreements, price lists and packs from a table in a file, and tickets where there is no portal. */
export function ImportsSection() {
  const { t } = useTranslation('imports');
  const hasPortal = useHasPortal();
  const open = useCommand('imports:open', { showsFailure: true });
  const undo = useCommand('imports:undo', { changes: IMPORT_CHANGES });
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const opened = open.data?.opened ?? null;

  const choose = (kind: ImportKind) =>
    open.mutate(
      { kind },
      { onSuccess: ({ opened: answer }) => setChosen(answer?.ok ? { kind, table: answer.table } : null) },
    );
  const imported = ({ importId, counts }: ImportDone) => {
    setChosen(null);
    if (importId === null) return showNotice(t('nothingToDo'));
    showUndoNotice({
      topic: `import ${importId}`,
      message: t('done', { count: counts.new + counts.changed }),
      onUndo: () => undo.mutate({ importId }, { onSuccess: () => showNotice(t('undone')) }),
    });
  };

  return (
    <SettingsSection title={t('title')} help={t(hasPortal ? 'help' : 'helpWithTickets')}>
      <Text size="sm" maw="60ch">
        {t('explain')}
      </Text>
      <Group gap="sm">
        {kindsFor(hasPortal).map((kind) => (
          <Button
            key={kind}
            variant={kind === 'tickets' ? 'filled' : 'default'}
            leftSection={<IconTable size={15} stroke={1.75} aria-hidden />}
            loading={open.isPending && open.variables.kind === kind}
            disabled={open.isPending && open.variables.kind !== kind}
            onClick={() => choose(kind)}
          >
            {t(`choose.${kind}`)}
          </Button>
        ))}
      </Group>
      {open.isError && <FailureText error={open.error} />}
      {!open.isPending && opened !== null && !opened.ok && (
        <Alert
          role="alert"
          color="red"
          variant="light"
          icon={<IconAlertTriangle size={18} aria-hidden />}
          title={t('notRead', { file: opened.fileName })}
          styles={{
            root: { background: 'var(--fyra-danger-ground)' },
            message: { color: 'var(--mantine-color-text)' },
            label: { color: 'var(--fyra-danger)', overflowWrap: 'anywhere' },
          }}
        >
          <Text size="sm">{t(`tableProblem.${opened.problem.kind}`, { row: opened.problem.row })}</Text>
        </Alert>
      )}
      <ImportDialog chosen={chosen} onClose={() => setChosen(null)} onDone={imported} />
    </SettingsSection>
  );
}
