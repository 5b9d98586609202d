import type { Diagnostic } from '@kalint/linter';
import { fold } from '@kalint/linter';
import { newestRelease, type SourceFile } from '@kalint/parser';
import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { formats, type Format } from '../../src/reporters/output.ts';
import { reportOf } from '../../src/reporters/report-of.ts';
import type { Report } from '../../src/reporters/report.ts';
import { visible } from '../../src/terminal/visible.ts';
import { reporters, reportOn } from './every-format.ts';
import { jsonFormats, xmlErrors } from './schemas.ts';
import { commandsIn } from './workflow-commands.ts';

/*
 * Names and contents of files come from whoever wrote them. Nothing in them may break a format, or become part of it.
 */

const pieces = [
  ...[
    '\n',
    '\r',
    '\r\n',
    '\t',
    '\0',
    '\u0007',
    '\u001b[31m',
    '\u001b]8;;https://evil.example\u001b\\',
  ],
  ...[
    '\u0085',
    '\u009b31m',
    '\u2028',
    '\u2029',
    '\u202e',
    '\u2066',
    '\u200b',
    '\ufeff',
    '\ufffe',
    '\uffff',
  ],
  ...['\ud800', '\udfff', '\u{1f600}', '名', 'e\u0301', '\u{e0041}', '\u{10ffff}'],
  ...[
    '::',
    '::error::pwned',
    '\n::add-mask::a',
    '::stop-commands::x',
    '##[error]pwned',
    '##vso[x]y',
  ],
  ...['%0A', '%25', '%', ',', ':', '=', ';', '%3A%3Aerror'],
  ...[
    '<',
    '>',
    '&',
    '"',
    "'",
    ']]>',
    '<![CDATA[',
    '<!--',
    '-->',
    '&lt;',
    '&#0;',
    '</failure>',
    '<?xml?>',
  ],
  ...[
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"/><error line="1"/>',
    '<!DOCTYPE a>',
  ],
  ...[
    '|',
    '`',
    '``',
    '\\',
    '\\|',
    '**',
    '__',
    '[x](javascript:alert(1))',
    '![](https://evil.example)',
    '@a',
  ],
  ...[
    '#1',
    '# SKIP',
    ' # TODO x',
    'not ok 1',
    '1..0',
    'Bail out!',
    '\n  ...\n',
    '---',
    '- {a: b}',
    '{0}',
    '{{',
  ],
  ...[
    '](',
    '[',
    '](1)',
    'https://evil.example',
    'www.evil.example',
    '/',
    '../',
    'C:\\',
    '?',
    '#fragment',
    ' ',
    '~',
  ],
  ...['a.conf:1:1: error: pwned [x]', 'vrrp_instance', 'priority'],
];

/** Not empty: no file has such a name. */
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 4 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((all) => all.join(''))
  .filter((text) => text !== '');

/** A configuration in whose words, comments and names something hostile stands. */
function configurationWith(word: string): string {
  return `# ${word}
global_defs {
    router_id ${word}
    ${word} 1
}
vrrp_script "${word}" {
    script "/bin/true ${word}"
    intervall 2
}
vrrp_instance ${word} {
    interface eth0 ${word}
    virtual_router_id 51${word}
    priorty 100
    priority ${word}
    virtual_ipaddress {
        ${word}
        192.0.2.80/24
    }
    track_script {
        ${word}
    }
}
vrrp_instance ${word} {
`;
}

/** Whatever a rule might say, of whatever place: as if no rule took care of what it quotes. */
function carelessReport(name: string, text: string): Report {
  const source: SourceFile = { path: `1${name}`, text: `${text}\n${text}` };
  const other: SourceFile = { path: `2${name}`, text };
  const place = (of: SourceFile, start: number, end: number): Diagnostic['location'] => ({
    source: of,
    span: { start, end: Math.min(end, of.text.length) },
  });
  const finding: Diagnostic = {
    rule: 'unknown-keyword',
    severity: 'error',
    message: `unknown \`${text}\` ${text}`,
    location: place(source, 0, source.text.length),
    related: [{ location: place(other, 0, 1), message: text }],
    notes: [text, `of \`${text}\``],
    help: text,
    fix: {
      title: text,
      safety: 'unsafe',
      edits: [{ ...place(source, 0, 1), text }],
    },
  };
  const diagnostics: readonly Diagnostic[] = [
    finding,
    { ...finding, location: place(source, 1, 2) },
    {
      ...finding,
      severity: 'info',
      location: place(source, text.length, text.length),
      help: undefined,
    },
    { ...finding, severity: 'warning', rule: 'limit-exceeded', location: place(other, 0, 0) },
  ];
  const nodes = reportOn([source, other]);
  return {
    ...reportOf({ diagnostics, nodes: [], release: newestRelease }, [source, other]),
    diagnostics: fold(diagnostics),
    files: nodes.files,
  };
}

