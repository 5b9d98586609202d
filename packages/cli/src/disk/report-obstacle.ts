import { dirname } from 'node:path';
import { isNullDevice } from './null-device.ts';
import { statsOf } from './real-path.ts';

/** Why a report cannot be written to a path, as far as it can be seen without trying; undefined: nothing is known. */
export function reportObstacle(path: string): string | undefined {
  const stats = statsOf(path);
  if (stats?.isDirectory()) return 'it is a directory';
  if (stats && !stats.isFile() && !isNullDevice(stats)) return 'it is not a regular file';
  return statsOf(dirname(path))?.isDirectory() ? undefined : 'there is no such folder';
}
