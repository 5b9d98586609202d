/** Nobody repairs a file with more braces missing or too many: a machine wrote it, and wrongly. */
export const faultLimit = 100;
