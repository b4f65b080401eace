import { customerIdSchema } from '@core/ids';
import type { TicketChoicesView } from '@ipc/ticket-views';
import { Button, Checkbox, Group, Modal, MultiSelect, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command';
import { useTicketChoices } from '../../api/use-ticket-choices';
import { FailureText } from '../../ui/FailureText';
import { showUndoNotice } from '../../ui/undo-notice';
import { useWorkbenchActions } from '../../ui/workbench-actions';
import { SimilarTickets } from './SimilarTickets';

interface RegisterDialogProps {
  readonly opened: boolean;
  /** Whether it is registered because somebody escalates: the form for that comes next. */
  readonly escalates: boolean;
  readonly onClose: () => void;
}

/** Registers a ticket that comes by telephone or across the desk. */
export function RegisterDialog({ opened, escalates, onClose }: RegisterDialogProps) {
  const { t } = useTranslation(['ticket', 'handling', 'common']);
  const choices = useTicketChoices({ enabled: opened });
  return (
    <Modal
      opened={opened && !choices.isPending}
      onClose={onClose}
      size={640}
      title={escalates ? t('handling:registerEscalated') : t('ticket:register.title')}
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      {choices.isError && <FailureText error={choices.error} />}
      {choices.data !== undefined && <RegisterForm choices={choices.data} escalates={escalates} onClose={onClose} />}
    </Modal>
  );
}

const option = ({ remoteId, name }: { remoteId: number; name: string }) => ({ value: String(remoteId), label: name });

interface RegisterFormProps extends Omit<RegisterDialogProps, 'opened'> {
  readonly choices: TicketChoicesView;
}

function RegisterForm({ choices, escalates, onClose }: RegisterFormProps) {
  const { t } = useTranslation(['ticket', 'common']);
  const { openTicket, handleTicket } = useWorkbenchActions();
  const register = useCommand('ticket:register', { showsFailure: true });
  const { mutate: unregister } = useCommand('ticket:unregister');
  const usual = choices.groups.find(({ remoteId }) => remoteId === choices.usualGroupRemoteId);
  const [title, setTitle] = useState('');
  const [customer, setCustomer] = useState<string | null>(null);
  const [project, setProject] = useState<string | null>(usual === undefined ? null : String(usual.remoteId));
  const [description, setDescription] = useState('');
  const [tags, setTags] = useState<string[]>([]);
  const [startsTimer, setStartsTimer] = useState(true);
  const [wasTried, setWasTried] = useState(false);

  const known = customerIdSchema.safeParse(customer);
  const openInstead = (ticketId: string) => {
    onClose();
    openTicket(ticketId, { focus: true });
  };

  const submit = () => {
    setWasTried(true);
    if (title.trim() === '' || project === null) return;
    register.mutate(
      {
        title,
        description,
        customerId: known.success ? known.data : null,
        groupRemoteId: Number(project),
        tagRemoteIds: tags.map(Number),
        startsTimer,
      },
      {
        onSuccess: ({ ticketId, number }) => {
          onClose();
          openTicket(ticketId, { focus: true });
          if (escalates) return handleTicket('escalate', ticketId);
          // With a timer on it there is something to lose.
          if (startsTimer) return;
          showUndoNotice({
            topic: `ticket ${ticketId}`,
            message: t('ticket:register.done', { number }),
            onUndo: () => unregister({ ticketId }),
          });
        },
      },
    );
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  };
  return (
    <form onSubmit={onSubmit} onKeyDown={onKeyDown} noValidate>
      <Stack gap="md">
        <TextInput
          label={t('ticket:register.name')}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          error={wasTried && title.trim() === '' ? t('ticket:register.nameMissing') : null}
          maxLength={500}
          required
          data-autofocus
        />
        <Group grow align="flex-start" gap="md">
          <Select
            label={t('ticket:register.customer')}
            placeholder={t('ticket:register.customerPlaceholder')}
            nothingFoundMessage={t('ticket:register.customerNone')}
            data={choices.customers.map(({ id, name }) => ({ value: id, label: name }))}
            value={customer}
            onChange={setCustomer}
            searchable
            clearable
            selectFirstOptionOnChange
            openOnFocus={false}
            limit={100}
          />
          <Select
            label={t('ticket:register.project')}
            data={choices.groups.map(option)}
            value={project}
            onChange={setProject}
            nothingFoundMessage={t('ticket:register.noProjects')}
            error={wasTried && project === null ? t('ticket:register.projectMissing') : null}
            allowDeselect={false}
            searchable
            openOnFocus={false}
            required
          />
        </Group>
        {known.success && <SimilarTickets customerId={known.data} title={title} onOpen={openInstead} />}
        <Textarea
          label={t('ticket:register.description')}
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
          maxLength={20_000}
          minRows={5}
          maxRows={14}
          autosize
        />
        {choices.tags.length > 0 && (
          <MultiSelect
            label={t('ticket:register.tags')}
            data={choices.tags.map(option)}
            value={tags}
            onChange={setTags}
            searchable
            openOnFocus={false}
            limit={100}
          />
        )}
        <Checkbox
          label={t('ticket:register.timer')}
          checked={startsTimer}
          onChange={(event) => setStartsTimer(event.currentTarget.checked)}
        />
        <Text size="sm" c="dimmed">
          {t('ticket:register.help')}
        </Text>
        {register.isError && <FailureText error={register.error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('common:action.cancel')}
          </Button>
          <Button type="submit" loading={register.isPending}>
            {t('ticket:register.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
