/** Why a request was not carried out, as a code the window has words for. `message` holds a server's own words, if any. */
export type ReplyCode =
  | 'invalid-request'
  | 'not-connected'
  | 'not-found'
  | 'portal-unreachable'
  | 'not-a-portal'
  | 'key-refused'
  | 'portal-refused'
  | 'address-invalid'
  | 'address-not-encrypted'
  | 'no-employee'
  | 'key-storage-needed'
  | 'another-timer-running'
  | 'timer-not-running'
  | 'description-missing'
  | 'capture-failed'
  | 'capture-cancelled'
  | 'picture-invalid'
  | 'disk-full'
  | 'database-failed'
  | 'internal';

/** What a request answers. Failures a person can act on are values; the rest is `internal` and is in the log. */
export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: ReplyCode; readonly message: string };
