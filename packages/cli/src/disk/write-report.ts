import { isNullDevice } from './null-device.ts';
import { realPath, statsOf } from './real-path.ts';
import { reportObstacle } from './report-obstacle.ts';
import { writeAtomically } from './write-atomically.ts';
import { describeSystemError, isSystemError } from '../system-error.ts';

/**
 * Writes a report, whole or not at all. Returns why it cannot be written: never in the place of one of the files
 * that it is about, or of something that is no file. What goes to the null device is thrown away.
 */
export function writeReport(
  path: string,
  report: string | Buffer,
  inputs: readonly string[],
): string | undefined {
  const there = realPath(path);
  if (there !== undefined && inputs.some((input) => realPath(input) === there))
    return `cannot write ${path}: it is one of the files that the report is about`;
  const obstacle = reportObstacle(path);
  if (obstacle !== undefined) return `cannot write ${path}: ${obstacle}`;
  const stats = statsOf(path);
  // Written whole or not at all is what takes the place of what is there: never of a device.
  if (stats && isNullDevice(stats)) return undefined;
  try {
    writeAtomically(path, typeof report === 'string' ? Buffer.from(report) : report);
    return undefined;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return `cannot write ${path}: ${describeSystemError(error)}`;
  }
}
