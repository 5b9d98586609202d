import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What somebody who has looked at the file says of a finding. */
export type Verdict =
  /** The line is wrong, and what is said of it is right. */
  | 'right'
  /** A false alarm. */
  | 'false'
  /** What was said of it was wrong at the first look, and is right now. */
  | 'corrected'
  /** It was a false alarm, and is not reported any more. */
  | 'gone';

export interface ReviewedFinding {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly verdict: Verdict;
  /** Why. */
  readonly note: string;
}

/** The judgements, from reviewed.tsv: file, line, rule, verdict, why. */
export function reviewedFindings(): readonly ReviewedFinding[] {
  const lines = readFileSync(join(import.meta.dirname, 'reviewed.tsv'), 'utf8').trimEnd();
  return lines
    .split('\n')
    .filter(Boolean)
    .map((text) => {
      const [file = '', line = '', rule = '', verdict = '', note = ''] = text.split('\t');
      if (!isVerdict(verdict)) throw new Error(`no verdict: ${text}`);
      return { file, line: Number(line), rule, verdict, note };
    });
}

const verdicts: readonly string[] = ['right', 'false', 'corrected', 'gone'] satisfies Verdict[];

function isVerdict(word: string): word is Verdict {
  return verdicts.includes(word);
}

/** Names a finding by what stays the same when its words change. */
export function keyOf({
  file,
  line,
  rule,
}: Pick<ReviewedFinding, 'file' | 'line' | 'rule'>): string {
  return `${file}:${line} ${rule}`;
}
