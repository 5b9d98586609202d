import { describe, expect, test } from 'vitest';
import { fixtureReports, reporters } from './every-format.ts';
import { jsonFormats, xmlErrors } from './schemas.ts';

/* Every format of every fixture is what it should be. */

const reports = fixtureReports();

test('there is something to see', () => {
  expect(reports.length).toBeGreaterThan(500);
  const findings = reports.flatMap(({ diagnostics }) => diagnostics);
  expect(findings.length).toBeGreaterThan(1000);
  expect(findings.some(({ related }) => related.length > 0)).toBe(true);
  expect(findings.some(({ repeats }) => repeats.length > 0)).toBe(true);
  expect(findings.some(({ fix }) => fix !== undefined && fix.edits.length > 1)).toBe(true);
});

describe.each(['json', 'sarif', 'gitlab', 'rdjson'] as const)('%s', (format) => {
  const isValid = jsonFormats[format];

  test('fits its schema', () => {
    for (const report of reports) {
      isValid(JSON.parse(reporters[format](report)));
      expect([report.files, isValid.errors ?? []]).toEqual([report.files, []]);
    }
  });

  test('nothing else does', () => {
    for (const other of [{}, [{}], { version: '2.1.0', runs: [] }, { diagnostics: [{}] }, 1])
      expect(isValid(other)).toBe(false);
  });
});

describe.each(['junit', 'checkstyle'] as const)('%s', (format) => {
  test('fits its schema', async () => {
    expect(await xmlErrors(format, reports.map(reporters[format]))).toEqual([]);
  });

  test('nothing else does', async () => {
    for (const other of ['<a/>', '<testsuites/>', '<checkstyle><file/></checkstyle>', '<', 'text'])
      expect(await xmlErrors(format, [other])).not.toEqual([]);
  });
});

test('all formats speak of the same findings', () => {
  for (const report of reports) {
    const places = report.diagnostics.flatMap(({ each }) => each).length;
    const of = (format: keyof typeof jsonFormats): ReturnType<typeof JSON.parse> =>
      JSON.parse(reporters[format](report));
    expect([report.files, of('sarif').runs[0].results.length]).toEqual([report.files, places]);
    expect(of('gitlab')).toHaveLength(places);
    expect(of('rdjson').diagnostics).toHaveLength(places);
    expect(reporters.checkstyle(report).split('<error ')).toHaveLength(places + 1);
    const lines = reporters.gcc(report).match(/ \[[a-z0-9-]+\]$/gm) ?? [];
    expect(lines).toHaveLength(places);
  }
});

test('no two findings of a report have one fingerprint', () => {
  for (const report of reports) {
    const findings: readonly { readonly fingerprint: string }[] = JSON.parse(
      reporters.gitlab(report),
    );
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length);
  }
});