/** Reports of what is hostile, those of real rules and those of careless ones. */
const reports = fc
  .sample(fc.tuple(hostile, hostile), 100)
  .flatMap(([name, word]): readonly Report[] => [
    reportOn(
      [
        { path: `1${name}`, text: configurationWith(word) },
        { path: `2${name}`, text: configurationWith(`${word}2`) },
      ],
      { profile: 'strict' },
    ),
    carelessReport(name, word),
  ]);

/** All of them in a format, made once. */
const written = new Map<Format, ReadonlyMap<Report, string>>();

function textOf(report: Report, format: Format): string {
  const texts =
    written.get(format) ?? new Map(reports.map((each) => [each, reporters[format](each)]));
  written.set(format, texts);
  return texts.get(report) ?? '';
}

/** What a terminal would obey, or not show. */
const invisible = /[^\P{C}\n]|[\p{Zl}\p{Zp}]/u;

test('there is something to see', () => {
  const findings = reports.flatMap(({ diagnostics }) => diagnostics);
  expect(findings.length).toBeGreaterThan(500);
  expect(
    findings.filter(({ location }) => invisible.test(location.source.path)).length,
  ).toBeGreaterThan(50);
});

test.each(formats)('%s has nothing that a terminal obeys', (format) => {
  for (const report of reports) expect(textOf(report, format)).not.toMatch(invisible);
});

describe.each(['json', 'sarif', 'gitlab', 'rdjson'] as const)('%s', (format) => {
  test('fits its schema', () => {
    const isValid = jsonFormats[format];
    for (const report of reports) {
      isValid(JSON.parse(textOf(report, format)));
      expect([report.files, isValid.errors ?? []]).toEqual([report.files, []]);
    }
  });
});

test.each([
  ['gitlab', (json: Json) => json.map((each: Json) => each.location.path)],
  ['rdjson', (json: Json) => json.diagnostics.map((each: Json) => each.location.path)],
  [
    'sarif',
    (json: Json) =>
      json.runs[0].results.map((each: Json) =>
        decodeURIComponent(each.locations[0].physicalLocation.artifactLocation.uri),
      ),
  ],
] as const)('%s names the files as they are called', (format, pathsIn) => {
  for (const report of reports) {
    const expected = new Set(report.diagnostics.map(({ location }) => location.source.path));
    const wellFormed = [...expected].map((path) => path.replace(/\p{Surrogate}/gu, '\ufffd'));
    const found = new Set(pathsIn(JSON.parse(textOf(report, format))));
    expect(found).toEqual(format === 'sarif' ? new Set(wellFormed) : expected);
  }
});

test('no message of SARIF has links or arguments', () => {
  for (const report of reports) {
    const { results } = JSON.parse(textOf(report, 'sarif')).runs[0];
    for (const { message } of results) expect(message.text).not.toMatch(/\]\(|\{\d+\}/);
  }
});

