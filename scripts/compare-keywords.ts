import { existsSync } from 'node:fs';
import { compareWithReference } from './keyword-reference/compare.ts';
import { referenceFolder } from './keyword-reference/reference.ts';

/*
 * Prints where the keyword table differs from the facts that were taken from keepalived's source.
 * They lie next to the project; without them there is nothing to compare.
 */

if (existsSync(referenceFolder)) {
  const { keywords, agreeing, differences, idle } = compareWithReference();
  for (const { path, fact, reference, table, reason } of differences) {
    const values = `${JSON.stringify(reference)} here ${JSON.stringify(table)}`;
    console.log(`${reason ? 'argued' : 'DIFFERS'} ${path}: ${fact} ${values} ${reason ?? ''}`);
  }
  for (const key of idle) console.log(`IDLE ARGUMENT ${key}`);
  console.log(`${agreeing} of ${keywords} keywords agree with the reference`);
  if (agreeing < keywords || idle.length > 0) process.exitCode = 1;
} else {
  console.log('skipped: the reference is not there');
}
