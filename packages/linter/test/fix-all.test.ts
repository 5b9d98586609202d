import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '@kalint/parser';
import { describe, expect, test } from 'vitest';
import { defineRule, fixAll, lint, location, rules, type FixOptions } from '../src/index.ts';
import { readAmong } from './read-among.ts';

const instance = `vrrp_instance VI_1 {
  interface eth0
  virtual_router_id 51
  priority 100
  virtual_ipaddress {
    192.0.2.10/24
  }
}
`;

function fixedText(text: string, options: FixOptions = {}): string | undefined {
  return fixAll([{ path: 'keepalived.conf', text }], options).sources[0]?.text;
}

test('safe fixes are carried out', () => {
  expect(fixedText(instance.replace('priority', 'prioritty'))).toBe(instance);
});

test('several on one line are, one after the other', () => {
  const text = `\ufeff${instance.replace('virtual_router_id', 'virtual_routr_id').replace('interface', 'interfaec')}`;
  expect(fixedText(text)).toBe(instance);
});

test('what needs no repair is the same object', () => {
  const sources = [{ path: 'keepalived.conf', text: instance }];
  expect(fixAll(sources).sources[0]).toBe(sources[0]);
});

test('a suppressed finding is not repaired', () => {
  const text = instance.replace(
    'priority',
    '# kalint-disable-next-line unknown-keyword\n  prioritty',
  );
  expect(fixedText(text)).toBe(text);
});

test('what includes a repaired file is checked with it as it has become', () => {
  const main = { path: 'main.conf', text: 'include part.conf\n' };
  const part = { path: 'part.conf', text: instance.replace('priority', 'prioritty') };
  const options = { readInclude: readAmong([main, part]) };
  const { sources, left } = fixAll([main, part], options);
  expect(sources.map(({ text }) => text)).toEqual([main.text, instance]);
  expect(left.diagnostics.map(({ rule }) => rule)).not.toContain('unknown-keyword');
});

test('an included file that is not given stays as it is', () => {
  const main = { path: 'main.conf', text: 'include part.conf\n' };
  const part = { path: 'part.conf', text: instance.replace('priority', 'prioritty') };
  const { sources, fixed } = fixAll([main], { readInclude: readAmong([main, part]) });
  expect(sources).toEqual([main]);
  expect(fixed).toEqual([]);
});

test('what comes to light behind a repaired keyword is reported', () => {
  const text = instance.replace('priority 100', 'prioritty 300');
  const { sources, left } = fixAll([{ path: 'keepalived.conf', text }]);
  expect(sources[0]?.text).toBe(instance.replace('100', '300'));
  expect(left.diagnostics.map(({ rule }) => rule)).toEqual(['value-out-of-range']);
});

test('a misspelt block with misspelt lines is repaired whole', () => {
  const text = instance
    .replace('vrrp_instance', 'vrrp_instanc')
    .replace('interface', 'interfac')
    .replace('virtual_router_id', 'virtual_router_d')
    .replace('priority', 'priorty');
  expect(fixedText(text)).toBe(instance);
});

describe('what is not meant stays', () => {
  const server = (lines: string): string =>
    `virtual_server 192.0.2.10 80 {\n  lb_kind DR\n  protocol TCP\n${lines}\n}\n`;

  test.each([
    [
      'a line that counts, above one that is lost',
      server('  lb_algo rr\n  lb_algo lr'),
      'lb_algo rr',
    ],
    [
      'a name that differs in its number',
      `vrrp_script chk_web1 {\n  script /bin/true\n}\n${instance.replace('priority', 'track_script {\n    chk_web1\n    chk_web2\n  }\n  priority')}`,
      'chk_web2',
    ],
    [
      'a check of another protocol',
      server('  lb_algo rr\n  real_server 198.51.100.1 443 {\n    HTTPS_GET {\n    }\n  }'),
      'HTTPS_GET',
    ],
    [
      'an interval that is right for the version that is meant',
      `global_defs {\n  vrrp_vrsion 3\n}\n${instance.replace('priority', 'advert_int 0.1\n  priority')}`,
      'advert_int 0.1',
    ],
    [
      'a quorum, while weights are misspelt',
      server('  lb_algo wrr\n  quorum 3\n  real_server 198.51.100.1 80 {\n    wieght 3\n  }'),
      'quorum 3',
    ],
    [
      'a port without which two servers were one',
      server(
        '  lb_algo rr\n  real_server 198.51.100.1 80 {\n  }\n  real_server 198.51.100.1 81 {\n  }',
      ),
      '198.51.100.1 81',
    ],
    [
      'the comment behind a line that goes',
      instance.replace('priority 100', 'priority 90 # see ticket 7\n  priority 100'),
      '# see ticket 7',
    ],
  ])('%s', (_, text, kept) => {
    expect(fixedText(text)).toContain(kept);
  });
});

