import type { SourceFile } from '@kalint/parser';
import { describe, expect, test } from 'vitest';
import { readNodes } from '../../src/cluster/node.ts';
import { failover } from '../../src/failover/failover.ts';

/* Equal priorities: two masters that hear each other again. */

const text = (address: string): string => `vrrp_instance VI_1 {
  interface eth0
  virtual_router_id 51
  priority 100
  virtual_ipaddress {
    ${address}
  }
}`;

function afterTheLinkIsBack(virtual: string, own: readonly (readonly string[])[]): unknown {
  const sources: readonly SourceFile[] = [
    { path: 'a.conf', text: text(virtual) },
    { path: 'b.conf', text: text(virtual) },
  ];
  const nodes = sources.flatMap((source) => readNodes(source, '2.2.7'));
  const addresses = new Map(
    nodes.map((node, index) => [node, new Map([['eth0', own[index] ?? []]])] as const),
  );
  const link = { kind: 'link', nodes: ['a', 'b'] } as const;
  const steps = failover(nodes, { release: '2.2.7', addresses }).follow([
    { change: 'fail', fault: link },
    { change: 'repair', fault: link },
  ]);
  const { masters, candidates } = steps[1]?.routers[0] ?? {};
  return { masters, candidates };
}

describe('the primary address decides', () => {
  test('when it is known: the higher one stays master', () => {
    expect(afterTheLinkIsBack('192.0.2.10/24', [['192.0.2.9/24'], ['192.0.2.10/24']])).toEqual({
      masters: ['b'],
      candidates: [],
    });
    expect(afterTheLinkIsBack('192.0.2.10/24', [['192.0.2.110/24'], ['192.0.2.20/24']])).toEqual({
      masters: ['a'],
      candidates: [],
    });
  });

  test('of IPv6 the link-local one', () => {
    const own = [
      ['2001:db8::9/64', 'fe80::1/64'],
      ['2001:db8::1/64', 'fe80::2/64'],
    ];
    expect(afterTheLinkIsBack('2001:db8::10/64', own)).toEqual({ masters: ['b'], candidates: [] });
  });

  test.each([
    ['nothing is known', [[], []]],
    ['one is unknown', [['192.0.2.1'], []]],
    ['one is no address', [['192.0.2.1'], ['eth0']]],
    ['one is of the other family', [['192.0.2.1'], ['fe80::1']]],
  ])('nothing is decided when %s', (_, own) => {
    expect(afterTheLinkIsBack('192.0.2.10/24', own)).toEqual({
      masters: [],
      candidates: ['a', 'b'],
    });
  });
});
