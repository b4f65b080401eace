import {
  createSpotlight,
  Spotlight,
  type SpotlightActionData,
  type SpotlightActionGroupData,
} from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ticketsQuery } from '../api/queries';
import { useWorkbenchActions } from '../ui/workbench-actions';
import { useCommands } from './use-commands';

const MOST_TICKETS = 8;
const [store, palette] = createSpotlight();

/** Everything the workbench can do, and every ticket, behind Ctrl+K. It opens as it is built: the key was pressed. */
export function CommandPalette({ ticketId }: { readonly ticketId: string | null }) {
  const { t } = useTranslation();
  const { openTicket } = useWorkbenchActions();
  const [query, setQuery] = useState('');
  useEffect(() => palette.open(), []);
  const search = query.trim();
  const tickets = useQuery({ ...ticketsQuery(search), enabled: search !== '' });
  const contentRef = useRef<HTMLDivElement>(null);
  // Run once the palette is gone and has given the keyboard back: many commands take the keyboard somewhere else.
  const chosenRef = useRef<(() => void) | null>(null);
  const commands = useCommands(ticketId).map(({ run, ...command }) => ({
    ...command,
    onClick: () => {
      chosenRef.current = run;
    },
  }));

  const found: SpotlightActionData[] =
    // Only the answer to exactly these words: Enter must never open a ticket that an earlier word found.
    search === '' || tickets.isPlaceholderData
      ? []
      : (tickets.data?.rows ?? []).slice(0, MOST_TICKETS).map((row) => ({
          id: row.id,
          label: `${row.number} ${row.title}`,
          description: row.customerName ?? t('noCustomer'),
          onClick: () => {
            chosenRef.current = () => openTicket(row.id, { focus: true });
          },
        }));

  // The library selects the first entry when the words change; tickets come a moment later.
  const firstFoundId = found[0]?.id;
  useEffect(() => {
    const entries = contentRef.current?.querySelectorAll('[data-action]');
    if (firstFoundId === undefined || entries === undefined) return;
    if ([...entries].some((entry) => entry.hasAttribute('data-selected'))) return;
    entries[0]?.setAttribute('data-selected', 'true');
    store.updateState((state) => ({ ...state, selected: 0 }));
  }, [firstFoundId]);

  return (
    <Spotlight
      ref={contentRef}
      store={store}
      shortcut="mod + K"
      tagsToIgnore={[]}
      query={query}
      onQueryChange={setQuery}
      returnFocus
      scrollable
      maxHeight={480}
      size={640}
      attributes={{ content: { 'aria-label': t('palette.label') } }}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      transitionProps={{
        duration: 80,
        transition: 'fade',
        onExited: () => {
          chosenRef.current?.();
          chosenRef.current = null;
        },
      }}
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
