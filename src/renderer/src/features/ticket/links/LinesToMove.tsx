import type { MovableLineView } from '@ipc/link-views';
import { Checkbox, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatSpent } from '../../../ui/format';
import { useFormat } from '../../../ui/use-format';
import styles from './Links.module.css';

interface LinesToMoveProps {
  readonly lines: readonly MovableLineView[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** The lines of mine on a ticket, to be ticked; one that stays says why. */
export function LinesToMove({ lines, chosen, onChange }: LinesToMoveProps) {
  const { t } = useTranslation('links');
  const format = useFormat();
  if (lines.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('split.noLines')}
      </Text>
    );
  }
  const seconds = lines.reduce((sum, { id, workedSeconds }) => (chosen.includes(id) ? sum + workedSeconds : sum), 0);
  return (
    <Checkbox.Group label={t('split.lines')} value={[...chosen]} onChange={onChange}>
      <Stack gap={6} mt={6} className={styles['lines']}>
        {lines.map(({ id, date, workedSeconds, description, stays }) => (
          <Checkbox
            key={id}
            value={id}
            size="sm"
            disabled={stays !== null}
            label={
              <span className={styles['line']}>
                <span className={styles['day']}>{format.shortDay(date)}</span>
                <span className={styles['time']}>{formatSpent(workedSeconds)}</span>
                <span>{description === '' ? t('split.noDescription') : description}</span>
              </span>
            }
            description={stays === null ? undefined : t(`split.stays.${stays}`)}
          />
        ))}
      </Stack>
      <Text size="xs" c="dimmed" mt={6} aria-live="polite">
        {seconds === 0 ? '' : t('split.chosen', { time: formatSpent(seconds) })}
      </Text>
    </Checkbox.Group>
  );
}
