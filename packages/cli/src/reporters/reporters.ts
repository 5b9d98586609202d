/* What reports need besides the usual ones to standard output; loaded only for them. */
export { writeReport } from '../disk/write-report.ts';
