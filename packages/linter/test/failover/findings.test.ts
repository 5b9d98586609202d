import { describe, expect, test } from 'vitest';
import { lint } from '../../src/index.ts';
import { failoverRules } from '../../src/rules/failover/index.ts';
import { inShort, sourcesOf } from '../cluster/lint-files.ts';

/* When the rules about failover are silent: each of these differs from a pair with a finding in one thing. */

interface Written {
  readonly priority: number;
  readonly weight?: number;
  readonly lines?: string;
  readonly more?: string;
  readonly address?: string;
}

function node({
  priority,
  weight,
  lines = '',
  more = '',
  address = '192.0.2.10/24',
}: Written): string {
  const script =
    weight === undefined ? '' : `vrrp_script chk {\n script /usr/bin/true\n weight ${weight}\n}\n`;
  const tracks = weight === undefined ? '' : ' track_script {\n chk\n }\n';
  return `${script}${more}vrrp_instance VI_1 {
 interface eth0
 virtual_router_id 51
 priority ${priority}
 virtual_ipaddress {
  ${address}
 }
${lines}
${tracks}}
`;
}

function found(...nodes: readonly Written[]): readonly string[] {
  const files = Object.fromEntries(nodes.map((each, index) => [`lb${index + 1}`, node(each)]));
  return lint(sourcesOf(files), { rules: failoverRules }).diagnostics.map(inShort);
}

const password = (word: string): string =>
  ` authentication {\n auth_type PASS\n auth_pass ${word}\n }`;

describe('preferred-node-not-master', () => {
  const top = { priority: 100 };
  const lifted = { priority: 90, weight: 20 };
  const finding = 'lb2:3 warning preferred-node-not-master -> lb1:4 lb2:8';

  test.each<readonly [string, Written, Written, readonly string[]]>([
    ['a weight on the lower node', top, lifted, [finding]],
    ['a weight that lifts it not so far', top, { ...lifted, weight: 9 }, []],
    ['a negative weight', top, { ...lifted, weight: -20 }, []],
    ['the same weight on both', { ...top, weight: 20 }, lifted, []],
    ['state MASTER on the node that is lifted', top, { ...lifted, lines: ' state MASTER' }, []],
    [
      'state MASTER on both',
      { ...top, lines: ' state MASTER' },
      { ...lifted, lines: ' state MASTER' },
      [finding],
    ],
    ['nodes that do not hear each other', top, { ...lifted, lines: password('secret') }, []],
    [
      'a file that can say who is master',
      {
        ...top,
        more: 'track_file f {\n file /run/f\n}\n',
        lines: ' track_file {\n f weight 50\n }',
      },
      lifted,
      [],
    ],
    ['an address owner', { priority: 255 }, lifted, []],
    ['a line that is lost by a mistake', top, { ...lifted, lines: ' nopreemptt' }, []],
  ])('%s', (_, lb1, lb2, expected) => {
    expect(found(lb1, lb2)).toEqual(expected);
  });
});

describe('equal-effective-priority', () => {
  const finding = 'lb2:3 warning equal-effective-priority -> lb1:8 lb2:8';

  test.each<readonly [string, Written, Written, readonly string[]]>([
    ['two sums above 254', { priority: 250, weight: 20 }, { priority: 240, weight: 20 }, [finding]],
    ['one of them', { priority: 250, weight: 20 }, { priority: 233, weight: 20 }, []],
    [
      'a weight that makes up for the difference',
      { priority: 100, weight: 30 },
      { priority: 90, weight: 40 },
      [finding],
    ],
    [
      'a weight that counts for nothing is the mistake',
      { priority: 254, weight: 20 },
      { priority: 240, weight: 20 },
      ['lb1:3 error ineffective-weight -> lb1:8 lb2:8'],
    ],
    [
      'nobody takes over from anybody',
      { priority: 250, weight: 20, lines: ' nopreempt' },
      { priority: 240, weight: 20, lines: ' nopreempt' },
      ['lb2:12 error nopreempt-blocks-failover -> lb1:3'],
    ],
  ])('%s', (_, lb1, lb2, expected) => {
    expect(found(lb1, lb2)).toEqual(expected);
  });
});

describe('two-masters-after-fault', () => {
  const lines = ' dont_track_primary';
  const address = '192.0.2.10/24 dev eth1';

  test.each<readonly [string, Partial<Written>, readonly string[]]>([
    [
      'an address elsewhere',
      { lines, address },
      ['lb1:8 warning two-masters-after-fault -> lb2:8'],
    ],
    ['an address on the interface itself', { lines }, []],
    ['an address on a VLAN of it', { lines, address: '192.0.2.10/24 dev eth0.7' }, []],
    ['a link that is tracked', { address }, []],
  ])('%s', (_, both, expected) => {
    expect(found({ priority: 100, ...both }, { priority: 90, ...both })).toEqual(expected);
  });
});

/** Instances of one sync group, of which every one but the last tracks a process by itself. */
function groupOf(count: number, priority: number): string {
  const names = Array.from({ length: count }, (_, index) => `VI_${index + 1}`);
  const instances = names.map(
    (name, index) => `vrrp_instance ${name} {
 interface eth${index}
 virtual_router_id ${index + 1}
 priority ${priority}
${index + 1 < count ? ' track_process {\n nginx weight -30\n }\n' : ''} virtual_ipaddress {
  198.51.${index}.10/24
 }
}
`,
  );
  return `vrrp_track_process nginx {\n process nginx\n}\n${instances.join('')}vrrp_sync_group G {\n group {\n ${names.join('\n ')}\n }\n}\n`;
}

describe('sync-group-pulls-apart', () => {
  const lintGroup = (count: number): readonly string[] =>
    lint(sourcesOf({ lb1: groupOf(count, 100), lb2: groupOf(count, 90) }), {
      rules: failoverRules,
    }).diagnostics.map(inShort);

  test('says of one process once that it is not tracked for all', () => {
    expect(lintGroup(4)).toEqual(['lb1:9 error sync-group-pulls-apart -> lb1:37']);
  });

  test('is silent about groups that are too large to be played through', () => {
    expect(lintGroup(32)).toEqual(['lb1:9 error sync-group-pulls-apart -> lb1:345']);
    expect(lintGroup(33)).toEqual([]);
  });
});
