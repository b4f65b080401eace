import type { Rectangle } from '@core/capture/covered-pixels';
import { boundsOf, type Measures } from '@core/capture/geometry';
import { fontPxOn, lineHeightOf, textPaddingOf } from '@core/capture/mark-sizes';
import { LONGEST_MARK_TEXT, type ShapeOf } from '@core/capture/shapes';
import { type Dispatch, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './CaptureEditor.module.css';
import type { EditorAction } from './editor-state';
import { markFont } from './mark-fonts';
import { MARK_SHADES } from './mark-shades';

interface TextEditorProps {
  readonly text: ShapeOf<'text'>;
  readonly measures: Measures;
  /** The part of the picture that is shown. */
  readonly view: Rectangle;
  /** Window pixels per picture pixel. */
  readonly scale: number;
  readonly dispatch: Dispatch<EditorAction>;
}

/** The field a text mark is written in, in the very place and size the text will have. */
export function TextEditor({ text, measures, view, scale, dispatch }: TextEditorProps) {
  const { t } = useTranslation('capture');
  const fieldRef = useRef<HTMLTextAreaElement>(null);
  const fontPx = fontPxOn(measures.picture, text.weight);
  const bounds = boundsOf(text, measures);
  useEffect(() => {
    const field = fieldRef.current;
    field?.focus({ preventScroll: true });
    field?.select();
  }, []);
  return (
    <textarea
      ref={fieldRef}
      className={styles['textField']}
      aria-label={t('editor.textField')}
      data-testid="mark-text"
      value={text.text}
      maxLength={LONGEST_MARK_TEXT}
      spellCheck={false}
      wrap="off"
      style={{
        left: (bounds.x - view.x) * scale,
        top: (bounds.y - view.y) * scale,
        // Room for the caret behind the last character.
        width: (bounds.width + fontPx) * scale,
        height: bounds.height * scale,
        padding: textPaddingOf(fontPx) * scale,
        font: markFont(fontPx * scale),
        lineHeight: `${lineHeightOf(fontPx) * scale}px`,
        color: MARK_SHADES[text.color].ink,
      }}
      onChange={(event) => {
        dispatch({ kind: 'draft', shapes: [{ ...text, text: event.currentTarget.value }] });
      }}
      onBlur={() => dispatch({ kind: 'settle' })}
    />
  );
}
