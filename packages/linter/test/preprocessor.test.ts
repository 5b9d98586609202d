import { releases, type Release, type SourceFile } from '@kalint/parser';
import { describe, expect, test } from 'vitest';
import { lint, redactedLine, type LintOptions } from '../src/index.ts';
import { readAmong } from './read-among.ts';

/* What fixtures cannot show: several files, the ids of nodes, one text for several releases. */

const instance = `vrrp_instance WEB {
    interface eth0
    virtual_router_id 51
    priority 100
    virtual_ipaddress {
        192.0.2.80/24
    }
}
`;

function filesOf(texts: Readonly<Record<string, string>>): readonly SourceFile[] {
  return Object.entries(texts).map(([path, text]) => ({ path, text }));
}

/** Lints the first of some files, which it may include. */
function rulesFor(
  texts: Readonly<Record<string, string>>,
  options: LintOptions = {},
): readonly string[] {
  const files = filesOf(texts);
  const { diagnostics } = lint(files.slice(0, 1), { readInclude: readAmong(files), ...options });
  return diagnostics.map(({ rule, location }) => `${location.source.path} ${rule}`);
}

function rulesIn(text: string, release: Release): readonly string[] {
  return rulesFor({ 'k.conf': text }, { release }).map((line) => line.split(' ')[1] ?? '');
}

describe('ids that are given', () => {
  const text = `${instance}@lb1 global_defs {\n@lb1 router_id one\n@lb1 }\n@lb9 include other.conf\n`;

  test('a line for any other node is reported', () => {
    const found = rulesFor({ 'k.conf': text }, { configIds: ['lb1', 'lb2'] });
    expect(found.filter((each) => each.endsWith('unknown-config-id'))).toEqual([
      'k.conf unknown-config-id',
    ]);
  });

  test('without ids each one is a node', () => {
    expect(rulesFor({ 'k.conf': text })).not.toContain('k.conf unknown-config-id');
  });
});

describe('files that include each other', () => {
  const files = filesOf({
    'a.conf': `include b.conf\n${instance}`,
    'b.conf': 'include a.conf\n',
    'c.conf': 'include b.conf\n',
  });
  const readInclude = readAmong(files);

  test('are one node, that of the first', () => {
    const [a, b, c] = files;
    if (!a || !b || !c) throw new Error('three files');
    const nodesOf = (...sources: readonly SourceFile[]): readonly string[] =>
      lint(sources, { readInclude }).nodes.map(({ source }) => source.path);
    expect(nodesOf(a, b)).toEqual(['a.conf']);
    expect(nodesOf(b, a)).toEqual(['b.conf']);
    expect(nodesOf(b, c)).toEqual(['c.conf']);
    expect(nodesOf(a, b, c)).toEqual(['c.conf']);
  });
});

describe('a part that is not known', () => {
  test.each([
    ['an include that is not read', 'include /etc/x.conf\n'],
    ['a file that is missing', 'include x.conf\n'],
    ['a sequence that is too long', '~SEQ(n, 1000000) include ${n}\n'],
    ['the environment', '$X=${_ENV NAME}\nglobal_defs {\n router_id $X\n}\n'],
  ])('%s: nothing is called undefined, and nothing is compared', (_, line) => {
    const text = line + instance.replace('100', '${PRIORITY}');
    const found = rulesFor({ 'k.conf': text });
    expect(found).toHaveLength(1);
    expect(found[0]).not.toContain('undefined');
  });

  test('what keepalived skips as well is known', () => {
    const files = { 'k.conf': `include d\n${instance.replace('100', '$P')}`, 'd/x.conf': '' };
    expect(rulesFor(files)).toEqual(['k.conf missing-include', 'k.conf undefined-definition']);
  });
});

