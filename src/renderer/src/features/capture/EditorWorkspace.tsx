import type { ScreenshotView } from '@ipc/views';
import { Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useReducer, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { ticketQuery } from '../../api/queries';
import { useCommand } from '../../api/use-command';
import { classNames } from '../../ui/class-names';
import { FailureText } from '../../ui/FailureText';
import { showNotice } from '../../ui/show-notice';
import { useWorkbenchActions } from '../../ui/workbench-actions';
import { BannerPreview } from './BannerPreview';
import styles from './CaptureEditor.module.css';
import { DetailsForm } from './DetailsForm';
import { DrawingStage } from './DrawingStage';
import type { Details } from './details';
import { EditorToolbar } from './EditorToolbar';
import { changeEditor, type EditorState, selectedShape, startEditor, visibleShapes } from './editor-state';
import { SaveButtons } from './SaveButtons';
import { ShapeList } from './ShapeList';
import { screenshotKey } from './screenshot-query';
import { useBanner } from './use-banner';
import { useEditorKeys } from './use-editor-keys';
import { useSave } from './use-save';
import { useZoom } from './use-zoom';

const cx = classNames(styles);

interface EditorWorkspaceProps {
  readonly screenshot: ScreenshotView;
  readonly image: HTMLImageElement;
}

/** What was drawn and written on a draft that somebody left without saving. It lasts as long as the window. */
interface Unsaved {
  readonly state: EditorState;
  readonly details: Details;
}

const unsavedKey = (screenshotId: string) => [...screenshotKey(screenshotId), 'unsaved'] as const;

/** Drawing on the left, words on the right. */
export function EditorWorkspace({ screenshot, image }: EditorWorkspaceProps) {
  const { t } = useTranslation('capture');
  const [, navigate] = useLocation();
  const actions = useWorkbenchActions();
  const queryClient = useQueryClient();
  const [unsaved] = useState(() => queryClient.getQueryData<Unsaved>(unsavedKey(screenshot.id)));
  const [state, dispatch] = useReducer(changeEditor, unsaved?.state ?? startEditor(screenshot.drawing));
  const [details, setDetails] = useState<Details>(unsaved?.details ?? detailsOf(screenshot));
  const [hasTriedToSave, setTriedToSave] = useState(false);
  const canvasRef = useRef<HTMLDivElement>(null);
  const helpId = useId();

  const ticketNumber = useQuery({
    ...ticketQuery(details.ticketId ?? ''),
    enabled: details.ticketId !== null,
    select: ({ number }) => number,
  }).data;
  const banner = useBanner({
    address: details.address,
    ticketNumber: ticketNumber ?? null,
    takenAt: screenshot.takenAt,
    pictureWidth: screenshot.width,
  });
  const zoom = useZoom({ width: screenshot.width, height: screenshot.height + banner.heightPx });
  const shapes = visibleShapes(state);
  const selected = selectedShape(state);

  const isDone = useRef(false);
  const leave = (notice: string) => {
    isDone.current = true;
    queryClient.removeQueries({ queryKey: screenshotKey(screenshot.id) });
    showNotice(notice);
    if (details.ticketId === null) navigate('/');
    else actions.openTicket(details.ticketId, { focus: true });
  };
  const discard = useCommand('screenshot:discard');
  const save = useSave(() => leave(t('details.saved', { number: ticketNumber ?? '' })));
  const trySave = () => {
    setTriedToSave(true);
    // Without its number the banner would not say which ticket the picture belongs to.
    if (details.ticketId === null || ticketNumber === undefined || save.isPending || discard.isPending) return;
    save.mutate({ screenshot, image, shapes, banner, details });
  };

  useEditorKeys({
    state,
    selected,
    picture: screenshot,
    canvasRef,
    dispatch,
    zoom,
    onSave: trySave,
    onAddress: (address) => setDetails({ ...details, address }),
  });
  useEffect(() => canvasRef.current?.focus({ preventScroll: true }), []);

  const latest = useRef<Unsaved>({ state, details });
  useEffect(() => {
    latest.current = { state, details };
  });
  useEffect(
    () => () => {
      if (isDone.current) return;
      queryClient.setQueryDefaults(unsavedKey(screenshot.id), { gcTime: Number.POSITIVE_INFINITY });
      queryClient.setQueryData(unsavedKey(screenshot.id), latest.current);
    },
    [queryClient, screenshot.id],
  );

  return (
    <>
      <div className={cx('work')}>
        <EditorToolbar state={state} selectedId={selected?.id ?? null} dispatch={dispatch} zoom={zoom} />
        <div className={cx('pane')}>
          <div className={cx('measure')} ref={zoom.paneRef} />
          <div className={cx('dump')} style={{ width: screenshot.width * zoom.scale }}>
            <BannerPreview banner={banner} pictureWidth={screenshot.width} scale={zoom.scale} />
            <div
              ref={canvasRef}
              className={cx('canvas')}
              role="application"
              aria-label={t('editor.canvas')}
              aria-describedby={helpId}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard draws here
              tabIndex={0}
              data-testid="capture-canvas"
              style={{ height: screenshot.height * zoom.scale }}
            >
              <img
                src={screenshot.originalUrl}
                alt={t('editor.picture', { title: details.title || t('editor.untitled') })}
                draggable={false}
              />
              <DrawingStage
                picture={screenshot}
                scale={zoom.scale}
                shapes={shapes}
                selected={selected}
                tool={state.tool}
                dispatch={dispatch}
              />
            </div>
          </div>
        </div>
        <p className={cx('help')} id={helpId}>
          {t('editor.canvasHelp')}
        </p>
      </div>
      <aside className={cx('panel')} aria-label={t('details.label')}>
        <div className={cx('panelScroll')}>
          <Title order={1}>{t('editor.label')}</Title>
          <DetailsForm details={details} onChange={setDetails} showsMissing={hasTriedToSave} />
          <ShapeList shapes={shapes} selected={selected} dispatch={dispatch} />
        </div>
        <div className={cx('panelFoot')}>
          {save.isError && <FailureText error={save.error} />}
          <SaveButtons
            isSaving={save.isPending}
            isDiscarding={discard.isPending}
            onSave={trySave}
            onDiscard={() =>
              discard.mutate({ screenshotId: screenshot.id }, { onSuccess: () => leave(t('details.discarded')) })
            }
          />
        </div>
      </aside>
    </>
  );
}

function detailsOf({ address, title, ticketId }: ScreenshotView): Details {
  return { address, title, ticketId, text: '', isInternalNote: true };
}
