import type { TicketId } from '@core/ids';
import { searchWordsOf, wordsNotIn } from '@core/ticket/search-words';
import { type ComboboxItem, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ticketQuery, ticketsQuery } from '../api/queries';
import { focusOnce } from './focus-once';

interface TicketSelectProps {
  /** Shown above the field; without it the field is named by it all the same. */
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: TicketId | null;
  readonly error?: ReactNode;
  /** A ticket that makes no sense here: the one the time is on already. */
  readonly without?: TicketId | null;
  readonly onChange: (ticketId: TicketId, number: string) => void;
  readonly className?: string;
  readonly hasFocusFirst?: boolean;
  readonly testId?: string;
}

/** As long as somebody types on, nothing is searched for. */
const SEARCH_DELAY_MS = 120;
const LONGEST_SEARCH = 200;

/** Any ticket, found by what is written on it. */
export function TicketSelect(props: TicketSelectProps) {
  const { label, isLabelHidden = false, value, error, without = null, onChange, className, testId } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [chosenLabel, setChosenLabel] = useState<string | null>(null);
  // What stands in the field once a ticket is chosen is its name, and no search.
  const wanted = typed === chosenLabel ? '' : typed.trim().slice(0, LONGEST_SEARCH);
  const [search] = useDebouncedValue(wanted, SEARCH_DELAY_MS);
  const answer = useQuery(ticketsQuery(search));
  const found = answer.data?.rows ?? [];
  const isAnswered = search === wanted && !answer.isPlaceholderData;
  const isFound = found.some(({ id }) => id === value);
  const ticket = useQuery({ ...ticketQuery(value ?? ''), enabled: value !== null && !isFound }).data;
  const chosen = ticket === undefined ? [] : [{ ...ticket, customerName: ticket.customer?.name ?? null }];
  const options = [...found, ...(isFound || value === null ? [] : chosen)]
    .filter(({ id }) => id !== without)
    .map(({ id, number, title, customerName }) => ({
      id,
      number,
      option: { value: id, label: `${number} ${title} · ${customerName ?? t('noCustomer')}` },
    }));
  return (
    <Select
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      placeholder={t('ticketSelect.placeholder')}
      nothingFoundMessage={t('ticketSelect.nothing')}
      data={options.map(({ option }) => option)}
      filter={({ options: all }) => {
        // Until the answer is here, only what fits for certain: Enter must never choose what an earlier word found.
        const words = searchWordsOf(wanted);
        const isShown = ({ value: id, label: name }: ComboboxItem) =>
          isAnswered ? found.some((row) => row.id === id) : wordsNotIn([name], words).length === 0;
        return all.filter((option) => 'group' in option || isShown(option));
      }}
      value={value}
      error={error}
      onSearchChange={setTyped}
      onChange={(id) => {
        const picked = options.find((option) => option.id === id);
        if (picked === undefined) return;
        setChosenLabel(picked.option.label);
        onChange(picked.id, picked.number);
      }}
      searchable
      selectFirstOptionOnChange
      allowDeselect={false}
      limit={100}
      maxDropdownHeight={280}
      {...(className === undefined ? {} : { className })}
      {...(props.hasFocusFirst === true ? { 'data-autofocus': true, ref: focusOnce, openOnFocus: false } : {})}
      data-testid={testId}
    />
  );
}
