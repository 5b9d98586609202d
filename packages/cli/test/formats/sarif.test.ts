import { documentationUrl } from '@kalint/linter';
import type { SourceFile } from '@kalint/parser';
import type { Log, Region, Result, Run } from 'sarif';
import { describe, expect, test } from 'vitest';
import { reportAsSarif } from '../../src/reporters/sarif.ts';
import { clean, faulty } from '../built-command.ts';
import { reporters, reportOn } from './every-format.ts';

function runOf(...sources: readonly SourceFile[]): Run {
  const log: Log = JSON.parse(reporters.sarif(reportOn(sources)));
  const [run] = log.runs;
  if (!run) throw new Error('there is no run');
  return run;
}

function resultsOf(...sources: readonly SourceFile[]): readonly Result[] {
  return runOf(...sources).results ?? [];
}

/** The text at a region, as the standard counts. */
function textAt({ text }: SourceFile, region: Region | undefined): string {
  const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = region ?? {};
  const lines = text.split('\n').slice(startLine - 1, endLine);
  const last = lines.length - 1;
  return lines
    .map((line, index) =>
      line.slice(index === 0 ? startColumn - 1 : 0, index === last ? endColumn - 1 : undefined),
    )
    .join('\n');
}

const lb1: SourceFile = { path: 'lb1.conf', text: faulty };
const pair: readonly [SourceFile, SourceFile] = [
  { path: 'lb1.conf', text: clean },
  { path: 'lb2.conf', text: clean.replace('51', '52').replace('100', '90') },
];

test('a finding has a place, a level, a message with what to do, and its rule', () => {
  const run = runOf(lb1);
  expect(run.results).toMatchObject([
    {
      ruleId: 'unknown-keyword',
      ruleIndex: 0,
      level: 'error',
      message: { text: expect.stringMatching(/^unknown keyword `priorty`.*\.\n[^]*help: /) },
      locations: [
        { physicalLocation: { artifactLocation: { uri: 'lb1.conf', uriBaseId: '%SRCROOT%' } } },
      ],
    },
  ]);
  expect(textAt(lb1, run.results?.[0]?.locations?.[0]?.physicalLocation?.region)).toBe('priorty');
});

