import type { PrivateText } from '@core/capture/private-texts';
import { cleanAddress } from '@core/ticket/odoo-address';
import type { ScreenshotView } from '@ipc/screenshot-views';
import { Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { ticketQuery } from '../../api/queries';
import { useHasPortal } from '../../api/use-has-portal';
import { classNames } from '../../ui/class-names';
import { FailureText } from '../../ui/FailureText';
import { showNotice } from '../../ui/show-notice';
import { useWorkbenchActions } from '../../ui/workbench-actions';
import styles from './CaptureEditor.module.css';
import { CropBar } from './CropBar';
import { DetailsForm } from './DetailsForm';
import { DraftState } from './DraftState';
import { DrawingProblem } from './DrawingProblem';
import { EditorPane } from './EditorPane';
import { EditorToolbar } from './EditorToolbar';
import { ExportMenu } from './ExportMenu';
import { selectedShapes, visibleShapes } from './editor-state';
import { flattenScreenDump } from './flatten';
import { useDiscardDraft } from './import/use-discard-draft';
import { KeyHelp } from './KeyHelp';
import { PrivateTextList } from './PrivateTextList';
import { SaveButtons } from './SaveButtons';
import { ShapeList } from './ShapeList';
import { StylePanel } from './StylePanel';
import { screenshotKey } from './screenshot-query';
import { useBanner } from './use-banner';
import { useEditorCommands } from './use-editor-commands';
import { useEditorKeys } from './use-editor-keys';
import { drawingToKeep, useEditorSession } from './use-editor-session';
import { useKeepDraft } from './use-keep-draft';
import { useMarkClipboard } from './use-mark-clipboard';
import { usePrivateTexts } from './use-private-texts';
import { useSave } from './use-save';
import { useScene } from './use-scene';
import { useZoom } from './use-zoom';

const cx = classNames(styles);

interface EditorWorkspaceProps {
  readonly screenshot: ScreenshotView;
  readonly image: HTMLImageElement;
}

/** Drawing on the left, words on the right. */
export function EditorWorkspace({ screenshot, image }: EditorWorkspaceProps) {
  const { t } = useTranslation('capture');
  const [, navigate] = useLocation();
  const actions = useWorkbenchActions();
  const queryClient = useQueryClient();
  const { state, dispatch, details, setDetails } = useEditorSession(screenshot);
  const [hasTriedToSave, setTriedToSave] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const canvasRef = useRef<HTMLDivElement>(null);
  const privateTexts = usePrivateTexts(screenshot.id, state, dispatch);
  const [pointedProposal, setPointedProposal] = useState<PrivateText | null>(null);

  const ticketNumber = useQuery({
    ...ticketQuery(details.ticketId ?? ''),
    enabled: details.ticketId !== null,
    select: ({ number }) => number,
  }).data;
  const { crop } = state.history.present;
  // While a frame is chosen all of the picture is shown.
  const scene = useScene(image, state.measures, state.cropFrame === null ? crop : null);
  const view = scene.kept;
  const banner = useBanner({
    address: details.address,
    title: details.title,
    ticketNumber: ticketNumber ?? null,
    takenAt: screenshot.takenAt,
    pictureWidth: view.width,
  });
  const zoom = useZoom({ width: view.width, height: view.height + banner.heightPx });

  const discard = useDiscardDraft(() => goBack());
  const hasPortal = useHasPortal();
  const save = useSave(() =>
    leave(t(hasPortal ? 'details.saved' : 'details.savedHere', { number: ticketNumber ?? '' })),
  );
  const drawing = drawingToKeep(state);
  const isUntouched = screenshot.drawingProblem !== null && state.history.past.length === 0;
  const draft = useKeepDraft({
    screenshotId: screenshot.id,
    isPaused: save.isPending || discard.isPending,
    content: useMemo(
      () => ({
        ticketId: details.ticketId,
        address: cleanAddress(details.address),
        addressSource: details.address.trim() === '' ? null : details.addressSource,
        title: details.title.trim(),
        drawing: isUntouched ? null : drawing,
        message: { text: details.text.trim(), isInternalNote: details.isInternalNote },
      }),
      [details, drawing, isUntouched],
    ),
  });
  const leave = (notice: string) => {
    showNotice(notice);
    goBack();
  };
  const goBack = () => {
    draft.stop();
    queryClient.removeQueries({ queryKey: screenshotKey(screenshot.id) });
    if (details.ticketId === null) navigate('/');
    else actions.openTicket(details.ticketId, { focus: true });
  };
  const trySave = () => {
    setTriedToSave(true);
    // Without its number the banner would not say which ticket the picture belongs to.
    if (details.ticketId === null || ticketNumber === undefined || save.isPending || discard.isPending) return;
    save.mutate({ screenshot, image, drawing, banner, details });
  };

  const onToggleHelp = () => setHelpOpen(!isHelpOpen);
  const commands = useEditorCommands({ state, view, dispatch, zoom, onSave: trySave, onToggleHelp });
  useEditorKeys({ canvasRef, dispatch, run: commands.run });
  useMarkClipboard({
    state,
    dispatch,
    onAddress: (address) => setDetails({ ...details, address, addressSource: 'typed' }),
  });
  useEffect(() => canvasRef.current?.focus({ preventScroll: true }), []);
  // Drawing renders the workspace with every move of the mouse; the form is large and changes with words only.
  const form = useMemo(
    () => <DetailsForm screenshot={screenshot} details={details} onChange={setDetails} showsMissing={hasTriedToSave} />,
    [screenshot, details, setDetails, hasTriedToSave],
  );

  return (
    <>
      <div className={cx('work')}>
        <EditorToolbar
          state={state}
          dispatch={dispatch}
          zoom={zoom}
          isHelpOpen={isHelpOpen}
          onToggleHelp={onToggleHelp}
        />
        {state.cropFrame === null ? (
          <StylePanel
            state={state}
            selected={selectedShapes(state)}
            dispatch={dispatch}
            onDuplicate={commands.duplicate}
          />
        ) : (
          <CropBar frame={state.cropFrame} dispatch={dispatch} />
        )}
        {isUntouched && screenshot.drawingProblem !== null && <DrawingProblem problem={screenshot.drawingProblem} />}
        <EditorPane
          image={image}
          title={details.title}
          banner={banner}
          state={state}
          scene={scene}
          view={view}
          zoom={zoom}
          canvasRef={canvasRef}
          proposals={{ open: privateTexts.proposals, pointed: pointedProposal }}
          dispatch={dispatch}
        />
      </div>
      <aside className={cx('panel')} aria-label={t('details.label')}>
        <div className={cx('panelScroll')}>
          <Title order={1}>{t('editor.label')}</Title>
          {form}
          <PrivateTextList privateTexts={privateTexts} onPoint={setPointedProposal} />
          <ShapeList state={state} shapes={visibleShapes(state)} dispatch={dispatch} />
        </div>
        <div className={cx('panelFoot')}>
          {save.isError && <FailureText error={save.error} />}
          <DraftState keeping={draft.keeping} />
          <SaveButtons
            isSaving={save.isPending}
            isDiscarding={discard.isPending}
            onSave={trySave}
            onDiscard={() => discard.discardDraft(screenshot.id)}
          >
            <ExportMenu
              flatten={() => flattenScreenDump({ image, picture: screenshot, drawing, banner })}
              subject={{
                title: details.title.trim(),
                address: cleanAddress(details.address),
                ticketNumber: ticketNumber ?? null,
                takenAt: screenshot.takenAt,
              }}
            />
          </SaveButtons>
        </div>
      </aside>
      <KeyHelp opened={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </>
  );
}
