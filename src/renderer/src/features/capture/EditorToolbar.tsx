import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowUpRight,
  IconMaximize,
  IconMinus,
  IconPlus,
  IconPointer,
  IconSquare,
  IconSquareFilled,
  IconTrash,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import type { Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import styles from './CaptureEditor.module.css';
import type { EditorAction, EditorState, Tool } from './editor-state';
import type { Zoom } from './use-zoom';

const cx = classNames(styles);

/** The tools, with the key of each. */
export const TOOLS = [
  { tool: 'select', key: 'v', icon: IconPointer },
  { tool: 'arrow', key: 'a', icon: IconArrowUpRight },
  { tool: 'box', key: 'b', icon: IconSquare },
  { tool: 'redaction', key: 'r', icon: IconSquareFilled },
] as const satisfies readonly { tool: Tool; key: string; icon: TablerIcon }[];

interface EditorToolbarProps {
  readonly state: EditorState;
  readonly selectedId: string | null;
  readonly dispatch: Dispatch<EditorAction>;
  readonly zoom: Zoom;
}

/** Tools, undo and zoom. Each has a key, which its tooltip tells. */
export function EditorToolbar({ state, selectedId, dispatch, zoom }: EditorToolbarProps) {
  const { t } = useTranslation('capture');
  const { past, future } = state.history;
  return (
    <div className={cx('toolbar')} role="toolbar" aria-label={t('editor.tools')}>
      {TOOLS.map(({ tool, key, icon }) => (
        <ToolButton
          key={tool}
          icon={icon}
          name={t(`editor.tool.${tool}`)}
          shortcut={key.toUpperCase()}
          isPressed={state.tool === tool}
          showsName={tool !== 'select'}
          testId={`tool-${tool}`}
          onClick={() => dispatch({ kind: 'choose-tool', tool })}
        />
      ))}
      <span className={cx('divider')} />
      <ToolButton
        icon={IconArrowBackUp}
        name={t('editor.undo')}
        shortcut={t('editor.key.undo')}
        disabled={past.length === 0}
        onClick={() => dispatch({ kind: 'undo' })}
      />
      <ToolButton
        icon={IconArrowForwardUp}
        name={t('editor.redo')}
        shortcut={t('editor.key.redo')}
        disabled={future.length === 0}
        onClick={() => dispatch({ kind: 'redo' })}
      />
      <ToolButton
        icon={IconTrash}
        name={t('editor.remove')}
        shortcut={t('editor.key.delete')}
        disabled={selectedId === null}
        onClick={() => selectedId !== null && dispatch({ kind: 'remove', shapeId: selectedId })}
      />
      <span className={cx('spring')} />
      <ToolButton icon={IconMinus} name={t('editor.zoomOut')} shortcut="−" onClick={zoom.zoomOut} />
      <output className={cx('zoomLevel')} aria-label={t('editor.zoom')}>
        {t('editor.zoomLevel', { percent: Math.round(zoom.scale * 100) })}
      </output>
      <ToolButton icon={IconPlus} name={t('editor.zoomIn')} shortcut="+" onClick={zoom.zoomIn} />
      <ToolButton
        icon={IconMaximize}
        name={t('editor.zoomFit')}
        shortcut="0"
        isPressed={zoom.isFitted}
        onClick={zoom.fit}
      />
    </div>
  );
}

interface ToolButtonProps {
  readonly icon: TablerIcon;
  readonly name: string;
  readonly shortcut: string;
  readonly isPressed?: boolean;
  readonly showsName?: boolean;
  readonly disabled?: boolean;
  readonly testId?: string;
  readonly onClick: () => void;
}

function ToolButton({
  icon: ToolIcon,
  name,
  shortcut,
  isPressed,
  showsName,
  disabled,
  testId,
  onClick,
}: ToolButtonProps) {
  const { t } = useTranslation('capture');
  return (
    <Tooltip label={t('editor.withKey', { name, key: shortcut })}>
      <ActionIcon
        variant={isPressed === true ? 'light' : 'subtle'}
        color={isPressed === true ? 'petrol' : 'gray'}
        size={showsName === true ? 'input-xs' : 30}
        className={cx('tool', showsName === true && 'named')}
        aria-label={name}
        aria-pressed={isPressed}
        aria-disabled={disabled}
        {...(disabled === true ? { 'data-disabled': true } : {})}
        data-testid={testId}
        onClick={() => disabled !== true && onClick()}
      >
        <ToolIcon size={18} stroke={1.75} aria-hidden />
        {showsName === true && <span>{name}</span>}
      </ActionIcon>
    </Tooltip>
  );
}
