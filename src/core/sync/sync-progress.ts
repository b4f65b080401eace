/** How far a sync has come, in numbers a person can watch grow. */
export type SyncProgress =
  | { readonly kind: 'sending'; readonly done: number; readonly total: number }
  /** Pictures; `done` of them have arrived, and the next is on its way. */
  | { readonly kind: 'uploading'; readonly done: number; readonly total: number }
  | { readonly kind: 'bringing'; readonly what: 'ticket' | 'timesheet-line' | 'message'; readonly count: number };
