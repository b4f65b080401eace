import type { ScreenshotId, TicketId } from '@core/ids';
import type { Outcome } from '@core/outcome';
import type { ReportDocument } from '@core/reports/report-document';
import type { PortalAct } from '@core/sync/portal-act';
import type { RemovalObstacle } from '@core/sync/unsent-work';
import type { OfferedProfile, TicketMapping, TicketProfileKind } from '@core/ticket/ticket-mapping';
import type { Instant } from '@core/time/instant';
import type { WorkingCalendar } from '@core/time/working-hours';
import type { AppView, KeyKeeping } from '@ipc/app-views';
import type { EventPayload } from '@ipc/contract';
import type { AddressCandidateView, HandOversView } from '@ipc/requests/addresses';
import type { ExportProgressView } from '@ipc/requests/export';
import type { ImportProgressView } from '@ipc/requests/imports';
import type { KnownPortalView } from '@ipc/requests/portals';
import type { ReportFormat } from '@ipc/requests/reports';
import type { Settings } from '@ipc/settings-views';
import type { SyncView } from '@ipc/sync-views';
import type { RestoreFailure } from '../db/restore';
import type { CopyFailure } from '../db/verified-copy';
import type { AttachmentStore } from '../platform/attachment-store';
import type { ScreenCapture } from '../platform/capture';
import type { DesktopAction } from '../platform/desktop-action';
import type { RemotePicture, RemotePictureRefusal } from '../platform/remote-picture/fetch-picture';
import type { SaveFailure } from '../platform/save-file';
import type { ReadTableFile } from '../platform/tables/table-reader';
import type { TextReader } from '../platform/text-reader';
import type { SyncLoop } from '../sync/sync-loop';
import type { BringFailure, BroughtAttachment, PortalAbsence } from '../usecases/bring-attachment';
import type { ExportParts } from '../usecases/export-everything';
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
    | 'not-connected'
    | 'not-found';
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

/** A key as a person gives it. */
export interface GivenKey {
  readonly apiKey: string;
  readonly keepKey: KeyKeeping;
}

/** Everything that is kept of one portal, to be written somewhere else. */
export interface ExportSource extends Pick<ExportParts, 'file' | 'pictures' | 'attachments' | 'portal'> {
  /** It was written whole: what was unsent by then is in safety. */
  noteWritten(): void;
}

/** `in-use`: another program has one of its files open. After a failure everything is as it was. */
export interface RemovalFailure {
  readonly kind: 'in-use' | 'disk-full' | 'not-writable';
  readonly message: string;
}

export type PortalRemovalFailure =
  | RemovalFailure
  | { readonly kind: RemovalObstacle | 'not-found'; readonly message: string };

/** The portals that are known on this computer. */
export interface KnownPortals {
  list(): Promise<KnownPortalView[]>;
  /** Takes one into use, with the key that is kept or with this one, and answers the ticket whose timer that paused. */
  open(portalId: string, key: GivenKey | null): Promise<Outcome<{ pausedTicketNumber: string | null }, PortalProblem>>;
  /** Goes back to the first page. */
  close(): Promise<{ pausedTicketNumber: string | null }>;
  /** Null: nothing is kept of it that can be read. */
  beginExport(portalId: string): Promise<ExportSource | null>;
  remove(portalId: string): Promise<Outcome<{ isDeletedLater: boolean }, PortalRemovalFailure>>;
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
  readonly portals: KnownPortals;
  /** What time it is. */
  now(): Instant;
  /** Closes the file in use, sets it aside, and opens the portal again with this backup. */
  restore(name: string): Promise<Outcome<null, PortalProblem | RestoreFailure>>;
  setOffline(isOffline: boolean): Promise<void>;
  openAddress(address: string): Promise<boolean>;
  /** Hands a `mailto:` or `tel:` link of our own making to the system. */
  openContact(link: string): Promise<void>;
  /** Fetches a picture from another server; `forbiddenHosts` are not asked whatever address they have. */
  fetchPicture(
    address: string,
    forbiddenHosts: readonly string[],
  ): Promise<Outcome<RemotePicture, RemotePictureRefusal>>;
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
  /** A document in the format it is handed out in. */
  writeReport(document: ReportDocument, format: ReportFormat): Promise<Uint8Array>;
  readonly handOvers: HandOvers;
  /** The web address in the clipboard, as seen from a screen dump taken at that moment. */
  copiedAddress(takenAt: Instant): Promise<AddressCandidateView | null>;
  readonly capture: ScreenCapture;
  readonly textReader: TextReader;
  readonly desktop: DesktopPort;
}
