import { customerIdSchema } from '@core/ids';
import type { QueueQuestion } from '@core/ticket/queue-view';
import { ActionIcon, Checkbox, Divider, Popover, Select, Stack, Tooltip } from '@mantine/core';
import { IconFilter, IconFilterFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTicketChoices } from '../../api/use-ticket-choices';
import { useWorkbenchActions } from '../../ui/workbench-actions';
import { isFiltered } from './filters';
import { SavedFilters } from './SavedFilters';

interface FilterMenuProps {
  readonly question: QueueQuestion;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onChange: (changed: Partial<QueueQuestion>) => void;
  /** A saved filter was chosen. */
  readonly onUse: (question: QueueQuestion) => void;
}

/** Narrows the list to a customer, a tag or what is time-critical, and keeps combinations under a name. */
export function FilterMenu({ question, isOpen, onOpenChange, onChange, onUse }: FilterMenuProps) {
  const { t } = useTranslation('queue');
  const { focusQueue } = useWorkbenchActions();
  const choices = useTicketChoices({ enabled: isOpen }).data;
  const FilterIcon = isFiltered(question) ? IconFilterFilled : IconFilter;
  return (
    <Popover opened={isOpen} onChange={onOpenChange} position="bottom-end" width={340} trapFocus shadow="md">
      <Popover.Target>
        <Tooltip label={`${t('filter.open')} (F)`}>
          <ActionIcon
            variant="default"
            size={34}
            aria-label={t('filter.open')}
            aria-expanded={isOpen}
            onClick={() => onOpenChange(!isOpen)}
          >
            <FilterIcon size={17} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown
        aria-label={t('filter.open')}
        // It closes by itself; the keyboard goes back to where F was pressed.
        onKeyDown={(event) => {
          if (event.key === 'Escape') focusQueue();
        }}
      >
        <Stack gap="sm">
          <Select
            label={t('filter.customer')}
            placeholder={t('filter.anyCustomer')}
            nothingFoundMessage={t('filter.noCustomer')}
            data={(choices?.customers ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            value={question.customerId}
            onChange={(chosen) => onChange({ customerId: customerIdSchema.nullable().catch(null).parse(chosen) })}
            comboboxProps={{ withinPortal: false }}
            searchable
            clearable
            openOnFocus={false}
            limit={50}
            data-autofocus
          />
          <Select
            label={t('filter.tag')}
            placeholder={t('filter.anyTag')}
            nothingFoundMessage={t('filter.noTag')}
            data={(choices?.tags ?? []).map(({ remoteId, name }) => ({ value: String(remoteId), label: name }))}
            value={question.tagRemoteId === null ? null : String(question.tagRemoteId)}
            onChange={(chosen) => onChange({ tagRemoteId: chosen === null ? null : Number(chosen) })}
            comboboxProps={{ withinPortal: false }}
            searchable
            clearable
            openOnFocus={false}
            limit={50}
          />
          <Checkbox
            label={t('filter.timeCritical')}
            checked={question.isTimeCriticalOnly}
            onChange={(event) => onChange({ isTimeCriticalOnly: event.currentTarget.checked })}
          />
          <Divider />
          <SavedFilters
            question={question}
            onUse={(saved) => {
              onUse(saved);
              onOpenChange(false);
              focusQueue();
            }}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