describe('ids', () => {
  const common = 'global_defs {\n @lb1 router_id a\n @lb2 router_id b\n}\n';
  const files = filesOf({ 'k.conf': `include common.conf\n${instance}`, 'common.conf': common });
  const namesWith = (options: LintOptions): readonly string[] =>
    lint(files.slice(0, 1), { readInclude: readAmong(files), ...options }).nodes.map(
      ({ name }) => name,
    );

  test('may be named in included files only', () => {
    expect(namesWith({})).toEqual(['k.conf @lb1', 'k.conf @lb2']);
  });

  test('are those that are given', () => {
    expect(namesWith({ configIds: ['lb2', 'lb3'] })).toEqual(['k.conf @lb2', 'k.conf @lb3']);
  });

  test('count for no file that does not name any', () => {
    const source = { path: 'k.conf', text: `$P=100\n${instance}` };
    const { nodes } = lint([source], { configIds: ['lb1', 'lb2'] });
    expect(nodes.map(({ name }) => name)).toEqual(['k.conf']);
  });
});

describe('one mistake is one finding', () => {
  const inGlobal = (lines: string): string => `global_defs {\n${lines}\n}\n`;
  test.each([
    ['a definition that is none', `$P =100\n${inGlobal('router_id $P\nvrrp_version $P')}`],
    ['an undefined reference', inGlobal('router_id $P\nvrrp_version $P\nlvs_sync_daemon $P')],
    ['a reference that leads a line', '$KEYWORD 1\n'],
    ['an include that is none', 'includes x\n'],
    ['a quoted include', 'include "x"\n'],
    ['a backslash behind a keyword', inGlobal('vrrp_strict \\')],
    ['a backslash behind a value', inGlobal('vrrp_version 3 \\')],
  ])('%s', (_, text) => {
    expect(rulesFor({ 'k.conf': text })).toHaveLength(1);
  });
});

describe('a directive is known from its release on', () => {
  const inGlobal = (line: string): string => `global_defs {\n ${line}\n}\n`;
  test.each<readonly [Release, string]>([
    ['1.1.14', 'include /x.conf\n'],
    ['1.3.0', inGlobal('@lb1 router_id a')],
    ['1.3.7', inGlobal('@^lb1 router_id a')],
    ['1.3.8', 'include /{x,y}.conf\n'],
    ['1.4.0', `$R=a\n${inGlobal('router_id $R')}`],
    ['1.4.0', `$R=\\\n  router_id a\n${inGlobal('$R')}`],
    ['1.4.3', inGlobal('router_id ${_PWD}')],
    ['2.0.1', inGlobal('@lb1 router_id ${_INSTANCE}')],
    ['2.0.9', inGlobal('~SEQ(n, 1) router_id a')],
    ['2.0.15', inGlobal('router_id ${_RANDOM}')],
    ['2.1.0', inGlobal('~SEQx(n, 1) router_id a')],
    ['2.1.0', inGlobal('~LST(n, 1) router_id a')],
    ['2.1.4', inGlobal('router_id "${_HASH}"')],
    ['2.1.4', inGlobal('router_id "a$_BANG b"')],
    ['2.2.0', 'includew /x.conf\n'],
    ['2.4.0', inGlobal('router_id ${_ENV NAME}')],
  ])('%s: %j', (since, text) => {
    const before = releases[releases.indexOf(since) - 1];
    if (!before) throw new Error(`nothing is before ${since}`);
    expect(rulesIn(text, before)).toContain('new-directive');
    expect(rulesIn(text, since)).not.toContain('new-directive');
  });
});

