import { fold, type Diagnostic } from '@kalint/linter';
import { newestRelease, type SourceFile } from '@kalint/parser';
import { expect, test } from 'vitest';
import { formats, type Format } from '../../src/reporters/output.ts';
import { reportOf } from '../../src/reporters/report-of.ts';
import type { Report } from '../../src/reporters/report.ts';
import { reporters } from './every-format.ts';

/* 100,000 findings in ten files: whoever reads them is a machine, or sees what it is about by the first ones. */

const count = 100_000;
const files = Array.from({ length: 10 }, (_, index): SourceFile => ({
  path: `lb${index}.conf`,
  text: Array.from({ length: count / 10 }, (_each, line) => `keyword_${line} value\n`).join(''),
}));

const diagnostics = files.flatMap((source) =>
  Array.from(source.text.matchAll(/^keyword_\d+/gm), ({ 0: word, index: start }): Diagnostic => ({
    rule: 'unknown-keyword',
    severity: word.endsWith('7') ? 'error' : 'info',
    message: `unknown keyword \`${word}\``,
    location: { source, span: { start, end: start + word.length } },
    related: [],
    notes: ['keepalived reports "Unknown keyword" and ignores the line'],
    help: undefined,
    fix: undefined,
  })),
);

const report: Report = {
  ...reportOf({ diagnostics, nodes: [], release: newestRelease }, files),
  diagnostics: fold(diagnostics),
  files: files.map(({ path }) => path),
};

/** Each made once: it takes a while. */
const written = new Map<Format, string>();

function textOf(format: Format): string {
  const text = written.get(format) ?? reporters[format](report);
  written.set(format, text);
  return text;
}

/** Of each file fifty, and a line or two that say how many there are besides. */
const few = 10 * 50;

const mostLines: Readonly<Record<Format, number>> = {
  ...{ pretty: few * 6 + 10, compact: few + 2, markdown: few + 10, github: few + 1 },
  ...{ tap: few + 60, junit: few * 2 + 100 },
  // Programs get them all; GitHub takes no more of SARIF than this.
  ...{ json: count * 50, sarif: 25_000 * 50, gitlab: count * 20, rdjson: count * 50 },
  ...{ checkstyle: count + 100, gcc: count },
};

test.each(formats)('%s', (format) => {
  const before = performance.now();
  const text = textOf(format);
  // A fiftieth of this, and less, on an idle machine.
  expect(performance.now() - before).toBeLessThan(30_000);
  expect(text.split('\n').length - 1).toBeLessThanOrEqual(mostLines[format]);
  // None is left out without a word.
  if (mostLines[format] < count) expect(text).toMatch(/\d+ more are not shown|notShown: \d+/);
});

test('sarif has the worst, and says how many are left out', () => {
  const [run] = JSON.parse(textOf('sarif')).runs;
  expect(run.results).toHaveLength(25_000);
  const levels: readonly string[] = run.results.map(({ level }: { level: string }) => level);
  expect(levels.filter((level) => level === 'error')).toHaveLength(count / 10);
  expect(run.invocations[0].toolExecutionNotifications).toMatchObject([
    { message: { text: expect.stringMatching(/^75000 more findings/) } },
  ]);
});

test('markdown fits into a comment', () => {
  expect(textOf('markdown').length).toBeLessThan(65_536);
});

test('gitlab has them all, each with a fingerprint of its own', () => {
  const findings: readonly { readonly fingerprint: string }[] = JSON.parse(textOf('gitlab'));
  expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(count);
});