describe('what several nodes read', () => {
  test('is repaired when all of them want the same', () => {
    const text = instance.replace('priority 100', 'prioritty 100\n@one  # one\n@two  # two');
    expect(fixedText(text)).toBe(text.replace('prioritty', 'priority'));
  });

  test('is left alone when one of them needs it as it is', () => {
    const text = instance.replace('priority 100', 'priority 90\n@one priority 150\n@two # none');
    expect(fixedText(text, { profile: 'strict' })).toBe(text);
  });

  test('is left alone when it is included by two and wrong in one', () => {
    const nodes = ['eth0', 'eth1'].map((name) => ({
      path: `${name}.conf`,
      text: instance.replace('eth0', name).replace('priority', 'include common.conf\n  priority'),
    }));
    const common = {
      path: 'common.conf',
      text: 'track_interface {\n  eth0\n  eth1\n  eth2\n}\n',
    };
    const sources = [...nodes, common];
    const fixed = fixAll(sources, { readInclude: readAmong(sources) });
    expect(fixed.sources.at(-1)).toBe(common);
  });
});

describe('a fix that does harm', () => {
  /** Two finds: a harmless one, and one whose repair tears a block open. */
  const careless = defineRule({
    id: 'careless',
    scope: 'text',
    severity: 'warning',
    summary: 'Two comments that are better not there',
    check({ source }, { report }) {
      for (const [mark, message] of [
        ['# one', 'the first'],
        ['}\n# two', 'the second'],
      ] as const) {
        const start = source.text.indexOf(mark);
        if (start === -1) continue;
        const span = { start, end: start + mark.length };
        report({
          at: location(source, span),
          message,
          fix: { title: 'remove it', safety: 'safe', edits: [{ source, span, text: '' }] },
        });
      }
    },
  });

  test('is left out, and the others are carried out', () => {
    const text = `# one\n${instance}# two\n`;
    const options = { rules: [...rules, careless] };
    expect(fixedText(text, options)).toBe(`\n${instance}# two\n`);
  });

  test('that goes round in a circle comes to an end', () => {
    const endless = defineRule({
      id: 'endless',
      scope: 'text',
      severity: 'warning',
      summary: 'Nothing is ever right',
      check({ source }, { report }) {
        const span = { start: 0, end: 1 };
        const title = 'the other letter';
        const text = source.text.startsWith('!') ? '#' : '!';
        report({
          at: location(source, span),
          message: 'wrong',
          fix: { title, safety: 'safe', edits: [{ source, span, text }] },
        });
      },
    });
    expect(fixedText(`#\n${instance}`, { rules: [endless] })).toMatch(/^[#!]\n/);
  });
});

describe('every fixture, all fixes at once', () => {
  const folder = join(import.meta.dirname, '../../../fixtures/rules');
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.conf'))
    .sort()
    .map((name): SourceFile => ({ path: name, text: readFileSync(join(folder, name), 'utf8') }));

  test.each([false, true])('unsafe %s: settles, and the files keep their shape', (unsafe) => {
    for (const source of texts) {
      const options = { unsafe, profile: 'strict' } as const;
      const { sources, left } = fixAll([source], options);
      const again = fixAll(sources, options);
      expect([source.path, again.sources[0] === sources[0]]).toEqual([source.path, true]);
      const shape = (diagnostics: typeof left.diagnostics): number =>
        diagnostics.filter(({ rule }) => isAboutShape(rule)).length;
      const before = shape(lint([source], options).diagnostics);
      expect([source.path, shape(left.diagnostics) <= before]).toEqual([source.path, true]);
    }
  });
});

const corpus = join(import.meta.dirname, '../../../../shared/corpus');

describe.skipIf(!existsSync(corpus))('real files, all fixes at once', () => {
  const files = readdirSync(corpus, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:tsv|md)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((path): SourceFile => ({ path, text: readFileSync(path, 'utf8') }));

  test.each([false, true])('unsafe %s: settles', { timeout: 120_000 }, (unsafe) => {
    expect(files.length).toBeGreaterThan(400);
    for (const source of files) {
      const { sources } = fixAll([source], { unsafe });
      const [again] = fixAll(sources, { unsafe }).sources;
      expect([source.path, again === sources[0]]).toEqual([source.path, true]);
    }
  });
});

function isAboutShape(id: string): boolean {
  return rules.find((rule) => rule.id === id)?.scope === 'syntax';
}
