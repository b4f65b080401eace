/** So many rows of the queue are read at once, which is more than a large window shows. Apart from the contract, which the window's first scripts do without. */
export const QUEUE_PAGE_ROWS = 50;

/** So many tickets can be chosen and changed in one go. */
export const MOST_CHOSEN_TICKETS = 500;
