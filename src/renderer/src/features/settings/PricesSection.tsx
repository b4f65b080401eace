import { formatKronor } from '@core/billing/kronor';
import { formatFactor } from '@core/billing/price-text';
import type { PriceListView, PricesView } from '@ipc/limit-views';
import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { afterwards } from '../../api/afterwards';
import { pricesQuery } from '../../api/queries';
import { useCommand } from '../../api/use-command';
import { classNames } from '../../ui/class-names';
import { EditOrDelete } from '../../ui/EditOrDelete';
import { FailureText } from '../../ui/FailureText';
import { formatMinutes } from '../../ui/format';
import { showUndoNotice } from '../../ui/undo-notice';
import { CustomerPrices } from './CustomerPrices';
import { PriceListForm } from './PriceListForm';
import styles from './PricesSection.module.css';
import { PRICE_CHANGES } from './price-changes';
import { SettingsSection } from './SettingsSection';

const cx = classNames(styles);

/** What stands in a form right now: a price list by its id, a new one, or none. */
type Edited = PriceListView['id'] | 'new';

/** The price lists, and which customer is on which. */
export function PricesSection() {
  const { t } = useTranslation('settings');
  const prices = useQuery(pricesQuery);
  return (
    <SettingsSection title={t('prices.title')} help={t('prices.help')}>
      {prices.isError && <FailureText error={prices.error} />}
      {prices.data !== undefined && (
        <>
          <PriceLists prices={prices.data} />
          <CustomerPrices prices={prices.data} />
        </>
      )}
    </SettingsSection>
  );
}

function PriceLists({ prices }: { readonly prices: PricesView }) {
  const { t } = useTranslation('settings');
  const [edited, setEdited] = useState<Edited>(null);
  const write = useCommand('prices:write', { changes: PRICE_CHANGES });
  const remove = useCommand('prices:delete', { changes: PRICE_CHANGES });
  const assign = useCommand('prices:assign', { changes: PRICE_CHANGES });
  const terms = prices.priceLists.find(({ id }) => id === null);

  const saved = (before: PriceListView | null) => (after: PriceListView) => {
    setEdited(null);
    if (after.id === null) return;
    const priceListId = after.id;
    showUndoNotice({
      topic: `price list ${priceListId}`,
      message: t('prices.saved', { name: after.name }),
      onUndo: () => (before === null ? remove.mutate({ priceListId }) : write.mutate(before)),
    });
  };
  const takeAway = (priceList: PriceListView) => {
    const { id: priceListId } = priceList;
    if (priceListId === null) return;
    const customers = prices.customers.filter((customer) => customer.priceListId === priceListId);
    const putBack = () =>
      afterwards(write.mutateAsync({ ...priceList, id: null }), (again) => {
        for (const { id } of customers) assign.mutate({ customerId: id, priceListId: again.priceListId });
      });
    afterwards(remove.mutateAsync({ priceListId }), () =>
      showUndoNotice({
        topic: `price list ${priceListId}`,
        message: t('prices.deleted', { name: priceList.name }),
        onUndo: putBack,
      }),
    );
  };

  return (
    <div className={cx('block')}>
      <table className={cx('table')} aria-label={t('prices.lists')}>
        <thead>
          <tr>
            <th scope="col">{t('prices.name')}</th>
            <th scope="col" className={cx('number')}>
              {t('prices.minimumShort')}
            </th>
            <th scope="col" className={cx('number')}>
              {t('prices.stepShort')}
            </th>
            <th scope="col" className={cx('number')}>
              {t('prices.rate')}
            </th>
            <th scope="col" className={cx('number')}>
              {t('prices.overtime')}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {prices.priceLists.map((priceList) => (
            <Fragment key={priceList.id ?? 'terms'}>
              <tr>
                <td>{priceList.id === null ? t('prices.terms') : priceList.name}</td>
                <td className={cx('number')}>{formatMinutes(priceList.minimumMinutes)}</td>
                <td className={cx('number')}>{formatMinutes(priceList.stepMinutes)}</td>
                <td className={cx('number', priceList.ratePerHourOre === null && 'quiet')}>
                  {priceList.ratePerHourOre === null ? t('prices.noRate') : formatKronor(priceList.ratePerHourOre)}
                </td>
                <td className={cx('number')}>{`× ${formatFactor(priceList.overtimePermille)}`}</td>
                <td className={cx('actions')}>
                  {priceList.id !== null && edited !== priceList.id && (
                    <EditOrDelete
                      editLabel={t('prices.editOf', { name: priceList.name })}
                      deleteLabel={t('prices.deleteOf', { name: priceList.name })}
                      isDeleting={remove.isPending}
                      onEdit={() => setEdited(priceList.id)}
                      onDelete={() => takeAway(priceList)}
                    />
                  )}
                </td>
              </tr>
              {priceList.id !== null && edited === priceList.id && (
                <tr>
                  <td colSpan={6} className={cx('form')}>
                    <PriceListForm
                      priceList={priceList}
                      isNew={false}
                      onSaved={saved(priceList)}
                      onCancel={() => setEdited(null)}
                    />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
          {edited === 'new' && terms !== undefined && (
            <tr>
              <td colSpan={6} className={cx('form')}>
                <PriceListForm priceList={terms} isNew onSaved={saved(null)} onCancel={() => setEdited(null)} />
              </td>
            </tr>
          )}
        </tbody>
      </table>
      {edited !== 'new' && terms !== undefined && (
        <Button
          variant="default"
          mt="sm"
          leftSection={<IconPlus size={15} stroke={1.75} aria-hidden />}
          onClick={() => setEdited('new')}
        >
          {t('prices.add')}
        </Button>
      )}
      <Text size="xs" c="dimmed" mt="sm">
        {t('prices.termsNote')}
      </Text>
    </div>
  );
}
