import type { Banner } from '@core/capture/banner';
import type { Rectangle } from '@core/capture/covered-pixels';
import { type Dispatch, type RefObject, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import { BannerPreview } from './BannerPreview';
import styles from './CaptureEditor.module.css';
import { DrawingStage, type Proposals } from './DrawingStage';
import { type EditorAction, type EditorState, visibleShapes } from './editor-state';
import type { Scene } from './scene';
import { TextEditor } from './TextEditor';
import { usePan } from './use-pan';
import type { Zoom } from './use-zoom';

const cx = classNames(styles);

interface EditorPaneProps {
  readonly image: HTMLImageElement;
  readonly title: string;
  readonly banner: Banner;
  readonly state: EditorState;
  readonly scene: Scene<CanvasImageSource>;
  /** The part of the picture that is shown, in its pixels. */
  readonly view: Rectangle;
  readonly zoom: Zoom;
  /** For the element that has the keyboard while somebody draws. */
  readonly canvasRef: RefObject<HTMLDivElement | null>;
  readonly proposals: Proposals;
  readonly dispatch: Dispatch<EditorAction>;
}

/** The picture as it will be sent, to be drawn on, and what can be done with it right now in a line below. */
export function EditorPane({
  image,
  title,
  banner,
  state,
  scene,
  view,
  zoom,
  canvasRef,
  proposals,
  dispatch,
}: EditorPaneProps) {
  const { t } = useTranslation('capture');
  const helpId = useId();
  const { scale } = zoom;
  const { picture } = state.measures;
  const { isSpaceHeld, handlers } = usePan(zoom, canvasRef);
  const written = visibleShapes(state).find(({ id }) => id === state.writingId);

  return (
    <>
      <div className={cx('room')}>
        <div className={cx('measure')} ref={zoom.measureRef} />
        <div
          className={cx('pane')}
          ref={zoom.paneRef}
          data-panning={isSpaceHeld}
          data-testid="editor-pane"
          {...handlers}
        >
          <div className={cx('dump')} ref={zoom.dumpRef} style={{ width: view.width * scale }}>
            <BannerPreview banner={banner} pictureWidth={view.width} scale={scale} />
            <div
              ref={canvasRef}
              className={cx('canvas')}
              role="application"
              aria-label={t('editor.canvas')}
              aria-describedby={helpId}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard draws here
              tabIndex={0}
              data-testid="capture-canvas"
              style={{ height: view.height * scale }}
            >
              <img
                src={image.src}
                alt={t('editor.picture', { title: title || t('editor.untitled') })}
                draggable={false}
                // So large, its own pixels are what somebody wants to see.
                data-magnified={zoom.percent >= 300}
                style={{
                  left: -view.x * scale,
                  top: -view.y * scale,
                  width: picture.width * scale,
                  height: picture.height * scale,
                }}
              />
              <DrawingStage
                state={state}
                scene={scene}
                view={view}
                zoom={zoom}
                canvasRef={canvasRef}
                proposals={proposals}
                dispatch={dispatch}
              />
              {written?.kind === 'text' && (
                <TextEditor
                  key={written.id}
                  text={written}
                  measures={state.measures}
                  view={view}
                  scale={scale}
                  dispatch={dispatch}
                />
              )}
            </div>
          </div>
        </div>
      </div>
      <p className={cx('help')} id={helpId} data-testid="editor-help">
        {t(written === undefined ? `help.${state.tool}` : 'help.writing')} {t('help.more')}
      </p>
    </>
  );
}
