/* What --fix and --diff need besides the check; loaded only for them. */
export { unifiedDiff } from './unified-diff.ts';
export { writeChanges } from './write-changes.ts';
