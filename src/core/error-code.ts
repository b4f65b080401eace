/** The code that Node or SQLite puts on an error, such as `ENOENT`; empty where there is none. */
export function errorCodeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

const DISK_FULL_CODES: readonly string[] = ['SQLITE_FULL', 'ENOSPC', 'EDQUOT', 'EFBIG'];

/** Whether an error says that there is no room: on the disk, within a quota, or for a file of that size. */
export function isDiskFull(error: unknown): boolean {
  return DISK_FULL_CODES.includes(errorCodeOf(error));
}
