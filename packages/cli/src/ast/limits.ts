/*
 * What keeps `kalint ast` and `kalint build` below half a gigabyte and a few seconds, whatever they are
 * given. The largest configurations that are known have 50,000 words, blanks and comments.
 */

/** Words, blanks, comments and the like of a file that is printed as JSON. */
export const mostPieces = 150_000;

/** The size of JSON that is read, in bytes; no more is printed of so many pieces. */
export const largestJson = 32 * 1024 * 1024;

/** Objects and lists in JSON that is read; no more are printed of so many pieces. */
export const mostContainers = 1_000_000;
