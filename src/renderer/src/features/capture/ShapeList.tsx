import { boundsOf, type Measures } from '@core/capture/geometry';
import type { Shape } from '@core/capture/shapes';
import { ActionIcon, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import styles from './CaptureEditor.module.css';
import { type EditorAction, type EditorState, selectedShapes } from './editor-state';

const cx = classNames(styles);

interface ShapeListProps {
  readonly state: EditorState;
  readonly shapes: readonly Shape[];
  readonly dispatch: Dispatch<EditorAction>;
}

/** Every shape as a row: the way to them without a mouse, and without seeing the picture. */
export function ShapeList({ state, shapes, dispatch }: ShapeListProps) {
  const { t } = useTranslation('capture');
  /** A step's number is the one in its circle. */
  const nameOf = (shape: Shape) => {
    const number = shapes.filter(({ kind }) => kind === shape.kind).indexOf(shape) + 1;
    const name = t(`shapes.${shape.kind}`, { number });
    const beginning = shape.kind === 'text' ? beginningOf(shape.text) : '';
    return beginning === '' ? name : t('shapes.withText', { name, text: beginning });
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
          {shapes.map((shape) => {
            const isSelected = state.selectedIds.includes(shape.id);
            return (
              <li key={shape.id} className={cx('shapeRow')} data-selected={isSelected}>
                <button
                  type="button"
                  aria-pressed={isSelected}
                  data-testid="shape-row"
                  onClick={(event) =>
                    dispatch(
                      event.shiftKey ? { kind: 'toggle', shapeId: shape.id } : { kind: 'select', shapeIds: [shape.id] },
                    )
                  }
                >
                  {nameOf(shape)}
                </button>
                <ActionIcon
                  size={24}
                  aria-label={t('shapes.remove', { name: nameOf(shape) })}
                  onClick={() => dispatch({ kind: 'remove', shapeIds: [shape.id] })}
                >
                  <IconTrash size={15} stroke={1.75} aria-hidden />
                </ActionIcon>
              </li>
            );
          })}
        </ul>
      )}
      {hasRedaction && (
        <Text size="sm" c="dimmed">
          {t('shapes.redactionNote')}
        </Text>
      )}
      <Spoken state={state} nameOf={nameOf} />
    </section>
  );
}

/** Says what is selected, or where the frame to crop stands, to those who do not see it. */
function Spoken({ state, nameOf }: { readonly state: EditorState; readonly nameOf: (shape: Shape) => string }) {
  const { t } = useTranslation('capture');
  const [only, ...others] = selectedShapes(state);
  const { cropFrame, measures } = state;
  return (
    <div className={cx('unseen')} aria-live="polite" data-testid="editor-spoken">
      {cropFrame !== null && t('crop.spoken', { ...cropFrame })}
      {cropFrame === null &&
        only !== undefined &&
        others.length > 0 &&
        t('shapes.several', { count: others.length + 1 })}
      {cropFrame === null &&
        only !== undefined &&
        others.length === 0 &&
        t('shapes.selected', { name: nameOf(only), ...roundedBounds(only, measures) })}
    </div>
  );
}

const LONGEST_BEGINNING = 24;

function beginningOf(text: string): string {
  const signs = [...text.replaceAll(/\s+/g, ' ').trim()];
  return signs.length > LONGEST_BEGINNING ? `${signs.slice(0, LONGEST_BEGINNING).join('')}…` : signs.join('');
}

function roundedBounds(shape: Shape, measures: Measures) {
  const { x, y, width, height } = boundsOf(shape, measures);
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
}
