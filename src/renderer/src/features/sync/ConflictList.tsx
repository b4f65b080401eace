import type { LineConflictView } from '@ipc/line-conflict-views';
import type { ConflictView } from '@ipc/ticket-views';
import { Button, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command';
import { classNames } from '../../ui/class-names';
import { SafeHtml } from '../../ui/SafeHtml';
import { showUndoNotice } from '../../ui/undo-notice';
import { useWorkbenchActions } from '../../ui/workbench-actions';
import { ConflictCard } from './ConflictCard';
import styles from './ConflictList.module.css';
import { LineConflict } from './LineConflict';

const cx = classNames(styles);

interface ConflictListProps {
  readonly conflicts: readonly ConflictView[];
  readonly lineConflicts: readonly LineConflictView[];
}

/** What both sides changed, with the three versions side by side. */
export function ConflictList({ conflicts, lineConflicts }: ConflictListProps) {
  const { t } = useTranslation('sync');
  const count = conflicts.length + lineConflicts.length;
  if (count === 0) return null;
  return (
    <section aria-label={t('conflict.title')} data-testid="conflicts">
      <Title order={2} size="h3" mb={4}>
        {t('conflict.title')} <span className={cx('count')}>{count}</span>
      </Title>
      <p className={cx('intro')}>{t('conflict.intro')}</p>
      <ul className={cx('list')}>
        {lineConflicts.map((conflict) => (
          <LineConflict key={conflict.id} conflict={conflict} />
        ))}
        {conflicts.map((conflict) => (
          <Conflict key={conflict.id} conflict={conflict} />
        ))}
      </ul>
    </section>
  );
}

function Conflict({ conflict }: { readonly conflict: ConflictView }) {
  const { t } = useTranslation('sync');
  const { openTicket } = useWorkbenchActions();
  const what = t('conflict.what', { field: t(`field.${conflict.field}`), number: conflict.ticketNumber });
  return (
    <ConflictCard
      what={what}
      about={conflict.ticketTitle}
      rule={conflict.rule === 'portal-wins' ? t('conflict.rulePortal') : t('conflict.ruleChoose')}
      foundAt={conflict.foundAt}
      onOpen={() => openTicket(conflict.ticketId, { focus: true })}
      choices={<Choices conflict={conflict} what={what} />}
      version={(name) => <Version field={conflict.field} words={conflict[name]} />}
    />
  );
}

function Version({ field, words }: { readonly field: ConflictView['field']; readonly words: string }) {
  const { t } = useTranslation('sync');
  if (words === '') return <span className={cx('nothing')}>{t('conflict.nothing')}</span>;
  return field === 'descriptionHtml' ? <SafeHtml html={words} /> : words;
}

function Choices({ conflict, what }: { readonly conflict: ConflictView; readonly what: string }) {
  const { t } = useTranslation('sync');
  const { mutate, isPending } = useCommand('conflict:decide');
  const conflictId = conflict.id;
  const choose = (choice: 'mine' | 'theirs') =>
    mutate(
      { conflictId, choice },
      {
        onSuccess: () =>
          showUndoNotice({
            topic: `conflict ${conflictId}`,
            message: choice === 'mine' ? t('conflict.choseMine') : t('conflict.choseTheirs'),
            onUndo: () => mutate({ conflictId, choice: null }),
          }),
      },
    );
  const isChoice = conflict.rule === 'person-chooses';
  const mine = isChoice ? 'keepMine' : 'applyMine';
  const theirs = isChoice ? 'keepTheirs' : 'ok';
  return (
    <div className={cx('actions')}>
      <Button
        variant="default"
        aria-label={t(`conflict.${mine}Of`, { what })}
        disabled={isPending}
        onClick={() => choose('mine')}
      >
        {t(`conflict.${mine}`)}
      </Button>
      <Button
        variant="default"
        aria-label={t(`conflict.${theirs}Of`, { what })}
        disabled={isPending}
        onClick={() => choose('theirs')}
      >
        {t(`conflict.${theirs}`)}
      </Button>
    </div>
  );
}
