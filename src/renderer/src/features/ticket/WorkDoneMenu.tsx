import { languageOfCustomer } from '@core/language';
import { type ReportFormat, reportFormatSchema } from '@ipc/requests/reports';
import type { TicketView } from '@ipc/ticket-views';
import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconFileExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command';
import type { Language } from '../../ui/format';
import { showNotice } from '../../ui/show-notice';

/** Writes the work on a ticket into a file that its customer may read. The customer's own language comes first. */
export function WorkDoneMenu({ ticket }: { readonly ticket: TicketView }) {
  const { t } = useTranslation(['ticket', 'reports']);
  const save = useCommand('report:save-work-done');
  const theirs = languageOfCustomer(ticket.customer?.language ?? null);
  const languages: readonly Language[] = theirs === 'sv' ? ['sv', 'en'] : ['en', 'sv'];
  const saveAs = (language: Language, format: ReportFormat) =>
    save.mutate(
      { ticketId: ticket.id, language, format },
      { onSuccess: ({ isSaved }) => isSaved && showNotice(t('reports:export.saved')) },
    );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          loading={save.isPending}
          leftSection={<IconFileExport size={16} stroke={1.75} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {t('ticket:workDone.label')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.flatMap((language) => [
          <Menu.Label key={language}>{t(`ticket:workDone.${language}`)}</Menu.Label>,
          ...reportFormatSchema.options.toReversed().map((format) => (
            <Menu.Item key={`${language} ${format}`} onClick={() => saveAs(language, format)}>
              {t(`reports:export.${format}`)}
            </Menu.Item>
          )),
        ])}
      </Menu.Dropdown>
    </Menu>
  );
}
