import { stageMeaningSchema } from '@core/ticket/ticket-status';
import type { MappingView } from '@ipc/requests/mapping';
import { Button, Group, MultiSelect, Select, Switch, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mappingQuery } from '../../api/queries';
import { queryKeys } from '../../api/query-keys';
import { useCommand } from '../../api/use-command';
import { useHasPortal } from '../../api/use-has-portal';
import { FailureText } from '../../ui/FailureText';
import { showUndoNotice } from '../../ui/undo-notice';
import { AgreementTags } from './AgreementTags';
import { MappingTrial } from './MappingTrial';
import { draftOf, isSameDraft, type MappingDraft, withMeaning } from './mapping-draft';
import { PrepaidHoursChoice } from './PrepaidHoursChoice';
import { PRICE_CHANGES } from './price-changes';
import { SettingsSection } from './SettingsSection';

/** What of the portal maps to what here, with a dry run before it is used. */
export function MappingSection() {
  const { t } = useTranslation('settings');
  const mapping = useQuery(mappingQuery);
  const hasPortal = useHasPortal();
  return (
    <SettingsSection
      title={t(hasPortal ? 'mapping.title' : 'mapping.titleLists')}
      help={t(hasPortal ? 'mapping.help' : 'mapping.helpLists')}
    >
      {mapping.isError && <FailureText error={mapping.error} />}
      {mapping.data !== undefined && <MappingForm view={mapping.data} hasPortal={hasPortal} />}
    </SettingsSection>
  );
}

const option = ({ remoteId, name }: { remoteId: number; name: string }) => ({ value: String(remoteId), label: name });

function MappingForm({ view, hasPortal }: { readonly view: MappingView; readonly hasPortal: boolean }) {
  const { t } = useTranslation(['settings', 'common']);
  const kept = draftOf(view);
  const [changed, setChanged] = useState<MappingDraft | null>(null);
  const draft = changed ?? kept;
  const isChanged = !isSameDraft(draft, kept);
  const trial = useCommand('mapping:try', { showsFailure: true });
  const write = useCommand('mapping:write', {
    showsFailure: true,
    changes: [queryKeys.mapping, queryKeys.agreements, ...PRICE_CHANGES],
  });
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
          message: t(hasPortal ? 'settings:mapping.saved' : 'settings:mapping.savedLists'),
          onUndo: () => write.mutate({ ...before, groupRemoteIds: [...before.groupRemoteIds] }),
        });
      },
    });
  const isTeams = view.mapping.profile !== 'project-tasks';
  return (
    <>
      {hasPortal && (
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
            onChange={(chosen) =>
              change({ ...draft, timesheetProjectRemoteId: chosen === null ? null : Number(chosen) })
            }
            searchable
            clearable
            openOnFocus={false}
            maw={460}
          />
        </>
      )}
      <Switch
        label={t(hasPortal ? 'settings:mapping.unassigned' : 'settings:mapping.unassignedLists')}
        description={t(hasPortal ? 'settings:mapping.unassignedHelp' : 'settings:mapping.unassignedListsHelp')}
        checked={draft.bringsUnassigned}
        onChange={(event) => change({ ...draft, bringsUnassigned: event.currentTarget.checked })}
      />
      {view.stages.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t(hasPortal ? 'settings:mapping.noStages' : 'settings:mapping.noStagesLists')}
        </Text>
      ) : (
        <Stages view={view} draft={draft} hasPortal={hasPortal} onChange={change} />
      )}
      <AgreementTags view={view} draft={draft} onChange={change} />
      <PrepaidHoursChoice view={view} draft={draft} onChange={change} />
      {(trial.isError || write.isError) && <FailureText error={trial.error ?? write.error} />}
      <Group gap="sm">
        {hasPortal && (
          <Button variant="default" loading={trial.isPending} onClick={() => trial.mutate(input(draft))}>
            {t('settings:mapping.try')}
          </Button>
        )}
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
  readonly hasPortal: boolean;
  readonly onChange: (draft: MappingDraft) => void;
}

/** What each stage of the portal, or of the lists, means in the queue. */
function Stages({ view, draft, hasPortal, onChange }: StagesProps) {
  const { t } = useTranslation(['settings', 'common']);
  const states = stageMeaningSchema.options.map((state) => ({ value: state, label: t(`common:ticketState.${state}`) }));
  return (
    <Table maw={460} verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t(hasPortal ? 'settings:mapping.stage' : 'settings:mapping.stageLists')}</Table.Th>
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
