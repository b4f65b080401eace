import type { TicketView } from '@ipc/ticket-views';
import { Title } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import { usePriceWords } from '../../ui/price-words';
import { useChargeSentence } from '../../ui/use-charge-sentence';
import styles from './TimeTab.module.css';

const cx = classNames(styles);

/** What the ticket costs, as a sentence, and the price list that makes it so. */
export function ChargeSection({ ticket }: { readonly ticket: TicketView }) {
  const { t } = useTranslation(['ticket', 'limit']);
  const sentenceOf = useChargeSentence();
  const wordsOf = usePriceWords();
  const { charge, priceList } = ticket;
  const name = priceList.id === null ? t('limit:price.terms') : t('limit:price.list', { name: priceList.name });
  return (
    <section aria-label={t('ticket:time.charge')}>
      <Title order={3} className={cx('heading')}>
        {t('ticket:time.charge')}
      </Title>
      <p className={cx('charge')} data-testid="charge">
        <IconReceipt size={16} stroke={1.75} aria-hidden />
        {sentenceOf(charge)}
      </p>
      <p className={cx('minor')}>
        {name} · {wordsOf(priceList)}
      </p>
    </section>
  );
}
