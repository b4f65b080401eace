import type { Instant } from '@core/time/instant';
import { stockholmDate } from '@core/time/stockholm';
import { Button, Group, Text, TextInput, Title } from '@mantine/core';
import { IconDownload, IconTable } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockQuery } from '../../api/queries';
import { useCommand } from '../../api/use-command';
import { FailureText } from '../../ui/FailureText';
import { showNotice } from '../../ui/show-notice';
import { useWorkbenchActions } from '../../ui/workbench-actions';

const selectToday = ({ now }: { readonly now: Instant }) => stockholmDate(now);

/** What takes the place of the outbox where there is no portal: the way in for tickets, and the way out for lines. */
export function WithoutPortal() {
  const { t } = useTranslation('sync');
  const { openSettings } = useWorkbenchActions();
  const today = useQuery({ ...clockQuery, select: selectToday }).data;
  return (
    <>
      <section aria-label={t('lists.tickets')}>
        <Title order={2} size="h3" mb={4}>
          {t('lists.tickets')}
        </Title>
        <Text size="sm" c="dimmed" maw="64ch" mb="sm">
          {t('lists.ticketsText')}
        </Text>
        <Button size="sm" leftSection={<IconTable size={16} stroke={1.75} aria-hidden />} onClick={openSettings}>
          {t('lists.import')}
        </Button>
      </section>
      {today !== undefined && <LinesExport today={today} />}
    </>
  );
}

/** My lines of some days as a file; the days of this month until a person says otherwise. */
function LinesExport({ today }: { readonly today: string }) {
  const { t } = useTranslation('sync');
  const [from, setFrom] = useState(`${today.slice(0, 8)}01`);
  const [to, setTo] = useState(today);
  const write = useCommand('timesheet:export', { showsFailure: true });
  const isSpan = from !== '' && to !== '' && from <= to;
  const save = () =>
    write.mutate(
      { from, to },
      {
        onSuccess: ({ isSaved, count }) => {
          if (count === 0) showNotice(t('lists.noLines'));
          else if (isSaved) showNotice(t('lists.exported', { count }));
        },
      },
    );
  return (
    <section aria-label={t('lists.lines')}>
      <Title order={2} size="h3" mb={4}>
        {t('lists.lines')}
      </Title>
      <Text size="sm" c="dimmed" maw="64ch" mb="sm">
        {t('lists.linesText')}
      </Text>
      <Group gap="sm" align="flex-end">
        <TextInput
          type="date"
          label={t('lists.from')}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
          w={160}
        />
        <TextInput
          type="date"
          label={t('lists.to')}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
          w={160}
        />
        <Button
          size="sm"
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
          disabled={!isSpan}
          loading={write.isPending}
          onClick={save}
        >
          {t('lists.export')}
        </Button>
      </Group>
      {write.isError && <FailureText error={write.error} />}
    </section>
  );
}
