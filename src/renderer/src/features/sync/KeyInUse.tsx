import type { SyncView } from '@ipc/sync-views';
import { Select } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command';
import { useFormat } from '../../ui/use-format';
import { nearEndOfKey, useKeyWords } from './connection';
import { KeyForm } from './KeyForm';
import styles from './SyncView.module.css';

type ApiKeys = Extract<SyncView['apiKey'], { kind: 'several' }>['keys'];

/** When the key in use expires, once that is near, with the way to another one; or the question which one it is. */
export function KeyInUse({ sync }: { readonly sync: SyncView }) {
  const end = nearEndOfKey(sync);
  if (end !== null) return <KeyEnds end={end} />;
  return sync.apiKey.kind === 'several' ? <WhichKey keys={sync.apiKey.keys} /> : null;
}

function KeyEnds({ end }: { readonly end: NonNullable<ReturnType<typeof nearEndOfKey>> }) {
  const { t } = useTranslation('sync');
  const format = useFormat();
  const words = useKeyWords(end);
  const at = format.dateTime(end.at);
  return (
    <>
      <p className={styles['notice']} data-testid="key-notice">
        <IconKey size={18} stroke={1.75} aria-hidden />
        <span>
          <strong>{words}.</strong> {end.warningDays === 0 ? t('key.expiredText', { at }) : t('key.expiring', { at })}
        </span>
      </p>
      <KeyForm title={t('key.replaceTitle')} />
    </>
  );
}

function WhichKey({ keys }: { readonly keys: ApiKeys }) {
  const { t } = useTranslation('sync');
  const format = useFormat();
  const choose = useCommand('sync:choose-key');
  const labelOf = ({ name, createdAt, expiresAt }: ApiKeys[number]) => {
    const named = name === '' ? t('key.unnamed') : name;
    const until = expiresAt === null ? t('key.expiresNever') : format.dateTime(expiresAt);
    if (createdAt === null) return t('key.option', { name: named, until });
    return t('key.optionCreated', { name: named, created: format.dateTime(createdAt), until });
  };
  return (
    <section aria-label={t('key.which')}>
      <Select
        maw={480}
        label={t('key.which')}
        description={t('key.whichText')}
        data={keys.map((key) => ({ value: String(key.remoteId), label: labelOf(key) }))}
        value={null}
        disabled={choose.isPending}
        onChange={(remoteId) => remoteId !== null && choose.mutate({ remoteId: Number(remoteId) })}
      />
    </section>
  );
}
