/** What can be done with the chosen lines. */
export type SheetAction = 'edit' | 'split' | 'merge' | 'move' | 'duplicate' | 'copy' | 'delete' | 'send-again';
