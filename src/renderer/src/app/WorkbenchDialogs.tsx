import { lazy, Suspense } from 'react';
import type { Dialogs, ShowDialogs } from './use-dialogs';

const RegisterDialog = lazy(async () => ({
  default: (await import('../features/ticket/call/RegisterDialog')).RegisterDialog,
}));
const HandlingDialog = lazy(async () => ({
  default: (await import('../features/ticket/handling/HandlingDialog')).HandlingDialog,
}));
const LinkDialog = lazy(async () => ({
  default: (await import('../features/ticket/links/LinkDialog')).LinkDialog,
}));
const LimitDialog = lazy(async () => ({ default: (await import('../features/limit/LimitDialog')).LimitDialog }));
const CaptureDialog = lazy(async () => ({
  default: (await import('../features/capture/CaptureDialog')).CaptureDialog,
}));

interface WorkbenchDialogsProps {
  readonly dialogs: Dialogs;
  readonly show: ShowDialogs;
}

/** The dialogs that can be asked for anywhere. Each is read when it is first opened, and stays. */
export function WorkbenchDialogs({ dialogs, show }: WorkbenchDialogsProps) {
  const { capture, register, handling, link, limit } = dialogs;
  return (
    <>
      {register !== null && (
        <Suspense fallback={null}>
          <RegisterDialog
            opened={register.isOpen}
            escalates={register.escalates}
            onClose={() => show({ register: { ...register, isOpen: false } })}
            onReopen={() => show({ register: { ...register, isOpen: true } })}
          />
        </Suspense>
      )}
      {handling !== null && (
        <Suspense fallback={null}>
          <HandlingDialog
            opened={handling.isOpen}
            onClose={() => show({ handling: { ...handling, isOpen: false } })}
            step={handling.step}
            ticketId={handling.ticketId}
          />
        </Suspense>
      )}
      {link !== null && (
        <Suspense fallback={null}>
          <LinkDialog
            opened={link.isOpen}
            onClose={() => show({ link: { ...link, isOpen: false } })}
            step={link.step}
            ticketId={link.ticketId}
            keptId={link.keptId}
          />
        </Suspense>
      )}
      {limit !== null && (
        <Suspense fallback={null}>
          <LimitDialog
            opened={limit.isOpen}
            onClose={() => show({ limit: { ...limit, isOpen: false } })}
            ticketId={limit.ticketId}
          />
        </Suspense>
      )}
      {capture !== null && (
        <Suspense fallback={null}>
          <CaptureDialog
            opened={capture.isOpen}
            onClose={() => show({ capture: { ...capture, isOpen: false } })}
            ticketId={capture.ticketId}
          />
        </Suspense>
      )}
    </>
  );
}
