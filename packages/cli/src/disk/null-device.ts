import type { Stats } from 'node:fs';
import { statsOf } from './real-path.ts';

/** Whether something is the null device: whatever is written there is thrown away. */
export function isNullDevice(stats: Stats): boolean {
  return stats.isCharacterDevice() && statsOf('/dev/null')?.rdev === stats.rdev;
}
