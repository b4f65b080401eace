/** What kind of fault an exception from SQLite or the file system is, in terms of what a person can do. */
export type FaultCode = 'disk-full' | 'database-failed' | 'internal';

/** Reads the code that SQLite and Node put on their errors. */
export function faultCodeOf(error: unknown): FaultCode {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full';
  return code.startsWith('SQLITE_') ? 'database-failed' : 'internal';
}
