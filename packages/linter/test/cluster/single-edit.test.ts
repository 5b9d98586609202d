import { newestRelease, type Release } from '@kalint/parser';
import { describe, expect, test } from 'vitest';
import { lint, type Diagnostic } from '../../src/index.ts';
import { placeOf, sourcesOf, type Files } from './lint-files.ts';

/*
 * The contract of the rules about clusters: one setting that differs between two nodes that are
 * otherwise right gives exactly one error, at that setting in one file and, as a related location,
 * in the other.
 */

const master = `global_defs {
    router_id lb1
    vrrp_mcast_group4 224.0.0.100
}

vrrp_instance VI_WEB {
    state MASTER
    interface eth0
    virtual_router_id 51
    version 2
    priority 150
    advert_int 1
    authentication {
        auth_type PASS
        auth_pass f3ld-w3b
    }
    virtual_ipaddress {
        192.0.2.10/24
        192.0.2.11/24
    }
}
`;

const backup = master
  .replace('router_id lb1', 'router_id lb2')
  .replace('state MASTER', 'state BACKUP')
  .replace('priority 150', 'priority 100');

const multicast: Files = { 'lb1.conf': master, 'lb2.conf': backup };

const unicast: Files = {
  'lb1.conf': withPeers(master, '198.51.100.1', '198.51.100.2'),
  'lb2.conf': withPeers(backup, '198.51.100.2', '198.51.100.1'),
};

function withPeers(text: string, own: string, peer: string): string {
  return text
    .replace('    vrrp_mcast_group4 224.0.0.100\n', '')
    .replace(
      '    advert_int 1\n',
      `    advert_int 1\n    unicast_src_ip ${own}\n    unicast_peer {\n        ${peer}\n    }\n`,
    );
}

interface Edit {
  readonly from: string;
  readonly to: string;
  readonly rule: string;
  /** What the edited setting forbids in its own file, whatever the other file says. */
  readonly alsoForbidden?: string;
  readonly only?: 'multicast';
}

const edits: readonly Edit[] = [
  { from: 'virtual_router_id 51', to: 'virtual_router_id 52', rule: 'virtual-router-id-mismatch' },
  { from: 'auth_pass f3ld-w3b', to: 'auth_pass f3ld-w3c', rule: 'authentication-mismatch' },
  { from: 'auth_type PASS', to: 'auth_type AH', rule: 'authentication-mismatch' },
  { from: 'advert_int 1', to: 'advert_int 2', rule: 'advert-int-mismatch' },
  {
    from: 'version 2',
    to: 'version 3',
    rule: 'version-mismatch',
    alsoForbidden: 'authentication-ignored',
  },
  {
    from: 'vrrp_mcast_group4 224.0.0.100',
    to: 'vrrp_mcast_group4 224.0.0.101',
    rule: 'multicast-group-mismatch',
    only: 'multicast',
  },
];

const addressEdit: Edit = {
  from: '192.0.2.11/24',
  to: '192.0.2.12/24',
  rule: 'virtual-ipaddress-mismatch',
};

describe.each([
  ['multicast', multicast],
  ['unicast', unicast],
] as const)('a %s pair', (kind, pair) => {
  const names = Object.keys(pair);
  const cases = edits
    .filter(({ only }) => only === undefined || only === kind)
    .flatMap((edit) => names.map((name) => [edit.to, name, edit] as const));

  test.each([newestRelease, '2.3.2', '2.2.7'] as const)('is clean for %s', (release) => {
    expect(lint(sourcesOf(pair), { release }).diagnostics).toEqual([]);
  });

  test.each(cases)('with `%s` in %s has one error', (_, name, edit) => {
    for (const release of [newestRelease, '2.2.7'] as const) {
      expectOne('error', edit, lintEdited(pair, name, edit, release), pair, name);
    }
  });

  const addressCases = (['2.2.7', '2.3.2', '2.3.3', newestRelease] as const).flatMap((release) =>
    names.map((name) => [release, name] as const),
  );
  test.each(addressCases)('for %s with another address in %s', (release, name) => {
    const diagnostics = lintEdited(pair, name, addressEdit, release);
    const isDropped = release === '2.2.7' || release === '2.3.2';
    expect(diagnostics).toHaveLength(1);
    expectOne(isDropped ? 'error' : 'warning', addressEdit, diagnostics, pair, name);
  });
});

test('a multicast group does not matter to nodes that use unicast', () => {
  const pair = {
    'lb1.conf':
      unicast['lb1.conf']?.replace('lb1\n', 'lb1\n    vrrp_mcast_group4 224.0.0.9\n') ?? '',
    'lb2.conf': unicast['lb2.conf'] ?? '',
  };
  expect(lint(sourcesOf(pair)).diagnostics).toEqual([]);
});

test.each([
  [
    'unicast_src_ip 198.51.100.2',
    'unicast_src_ip 198.51.100.3',
    'error',
    'lb1.conf:13 -> lb2.conf:12',
  ],
  // The node with the lower priority is not heard, which shows only when it is master.
  ['        198.51.100.1\n', '        198.51.100.3\n', 'warning', 'lb2.conf:13 -> lb1.conf:12'],
] as const)('%s replaced by %s', (from, to, severity, places) => {
  const pair = { ...unicast, 'lb2.conf': replaced(unicast['lb2.conf'] ?? '', from, to) };
  const found = lint(sourcesOf(pair)).diagnostics;
  expect(found.map((each) => `${each.severity} ${each.rule}`)).toEqual([
    `${severity} unicast-peer-mismatch`,
  ]);
  expect(
    found.map(
      ({ location, related: [first] }) =>
        `${placeOf(location)} -> ${first && placeOf(first.location)}`,
    ),
  ).toEqual([places]);
});

function lintEdited(
  pair: Files,
  name: string,
  { from, to, alsoForbidden }: Edit,
  release: Release,
): readonly Diagnostic[] {
  const edited = { ...pair, [name]: replaced(pair[name] ?? '', from, to) };
  return lint(sourcesOf(edited), { release }).diagnostics.filter(
    ({ rule }) => rule !== alsoForbidden,
  );
}

function replaced(text: string, from: string, to: string): string {
  expect(text.split(from)).toHaveLength(2);
  return text.replace(from, to);
}

/** One diagnostic of the severity; its place and the related one are the two lines of the setting. */
function expectOne(
  severity: Diagnostic['severity'],
  { from, to, rule }: Edit,
  diagnostics: readonly Diagnostic[],
  pair: Files,
  edited: string,
): void {
  const [found, ...more] = diagnostics.filter((each) => each.severity === severity);
  expect(more).toEqual([]);
  expect(found?.rule).toBe(rule);
  const places = found ? [found.location, ...found.related.map(({ location }) => location)] : [];
  const expected = Object.entries(pair).map(([name, text]) => {
    const lines = (name === edited ? replaced(text, from, to) : text).split('\n');
    const wanted = name === edited ? to : from;
    return `${name}:${lines.findIndex((line) => line.trim() === wanted) + 1}`;
  });
  expect(places.map(placeOf).sort()).toEqual(expected.sort());
  // Of two nodes the one with the lower priority is the one that deviates.
  expect(found?.location.source.path).toBe('lb2.conf');
}
