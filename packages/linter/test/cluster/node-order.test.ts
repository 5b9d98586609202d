import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/index.ts';
import { lintCluster } from './lint-files.ts';

/* Nodes in whatever order: the same is found, at the same places, in the same words. */

const address = fc.constantFrom('192.0.2.10', '192.0.2.11', '192.0.2.12', '192.0.2.13');

const globals = fc.record({
  group: fc.constantFrom('', '', 'vrrp_mcast_group4 224.0.0.100'),
  version: fc.constantFrom('', '', 'vrrp_version 3', 'vrrp_version 2'),
  strict: fc.constantFrom('', '', '', 'vrrp_strict'),
  router: fc.constantFrom('', 'router_id lb'),
});

const instance = fc.record({
  id: fc.constantFrom(51, 51, 51, 52),
  state: fc.constantFrom('', 'state MASTER', 'state BACKUP'),
  priority: fc.constantFrom('', 'priority 100', 'priority 150', 'priority 255'),
  interval: fc.constantFrom('', '', 'advert_int 1', 'advert_int 2'),
  version: fc.constantFrom('', '', 'version 2', 'version 3'),
  group: fc.constantFrom('', '', 'mcast_dst_ip 224.0.0.101'),
  password: fc.constantFrom('', 'one', 'two'),
  source: fc.constantFrom('', '198.51.100.1', '198.51.100.2'),
  peers: fc.subarray(['198.51.100.1', '198.51.100.2', '198.51.100.3'], { maxLength: 2 }),
  preemption: fc.constantFrom('', '', 'nopreempt'),
  accept: fc.constantFrom('', '', 'no_accept'),
  prefix: fc.constantFrom('', '/24', '/24', '/25'),
  excluded: fc.subarray(['203.0.113.10', '203.0.113.11'], { maxLength: 1 }),
  addresses: fc.uniqueArray(address, { minLength: 1, maxLength: 3 }),
});

type Globals = typeof globals extends fc.Arbitrary<infer T> ? T : never;
type Instance = typeof instance extends fc.Arbitrary<infer T> ? T : never;

function textOf(
  general: Globals,
  instances: readonly Instance[],
  backwards: boolean,
  grouped: boolean,
): string {
  const lines = instances.map(
    (each, index) => `vrrp_instance VI_${index} {
    interface eth${index}
    virtual_router_id ${each.id + 10 * index}
    ${[each.state, each.priority, each.interval, each.version, each.group].join('\n    ')}
    ${[each.preemption, each.accept].join('\n    ')}
    ${each.password && `authentication {\n auth_type PASS\n auth_pass ${each.password}\n }`}
    ${each.source && `unicast_src_ip ${each.source}`}
    unicast_peer {
        ${each.peers.join('\n        ')}
    }
    virtual_ipaddress {
        ${each.addresses.map((text) => text.replace('.2.', `.${index + 2}.`) + each.prefix).join('\n        ')}
    }
    virtual_ipaddress_excluded {
        ${each.excluded.join('\n        ')}
    }
}
`,
  );
  if (backwards) lines.reverse();
  const names = grouped ? instances.map((_, index) => `VI_${index}`).join('\n') : '';
  const group = names && `vrrp_sync_group VG {\n group {\n${names}\n }\n}\n`;
  return `global_defs {\n${Object.values(general).join('\n')}\n}\n${group}${lines.join('')}`;
}

const node = (instances: number): fc.Arbitrary<string> =>
  fc
    .tuple(
      globals,
      fc.array(instance, { minLength: instances, maxLength: instances }),
      fc.boolean(),
      fc.boolean(),
    )
    .map((parts) => textOf(...parts));

const cluster = (nodes: number): fc.Arbitrary<readonly string[]> =>
  fc
    .integer({ min: 1, max: 3 })
    .chain((instances) => fc.array(node(instances), { minLength: nodes, maxLength: nodes }));

/** All that is said about the files in an order; the files keep their names. */
function found(texts: readonly string[], order: readonly number[]): readonly Diagnostic[] {
  return lintCluster(
    Object.fromEntries(order.map((index) => [`node${index}`, texts[index] ?? ''])),
    undefined,
    'strict',
  );
}

describe('the order of the nodes changes nothing', () => {
  test('about two', () => {
    fc.assert(
      fc.property(cluster(2), (texts) => {
        expect(found(texts, [1, 0])).toEqual(found(texts, [0, 1]));
      }),
      { numRuns: 500 },
    );
  });

  test('about four', () => {
    fc.assert(
      fc.property(
        cluster(4),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        (texts, order) => {
          expect(found(texts, order)).toEqual(found(texts, [0, 1, 2, 3]));
        },
      ),
      { numRuns: 300 },
    );
  });
});