describe.each(['junit', 'checkstyle'] as const)('%s', (format) => {
  test('fits its schema', async () => {
    expect(
      await xmlErrors(
        format,
        reports.map((report) => textOf(report, format)),
      ),
    ).toEqual([]);
  });

  test('has no tags but those that kalint writes', () => {
    const tags = {
      junit:
        /^<(?:\?xml version="1.0" encoding="UTF-8"\?|\/?(?:testsuites|testsuite|testcase|failure|system-out)(?: [a-z]+="[^"<>]*")*\/?)>$/,
      checkstyle:
        /^<(?:\?xml version="1.0" encoding="UTF-8"\?|\/?(?:checkstyle|file|error)(?: [a-z]+="[^"<>]*")*\/?)>$/,
    };
    for (const report of reports) {
      for (const tag of textOf(report, format).match(/<[^>]*>?/g) ?? [])
        expect(tag).toMatch(tags[format]);
    }
  });
});

test('github: each line is one command, and says what it should', () => {
  for (const report of reports) {
    const text = textOf(report, 'github');
    const commands = commandsIn(text);
    expect(commands).toHaveLength(report.diagnostics.length);
    expect(text.trimEnd().split('\n')).toHaveLength(commands.length);
    for (const { command, properties, data } of commands) {
      expect(command).toMatch(/^(?:error|warning|notice)$/);
      expect(Object.keys(properties).join()).toMatch(
        /^file,line,endLine,(?:col,endColumn,)?title$/,
      );
      const said = report.diagnostics.filter(({ rule }) => rule === properties['title']);
      expect(said.map(({ location }) => visible(location.source.path))).toContain(
        properties['file'],
      );
      expect(said.map(({ message }) => visible(message))).toContain(data.split('\n')[0]);
    }
  }
});

test('a log obeys no line of the other formats for people', () => {
  for (const report of reports) {
    for (const format of ['pretty', 'compact', 'gcc', 'tap', 'markdown'] as const)
      expect(commandsIn(textOf(report, format))).toEqual([]);
  }
});

test('gcc: each line is a place and what is said of it', () => {
  for (const report of reports) {
    const lines = textOf(report, 'gcc').split('\n').slice(0, -1);
    const expected = report.diagnostics
      .flatMap(({ each }) => each)
      .reduce(
        (sum, { related, help }) => sum + 1 + related.length + (help === undefined ? 0 : 1),
        0,
      );
    expect(lines).toHaveLength(expected);
    for (const line of lines) expect(line).toMatch(/^.+:\d+:\d+: (?:error|warning|note): ./);
  }
});

test('compact: a line for each finding, and one for all', () => {
  for (const report of reports) {
    const lines = textOf(report, 'compact').split('\n').slice(0, -1);
    expect(lines).toHaveLength(report.diagnostics.length + 1);
    for (const line of lines.slice(0, -1))
      expect(line).toMatch(/^.+:\d+:\d+: (?:error|warning|info)\[[a-z0-9-]+\]: ./);
    expect(lines.at(-1)).toMatch(/^\d+ .* in 2 files/);
  }
});

test('tap: a test for each file, with its findings as YAML', () => {
  for (const report of reports) {
    const text = textOf(report, 'tap');
    const blocks: string[] = [];
    const lines = text
      .replace(/^ {2}---\n([^]*?)^ {2}\.\.\.\n/gm, (_, block: string) => {
        blocks.push(block);
        return '';
      })
      .trimEnd()
      .split('\n');
    expect(lines.slice(0, 2)).toEqual(['TAP version 14', `1..${report.files.length}`]);
    const tests = lines.slice(2);
    expect(tests).toHaveLength(report.files.length);
    for (const [index, line] of tests.entries()) {
      const [, number, name = ''] = /^(?:not )?ok (\d+) - ((?:[^\\#]|\\[\\#])*)$/.exec(line) ?? [];
      expect(number).toBe(String(index + 1));
      expect(name.replace(/\\([\\#])/g, '$1')).toBe(visible(report.files[index] ?? ''));
    }
    const rules = blocks.flatMap((block) =>
      parse(block).findings.map(({ rule }: { rule: string }) => rule),
    );
    expect(rules.sort()).toEqual(report.diagnostics.map(({ rule }) => rule).sort());
  }
});

test('markdown: nothing is a tag, a link or a mention that kalint has not made', async () => {
  for (const report of reports) {
    const page = await marked.parse(textOf(report, 'markdown'), { gfm: true });
    const outside = page.replace(/<code>[^]*?<\/code>/g, 'CODE');
    for (const [tag] of outside.matchAll(/<[^>]*>?/g))
      expect(tag).toMatch(
        /^<(?:\/?(?:h2|p|strong|table|thead|tbody|tr|t[hd]|br|a)|a href="https:\/\/github\.com\/kalint\/kalint\/blob\/main\/docs\/rules\/[a-z0-9-]+\.md")>$/,
      );
    const plain = outside.replace(/<a [^>]*>/g, '');
    expect(plain).not.toMatch(/@(?!\u200b)\w|(?<!&)#(?!\u200b)\d/);
    const cells = [...page.matchAll(/<tr>([^]*?)<\/tr>/g)].map(
      ([, row = '']) => row.match(/<t[hd]/g)?.length,
    );
    expect(cells).toHaveLength(report.diagnostics.length + 1);
    expect(new Set(cells)).toEqual(new Set([3]));
  }
});

type Json = ReturnType<typeof JSON.parse>;
