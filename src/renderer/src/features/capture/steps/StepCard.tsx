import type { ScreenshotView } from '@ipc/screenshot-views';
import { ActionIcon, Group, Text, Textarea } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconPencil, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { classNames } from '../../../ui/class-names';
import styles from './StepsComposer.module.css';

const cx = classNames(styles);

const STEP_TYPE = 'application/x-fyra-step';

interface StepCardProps {
  readonly screenshot: ScreenshotView;
  readonly caption: string;
  /** Its place, from 0. */
  readonly index: number;
  readonly count: number;
  readonly onCaption: (caption: string) => void;
  readonly onMove: (to: number) => void;
  /** Another step, at `from`, was dropped here. */
  readonly onDropped: (from: number) => void;
  readonly onRemove: () => void;
}

/** One step: its number, its picture, and what is done in it. */
export function StepCard(props: StepCardProps) {
  const { screenshot, caption, index, count, onCaption, onMove, onDropped, onRemove } = props;
  const { t } = useTranslation('capture');
  const [, navigate] = useLocation();
  const [isOver, setOver] = useState(false);
  const number = index + 1;
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? index - 1 : index + 1);
  };
  return (
    <li
      className={cx('step', isOver && 'over')}
      data-testid="step"
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(STEP_TYPE)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const from = event.dataTransfer.getData(STEP_TYPE);
        if (from === '') return;
        event.preventDefault();
        onDropped(Number(from));
      }}
    >
      {/* The keyboard has the buttons for it, and Alt with an arrow. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      <div
        className={cx('handle')}
        draggable
        onDragStart={(event) => {
          event.dataTransfer.setData(STEP_TYPE, String(index));
          event.dataTransfer.effectAllowed = 'move';
        }}
      >
        <IconGripVertical size={16} stroke={1.75} aria-hidden />
        <span className={cx('number')}>{number}</span>
        <img src={screenshot.originalUrl ?? undefined} alt="" draggable={false} decoding="async" />
      </div>
      <div className={cx('words')}>
        <Textarea
          label={t('steps.caption', { number })}
          value={caption}
          onChange={(event) => onCaption(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          autosize
          minRows={2}
          maxLength={2000}
        />
        <Text size="xs" c="dimmed" className={cx('clip')}>
          {screenshot.address || t('steps.noAddress')}
        </Text>
      </div>
      <Group gap={4} className={cx('tools')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('steps.up', { number })}
          disabled={index === 0}
          onClick={() => onMove(index - 1)}
        >
          <IconArrowUp size={17} stroke={1.75} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('steps.down', { number })}
          disabled={index === count - 1}
          onClick={() => onMove(index + 1)}
        >
          <IconArrowDown size={17} stroke={1.75} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('steps.edit', { number })}
          onClick={() => navigate(`/capture/${screenshot.id}`)}
        >
          <IconPencil size={17} stroke={1.75} />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={t('steps.remove', { number })} onClick={onRemove}>
          <IconX size={17} stroke={1.75} />
        </ActionIcon>
      </Group>
    </li>
  );
}
