import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconKeyboard,
  IconMaximize,
  IconMinus,
  IconPlus,
  IconTrash,
  IconZoomReset,
} from '@tabler/icons-react';
import type { Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import styles from './EditorToolbar.module.css';
import type { EditorAction, EditorState } from './editor-state';
import { ToolButton } from './ToolButton';
import { TOOLS } from './tools';
import type { Zoom } from './use-zoom';

const cx = classNames(styles);

interface EditorToolbarProps {
  readonly state: EditorState;
  readonly dispatch: Dispatch<EditorAction>;
  readonly zoom: Zoom;
  readonly isHelpOpen: boolean;
  readonly onToggleHelp: () => void;
}

/** Tools, undo and zoom. Each has a key, which its tooltip tells. */
export function EditorToolbar({ state, dispatch, zoom, isHelpOpen, onToggleHelp }: EditorToolbarProps) {
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
        disabled={state.selectedIds.length === 0}
        onClick={() => dispatch({ kind: 'remove', shapeIds: state.selectedIds })}
      />
      <span className={cx('spring')} />
      <ToolButton icon={IconMinus} name={t('editor.zoomOut')} shortcut="−" onClick={zoom.zoomOut} />
      <output className={cx('zoomLevel')} aria-label={t('editor.zoom')}>
        {t('editor.zoomLevel', { percent: zoom.percent })}
      </output>
      <ToolButton icon={IconPlus} name={t('editor.zoomIn')} shortcut="+" onClick={zoom.zoomIn} />
      <ToolButton
        icon={IconMaximize}
        name={t('editor.zoomFit')}
        shortcut="0"
        isPressed={zoom.isFitted}
        onClick={zoom.fit}
      />
      <ToolButton icon={IconZoomReset} name={t('editor.zoomActual')} shortcut="1" onClick={zoom.showActualSize} />
      <span className={cx('divider')} />
      <ToolButton
        icon={IconKeyboard}
        name={t('editor.keys')}
        shortcut="?"
        isPressed={isHelpOpen}
        testId="editor-keys"
        onClick={onToggleHelp}
      />
    </div>
  );
}
