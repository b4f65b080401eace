import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queueQuery } from '../api/queries';
import { useWorkbenchActions } from '../ui/workbench-actions';
import { useCommands } from './use-commands';

const SEARCH_DELAY_MS = 120;
const MOST_TICKETS = 8;

/** Everything the workbench can do, and every ticket, behind Ctrl+K. */
export function CommandPalette({ ticketId }: { readonly ticketId: string | null }) {
  const { t } = useTranslation();
  const { openTicket } = useWorkbenchActions();
  const [query, setQuery] = useState('');
  const [search] = useDebouncedValue(query.trim(), SEARCH_DELAY_MS);
  const tickets = useQuery({ ...queueQuery('all', search), enabled: search !== '' }).data;
  const commands = useCommands(ticketId);

  const found: SpotlightActionData[] =
    query.trim() === ''
      ? []
      : (tickets?.rows ?? []).slice(0, MOST_TICKETS).map((row) => ({
          id: row.id,
          label: `${row.number} ${row.title}`,
          description: row.customerName ?? t('noCustomer'),
          onClick: () => openTicket(row.id, { focus: true }),
        }));

  return (
    <Spotlight
      shortcut="mod + K"
      tagsToIgnore={[]}
      query={query}
      onQueryChange={setQuery}
      returnFocus
      scrollable
      maxHeight={480}
      size={640}
      aria-label={t('palette.label')}
      nothingFound={t('palette.nothing')}
      searchProps={{
        placeholder: t('palette.placeholder'),
        'aria-label': t('palette.placeholder'),
        leftSection: <IconSearch size={18} stroke={1.75} aria-hidden />,
      }}
      filter={(typed, all) => narrow(typed, all as SpotlightActionGroupData[], t('palette.groupTickets'))}
      actions={[
        { group: t('palette.groupCommands'), actions: commands },
        { group: t('palette.groupTickets'), actions: found },
      ]}
    />
  );
}

/** Commands are narrowed here; tickets were already searched for. */
function narrow(typed: string, groups: SpotlightActionGroupData[], ticketGroup: string): SpotlightActionGroupData[] {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return groups
    .map((group) =>
      group.group === ticketGroup
        ? group
        : {
            ...group,
            actions: group.actions.filter(({ label = '' }) =>
              words.every((word) => label.toLocaleLowerCase().includes(word)),
            ),
          },
    )
    .filter(({ actions }) => actions.length > 0);
}
