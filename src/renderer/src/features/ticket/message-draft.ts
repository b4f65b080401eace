/** A message somebody began to write. It is a note until they say that the customer is to have it. */
export interface MessageDraft {
  readonly text: string;
  readonly isInternalNote: boolean;
}

/** Where every message begins. */
export const EMPTY_DRAFT: MessageDraft = { text: '', isInternalNote: true };
