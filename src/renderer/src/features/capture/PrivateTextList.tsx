import type { PrivateText } from '@core/capture/private-texts';
import { ActionIcon, Button, Group, Loader, Text, Tooltip } from '@mantine/core';
import { IconEyeOff, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import styles from './CaptureEditor.module.css';
import type { PrivateTexts } from './use-private-texts';

const cx = classNames(styles);

interface PrivateTextListProps {
  readonly privateTexts: PrivateTexts;
  /** For showing where in the picture a proposal lies; null: none. */
  readonly onPoint: (proposal: PrivateText | null) => void;
}

/** What was found in the picture that others should not see, each to be redacted or left. */
export function PrivateTextList({ privateTexts, onPoint }: PrivateTextListProps) {
  const { t } = useTranslation('capture');
  const { state, proposals, redact, dismiss, stop, look } = privateTexts;
  const nameOf = (proposal: PrivateText) => {
    const number = proposals.filter(({ kind }) => kind === proposal.kind).indexOf(proposal) + 1;
    return t(`private.kind.${proposal.kind}`, { number });
  };
  return (
    <section aria-label={t('private.label')} className={cx('shapes')} data-testid="private-texts">
      <Text size="sm" fw={600}>
        {t('private.label')}
      </Text>
      <div aria-live="polite" className={cx('privateState')} data-state={state}>
        {state === 'looking' && (
          <>
            <Loader size={14} aria-hidden />
            <Text size="sm" c="dimmed">
              {t('private.looking')}
            </Text>
            <Button size="compact-xs" variant="subtle" color="gray" onClick={stop}>
              {t('private.stop')}
            </Button>
          </>
        )}
        {(state === 'stopped' || state === 'failed') && (
          <>
            <Text size="sm" c="dimmed">
              {t(state === 'stopped' ? 'private.stopped' : 'private.failed')}
            </Text>
            <Button size="compact-xs" variant="subtle" color="gray" onClick={look}>
              {t('private.look')}
            </Button>
          </>
        )}
        {state === 'done' && (
          <Text size="sm" c="dimmed">
            {proposals.length === 0 ? t('private.none') : t('private.found', { count: proposals.length })}
          </Text>
        )}
      </div>
      {proposals.length > 0 && (
        <>
          <ul className={cx('shapeRows')}>
            {proposals.map((proposal) => (
              <li
                key={`${proposal.kind} ${proposal.box.x} ${proposal.box.y}`}
                className={cx('shapeRow')}
                onPointerEnter={() => onPoint(proposal)}
                onPointerLeave={() => onPoint(null)}
                onFocus={() => onPoint(proposal)}
                onBlur={() => onPoint(null)}
              >
                <button type="button" data-testid="private-text" onClick={() => redact([proposal])}>
                  {t('private.redact', { name: nameOf(proposal) })}
                </button>
                <Tooltip label={t('private.dismiss', { name: nameOf(proposal) })}>
                  <ActionIcon
                    size={24}
                    aria-label={t('private.dismiss', { name: nameOf(proposal) })}
                    onClick={() => dismiss([proposal])}
                  >
                    <IconX size={15} stroke={1.75} aria-hidden />
                  </ActionIcon>
                </Tooltip>
              </li>
            ))}
          </ul>
          <Group gap="xs">
            <Button
              size="xs"
              variant="default"
              leftSection={<IconEyeOff size={15} stroke={1.75} aria-hidden />}
              onClick={() => redact(proposals)}
            >
              {t('private.redactAll')}
            </Button>
            <Button size="xs" variant="subtle" color="gray" onClick={() => dismiss(proposals)}>
              {t('private.dismissAll')}
            </Button>
          </Group>
        </>
      )}
    </section>
  );
}
