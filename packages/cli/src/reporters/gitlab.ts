import type { Severity } from '@kalint/linter';
import { printableJson } from '../terminal/printable-json.ts';
import { visible } from '../terminal/visible.ts';
import { explanationOf, positionOf, singleFindings } from './findings.ts';
import { fingerprintsOf } from './fingerprint.ts';
import type { Report } from './report.ts';

/*
 * What GitLab takes as a report of code quality
 * (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format). It compares the fingerprints of two
 * branches, and finds files by their paths in the repository.
 */

export function reportAsGitlab(report: Report, pathInProject: (path: string) => string): string {
  const findings = singleFindings(report).map((finding) => {
    const { rule, location } = finding;
    const file = pathInProject(location.source.path);
    const line = report.lineAt(location.source, location.span.start);
    return { finding, file, rule, line };
  });
  const fingerprints = fingerprintsOf(findings);
  return printableJson(
    findings.map(({ finding, file }, index) => ({
      description: [finding.message, ...explanationOf(finding)].map(visible).join('; '),
      check_name: finding.rule,
      fingerprint: fingerprints[index],
      severity: severities[finding.severity],
      location: { path: file, lines: { begin: positionOf(finding.location).line } },
    })),
  );
}

const severities: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  info: 'info',
};
