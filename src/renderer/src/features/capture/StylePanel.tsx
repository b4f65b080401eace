import { commonLook, type MarkLook, type RedactionLook } from '@core/capture/mark-look';
import { MARK_COLORS, MARK_WEIGHTS, type Shape } from '@core/capture/shapes';
import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconBlur,
  IconCopyPlus,
  IconSquareFilled,
  IconStackBackward,
  IconStackForward,
  IconStackPop,
  IconStackPush,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import type { Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import styles from './EditorToolbar.module.css';
import type { EditorAction, EditorState } from './editor-state';
import { MARK_SHADES } from './mark-shades';
import { ToolButton } from './ToolButton';

const cx = classNames(styles);

const LINE_HEIGHT_PX = { thin: 1.5, medium: 3, thick: 6 } as const;

const REDACTION_LOOKS: readonly { look: RedactionLook; icon: TablerIcon }[] = [
  { look: 'solid', icon: IconSquareFilled },
  { look: 'blur', icon: IconBlur },
];

const REORDERINGS = [
  { to: 'to-front', icon: IconStackPop },
  { to: 'forward', icon: IconStackForward },
  { to: 'backward', icon: IconStackBackward },
  { to: 'to-back', icon: IconStackPush },
] as const;

interface StylePanelProps {
  readonly state: EditorState;
  readonly selected: readonly Shape[];
  readonly dispatch: Dispatch<EditorAction>;
  readonly onDuplicate: () => void;
}

/** How the selected marks look, or else the next one, and in which order they lie. */
export function StylePanel({ state, selected, dispatch, onDuplicate }: StylePanelProps) {
  const { t } = useTranslation('capture');
  // What differs among the selected marks is pressed nowhere.
  const marks = selected.filter(({ kind }) => kind !== 'redaction');
  const redactions = selected.filter(({ kind }) => kind === 'redaction');
  const shown: Partial<MarkLook> = {
    ...(marks.length === 0 ? { color: state.look.color, weight: state.look.weight } : commonLook(marks)),
    ...(redactions.length === 0 ? { redaction: state.look.redaction } : commonLook(redactions)),
  };
  const change = (look: Partial<MarkLook>) => dispatch({ kind: 'restyle', look });
  const isNothingSelected = selected.length === 0;

  return (
    <div className={cx('stylePanel')} role="toolbar" aria-label={t('style.label')}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset lays itself out as a block */}
      <div role="group" className={cx('group')} aria-label={t('style.color')}>
        {MARK_COLORS.map((color) => (
          <Choice
            key={color}
            name={t(`style.colors.${color}`)}
            isPressed={shown.color === color}
            testId={`color-${color}`}
            onClick={() => change({ color })}
          >
            <span className={cx('swatch')} style={{ background: MARK_SHADES[color].ink }} />
          </Choice>
        ))}
      </div>
      <span className={cx('divider')} />
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="group" className={cx('group')} aria-label={t('style.weight')}>
        {MARK_WEIGHTS.map((weight) => (
          <Choice
            key={weight}
            name={t(`style.weights.${weight}`)}
            isPressed={shown.weight === weight}
            testId={`weight-${weight}`}
            onClick={() => change({ weight })}
          >
            <span className={cx('weight')} style={{ height: LINE_HEIGHT_PX[weight] }} />
          </Choice>
        ))}
      </div>
      <span className={cx('divider')} />
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="group" className={cx('group')} aria-label={t('style.redaction')}>
        {REDACTION_LOOKS.map(({ look, icon }) => (
          <ToolButton
            key={look}
            icon={icon}
            name={t(`style.redactions.${look}`)}
            shortcut={t('editor.key.redactionLook')}
            isPressed={shown.redaction === look}
            testId={`redaction-${look}`}
            onClick={() => change({ redaction: look })}
          />
        ))}
      </div>
      <span className={cx('spring')} />
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="group" className={cx('group')} aria-label={t('arrange.label')}>
        <ToolButton
          icon={IconCopyPlus}
          name={t('arrange.duplicate')}
          shortcut={t('editor.key.duplicate')}
          disabled={isNothingSelected}
          onClick={onDuplicate}
        />
        {REORDERINGS.map(({ to, icon }) => (
          <ToolButton
            key={to}
            icon={icon}
            name={t(`arrange.${to}`)}
            shortcut={t(`editor.key.${to}`)}
            disabled={isNothingSelected}
            onClick={() => dispatch({ kind: 'reorder', to })}
          />
        ))}
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly isPressed: boolean;
  readonly testId: string;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}

function Choice({ name, isPressed, testId, onClick, children }: ChoiceProps) {
  return (
    <Tooltip label={name}>
      <ActionIcon
        size={26}
        className={cx('tool')}
        aria-label={name}
        aria-pressed={isPressed}
        data-testid={testId}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
