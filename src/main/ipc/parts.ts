import type { Outcome } from '@core/outcome';
import type { WorkingCalendar } from '@core/time/working-hours';
import type { AppView, KeyKeeping, Settings, SyncView } from '@ipc/views';
import type { ScreenCapture } from '../platform/capture';
import type { SyncLoop } from '../sync/sync-loop';
import type { Workbench } from '../usecases/workbench';

/** The portal in use: its file, its sync. */
export interface Session {
  readonly workbench: Workbench;
  readonly sync: SyncLoop;
  readonly calendar: WorkingCalendar;
  readonly portal: SyncView['portal'];
}

export interface PortalAddress {
  readonly address: string;
  readonly database: string;
  readonly apiKey: string;
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
}

/** What handlers need of the app around the portal in use. */
export interface AppParts {
  session(): Session | null;
  readApp(): AppView;
  writeSettings(changes: { readonly [Key in keyof Settings]?: Settings[Key] | undefined }): Settings;
  startPractice(): Promise<Outcome<null, PortalProblem>>;
  testPortal(at: PortalAddress): Promise<Outcome<PortalTest, PortalProblem>>;
  connect(at: PortalAddress, keepKey: KeyKeeping): Promise<Outcome<null, PortalProblem>>;
  replaceKey(apiKey: string, keepKey: KeyKeeping): Promise<Outcome<null, PortalProblem>>;
  leave(): Promise<void>;
  setOffline(isOffline: boolean): Promise<void>;
  openAddress(address: string): Promise<boolean>;
  readonly capture: ScreenCapture;
}
