import type { TicketId } from '@core/ids';
import { useCallback, useState } from 'react';
import type { HandlingStep } from '../ui/workbench-actions';

/** What the capture dialog was opened for. It stays mounted once opened, so that it can close gracefully. */
interface CaptureRequest {
  readonly isOpen: boolean;
  readonly ticketId: TicketId | null;
}

/** The ticket whose limit is decided about. The dialog too stays mounted once opened, and keeps what was begun in it. */
interface LimitRequest {
  readonly isOpen: boolean;
  readonly ticketId: string;
}

/** What is decided or written down about which ticket. This dialog stays mounted too, so that it can close gracefully. */
interface HandlingRequest {
  readonly isOpen: boolean;
  readonly step: HandlingStep;
  readonly ticketId: string;
}

/** Which ticket is split, or merged into which other one. */
interface LinkRequest {
  readonly isOpen: boolean;
  readonly step: 'split' | 'merge';
  readonly ticketId: string;
  readonly keptId: string | null;
}

/** A new ticket, and whether it is registered because somebody escalates. */
interface RegisterRequest {
  readonly isOpen: boolean;
  readonly escalates: boolean;
}

/** What each dialog of the workbench was opened for; null until then. */
export interface Dialogs {
  readonly capture: CaptureRequest | null;
  readonly register: RegisterRequest | null;
  readonly handling: HandlingRequest | null;
  readonly link: LinkRequest | null;
  readonly limit: LimitRequest | null;
}

const NONE: Dialogs = { capture: null, register: null, handling: null, link: null, limit: null };

/** Opens and closes dialogs: those that are named. */
export type ShowDialogs = (changed: Partial<Dialogs>) => void;

/** Which dialogs are open. */
export function useDialogs(): { readonly dialogs: Dialogs; readonly show: ShowDialogs } {
  const [dialogs, setDialogs] = useState(NONE);
  const show = useCallback<ShowDialogs>((changed) => setDialogs((now) => ({ ...now, ...changed })), []);
  return { dialogs, show };
}
