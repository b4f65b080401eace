import type { LineView } from '@ipc/timesheet-views';
import { Button, Group, Stack, Textarea } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { noteActivity } from '../../api/activity-notes';
import { useCommand } from '../../api/use-command';
import { FailureText } from '../../ui/FailureText';
import { focusOnce } from '../../ui/focus-once';
import { KindOfWorkSelect } from '../../ui/KindOfWorkSelect';

interface LineEditorProps {
  readonly line: LineView;
  readonly onClose: () => void;
}

/** Describes a line that has not been sent. */
export function LineEditor({ line, onClose }: LineEditorProps) {
  const { t } = useTranslation(['ticket', 'timer', 'common']);
  const [description, setDescription] = useState(line.description);
  const [kindOfWork, setKindOfWork] = useState(line.kindOfWork);
  const describe = useCommand('timesheet:describe', { showsFailure: true });

  const save = () => {
    if (describe.isPending) return;
    describe.mutate({ lineId: line.id, description: description.trim(), kindOfWork }, { onSuccess: onClose });
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
    }
  };

  return (
    <form onSubmit={onSubmit} onKeyDown={onKeyDown}>
      <Stack gap="sm">
        <Textarea
          label={t('ticket:time.description')}
          description={t('ticket:time.descriptionHelp')}
          value={description}
          onChange={(event) => {
            if (line.ticketId !== null) noteActivity(line.ticketId, 'typed');
            setDescription(event.currentTarget.value);
          }}
          maxLength={2000}
          autosize
          minRows={2}
          maxRows={8}
          // The person has just asked for this field.
          ref={focusOnce}
        />
        <KindOfWorkSelect label={t('timer:stopDialog.kindOfWork')} value={kindOfWork} onChange={setKindOfWork} />
        {describe.isError && <FailureText error={describe.error} />}
        <Group gap="sm">
          <Button type="submit" loading={describe.isPending}>
            {t('ticket:time.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
