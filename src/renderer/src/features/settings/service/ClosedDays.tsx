import { Button, Group, Input, Pill, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/use-format';

interface ClosedDaysProps {
  readonly label: string;
  readonly days: readonly string[];
  readonly onAdd: (day: string) => void;
  readonly onRemove: (day: string) => void;
}

/** Days without service, each of which can be taken away, and the way to one more. */
export function ClosedDays({ label, days, onAdd, onRemove }: ClosedDaysProps) {
  const { t } = useTranslation('handling');
  const format = useFormat();
  const [day, setDay] = useState('');
  const [isRefused, setIsRefused] = useState(false);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const isNew = day !== '' && !days.includes(day);
    setIsRefused(!isNew);
    if (!isNew) return;
    onAdd(day);
    setDay('');
  };
  return (
    <Input.Wrapper label={label} labelElement="div">
      {days.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('service.closedNone')}
        </Text>
      ) : (
        <Pill.Group my={4}>
          {days.map((closed) => (
            <Pill
              key={closed}
              size="md"
              withRemoveButton
              onRemove={() => onRemove(closed)}
              removeButtonProps={{
                'aria-label': t('service.remove', { day: format.calendarDate(closed) }),
                'aria-hidden': false,
                tabIndex: 0,
              }}
            >
              {format.shortDay(closed)} {closed.slice(0, 4)}
            </Pill>
          ))}
        </Pill.Group>
      )}
      <form onSubmit={add} aria-label={label} noValidate>
        <Group gap="sm" align="flex-start">
          <TextInput
            type="date"
            aria-label={t('service.day')}
            value={day}
            onChange={(event) => {
              setIsRefused(false);
              setDay(event.currentTarget.value);
            }}
            error={isRefused ? t('service.dayInvalid') : null}
            w={180}
          />
          <Button type="submit" variant="default">
            {t('service.add')}
          </Button>
        </Group>
      </form>
    </Input.Wrapper>
  );
}
