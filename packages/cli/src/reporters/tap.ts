import type { FoldedDiagnostic } from '@kalint/linter';
import { visible } from '../terminal/visible.ts';
import { explanationOf, findingsByFile, limited, positionOf } from './findings.ts';
import type { Report } from './report.ts';

/*
 * The Test Anything Protocol, version 14 (https://testanything.org/tap-version-14-specification.html): a file is a
 * test, which fails when something in it makes kalint's exit status 1.
 */

export function reportAsTap({ diagnostics, files, fails }: Report): string {
  const found = [...findingsByFile(files, diagnostics)];
  const points = found.flatMap(([path, those], index) => {
    const isFailed = those.some(({ severity }) => fails(severity));
    return [`${isFailed ? 'not ok' : 'ok'} ${index + 1} - ${description(path)}`, ...details(those)];
  });
  return ['TAP version 14', `1..${found.length}`, ...points, ''].join('\n');
}

/** A `#` would begin a directive such as SKIP. */
function description(path: string): string {
  return visible(path).replace(/[\\#]/g, '\\$&');
}

/** JSON is YAML, too. */
function details(found: readonly FoldedDiagnostic[]): readonly string[] {
  if (found.length === 0) return [];
  const { shown, left } = limited(found);
  return [
    '  ---',
    '  findings:',
    ...shown.map((diagnostic) => `    - ${finding(diagnostic)}`),
    ...(left === 0 ? [] : [`  notShown: ${left}`]),
    '  ...',
  ];
}

function finding(diagnostic: FoldedDiagnostic): string {
  const { rule, severity, message, location, repeats } = diagnostic;
  return JSON.stringify({
    ...{ severity, rule, message: visible(message), ...positionOf(location) },
    ...(repeats.length > 0 && { alsoInLines: repeats.map((place) => positionOf(place).line) }),
    notes: explanationOf(diagnostic).map(visible),
  });
}
