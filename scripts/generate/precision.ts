import { reviewedFindings, type ReviewedFinding, type Verdict } from '../precision/reviewed.ts';
import type { Artefact } from './artefact.ts';

/** How many of the findings in real files are right, with the list. */
export const precision: Artefact = {
  path: 'docs/precision.md',
  text: () => {
    const reviewed = reviewedFindings();
    const count = (...verdicts: readonly Verdict[]): number =>
      reviewed.filter(({ verdict }) => verdicts.includes(verdict)).length;
    const right = count('right');
    const rightNow = count('right', 'corrected');
    const files = new Set(reviewed.map(({ file }) => file)).size;
    return [
      '# How many findings are right',
      '',
      '<!-- Written by `pnpm generate` from scripts/precision/reviewed.tsv. -->',
      '',
      'Sixty configurations that strangers have published, chosen by the hash of their names: every error and',
      'warning of the recommended profile, for the newest keepalived, was looked at by hand, beside the file and',
      "keepalived's source. A finding is right when the line does not do what it says, or what its author means, and the",
      'message says so; else it is a false alarm.',
      '',
      '| | |',
      '| --- | --- |',
      `| findings, in ${files} of the 60 files | ${reviewed.length} |`,
      `| right | ${right} |`,
      `| false alarms at the first look | ${reviewed.length - right} |`,
      `| of these corrected since, or reported no more | ${count('corrected', 'gone')} |`,
      `| precision at the first look | ${percent(right, reviewed.length)} |`,
      `| precision now | ${percent(rightNow, rightNow + count('false'))} |`,
      '',
      '`pnpm precision` prints what is found and has not been judged, and a test fails when there is any.',
      '',
      '## By rule',
      '',
      '| rule | right | false alarms | corrected since, or gone |',
      '| --- | --- | --- | --- |',
      ...byRule(reviewed),
      '',
      '## False alarms',
      '',
      '| file | line | rule | what was wrong | now |',
      '| --- | --- | --- | --- | --- |',
      ...reviewed.filter(({ verdict }) => verdict !== 'right').map(rowOf),
      '',
      '## Right',
      '',
      '| file | line | rule | why |',
      '| --- | --- | --- | --- |',
      ...reviewed
        .filter(({ verdict }) => verdict === 'right')
        .map(
          ({ file, line, rule, note }) => `| ${cell(file)} | ${line} | ${rule} | ${cell(note)} |`,
        ),
      '',
    ].join('\n');
  },
};

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}

function byRule(reviewed: readonly ReviewedFinding[]): readonly string[] {
  const rules = [...new Set(reviewed.map(({ rule }) => rule))].sort();
  return rules.map((rule) => {
    const count = (...verdicts: readonly Verdict[]): number =>
      reviewed.filter((each) => each.rule === rule && verdicts.includes(each.verdict)).length;
    return `| [${rule}](rules/${rule}.md) | ${count('right')} | ${count('false', 'corrected', 'gone')} | ${count('corrected', 'gone')} |`;
  });
}

function rowOf({ file, line, rule, verdict, note }: ReviewedFinding): string {
  return `| ${cell(file)} | ${line} | ${rule} | ${cell(note)} | ${verdict === 'false' ? 'left' : verdict} |`;
}

function cell(text: string): string {
  return text.replace(/[|`*_<>[\]]/g, String.raw`\$&`);
}
