import type { PriceListId } from '@core/ids';
import type { PricesView } from '@ipc/limit-views';
import { Select, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { afterwards } from '../../api/afterwards';
import { useCommand } from '../../api/use-command';
import { classNames } from '../../ui/class-names';
import { showUndoNotice } from '../../ui/undo-notice';
import styles from './PricesSection.module.css';
import { PRICE_CHANGES } from './price-changes';

const cx = classNames(styles);
const TERMS = 'terms';

/** Customers who are on a price list of their own, and the way to give one to another. */
export function CustomerPrices({ prices }: { readonly prices: PricesView }) {
  const { t } = useTranslation('settings');
  const assign = useCommand('prices:assign', { changes: PRICE_CHANGES });
  const own = prices.priceLists.filter(({ id }) => id !== null);
  const [firstList] = own;
  const assigned = prices.customers.filter(({ priceListId }) => priceListId !== null);
  const others = prices.customers.filter(({ priceListId }) => priceListId === null);
  if (firstList === undefined) {
    return (
      <Text size="sm" c="dimmed">
        {t('prices.allOnTerms')}
      </Text>
    );
  }

  const change = (customer: PricesView['customers'][number], priceListId: PriceListId | null) => {
    const name = prices.priceLists.find(({ id }) => id === priceListId)?.name;
    afterwards(assign.mutateAsync({ customerId: customer.id, priceListId }), () =>
      showUndoNotice({
        topic: `price list of ${customer.id}`,
        message:
          priceListId === null
            ? t('prices.assignedTerms', { customer: customer.name })
            : t('prices.assigned', { customer: customer.name, name }),
        onUndo: () => assign.mutate({ customerId: customer.id, priceListId: customer.priceListId }),
      }),
    );
  };
  const lists = [
    { value: TERMS, label: t('prices.terms') },
    ...own.map(({ id, name }) => ({ value: id ?? TERMS, label: name })),
  ];

  return (
    <div className={cx('block')}>
      <Title order={3} className={cx('heading')}>
        {t('prices.customers')}
      </Title>
      {assigned.length > 0 && (
        <table className={cx('table')} aria-label={t('prices.customers')}>
          <thead>
            <tr>
              <th scope="col">{t('prices.customer')}</th>
              <th scope="col">{t('prices.list')}</th>
            </tr>
          </thead>
          <tbody>
            {assigned.map((customer) => (
              <tr key={customer.id}>
                <td>{customer.name}</td>
                <td>
                  <Select
                    aria-label={t('prices.listOf', { customer: customer.name })}
                    data={lists}
                    value={customer.priceListId ?? TERMS}
                    onChange={(chosen) => change(customer, own.find(({ id }) => id === chosen)?.id ?? null)}
                    allowDeselect={false}
                    maw={260}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Select
        aria-label={t('prices.addCustomer')}
        placeholder={t('prices.addCustomer')}
        data={others.map(({ id, name }) => ({ value: id, label: name }))}
        value={null}
        onChange={(chosen) => {
          const customer = others.find(({ id }) => id === chosen);
          if (customer !== undefined) change(customer, firstList.id);
        }}
        searchable
        selectFirstOptionOnChange
        nothingFoundMessage={t('prices.noCustomer')}
        limit={50}
        mt="sm"
        maw={360}
      />
      <Text size="xs" c="dimmed" mt={4}>
        {t('prices.addCustomerHelp', { name: firstList.name })}
      </Text>
    </div>
  );
}
