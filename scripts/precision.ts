import { lineText } from '@kalint/parser';
import { keyOf, reviewedFindings } from './precision/reviewed.ts';
import { findingsOf, hasRealFiles, sample } from './precision/sample.ts';

/*
 * `pnpm precision` prints the findings in the sample that nobody has judged yet, as lines for
 * reviewed.tsv with the message in the place of the reason.
 */

if (hasRealFiles()) {
  const judged = new Set(reviewedFindings().map(keyOf));
  for (const source of sample()) {
    for (const finding of findingsOf(source)) {
      if (judged.has(keyOf(finding))) continue;
      const { file, line, rule, message } = finding;
      const text = lineText(source, line).trim();
      console.log([file, line, rule, '?', `${message} | ${text}`].join('\t'));
    }
  }
} else {
  console.log('the real files are not here; nothing to judge');
}
