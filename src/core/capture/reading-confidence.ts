/**
 * From this confidence on, of 0 to 100, a reading is taken for certain, and is filled in by itself. It is set so that of a
 * hundred certain ones at most one is wrong; the test with the browser's own pictures counts them.
 */
export const CONFIDENT_FROM = 80;
