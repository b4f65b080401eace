import { type TicketProfileKind, ticketProfileKindSchema } from '@core/ticket/ticket-mapping';
import type { KeyKeeping, PortalTestView } from '@ipc/app-views';
import { Alert, Button, Group, PasswordInput, Radio, Stack, Text, TextInput } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestFailed } from '../../api/client';
import { useCommand } from '../../api/use-command';
import { FailureText } from '../../ui/FailureText';
import { initialKeyKeeping, KeyKeepingChoice } from '../../ui/KeyKeepingChoice';
import { firstRunCode } from './connect-problem';
import { DatabaseField } from './DatabaseField';

/** Address, database and key; tested first, connected then. */
export function ConnectForm({ hasKeyring }: { readonly hasKeyring: boolean }) {
  const { t } = useTranslation('welcome');
  const [account, setAccount] = useState({ address: '', database: '', login: '', apiKey: '' });
  const [keepKey, setKeepKey] = useState<KeyKeeping>(() => initialKeyKeeping(hasKeyring));
  const [profile, setProfile] = useState<TicketProfileKind | null>(null);
  const test = useCommand('portal:test', { showsFailure: true });
  const connect = useCommand('portal:connect', { showsFailure: true });
  const databases = useCommand('portal:databases', { showsFailure: true });
  const input = {
    address: account.address.trim(),
    database: account.database.trim(),
    login: account.login.trim(),
    apiKey: account.apiKey.trim(),
  };
  const isComplete = input.address !== '' && input.apiKey !== '';

  // What was tested is what is connected: a change afterwards asks for a new test.
  const change = (changed: Partial<typeof account>) => {
    setAccount({ ...account, ...changed });
    setProfile(null);
    test.reset();
    connect.reset();
  };
  const changeAddress = (address: string) => {
    const wasTold = (databases.data?.databases ?? null) !== null;
    change({ address, ...(wasTold ? { database: '' } : {}) });
    databases.reset();
  };
  const askForDatabases = () => {
    const { address } = input;
    if (address === '' || databases.variables?.address === address) return;
    databases.mutate({ address });
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isComplete || test.isPending || connect.isPending) return;
    if (test.isSuccess) {
      connect.mutate({ ...test.variables, keepKey, ticketProfile: chosenProfile(test.data, profile) });
    } else test.mutate(input);
  };
  const failure = connect.error ?? test.error;

  const answerRef = useRef<HTMLDivElement>(null);
  const isAnswered = failure !== null || test.isSuccess;
  useEffect(() => {
    if (isAnswered) answerRef.current?.scrollIntoView({ block: 'nearest' });
  }, [isAnswered]);

  return (
    <form onSubmit={onSubmit}>
      <Stack gap="md">
        <TextInput
          label={t('odoo.address')}
          placeholder={t('odoo.addressPlaceholder')}
          value={account.address}
          onChange={(event) => changeAddress(event.currentTarget.value)}
          onBlur={askForDatabases}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
        />
        <DatabaseField
          told={databases.data?.databases}
          value={account.database}
          onChange={(database) => change({ database })}
          // Also while a test is under way: what was tested stays what is connected.
          onFillIn={(database) => setAccount((now) => ({ ...now, database }))}
        />
        <TextInput
          label={t('odoo.login')}
          description={t('odoo.loginHelp')}
          value={account.login}
          onChange={(event) => change({ login: event.currentTarget.value })}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
        />
        <PasswordInput
          label={t('odoo.apiKey')}
          description={t('odoo.apiKeyHelp')}
          value={account.apiKey}
          onChange={(event) => change({ apiKey: event.currentTarget.value })}
          autoComplete="off"
          maxLength={500}
        />
        <KeyKeepingChoice hasKeyring={hasKeyring} value={keepKey} onChange={setKeepKey} />
        <Group gap="sm">
          <Button
            size="sm"
            variant={test.isSuccess ? 'default' : 'filled'}
            disabled={!isComplete || connect.isPending}
            loading={test.isPending}
            onClick={() => test.mutate(input)}
          >
            {t('odoo.test')}
          </Button>
          <Button
            size="sm"
            type="submit"
            variant={test.isSuccess ? 'filled' : 'default'}
            disabled={!test.isSuccess}
            loading={connect.isPending}
          >
            {t('odoo.connect')}
          </Button>
          {!test.isSuccess && isComplete && (
            <Text size="sm" c="dimmed">
              {t('odoo.connectFirst')}
            </Text>
          )}
        </Group>
        <div ref={answerRef} aria-live="polite">
          {failure !== null && <ConnectProblem failure={failure} />}
          {test.isSuccess && !connect.isError && (
            <Alert
              variant="light"
              title={t('odoo.testOk')}
              icon={<IconCircleCheck size={18} aria-hidden />}
              styles={{
                root: { background: 'var(--fyra-accent-quiet)' },
                message: { color: 'var(--mantine-color-text)' },
                label: { color: 'var(--fyra-accent-text)' },
              }}
            >
              <Text size="sm">
                {t('odoo.testUser', { user: test.data.userName, version: test.data.serverVersion })}
              </Text>
              {test.data.mayNot.length > 0 && (
                <Text size="sm" mt={4} fw={600} data-testid="may-not">
                  {t('odoo.mayNot')} {test.data.mayNot.map((act) => t(`odoo.act.${act}`)).join(', ')}.{' '}
                  {t('odoo.mayNotHelp')}
                </Text>
              )}
              <ProfileChoice test={test.data} value={profile} onChange={setProfile} />
              {!test.data.hasEmployee && (
                <Text size="sm" mt={4} fw={600}>
                  {t('odoo.testNoEmployee')}
                </Text>
              )}
            </Alert>
          )}
        </div>
      </Stack>
    </form>
  );
}

/** The kind of tickets that is chosen, or the first that the server has. */
function chosenProfile({ profiles }: PortalTestView, chosen: TicketProfileKind | null): TicketProfileKind {
  return chosen ?? profiles[0]?.kind ?? 'project-tasks';
}

interface ProfileChoiceProps {
  readonly test: PortalTestView;
  readonly value: TicketProfileKind | null;
  readonly onChange: (profile: TicketProfileKind) => void;
}

/** Which tickets are worked on, where the server has several kinds; what is missing, where it has none. */
function ProfileChoice({ test, value, onChange }: ProfileChoiceProps) {
  const { t } = useTranslation('welcome');
  const { profiles } = test;
  const chosen = chosenProfile(test, value);
  if (profiles.length === 0) {
    return (
      <Text size="sm" mt={4} fw={600}>
        {t('odoo.noProfile')}
      </Text>
    );
  }
  return (
    <>
      {profiles.length > 1 && (
        <Radio.Group
          mt="sm"
          label={t('odoo.profile')}
          value={chosen}
          onChange={(picked) => {
            const kind = ticketProfileKindSchema.safeParse(picked);
            if (kind.success) onChange(kind.data);
          }}
        >
          {profiles.map(({ kind }) => (
            <Radio key={kind} value={kind} label={t(`odoo.profileOf.${kind}`)} mt={6} />
          ))}
        </Radio.Group>
      )}
      {profiles.some(({ kind, takesTime }) => kind === chosen && !takesTime) && (
        <Text size="sm" mt={4} fw={600}>
          {t('odoo.profileWithoutTime')}
        </Text>
      )}
    </>
  );
}

function ConnectProblem({ failure }: { readonly failure: RequestFailed }) {
  const { t } = useTranslation('welcome');
  const code = firstRunCode(failure.code);
  return <FailureText error={failure} sentence={code === null ? undefined : t(`problem.${code}`)} />;
}
