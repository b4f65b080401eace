/** Why a request was not carried out, as a code the window has words for. `message` holds a server's own words, if any. */
export type ReplyCode =
  | 'invalid-request'
  | 'not-connected'
  | 'not-found'
  /** It is known here, but what can be changed about it comes with the next sync. */
  | 'not-brought-yet'
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
  /** Another line of mine claims a part of that time. */
  | 'line-overlaps'
  /** Validated or invoiced on the portal. */
  | 'line-locked'
  /** A split outside the line, a merge of lines that do not belong together, a time that is none. */
  | 'time-invalid'
  | 'lines-differ'
  /** What would be taken back is no longer as it was. */
  | 'changed-since'
  /** A field of a ticket that was to be decided holds neither of the two versions any more. */
  | 'ticket-changed-since'
  /** What an import wrote was changed or taken into use since. */
  | 'import-changed-since'
  | 'nothing-to-undo'
  /** A part that was split from a ticket is on the portal, or more was done on it. */
  | 'part-in-use'
  /** A line that was to move is locked, at odds or being sent by now. */
  | 'line-stays'
  /** Why two tickets are not merged. */
  | 'same-ticket'
  | 'other-customer'
  | 'already-merged'
  | 'kept-is-duplicate'
  | 'kept-is-gone'
  | 'timer-open'
  /** Money or time given out of it already stands on the portal. */
  | 'in-use'
  /** The person works without the portal, and the thing is not here. */
  | 'working-offline'
  /** A ticket that was registered here and is not on the portal yet. */
  | 'not-on-portal'
  /** A file that is no longer on the portal. */
  | 'attachment-gone'
  | 'attachment-too-large'
  | 'capture-failed'
  | 'capture-cancelled'
  /** The text in a picture could not be looked for. */
  | 'reading-failed'
  | 'picture-invalid'
  | 'disk-full'
  /** A file that the person chose could not be written. */
  | 'file-not-written'
  /** A folder that is there already is never written over. */
  | 'folder-exists'
  | 'database-failed'
  /** What is kept of a portal is neither on it nor in an export. */
  | 'unsent-work'
  /** A timer runs in what is to be removed. */
  | 'timer-runs'
  /** What is kept of a portal cannot be read before it is opened. */
  | 'portal-unreadable'
  /** Another program has a file of a portal open, so that it cannot be removed. */
  | 'folder-in-use'
  | 'folder-not-removed'
  /** A backup could not be made. */
  | 'backup-failed'
  /** A backup that is damaged itself. Nothing was moved. */
  | 'backup-damaged'
  | 'internal';

/** What a request answers. Failures a person can act on are values; the rest is `internal` and is in the log. */
export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: ReplyCode; readonly message: string };
