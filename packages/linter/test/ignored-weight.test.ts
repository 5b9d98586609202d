import { expect, test } from 'vitest';
import { lint } from '../src/index.ts';

/** What is said to become of something that a member of a sync group, or an address owner, tracks. */
function consequences(tracked: string, { priority }: { readonly priority: number }): string {
  const text = `
track_file load {
    file /run/load
}
track_file drain {
    file /run/drain
    weight -20
}
vrrp_script check {
    script /usr/bin/true
    weight -20
}
vrrp_sync_group ${priority === 255 ? 'VG_2 { group { VI_2' : 'VG_1 { group { VI_1'} } }
vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority ${priority}
    ${tracked}
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`;
  const { diagnostics } = lint([{ path: 'lb.conf', text }]);
  return diagnostics
    .filter(({ rule }) => rule === 'ignored-weight')
    .flatMap(({ notes }) => notes)
    .join('\n');
}

const [member, owner] = [{ priority: 100 }, { priority: 255 }];

test('a weighted script of a group member or an owner is not watched', () => {
  const tracked = 'track_script {\n check\n }';
  expect(consequences(tracked, member)).toContain('nothing happens');
  expect(consequences(tracked, owner)).toContain('nothing happens');
});

test('an interface keeps its weight in a group, and has none on an owner', () => {
  const tracked = 'track_interface {\n eth1 weight -20\n }';
  expect(consequences(tracked, member)).toContain('still adds it to the priority');
  expect(consequences(tracked, owner)).toContain('nothing happens');
});

test('a file with the weight that it has by itself means FAULT, with another one nothing', () => {
  expect(consequences('track_file {\n load\n }', member)).toContain('FAULT');
  expect(consequences('track_file {\n load\n }', owner)).toContain('FAULT');
  expect(consequences('track_file {\n drain\n }', member)).toContain('nothing happens');
});
