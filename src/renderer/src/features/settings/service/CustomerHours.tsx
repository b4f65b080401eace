import type { CustomerId } from '@core/ids';
import { SERVICE_HOURS } from '@core/time/working-hours';
import type { RequestInput, RequestOutput } from '@ipc/contract';
import { Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { afterwards } from '../../../api/afterwards';
import { servicesQuery } from '../../../api/queries';
import { queryKeys } from '../../../api/query-keys';
import { useCommand } from '../../../api/use-command';
import { FailureText } from '../../../ui/FailureText';
import { showUndoNotice } from '../../../ui/undo-notice';
import { ClosedDays } from './ClosedDays';
import { readServiceHours, timeText } from './service-hours';

type Customer = RequestOutput<'service:read'>['customers'][number];
type Service = RequestInput<'service:write'>['service'];

/** Customers who are served at hours of their own. */
export function CustomerHours() {
  const { t } = useTranslation('handling');
  const services = useQuery(servicesQuery);
  const write = useCommand('service:write', { changes: [queryKeys.services] });
  const [editedId, setEditedId] = useState<CustomerId | null>(null);
  const customers = services.data?.customers ?? [];
  const withOwn = customers.filter(({ service }) => service !== null);
  const edited = customers.find(({ id }) => id === editedId);

  const change = (customer: Customer, service: Service) =>
    afterwards(write.mutateAsync({ customerId: customer.id, service }), ({ before }) => {
      const name = { customer: customer.name };
      showUndoNotice({
        topic: `service of ${customer.id}`,
        message: service === null ? t('service.backDone', name) : t('service.saved', name),
        onUndo: () => write.mutate({ customerId: customer.id, service: before }),
      });
    });

  return (
    <Stack gap="sm">
      <div>
        <Title order={3} size="sm">
          {t('service.customers')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('service.customersHelp')}
        </Text>
      </div>
      {services.isError && <FailureText error={services.error} />}
      {withOwn.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('service.customersNone')}
        </Text>
      )}
      {withOwn.map((customer) => (
        <Group key={customer.id} gap="sm">
          <Text size="sm">
            <strong>{customer.name}</strong> {customer.service !== null && hoursText(customer.service)}
          </Text>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={t('service.edit', { customer: customer.name })}
            onClick={() => setEditedId(customer.id)}
          >
            {t('target.followUpChange')}
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => {
              setEditedId(null);
              change(customer, null);
            }}
          >
            {t('service.back', { customer: customer.name })}
          </Button>
        </Group>
      ))}
      <Select
        label={t('service.customer')}
        placeholder={t('service.customerPlaceholder')}
        data={customers.map(({ id, name }) => ({ value: id, label: name }))}
        value={editedId}
        onChange={(chosen) => setEditedId(customers.find(({ id }) => id === chosen)?.id ?? null)}
        searchable
        clearable
        openOnFocus={false}
        maw={400}
      />
      {edited !== undefined && (
        <HoursForm
          key={edited.id}
          customer={edited}
          onSave={(service) => {
            setEditedId(null);
            change(edited, service);
          }}
        />
      )}
    </Stack>
  );
}

function hoursText({ opensAtMinute, closesAtMinute }: NonNullable<Service>): string {
  return `${timeText(opensAtMinute)}–${timeText(closesAtMinute)}`;
}

interface HoursFormProps {
  readonly customer: Customer;
  readonly onSave: (service: Service) => void;
}

function HoursForm({ customer, onSave }: HoursFormProps) {
  const { t } = useTranslation('handling');
  const held = customer.service ?? { ...SERVICE_HOURS, closedDays: [] };
  const [from, setFrom] = useState(timeText(held.opensAtMinute));
  const [to, setTo] = useState(timeText(held.closesAtMinute));
  const [closedDays, setClosedDays] = useState<readonly string[]>(held.closedDays);
  const [isRefused, setIsRefused] = useState(false);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const hours = readServiceHours(from, to);
    setIsRefused(hours === null);
    if (hours !== null) onSave({ ...hours, closedDays: [...closedDays] });
  };
  return (
    <Stack gap="sm">
      <form id="customer-hours" onSubmit={save} aria-label={customer.name} noValidate>
        <Group gap="sm" align="flex-start">
          <TextInput
            label={t('service.from')}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
            error={isRefused}
            maxLength={5}
            w={90}
          />
          <TextInput
            label={t('service.to')}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
            error={isRefused ? t('service.timesInvalid') : null}
            maxLength={5}
            w={90}
          />
        </Group>
      </form>
      <ClosedDays
        label={t('service.closedOf', { customer: customer.name })}
        days={closedDays}
        onAdd={(day) => setClosedDays([...closedDays, day].toSorted())}
        onRemove={(day) => setClosedDays(closedDays.filter((other) => other !== day))}
      />
      <Group>
        <Button type="submit" form="customer-hours">
          {t('service.save')}
        </Button>
      </Group>
    </Stack>
  );
}