test('a rule is explained by its page', () => {
  const [rule] = runOf(lb1).tool.driver.rules ?? [];
  expect(rule).toMatchObject({
    id: 'unknown-keyword',
    shortDescription: { text: expect.stringMatching(/^A line begins with a word/) },
    helpUri: documentationUrl('unknown-keyword'),
    defaultConfiguration: { level: 'error' },
  });
  expect(rule?.fullDescription?.text.startsWith(`${rule.shortDescription?.text}. `)).toBe(true);
  expect(rule?.help?.markdown).toMatch(/^# unknown-keyword\n[^]*## Right/);
  expect(rule?.help?.text).not.toMatch(/^#|```/m);
});

test('links of a page lead somewhere from anywhere', () => {
  const book = [
    {
      ...({
        id: 'unknown-keyword',
        severity: 'error',
        scope: 'config',
        profile: 'minimal',
      } as const),
      ...{ summary: 'A summary', url: documentationUrl('unknown-keyword') },
      page: '# unknown-keyword\n\n[a](other.md) [b](../findings.md#c) [d](https://example.com/)\n',
    },
  ];
  const log: Log = JSON.parse(reportAsSarif(reportOn([lb1]), book, (path) => path));
  const docs = 'https://github.com/kalint/kalint/blob/main/docs';
  expect(log.runs[0]?.tool.driver.rules?.[0]?.help?.markdown).toContain(
    `[a](${docs}/rules/other.md) [b](${docs}/findings.md#c) [d](https://example.com/)`,
  );
});

test('only rules that have found something are there, each once', () => {
  const { tool, results = [] } = runOf({ path: 'a.conf', text: `${faulty}${faulty}nonsense\n` });
  const ids = tool.driver.rules?.map(({ id }) => id) ?? [];
  expect(new Set(results.map(({ ruleId }) => ruleId))).toEqual(new Set(ids));
  expect(new Set(ids).size).toBe(ids.length);
  for (const { ruleId, ruleIndex = -1 } of results) expect(ids[ruleIndex]).toBe(ruleId);
});

test('the other node is a related place', () => {
  const [result] = resultsOf(...pair);
  expect(result).toMatchObject({
    ruleId: 'virtual-router-id-mismatch',
    relatedLocations: [
      { id: 0, physicalLocation: { artifactLocation: { uri: 'lb1.conf' } }, message: {} },
    ],
  });
  expect(result).not.toHaveProperty('fixes');
});

test('a repair says what to put where', () => {
  const [{ fixes = [] } = {}] = resultsOf(lb1);
  expect(fixes).toMatchObject([{ artifactChanges: [{ artifactLocation: { uri: 'lb1.conf' } }] }]);
  const [replacement] = fixes[0]?.artifactChanges[0]?.replacements ?? [];
  expect(textAt(lb1, replacement?.deletedRegion)).toBe('priorty');
  expect(replacement?.insertedContent).toEqual({ text: 'priority' });
});

test('of a mistake that is made twice each has its own repair', () => {
  const text = clean.replace('priority 100', 'priorty 100\n    priorty 100');
  const source = { path: 'a.conf', text };
  const regions = resultsOf(source)
    .filter(({ ruleId }) => ruleId === 'unknown-keyword')
    .map(({ fixes }) =>
      fixes?.[0]?.artifactChanges[0]?.replacements.map((each) => each.deletedRegion),
    );
  expect(regions.map((each) => each?.map(({ startLine }) => startLine))).toEqual([[4], [5]]);
});

test('columns count UTF-16 code units', () => {
  const source = {
    path: 'a.conf',
    text: `# \u{1f600}\nvrrp_instance "\u{1f600}" { priorty 1\n}\n`,
  };
  const found = resultsOf(source).find(({ ruleId }) => ruleId === 'unknown-keyword');
  expect(textAt(source, found?.locations?.[0]?.physicalLocation?.region)).toBe('priorty');
});

describe('a file is called', () => {
  const uriOf = (path: string): unknown => {
    const log: Log = JSON.parse(reportAsSarif(reportOn([{ ...lb1, path: 'x' }]), [], () => path));
    return log.runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation;
  };
  const uriBaseId = '%SRCROOT%';

  test.each([
    ['a folder/ä #1?.conf', { uri: 'a%20folder/%C3%A4%20%231%3F.conf', uriBaseId }],
    ['c:d', { uri: 'c%3Ad', uriBaseId }],
    ['100%.conf', { uri: '100%25.conf', uriBaseId }],
    ['<stdin>', { uri: '%3Cstdin%3E', uriBaseId }],
    ['\ud800', { uri: '%EF%BF%BD', uriBaseId }],
    ['/etc/keepalived/a b.conf', { uri: 'file:///etc/keepalived/a%20b.conf' }],
    ['C:/keepalived/a.conf', { uri: 'file:///C%3A/keepalived/a.conf' }],
  ])('%j', (path, location) => {
    expect(uriOf(path)).toEqual(location);
  });
});

test('files without findings are there, too: they were looked at', () => {
  const run = runOf({ path: 'clean.conf', text: clean });
  expect(run.artifacts).toMatchObject([{ location: { uri: 'clean.conf' } }]);
  expect(run).toMatchObject({ results: [], invocations: [{ executionSuccessful: true }] });
});

test('what is said does not depend on when and where', () => {
  expect(reporters.sarif(reportOn([lb1]))).toBe(reporters.sarif(reportOn([lb1])));
  expect(reporters.sarif(reportOn([lb1]))).not.toContain(process.cwd());
});
