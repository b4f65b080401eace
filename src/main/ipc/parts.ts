import type { ScreenshotId, TicketId } from '@core/ids';
import type { Outcome } from '@core/outcome';
import type { PortalAct } from '@core/sync/portal-act';
import type { OfferedProfile, TicketMapping, TicketProfileKind } from '@core/ticket/ticket-mapping';
import type { Instant } from '@core/time/instant';
import type { WorkingCalendar } from '@core/time/working-hours';
import type { EventPayload } from '@ipc/contract';
import type { AddressCandidateView, HandOversView } from '@ipc/requests/addresses';
import type { ExportProgressView } from '@ipc/requests/export';
import type { ImportProgressView } from '@ipc/requests/imports';
import type { AppView, KeyKeeping, Settings, SyncView } from '@ipc/views';
import type { RestoreFailure } from '../db/restore';
import type { CopyFailure } from '../db/verified-copy';
import type { AttachmentStore } from '../platform/attachment-store';
import type { ScreenCapture } from '../platform/capture';
import type { DesktopAction } from '../platform/desktop-action';
import type { SaveFailure } from '../platform/save-file';
import type { ReadTableFile } from '../platform/tables/table-reader';
import type { TextReader } from '../platform/text-reader';
import type { SyncLoop } from '../sync/sync-loop';
import type { BringFailure, BroughtAttachment, PortalAbsence } from '../usecases/bring-attachment';
import type { RefreshFailure } from '../usecases/refresh-attachments';
import type { MappingTrial } from '../usecases/try-mapping';
import type { Workbench } from '../usecases/workbench';

/** Backups of the file in use. */
export interface Backups {
  make(): Promise<Outcome<null, CopyFailure>>;
  lastFailure(): CopyFailure | null;
}

/** What of the portal in use maps to what here. */
export interface MappingPort {
  readonly profile: TicketProfileKind;
  /** Asks the portal what a mapping would bring; nothing is kept. */
  try(mapping: TicketMapping): Promise<Outcome<MappingTrial, PortalProblem>>;
  /** Answers what held before. */
  change(mapping: TicketMapping): Promise<TicketMapping>;
}

/** How far a download has come. */
export type AttachmentProgress = EventPayload<'attachment:progressed'>;

/** The files on tickets. */
export interface AttachmentDesk {
  readonly files: Pick<AttachmentStore, 'list' | 'read'>;
  /** Lists the files of a ticket anew. */
  refresh(ticketId: TicketId): Promise<Outcome<null, RefreshFailure | PortalAbsence>>;
  /** The content of a file, downloaded where it is not here. */
  bring(
    remoteId: number,
    tell: (progress: AttachmentProgress) => void,
  ): Promise<Outcome<BroughtAttachment, BringFailure>>;
  /** Breaks a download off; one that is not under way is none of its business. */
  cancel(remoteId: number): void;
}

/** The portal in use: its file, its sync. */
export interface Session {
  readonly workbench: Workbench;
  readonly sync: SyncLoop;
  readonly calendar: WorkingCalendar;
  /** The workbench file. */
  readonly file: string;
  readonly backups: Backups;
  readonly attachments: AttachmentDesk;
  readonly portal: SyncView['portal'];
  readonly mapping: MappingPort;
}

export interface PortalAddress {
  readonly address: string;
  readonly database: string;
  readonly login: string;
  readonly apiKey: string;
}

/** The kind of tickets that are worked on, chosen where a portal has several. */
export interface ChosenPortal extends PortalAddress {
  readonly ticketProfile: TicketProfileKind;
}

export interface PortalProblem {
  readonly code:
    | 'address-invalid'
    | 'address-not-encrypted'
    | 'portal-unreachable'
    | 'not-a-portal'
    | 'key-refused'
    | 'portal-refused'
    | 'key-storage-needed'
    | 'database-failed'
    | 'not-connected';
  readonly message: string;
}

export interface PortalTest {
  readonly serverVersion: string;
  readonly userName: string;
  readonly hasEmployee: boolean;
  readonly mayNot: PortalAct[];
  /** The kinds of tickets that the server has. */
  readonly profiles: OfferedProfile[];
}

/** What handlers ask of the desktop around the windows. */
export interface DesktopPort {
  act(action: DesktopAction): void;
  fitFloatingWindow(heightPx: number): void;
  suspendShortcuts(isSuspended: boolean): void;
}

/** Pages that a browser handed over. */
export interface HandOvers {
  read(): HandOversView;
  /**
   * A person takes what was handed over: for the screen dump in front of them, or for the next one (null). False when it
   * is no longer the latest, or forgotten.
   */
  accept(id: string, screenshotId: ScreenshotId | null): boolean;
  dismiss(id: string): void;
  dismissRefusal(): void;
  /** The latest page as the address of a screen dump; null where there is none. */
  candidateFor(screenshot: { readonly id: ScreenshotId; readonly takenAt: Instant }): AddressCandidateView | null;
}

/** What handlers need of the app around the portal in use. */
export interface AppParts {
  session(): Session | null;
  readApp(): AppView;
  writeSettings(changes: { readonly [Key in keyof Settings]?: Settings[Key] | undefined }): Settings;
  startPractice(): Promise<Outcome<null, PortalProblem>>;
  startWithoutPortal(userName: string): Promise<Outcome<null, PortalProblem>>;
  /** The databases of a server; null where it does not tell. */
  listDatabases(address: string): Promise<Outcome<readonly string[] | null, PortalProblem>>;
  testPortal(at: PortalAddress): Promise<Outcome<PortalTest, PortalProblem>>;
  connect(at: ChosenPortal, keepKey: KeyKeeping): Promise<Outcome<null, PortalProblem>>;
  replaceKey(apiKey: string, keepKey: KeyKeeping): Promise<Outcome<null, PortalProblem>>;
  leave(): Promise<void>;
  /** Closes the file in use, sets it aside, and opens the portal again with this backup. */
  restore(name: string): Promise<Outcome<null, PortalProblem | RestoreFailure>>;
  setOffline(isOffline: boolean): Promise<void>;
  openAddress(address: string): Promise<boolean>;
  /** Asks where a new folder is to be; null when the person chose none. */
  chooseNewFolder(name: string): Promise<string | null>;
  /** Asks for a file with a table; null when the person chose none. */
  chooseTableFile(): Promise<string | null>;
  readonly readTableFile: ReadTableFile;
  showAttachmentProgress(progress: AttachmentProgress): void;
  showExportProgress(progress: ExportProgressView): void;
  showImportProgress(progress: ImportProgressView): void;
  /** Lets the person choose a file and writes it; answers whether one was chosen. */
  saveAs(name: string, bytes: Uint8Array): Promise<Outcome<boolean, SaveFailure>>;
  readonly handOvers: HandOvers;
  /** The web address in the clipboard, as seen from a screen dump taken at that moment. */
  copiedAddress(takenAt: Instant): Promise<AddressCandidateView | null>;
  readonly capture: ScreenCapture;
  readonly textReader: TextReader;
  readonly desktop: DesktopPort;
}
