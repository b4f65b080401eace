/** What a draft that is being dragged is called on the system's clipboard of drags. */
export const DRAFT_TYPE = 'application/x-fyra-draft';
