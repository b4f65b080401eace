import { errorCodeOf, isDiskFull } from '@core/error-code';

/** What kind of fault an exception from SQLite or the file system is, in terms of what a person can do. */
export type FaultCode = 'disk-full' | 'database-failed' | 'internal';

/** Reads the code that SQLite and Node put on their errors. */
export function faultCodeOf(error: unknown): FaultCode {
  if (isDiskFull(error)) return 'disk-full';
  return errorCodeOf(error).startsWith('SQLITE_') ? 'database-failed' : 'internal';
}
