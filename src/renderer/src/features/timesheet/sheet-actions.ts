/** What can be done with the chosen lines. */
export type SheetAction =
  | 'edit'
  | 'decide'
  | 'split'
  | 'merge'
  | 'move'
  | 'duplicate'
  | 'copy'
  | 'delete'
  | 'send-again';