describe('what a release does with', () => {
  test.each<readonly [what: string, text: string, rule: string, before: Release, since: Release]>([
    [
      'a directive from a definition',
      '$W=@lb1\n$W vrrp_strict\n',
      'nested-expansion',
      '2.4.0',
      '2.3.4',
    ],
    ['a backslash in a comment', 'vrrp_strict # \\\n', 'backslash-in-comment', '2.3.4', '2.4.0'],
    ['one in a definition', '$A=1 # \\\n 2\n', 'backslash-in-comment', '2.4.0', '2.3.4'],
    ['an escaped comment', 'auth_pass a\\#b\n', 'escaped-comment', '2.2.0', '2.1.5'],
    [
      'the same before there was an escape',
      'auth_pass a\\#b\n',
      'escaped-comment',
      '2.0.8',
      '2.0.9',
    ],
    ['an include behind an id', '@lb1 include x\n', 'include-read-twice', '2.2.0', '2.1.5'],
  ])('%s', (_, text, rule, reported, silent) => {
    expect(rulesIn(text, reported)).toContain(rule);
    expect(rulesIn(text, silent)).not.toContain(rule);
  });

  test('definitions whose lines have comments, before 2.4.0, and with them', () => {
    const text =
      '$M=router_id a # one \\\n vrrp_strict # two \\\n vrrp_version 3\nglobal_defs {\n $M\n}\n';
    expect(rulesIn(text, '2.3.4')).toEqual([]);
    const newer = rulesIn(text, '2.4.0');
    expect(newer[0]).toBe('backslash-in-comment');
    expect(newer).not.toContain('trailing-backslash');
  });
});

describe('checks of includes', () => {
  const severityOf = (text: string, release: Release = '2.4.3'): string | undefined => {
    const source = { path: 'k.conf', text };
    const { diagnostics } = lint([source], { release, readInclude: readAmong([source]) });
    return diagnostics.find(({ rule }) => rule === 'missing-include')?.severity;
  };
  const checked = (words: string): string => `global_defs {\n include_check ${words}\n}\n`;

  test.each([
    ['include x.conf\n', 'warning'],
    ['includer x.conf\n', 'warning'],
    ['includem x.conf\n', 'error'],
    ['include *.x\n', undefined],
    ['includem *.x\n', undefined],
    ['includew *.x\n', 'error'],
    ['includea *.x\n', 'error'],
    ['includeb {x,y}.conf\n', 'error'],
    ['includem {x,y}.conf\n', 'warning'],
    [`${checked('')}include x.conf\n`, 'error'],
    [`${checked('match')}include x.conf\n`, 'error'],
    [`${checked('read')}include x.conf\n`, 'warning'],
    [`${checked('+match')}${checked('-match')}include x.conf\n`, 'warning'],
    [`${checked('')}${checked('read')}include x.conf\n`, 'warning'],
    [`include x.conf\n${checked('')}`, 'warning'],
  ])('%j: %s', (text, severity) => {
    expect(severityOf(text)).toBe(severity);
  });

  test('that an included file asks for end with it', () => {
    const files = filesOf({
      'k.conf': 'include check.conf\ninclude x.conf\n',
      'check.conf': `${checked('')}include y.conf\n`,
    });
    const { diagnostics } = lint(files.slice(0, 1), { readInclude: readAmong(files) });
    expect(diagnostics.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
      'error: there is no file `y.conf`',
      'warning: there is no file `x.conf`',
    ]);
  });
});

describe('secrets of several files', () => {
  const lineOf = (files: readonly SourceFile[], path: string): string => {
    lint(files.slice(0, 1), { readInclude: readAmong(files) });
    const file = files.find((each) => each.path === path);
    return file ? redactedLine(file, 1) : '';
  };

  test('stay hidden where they are defined', () => {
    const files = (password: string): readonly SourceFile[] =>
      filesOf({ 'k.conf': `include d.conf\nauth_pass ${password}\n`, 'd.conf': '$A=abc\n' });
    expect(lineOf(files('$A'), 'd.conf')).toBe('$A=***');
    expect(lineOf(files('def'), 'd.conf')).toBe('$A=abc');
  });

  test('stay hidden in a file that is included among them', () => {
    const files = filesOf({
      'k.conf': 'authentication {\n include d.conf\n}\n',
      'd.conf': 'abcdef\n',
    });
    expect(lineOf(files, 'd.conf')).toBe('******');
  });
});
