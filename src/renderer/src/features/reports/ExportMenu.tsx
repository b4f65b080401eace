import type { ReportTable } from '@core/reports/report-document';
import { type ReportFormat, reportFormatSchema } from '@ipc/requests/reports';
import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconFileExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command';
import { showNotice } from '../../ui/show-notice';
import { useLanguage } from '../../ui/use-format';

interface ExportMenuProps {
  readonly title: string;
  readonly subtitle: string;
  readonly tables: readonly ReportTable[];
}

/** Writes what is shown into a file. */
export function ExportMenu({ title, subtitle, tables }: ExportMenuProps) {
  const { t } = useTranslation('reports');
  const language = useLanguage();
  const save = useCommand('report:save');
  const exportAs = (format: ReportFormat) =>
    save.mutate(
      { document: { title, subtitle, language, tables: [...tables] }, format },
      { onSuccess: ({ isSaved }) => isSaved && showNotice(t('export.saved')) },
    );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          size="sm"
          loading={save.isPending}
          disabled={tables.length === 0}
          leftSection={<IconFileExport size={16} stroke={1.75} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {t('export.label')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {reportFormatSchema.options.map((format) => (
          <Menu.Item key={format} onClick={() => exportAs(format)}>
            {t(`export.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
