import { customerIdSchema } from '@core/ids';
import type { TicketChoicesView } from '@ipc/ticket-views';
import { Autocomplete, SegmentedControl, Select, TextInput } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/client';
import { queryKeys } from '../../../api/query-keys';
import { classNames } from '../../../ui/class-names';
import { CallerCard } from './CallerCard';
import styles from './CallForm.module.css';
import type { CallFormState } from './use-call-form';

const cx = classNames(styles);

const METHODS = ['email', 'telephone', 'portal'] as const;

interface CallerFieldsProps {
  readonly choices: TicketChoicesView;
  readonly form: Pick<CallFormState, 'values' | 'change'>;
}

/** Who calls: the customer, who of them, and how they want to be reached. */
export function CallerFields({ choices, form: { values, change } }: CallerFieldsProps) {
  const { t } = useTranslation(['ticket', 'details']);
  const { customerId } = values;
  const card = useQuery({
    queryKey: queryKeys.callCustomer(customerId),
    queryFn: customerId === null ? skipToken : () => call('call:customer', { customerId }),
    staleTime: 0,
  }).data;
  const contacts = card?.contacts ?? [];
  const chooseContact = (name: string) => {
    const known = contacts.find((contact) => contact.name === name);
    if (known) change({ contactName: name, contactTelephone: known.telephone, contactEmail: known.email });
  };
  return (
    <>
      <div className={cx('two')}>
        <Select
          label={t('ticket:register.customer')}
          placeholder={t('ticket:register.customerPlaceholder')}
          nothingFoundMessage={t('ticket:register.customerNone')}
          data={choices.customers.map(({ id, name }) => ({ value: id, label: name }))}
          value={customerId}
          onChange={(chosen) => change({ customerId: customerIdSchema.nullable().catch(null).parse(chosen) })}
          searchable
          clearable
          selectFirstOptionOnChange
          openOnFocus={false}
          limit={100}
          data-autofocus
        />
        <Autocomplete
          label={t('ticket:register.contact')}
          data={contacts.map(({ name }) => name)}
          value={values.contactName}
          onChange={(contactName) => change({ contactName })}
          onOptionSubmit={chooseContact}
          maxLength={200}
          openOnFocus={false}
        />
        <TextInput
          type="tel"
          label={t('ticket:register.telephone')}
          value={values.contactTelephone}
          onChange={(event) => change({ contactTelephone: event.currentTarget.value })}
          maxLength={200}
        />
        <TextInput
          type="email"
          label={t('ticket:register.email')}
          value={values.contactEmail}
          onChange={(event) => change({ contactEmail: event.currentTarget.value })}
          maxLength={200}
        />
      </div>
      <div>
        <span className={cx('label')} id="call-preferred">
          {t('details:intake.preferred')}
        </span>
        <SegmentedControl
          aria-labelledby="call-preferred"
          value={values.preferredContact ?? 'none'}
          onChange={(chosen) => change({ preferredContact: METHODS.find((method) => method === chosen) ?? null })}
          data={[
            { value: 'none', label: t('details:intake.assumed') },
            ...METHODS.map((method) => ({ value: method, label: t(`details:intake.method.${method}`) })),
          ]}
        />
      </div>
      {card !== undefined && <CallerCard card={card} />}
    </>
  );
}
