import type { CustomerId } from '@core/ids';
import type { PacksView, PackView, PricesView } from '@ipc/limit-views';
import { Button, Select, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { afterwards } from '../../api/afterwards';
import { packsQuery, pricesQuery } from '../../api/queries';
import { useCommand } from '../../api/use-command';
import { classNames } from '../../ui/class-names';
import { EditOrDelete } from '../../ui/EditOrDelete';
import { FailureText } from '../../ui/FailureText';
import { formatMinutes } from '../../ui/format';
import { PackSummary } from '../../ui/PackSummary';
import { showUndoNotice } from '../../ui/undo-notice';
import { useFormat } from '../../ui/use-format';
import { PackForm } from './PackForm';
import styles from './PricesSection.module.css';
import { PRICE_CHANGES } from './price-changes';
import { SettingsSection } from './SettingsSection';

const cx = classNames(styles);

/** The prepaid hours of each customer. */
export function PacksSection() {
  const { t } = useTranslation('settings');
  const customers = useQuery(pricesQuery).data?.customers ?? [];
  const [chosen, setChosen] = useState<CustomerId | null>(null);
  const customerId = chosen ?? customers.find(({ hasSupportPack }) => hasSupportPack)?.id ?? null;
  const packs = useQuery({ ...packsQuery(customerId ?? ''), enabled: customerId !== null });

  return (
    <SettingsSection title={t('packs.title')} help={t('packs.help')}>
      <Select
        label={t('packs.customer')}
        placeholder={t('packs.choose')}
        data={groupsOf(customers, t('packs.withPack'), t('packs.withoutPack'))}
        value={customerId}
        onChange={(id) => setChosen(customers.find((customer) => customer.id === id)?.id ?? null)}
        searchable
        selectFirstOptionOnChange
        allowDeselect={false}
        nothingFoundMessage={t('prices.noCustomer')}
        limit={50}
        w="100%"
        maw={400}
      />
      {packs.isError && <FailureText error={packs.error} />}
      {packs.data !== undefined && <CustomerPacks key={packs.data.customerId} packs={packs.data} />}
    </SettingsSection>
  );
}

function groupsOf(customers: PricesView['customers'], withPack: string, withoutPack: string) {
  const itemsOf = (hasPack: boolean) =>
    customers
      .filter(({ hasSupportPack }) => hasSupportPack === hasPack)
      .map(({ id, name }) => ({ value: id, label: name }));
  return [
    { group: withPack, items: itemsOf(true) },
    { group: withoutPack, items: itemsOf(false) },
  ].filter(({ items }) => items.length > 0);
}

function CustomerPacks({ packs }: { readonly packs: PacksView }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const [edited, setEdited] = useState<PackView['id'] | 'new' | null>(null);
  const write = useCommand('packs:write', { changes: PRICE_CHANGES });
  const remove = useCommand('packs:delete', { changes: PRICE_CHANGES });
  const { customerId, customerName: customer } = packs;
  const isFromPortal = packs.origin === 'portal';
  const rows = [
    ...packs.packs.map((pack) => ({ pack, isFromPortal, isCounted: true })),
    ...packs.uncounted.map((pack) => ({ pack, isFromPortal: false, isCounted: false })),
  ];

  const again = (pack: PackView, id: PackView['id'] | null) =>
    write.mutate({
      id,
      customerId,
      prepaidMinutes: pack.prepaidMinutes,
      usedMinutes: pack.usedBeforeMinutes,
      boughtOn: pack.boughtOn,
      countsFrom: pack.countsFrom,
      note: pack.note,
    });
  const saved = (before: PackView | null) => (packId: PackView['id']) => {
    setEdited(null);
    showUndoNotice({
      topic: `pack ${packId}`,
      message: t('packs.saved', { customer }),
      onUndo: () => (before === null ? remove.mutate({ packId }) : again(before, before.id)),
    });
  };
  const takeAway = (pack: PackView) =>
    afterwards(remove.mutateAsync({ packId: pack.id }), () =>
      showUndoNotice({
        topic: `pack ${pack.id}`,
        message: t('packs.deleted', { customer }),
        onUndo: () => again(pack, null),
      }),
    );

  return (
    <div className={cx('block')}>
      {packs.origin === 'portal' && (
        <Text size="sm" mb="sm">
          {t('packs.fromPortal')}
        </Text>
      )}
      {packs.packs.length === 0 ? (
        <Text size="sm" c="dimmed" mb="sm">
          {t('packs.none', { customer })}
        </Text>
      ) : (
        <>
          <PackSummary packs={packs} />
          <table className={cx('table')} aria-label={t('packs.listOf', { customer })} style={{ marginTop: 12 }}>
            <thead>
              <tr>
                <th scope="col">{t('packs.boughtOn')}</th>
                <th scope="col" className={cx('number')}>
                  {t('packs.prepaid')}
                </th>
                <th scope="col" className={cx('number')}>
                  {t('packs.used')}
                </th>
                <th scope="col" className={cx('number')}>
                  {t('packs.left')}
                </th>
                <th scope="col">{t('packs.note')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {rows.map(({ pack, isFromPortal, isCounted }) => (
                <Fragment key={pack.id}>
                  <tr className={cx(!isCounted && 'quiet')}>
                    <td>{format.calendarDate(pack.boughtOn)}</td>
                    <td className={cx('number')}>{formatMinutes(pack.prepaidMinutes)}</td>
                    <td className={cx('number')}>{formatMinutes(pack.usedMinutes)}</td>
                    <td className={cx('number')}>{formatMinutes(pack.leftMinutes)}</td>
                    <td>
                      {[pack.note, isFromPortal ? t('packs.portal') : '', isCounted ? '' : t('packs.notCounted')]
                        .filter((part) => part !== '')
                        .join(', ')}
                    </td>
                    <td className={cx('actions')}>
                      {!isFromPortal && edited !== pack.id && (
                        <EditOrDelete
                          editLabel={t('packs.editOf', { date: format.calendarDate(pack.boughtOn) })}
                          deleteLabel={t('packs.deleteOf', { date: format.calendarDate(pack.boughtOn) })}
                          isDeleting={remove.isPending}
                          onEdit={() => setEdited(pack.id)}
                          onDelete={() => takeAway(pack)}
                        />
                      )}
                    </td>
                  </tr>
                  {edited === pack.id && (
                    <tr>
                      <td colSpan={6} className={cx('form')}>
                        <PackForm
                          customerId={customerId}
                          pack={pack}
                          onSaved={saved(pack)}
                          onCancel={() => setEdited(null)}
                        />
                      </td>
                    </tr>
                  )}
                </Fragment>
              ))}
            </tbody>
          </table>
        </>
      )}
      {edited === 'new' ? (
        <PackForm customerId={customerId} pack={null} onSaved={saved(null)} onCancel={() => setEdited(null)} />
      ) : (
        <Button
          variant="default"
          mt="sm"
          leftSection={<IconPlus size={15} stroke={1.75} aria-hidden />}
          onClick={() => setEdited('new')}
        >
          {t('packs.add')}
        </Button>
      )}
    </div>
  );
}
