import writeFileAtomic from 'write-file-atomic';
import { realPath, statsOf } from './real-path.ts';
import { isSystemError } from '../system-error.ts';

/**
 * Writes a report, whole or not at all. Returns why it cannot be written: never in the place of one of the files
 * that it is about, or of something that is no file.
 */
export function writeReport(
  path: string,
  report: string,
  inputs: readonly string[],
): string | undefined {
  const there = realPath(path);
  if (there !== undefined && inputs.some((input) => realPath(input) === there))
    return `cannot write ${path}: it is one of the files that the report is about`;
  const stats = statsOf(path);
  if (stats?.isDirectory()) return `cannot write ${path}: it is a directory`;
  if (stats && !stats.isFile()) return `cannot write ${path}: it is not a regular file`;
  try {
    writeFileAtomic.sync(path, report, 'utf8');
    return undefined;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const reason =
      error.code === 'ENOENT' ? 'there is no such folder' : `the system says ${error.code}`;
    return `cannot write ${path}: ${reason}`;
  }
}
