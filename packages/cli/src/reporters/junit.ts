import type { FoldedDiagnostic } from '@kalint/linter';
import {
  explanationOf,
  findingsByFile,
  limited,
  linesOf,
  positionOf,
  remarkOn,
} from './findings.ts';
import { xmlText } from './markup.ts';
import type { Report } from './report.ts';

/*
 * The XML of JUnit, as Jenkins and GitLab show it. Both tell tests apart by class and name, so these must not change
 * with the line that a finding is in: a file is a suite, and each rule that has found something in it is a test.
 */

export interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

/** A test. What it says is lines for people. */
export interface Case {
  readonly name: string;
  readonly result:
    | { readonly kind: 'passed'; readonly lines: readonly string[] }
    | {
        readonly kind: 'failed';
        /** The rule, or what else names the kind of failure. */
        readonly type: string;
        readonly message: string;
        readonly lines: readonly string[];
      };
}

export function reportAsJunit(report: Report): string {
  return junitDocument(findingSuites(report));
}

/** What makes kalint's exit status 1 is a test that fails; whatever else it says is what a passed test says. */
export function findingSuites({
  files,
  diagnostics,
  fails,
}: Pick<Report, 'files' | 'diagnostics' | 'fails'>): readonly Suite[] {
  return [...findingsByFile(files, diagnostics)].map(([name, found]) => ({
    name,
    cases:
      found.length === 0
        ? [{ name: 'no findings', result: { kind: 'passed', lines: [] } }]
        : casesOf(found, fails),
  }));
}

function casesOf(found: readonly FoldedDiagnostic[], fails: Report['fails']): readonly Case[] {
  const byRule = new Map<string, FoldedDiagnostic[]>();
  for (const diagnostic of found) {
    const those = byRule.get(diagnostic.rule);
    if (those) those.push(diagnostic);
    else byRule.set(diagnostic.rule, [diagnostic]);
  }
  return [...byRule].map(([rule, diagnostics]): Case => {
    const { shown, left } = limited(diagnostics);
    const rest = remarkOn(left);
    const lines = [...shown.flatMap(linesFor), ...rest];
    const first = diagnostics.find(({ severity }) => fails(severity));
    if (!first) return { name: rule, result: { kind: 'passed', lines } };
    const more = diagnostics.length === 1 ? '' : ` (and ${diagnostics.length - 1} more)`;
    const message = first.message + more;
    return { name: rule, result: { kind: 'failed', type: rule, message, lines } };
  });
}

function linesFor(diagnostic: FoldedDiagnostic): readonly string[] {
  const { severity, message, location, repeats } = diagnostic;
  const { line, column } = positionOf(location);
  const also = repeats.length === 0 ? '' : ` (also ${linesOf(repeats)})`;
  return [
    `${location.source.path}:${line}:${column}: ${severity}: ${message}${also}`,
    ...explanationOf(diagnostic).map((text) => `  ${text}`),
  ];
}

/** The document of some suites. Times are not measured: the same input gives the same bytes. */
export function junitDocument(suites: readonly Suite[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="kalint" ${totals(suites.flatMap(({ cases }) => cases))}>`,
    ...suites.flatMap(suiteLines),
    '</testsuites>',
    '',
  ].join('\n');
}

function totals(cases: readonly Case[]): string {
  const failures = cases.filter(({ result }) => result.kind === 'failed').length;
  return `tests="${cases.length}" failures="${failures}" errors="0" time="0"`;
}

function suiteLines({ name, cases }: Suite): readonly string[] {
  const suite = xmlText(name);
  return [
    `  <testsuite name="${suite}" ${totals(cases)} skipped="0">`,
    ...cases.flatMap((each) => caseLines(each, suite)),
    '  </testsuite>',
  ];
}

function caseLines({ name, result }: Case, suite: string): readonly string[] {
  const start = `    <testcase name="${xmlText(name)}" classname="${suite}" time="0"`;
  const text = result.lines.map(xmlText).join('\n');
  if (result.kind === 'passed') {
    if (text === '') return [`${start}/>`];
    return [`${start}>`, `      <system-out>${text}</system-out>`, '    </testcase>'];
  }
  const { type, message } = result;
  const about = `message="${xmlText(message)}" type="${xmlText(type)}"`;
  return [`${start}>`, `      <failure ${about}>${text}</failure>`, '    </testcase>'];
}
