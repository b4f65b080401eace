import { stageMeaningSchema } from '@core/ticket/ticket-status';
import type { MappingView } from '@ipc/requests/mapping';
import { Button, Group, MultiSelect, Select, Switch, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mappingQuery } from '../../api/queries';
import { queryKeys } from '../../api/query-keys';
import { useCommand } from '../../api/use-command';
import { FailureText } from '../../ui/FailureText';
import { showUndoNotice } from '../../ui/undo-notice';
import { MappingTrial } from './MappingTrial';
import { draftOf, isSameDraft, type MappingDraft, withMeaning } from './mapping-draft';
import { SettingsSection } from './SettingsSection';

/** What of the portal maps to what here, with a dry run before it is used. */
export function MappingSection() {
  const { t } = useTranslation('settings');
  const mapping = useQuery(mappingQuery);
  return (
    <SettingsSection title={t('mapping.title')} help={t('mapping.help')}>
      {mapping.isError && <FailureText error={mapping.error} />}
      {mapping.data !== undefined && <MappingForm view={mapping.data} />}
    </SettingsSection>
  );
}

const option = ({ remoteId, name }: { remoteId: number; name: string }) => ({ value: String(remoteId), label: name });

function MappingForm({ view }: { readonly view: MappingView }) {
  const { t } = useTranslation(['settings', 'common']);
  const kept = draftOf(view);
  const [changed, setChanged] = useState<MappingDraft | null>(null);
  const draft = changed ?? kept;
  const isChanged = !isSameDraft(draft, kept);
  const trial = useCommand('mapping:try', { showsFailure: true });
  const write = useCommand('mapping:write', { showsFailure: true, changes: [queryKeys.mapping] });
  const change = (next: MappingDraft) => {
    setChanged(next);
    trial.reset();
  };
  const input = (from: MappingDraft) => ({ ...from, groupRemoteIds: [...from.groupRemoteIds] });
  const save = () =>
    write.mutate(input(draft), {
      onSuccess: ({ before }) => {
        setChanged(null);
        trial.reset();
        showUndoNotice({
          topic: 'mapping',
          message: t('settings:mapping.saved'),
          onUndo: () => write.mutate({ ...before, groupRemoteIds: [...before.groupRemoteIds] }),
        });
      },
    });
  const isTeams = view.mapping.profile !== 'project-tasks';
  return (
    <>
      <Text size="sm">
        <strong>{t(`settings:mapping.profile.${view.mapping.profile}`)}</strong> {t('settings:mapping.profileHelp')}
      </Text>
      <MultiSelect
        label={isTeams ? t('settings:mapping.teams') : t('settings:mapping.projects')}
        description={t('settings:mapping.groupsHelp')}
        placeholder={draft.groupRemoteIds.length === 0 ? t('settings:mapping.allGroups') : ''}
        data={view.groups.map(option)}
        value={draft.groupRemoteIds.map(String)}
        onChange={(chosen) => change({ ...draft, groupRemoteIds: chosen.map(Number) })}
        searchable
        openOnFocus={false}
        maw={460}
      />
      <Select
        label={t('settings:mapping.timesheetProject')}
        description={t('settings:mapping.timesheetProjectHelp')}
        placeholder={t('settings:mapping.noProject')}
        data={view.projects.map(option)}
        value={draft.timesheetProjectRemoteId === null ? null : String(draft.timesheetProjectRemoteId)}
        onChange={(chosen) => change({ ...draft, timesheetProjectRemoteId: chosen === null ? null : Number(chosen) })}
        searchable
        clearable
        openOnFocus={false}
        maw={460}
      />
      <Switch
        label={t('settings:mapping.unassigned')}
        description={t('settings:mapping.unassignedHelp')}
        checked={draft.bringsUnassigned}
        onChange={(event) => change({ ...draft, bringsUnassigned: event.currentTarget.checked })}
      />
      {view.stages.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('settings:mapping.noStages')}
        </Text>
      ) : (
        <Stages view={view} draft={draft} onChange={change} />
      )}
      {(trial.isError || write.isError) && <FailureText error={trial.error ?? write.error} />}
      <Group gap="sm">
        <Button variant="default" loading={trial.isPending} onClick={() => trial.mutate(input(draft))}>
          {t('settings:mapping.try')}
        </Button>
        <Button disabled={!isChanged} loading={write.isPending} onClick={save}>
          {t('settings:mapping.save')}
        </Button>
        {isChanged && (
          <Button variant="default" onClick={() => setChanged(null)}>
            {t('common:action.cancel')}
          </Button>
        )}
      </Group>
      <div role="status">{trial.isSuccess && <MappingTrial trial={trial.data} />}</div>
    </>
  );
}

interface StagesProps {
  readonly view: MappingView;
  readonly draft: MappingDraft;
  readonly onChange: (draft: MappingDraft) => void;
}

/** What each stage of the portal means in the queue. */
function Stages({ view, draft, onChange }: StagesProps) {
  const { t } = useTranslation(['settings', 'common']);
  const states = stageMeaningSchema.options.map((state) => ({ value: state, label: t(`common:ticketState.${state}`) }));
  return (
    <Table maw={460} verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('settings:mapping.stage')}</Table.Th>
          <Table.Th>{t('settings:mapping.meaning')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {view.stages.map((stage) => (
          <Table.Tr key={stage.remoteId}>
            <Table.Td>{stage.name}</Table.Td>
            <Table.Td>
              <Select
                aria-label={t('settings:mapping.meaningOf', { stage: stage.name })}
                data={states}
                value={draft.stageStates[String(stage.remoteId)] ?? stage.own}
                onChange={(chosen) => {
                  const state = stageMeaningSchema.safeParse(chosen);
                  if (state.success) onChange(withMeaning(draft, stage, state.data));
                }}
                allowDeselect={false}
                size="xs"
              />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
