import type { Shape } from '@core/capture/shapes';
import { ActionIcon, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import styles from './CaptureEditor.module.css';
import type { EditorAction } from './editor-state';
import { boundsOf } from './shape-edits';

const cx = classNames(styles);

interface ShapeListProps {
  readonly shapes: readonly Shape[];
  readonly selected: Shape | null;
  readonly dispatch: Dispatch<EditorAction>;
}

/** Every shape as a row: the way to them without a mouse, and without seeing the picture. */
export function ShapeList({ shapes, selected, dispatch }: ShapeListProps) {
  const { t } = useTranslation('capture');
  const nameOf = (shape: Shape) => {
    const number = shapes.filter(({ kind }) => kind === shape.kind).indexOf(shape) + 1;
    return t(`shapes.${shape.kind}`, { number });
  };
  const hasRedaction = shapes.some(({ kind }) => kind === 'redaction');
  return (
    <section aria-label={t('shapes.label')} className={cx('shapes')}>
      <Text size="sm" fw={600}>
        {t('shapes.label')}
      </Text>
      {shapes.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('shapes.none')}
        </Text>
      )}
      {shapes.length > 0 && (
        <ul className={cx('shapeRows')}>
          {shapes.map((shape) => (
            <li key={shape.id} className={cx('shapeRow')} data-selected={shape.id === selected?.id}>
              <button
                type="button"
                aria-pressed={shape.id === selected?.id}
                data-testid="shape-row"
                onClick={() => dispatch({ kind: 'select', shapeId: shape.id })}
              >
                {nameOf(shape)}
              </button>
              <ActionIcon
                size={24}
                aria-label={t('shapes.remove', { name: nameOf(shape) })}
                onClick={() => dispatch({ kind: 'remove', shapeId: shape.id })}
              >
                <IconTrash size={15} stroke={1.75} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {hasRedaction && (
        <Text size="sm" c="dimmed">
          {t('shapes.redactionNote')}
        </Text>
      )}
      <div className={cx('unseen')} aria-live="polite">
        {selected && t('shapes.selected', { name: nameOf(selected), ...roundedBounds(selected) })}
      </div>
    </section>
  );
}

function roundedBounds(shape: Shape) {
  const { x, y, width, height } = boundsOf(shape);
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
}
