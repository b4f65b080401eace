import type { ImportPreviewView } from '@ipc/requests/imports';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** What a person wants to know of a list before it is imported: whose its tickets are, what its stages and times mean. */
export function ListNotes({
  list,
  hasTimes,
}: {
  readonly list: NonNullable<ImportPreviewView['list']>;
  /** Whether a column tells when tickets were registered. */
  readonly hasTimes: boolean;
}) {
  const { t } = useTranslation(['imports', 'common']);
  const stages = list.stages.map(({ name, state }) =>
    t('imports:list.stage', {
      stage: name === '' ? t('imports:list.noStage') : name,
      state: t(`common:ticketState.${state}`),
    }),
  );
  return (
    <div data-testid="list-notes">
      {list.count > 0 && (
        <Text size="sm" {...(list.mineCount === 0 ? { c: 'var(--fyra-danger)' } : {})}>
          {t(list.mineCount === 0 ? 'imports:list.noneMine' : 'imports:list.mine', {
            mine: list.mineCount,
            count: list.count,
            name: list.userName,
          })}
        </Text>
      )}
      {stages.length > 0 && (
        <Text size="sm">
          {t('imports:list.stages', { stages: stages.join(', ') })}{' '}
          <Text span c="dimmed" inherit>
            {t('imports:list.stagesHelp')}
          </Text>
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {t(hasTimes ? 'imports:list.times' : 'imports:list.noTimes')}
      </Text>
    </div>
  );
}
