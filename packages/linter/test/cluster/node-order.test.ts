import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/index.ts';
import { lintCluster } from './lint-files.ts';

/*
 * Nodes in whatever order: the same is found. Which of two nodes is the deviant and which the
 * reference depends on the order, and nothing else does.
 */

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
  addresses: fc.uniqueArray(address, { minLength: 1, maxLength: 3 }),
});

type Globals = typeof globals extends fc.Arbitrary<infer T> ? T : never;
type Instance = typeof instance extends fc.Arbitrary<infer T> ? T : never;

function textOf(general: Globals, instances: readonly Instance[], backwards: boolean): string {
  const lines = instances.map(
    (each, index) => `vrrp_instance VI_${index} {
    interface eth${index}
    virtual_router_id ${each.id + 10 * index}
    ${[each.state, each.priority, each.interval, each.version, each.group].join('\n    ')}
    ${each.password && `authentication {\n auth_type PASS\n auth_pass ${each.password}\n }`}
    ${each.source && `unicast_src_ip ${each.source}`}
    unicast_peer {
        ${each.peers.join('\n        ')}
    }
    virtual_ipaddress {
        ${each.addresses.map((text) => text.replace('.2.', `.${index + 2}.`)).join('\n        ')}
    }
}
`,
  );
  if (backwards) lines.reverse();
  return `global_defs {\n${Object.values(general).join('\n')}\n}\n${lines.join('')}`;
}

const node = (instances: number): fc.Arbitrary<string> =>
  fc
    .tuple(
      globals,
      fc.array(instance, { minLength: instances, maxLength: instances }),
      fc.boolean(),
    )
    .map(([general, list, backwards]) => textOf(general, list, backwards));

const cluster = (nodes: number): fc.Arbitrary<readonly string[]> =>
  fc
    .integer({ min: 1, max: 3 })
    .chain((instances) => fc.array(node(instances), { minLength: nodes, maxLength: nodes }));

/** The findings about the files in an order; the files keep their names. */
function found(
  texts: readonly string[],
  order: readonly number[],
  toText: (diagnostic: Diagnostic) => string,
): readonly string[] {
  const files = Object.fromEntries(order.map((index) => [`node${index}`, texts[index] ?? '']));
  return lintCluster(files).map(toText).sort();
}

describe('the order of the nodes changes nothing', () => {
  test('about two: the same rules speak, about the same nodes', () => {
    const involved = ({ rule, severity, location, related }: Diagnostic): string => {
      const places = [location, ...related.map((each) => each.location)];
      const nodes = [...new Set(places.map(({ source }) => source.path))].sort();
      return `${severity} ${rule} ${nodes.join(' ')}`;
    };
    fc.assert(
      fc.property(cluster(2), (texts) => {
        expect(found(texts, [1, 0], involved)).toEqual(found(texts, [0, 1], involved));
      }),
      { numRuns: 500 },
    );
  });

  test('about four: the same rules speak', () => {
    const rules = (texts: readonly string[], order: readonly number[]): readonly string[] => [
      ...new Set(found(texts, order, ({ rule, severity }) => `${severity} ${rule}`)),
    ];
    fc.assert(
      fc.property(
        cluster(4),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        (texts, order) => {
          expect(rules(texts, order)).toEqual(rules(texts, [0, 1, 2, 3]));
        },
      ),
      { numRuns: 300 },
    );
  });
});
