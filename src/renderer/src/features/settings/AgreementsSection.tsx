import type { CustomerId } from '@core/ids';
import type { AgreementView, CustomerAgreementsView } from '@ipc/requests/agreements';
import { Button, Select, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { afterwards } from '../../api/afterwards';
import { agreementsQuery } from '../../api/queries';
import { useCommand } from '../../api/use-command';
import { classNames } from '../../ui/class-names';
import { EditOrDelete } from '../../ui/EditOrDelete';
import { FailureText } from '../../ui/FailureText';
import { showUndoNotice } from '../../ui/undo-notice';
import { useFormat } from '../../ui/use-format';
import { AgreementForm } from './AgreementForm';
import { AGREEMENT_CHANGES } from './agreement-changes';
import styles from './PricesSection.module.css';
import { SettingsSection } from './SettingsSection';

const cx = classNames(styles);

/** What each customer has agreed on. */
export function AgreementsSection() {
  const { t } = useTranslation('settings');
  const read = useQuery(agreementsQuery);
  const customers = read.data ?? [];
  const [chosen, setChosen] = useState<CustomerId | null>(null);
  const first = customers.find(({ local }) => local.length > 0);
  const customer = customers.find(({ customerId }) => customerId === chosen) ?? first;

  return (
    <SettingsSection title={t('agreements.title')} help={t('agreements.help')}>
      {read.isError && <FailureText error={read.error} />}
      <Select
        label={t('agreements.customer')}
        placeholder={t('packs.choose')}
        data={groupsOf(customers, t('agreements.writtenDown'), t('agreements.fromPortal'))}
        value={customer?.customerId ?? null}
        onChange={(id) => setChosen(customers.find(({ customerId }) => customerId === id)?.customerId ?? null)}
        searchable
        selectFirstOptionOnChange
        allowDeselect={false}
        nothingFoundMessage={t('prices.noCustomer')}
        limit={50}
        w="100%"
        maw={400}
      />
      {customer !== undefined && <CustomerAgreements key={customer.customerId} customer={customer} />}
    </SettingsSection>
  );
}

function groupsOf(customers: readonly CustomerAgreementsView[], writtenDown: string, fromPortal: string) {
  const itemsOf = (isWrittenDown: boolean) =>
    customers
      .filter(({ local }) => local.length > 0 === isWrittenDown)
      .map(({ customerId, customerName }) => ({ value: customerId, label: customerName }));
  return [
    { group: writtenDown, items: itemsOf(true) },
    { group: fromPortal, items: itemsOf(false) },
  ].filter(({ items }) => items.length > 0);
}

function CustomerAgreements({ customer }: { readonly customer: CustomerAgreementsView }) {
  const { t } = useTranslation(['settings', 'common']);
  const format = useFormat();
  const [edited, setEdited] = useState<AgreementView['id'] | 'new' | null>(null);
  const write = useCommand('agreements:write', { changes: AGREEMENT_CHANGES });
  const remove = useCommand('agreements:delete', { changes: AGREEMENT_CHANGES });
  const { customerId, customerName, local, onPortal } = customer;
  const portalHolds = local.every(({ isValid }) => !isValid);

  const datesOf = ({ validFrom, validUntil }: AgreementView): string => {
    const from = validFrom === null ? null : format.calendarDate(validFrom);
    const until = validUntil === null ? null : format.calendarDate(validUntil);
    if (from === null)
      return until === null ? t('settings:agreements.dates.always') : t('settings:agreements.dates.until', { until });
    return until === null
      ? t('settings:agreements.dates.from', { from })
      : t('settings:agreements.dates.both', { from, until });
  };
  const again = ({ isValid: _isValid, ...agreement }: AgreementView, id: AgreementView['id'] | null) =>
    write.mutate({ ...agreement, id, customerId });
  const saved = (before: AgreementView | null) => (agreementId: AgreementView['id']) => {
    setEdited(null);
    showUndoNotice({
      topic: `agreement ${agreementId}`,
      message: t('settings:agreements.saved', { customer: customerName }),
      onUndo: () => (before === null ? remove.mutate({ agreementId }) : again(before, before.id)),
    });
  };
  const takeAway = (agreement: AgreementView) =>
    afterwards(remove.mutateAsync({ agreementId: agreement.id }), () =>
      showUndoNotice({
        topic: `agreement ${agreement.id}`,
        message: t('settings:agreements.deleted', { customer: customerName }),
        onUndo: () => again(agreement, null),
      }),
    );

  return (
    <div className={cx('block')}>
      <table className={cx('table')} aria-label={t('settings:agreements.listOf', { customer: customerName })}>
        <thead>
          <tr>
            <th scope="col">{t('settings:agreements.kind')}</th>
            <th scope="col">{t('settings:agreements.terms')}</th>
            <th scope="col">{t('settings:agreements.valid')}</th>
            <th scope="col">{t('settings:agreements.origin')}</th>
            <th scope="col">{t('settings:agreements.today')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {local.map((agreement) => {
            const name = t(`common:agreement.${agreement.kind}`);
            const dates = datesOf(agreement);
            return (
              <Fragment key={agreement.id}>
                <tr className={cx(!agreement.isValid && 'quiet')}>
                  <td>{name}</td>
                  <td>{t(`common:termsShort.${agreement.terms}`)}</td>
                  <td>{dates}</td>
                  <td>{t(`settings:agreements.origins.${agreement.origin}`)}</td>
                  <td>{agreement.isValid ? t('settings:agreements.holds') : t('settings:agreements.holdsNot')}</td>
                  <td className={cx('actions')}>
                    {edited !== agreement.id && (
                      <EditOrDelete
                        editLabel={t('settings:agreements.editOf', { agreement: name, dates })}
                        deleteLabel={t('settings:agreements.deleteOf', { agreement: name, dates })}
                        isDeleting={remove.isPending}
                        onEdit={() => setEdited(agreement.id)}
                        onDelete={() => takeAway(agreement)}
                      />
                    )}
                  </td>
                </tr>
                {edited === agreement.id && (
                  <tr>
                    <td colSpan={6} className={cx('form')}>
                      <AgreementForm
                        customerId={customerId}
                        agreement={agreement}
                        onSaved={saved(agreement)}
                        onCancel={() => setEdited(null)}
                      />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
          {onPortal.map((kind) => (
            <tr key={kind} className={cx(!portalHolds && 'quiet')}>
              <td>{t(`common:agreement.${kind}`)}</td>
              <td>{t('common:termsShort.current')}</td>
              <td>{t('settings:agreements.dates.always')}</td>
              <td>{t('settings:agreements.origins.portal')}</td>
              <td>{portalHolds ? t('settings:agreements.holds') : t('settings:agreements.holdsNot')}</td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <Text size="xs" c="dimmed" mt="sm">
        {t('settings:agreements.note')}
      </Text>
      {edited === 'new' ? (
        <AgreementForm
          customerId={customerId}
          agreement={null}
          onSaved={saved(null)}
          onCancel={() => setEdited(null)}
        />
      ) : (
        <Button
          variant="default"
          mt="sm"
          leftSection={<IconPlus size={15} stroke={1.75} aria-hidden />}
          onClick={() => setEdited('new')}
        >
          {t('settings:agreements.add')}
        </Button>
      )}
    </div>
  );
}
