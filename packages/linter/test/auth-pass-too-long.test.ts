import { expect, test } from 'vitest';
import { lint } from '../src/index.ts';

function node(path: string, password: string): { readonly path: string; readonly text: string } {
  const text = `vrrp_instance VI_1 {
    interface eth0
    virtual_router_id 51
    priority ${path.length * 10}
    authentication {
        auth_type PASS
        auth_pass ${password}
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`;
  return { path, text };
}

function notesOn(...nodes: readonly ReturnType<typeof node>[]): readonly string[] {
  const { diagnostics } = lint(nodes);
  return diagnostics
    .filter(({ rule }) => rule === 'auth-pass-too-long')
    .flatMap(({ notes }) => notes.slice(1));
}

test('says of a pair whether the bytes that count are the same', () => {
  const same = 'the first 8 bytes are the same on lb2.conf, so the nodes accept each other';
  expect(notesOn(node('lb.conf', 'tangerines'), node('lb2.conf', 'tangerin'))).toEqual([same]);

  const different = 'the first 8 bytes differ on lb2.conf, so the nodes do not accept each other';
  expect(notesOn(node('lb.conf', 'tangerines'), node('lb2.conf', 'orange'))).toEqual([different]);
});

test('says nothing of others when there are none, or when nobody authenticates', () => {
  expect(notesOn(node('lb.conf', 'tangerines'))).toEqual([]);

  const strict = {
    path: 'lb2.conf',
    text: `global_defs {\n  vrrp_strict\n}\n${node('', 'x').text}`,
  };
  expect(notesOn(node('lb.conf', 'tangerines'), strict)).toEqual([]);
});
