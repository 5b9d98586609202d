import type { SourceFile } from '@kalint/parser';
import { describe, expect, test } from 'vitest';
import type { Format } from '../../src/reporters/output.ts';
import { clean, faulty } from '../built-command.ts';
import { reporters, reportOn } from './every-format.ts';
import { commandsIn } from './workflow-commands.ts';

/* What each format says of files that everybody can look through. */

const cleanFile: SourceFile = { path: 'clean.conf', text: clean };
const faultyFile: SourceFile = { path: 'faulty.conf', text: faulty };

function of(format: Format, ...sources: readonly SourceFile[]): string {
  return reporters[format](reportOn(sources));
}

/** Warnings and no errors. */
const warning: SourceFile = {
  path: 'warning.conf',
  text: `vrrp_script chk {\n    script "/usr/bin/true"\n    interval 2\n}\n${clean}`,
};

test('compact', () => {
  expect(of('compact', faultyFile)).toBe(`\
faulty.conf:4:5: error[unknown-keyword]: unknown keyword \`priorty\` in \`vrrp_instance\`; did you mean \`priority\`?
1 error in 1 file; --fix has repairs for all
`);
  expect(of('compact', cleanFile)).toBe('no findings in 1 file\n');
});

test('gcc', () => {
  expect(of('gcc', faultyFile)).toBe(`\
faulty.conf:4:5: error: unknown keyword \`priorty\` in \`vrrp_instance\` [unknown-keyword]
faulty.conf:4:5: note: did you mean \`priority\`?
`);
  expect(of('gcc', cleanFile)).toBe('');
});

test('a name that begins like a command is written in another way', () => {
  const source = { ...faultyFile, path: '::error::x' };
  for (const format of ['gcc', 'compact'] as const)
    expect(of(format, source)).toMatch(/^\.\/::error::x:4:5: error/);
});

test('github', () => {
  expect(of('github', faultyFile)).toBe(
    '::error file=faulty.conf,line=4,endLine=4,col=5,endColumn=11,title=unknown-keyword::' +
      'unknown keyword `priorty` in `vrrp_instance`' +
      '%0Akeepalived reports "Unknown keyword" and ignores the line' +
      '%0Ahelp: did you mean `priority`?\n',
  );
  expect(of('github', cleanFile)).toBe('');
});

test('github: the worst come first', () => {
  const commands = commandsIn(
    of('github', warning, { ...faultyFile, text: `${faulty}${warning.text}` }),
  );
  const levels = commands.map(({ command }) => command);
  expect(new Set(levels).size).toBeGreaterThan(1);
  const order = ['error', 'warning', 'notice'];
  expect(levels).toEqual(levels.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
});

test('gitlab', () => {
  expect(JSON.parse(of('gitlab', faultyFile))).toEqual([
    {
      description:
        'unknown keyword `priorty` in `vrrp_instance`; keepalived reports "Unknown keyword" and ignores the line; help: did you mean `priority`?',
      check_name: 'unknown-keyword',
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      severity: 'critical',
      location: { path: 'faulty.conf', lines: { begin: 4 } },
    },
  ]);
  expect(JSON.parse(of('gitlab', cleanFile))).toEqual([]);
});

test('junit', () => {
  expect(of('junit', cleanFile, { ...faultyFile, text: faulty.replace('100', '90') })).toContain(`\
  <testsuite name="clean.conf" tests="1" failures="0" errors="0" time="0" skipped="0">
    <testcase name="no findings" classname="clean.conf" time="0"/>
  </testsuite>
`);
  expect(of('junit', faultyFile)).toBe(`\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="kalint" tests="1" failures="1" errors="0" time="0">
  <testsuite name="faulty.conf" tests="1" failures="1" errors="0" time="0" skipped="0">
    <testcase name="unknown-keyword" classname="faulty.conf" time="0">
      <failure message="unknown keyword \`priorty\` in \`vrrp_instance\`" type="unknown-keyword">faulty.conf:4:5: error: unknown keyword \`priorty\` in \`vrrp_instance\`
  keepalived reports &quot;Unknown keyword&quot; and ignores the line
  help: did you mean \`priority\`?</failure>
    </testcase>
  </testsuite>
</testsuites>
`);
});

describe('what fails is what makes the exit status 1', () => {
  const report = reportOn([warning]);
  const strict = { ...report, fails: () => true };

  test('there is a warning and no error', () => {
    expect(report.diagnostics.map(({ severity }) => severity)).toContain('warning');
    expect(report.diagnostics.map(({ severity }) => severity)).not.toContain('error');
  });

  test('junit', () => {
    expect(reporters.junit(report)).toMatch(/failures="0"[^]*<system-out>/);
    expect(reporters.junit(strict)).toMatch(/failures="[1-9]"[^]*<failure /);
  });

  test('tap', () => {
    expect(reporters.tap(report)).toMatch(/^ok 1 - warning\.conf\n {2}---$/m);
    expect(reporters.tap(strict)).toMatch(/^not ok 1 - warning\.conf\n {2}---$/m);
  });
});

test('checkstyle', () => {
  expect(of('checkstyle', cleanFile, faultyFile)).toMatch(
    /^<\?xml .*\n<checkstyle version="[\d.]+">\n {2}<file name="clean\.conf">[^]*<error line="4" column="5" severity="error" message="[^"]+" source="kalint\.unknown-keyword"\/>\n {2}<\/file>\n<\/checkstyle>\n$/,
  );
});

test('rdjson: columns count bytes, and a repair is a suggestion', () => {
  const text = `vrrp_instance "\u00e4\u{1f600}" { priorty 1\n}\n`;
  const { diagnostics } = JSON.parse(of('rdjson', { path: 'a.conf', text }));
  const finding = diagnostics.find(
    ({ code }: { code: { value: string } }) => code.value === 'unknown-keyword',
  );
  const column = Buffer.byteLength('vrrp_instance "\u00e4\u{1f600}" { ') + 1;
  const range = { start: { line: 1, column }, end: { line: 1, column: column + 7 } };
  expect(finding).toMatchObject({
    location: { path: 'a.conf', range },
    severity: 'ERROR',
    suggestions: [{ range, text: 'priority' }],
  });
});

test('tap', () => {
  expect(of('tap', faultyFile)).toBe(`\
TAP version 14
1..1
not ok 1 - faulty.conf
  ---
  findings:
    - {"severity":"error","rule":"unknown-keyword","message":"unknown keyword \`priorty\` in \`vrrp_instance\`","line":4,"column":5,"notes":["keepalived reports \\"Unknown keyword\\" and ignores the line","help: did you mean \`priority\`?"]}
  ...
`);
  expect(of('tap', cleanFile)).toBe('TAP version 14\n1..1\nok 1 - clean.conf\n');
});

test('markdown', () => {
  expect(of('markdown', faultyFile)).toBe(`\
## kalint

**1 error in 1 file; --fix has repairs for all**

| | where | what |
| --- | --- | --- |
| ❌ error | \`faulty.conf:4\` | unknown keyword \`priorty\` in \`vrrp_instance\` ([unknown-keyword](https://github.com/kalint/kalint/blob/main/docs/rules/unknown-keyword.md))<br>keepalived reports &#34;Unknown keyword&#34; and ignores the line<br>help&#58; did you mean \`priority\`? |
`);
  expect(of('markdown', cleanFile)).toBe('## kalint\n\n**no findings in 1 file**\n');
});
