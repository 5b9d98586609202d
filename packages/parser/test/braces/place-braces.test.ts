import { describe, expect, test } from 'vitest';
import { nestingLimit, parse, print, type Item } from '../../src/index.ts';

const configuration = `global_defs {
    router_id lb1
    notification_email {
        admin@example.org
    }
}
vrrp_script chk {
    script "/bin/check"
    weight -20
}
vrrp_instance VI_1 {
    state MASTER
    interface eth0
    virtual_router_id 51
    authentication {
        auth_type PASS
        auth_pass secret
    }
    track_script {
        chk
    }
    virtual_ipaddress {
        192.0.2.10/24
    }
}
vrrp_instance VI_2 {
    priority 90
    virtual_ipaddress {
        192.0.2.11/24
    }
}
virtual_server 192.0.2.10 80 {
    delay_loop 6
    real_server 198.51.100.1 80 {
        weight 1
        HTTP_GET {
            url {
                path /
                status_code 200
            }
            connect_timeout 3
        }
    }
    real_server 198.51.100.2 80 {
        TCP_CHECK {
            connect_timeout 3
        }
    }
}
`;

/** The shape of a tree: which keyword stands in which block. */
function shape(items: readonly Item[]): unknown {
  return items.flatMap((item) => {
    if (item.kind !== 'statement') return [];
    return [[item.keyword.text, item.block ? shape(item.block.items) : []]];
  });
}

function positionsOf(text: string, character: string): readonly number[] {
  return [...text].flatMap((each, index) => (each === character ? [index] : []));
}

function afterUrl(text: string, at: number): boolean {
  return text
    .slice(at + 1)
    .trimStart()
    .startsWith('connect_timeout');
}

const withoutIndentation = configuration.replace(/^ +/gm, '');

describe.each([
  ['indented', configuration],
  ['not indented', withoutIndentation],
])('a configuration that is %s', (_, text) => {
  const whole = shape(parse({ path: 'a.conf', text }).items);
  const closing = positionsOf(text, '}');

  test('has no problem', () => {
    expect(parse({ path: 'a.conf', text }).problems).toEqual([]);
  });

  test.each(closing.map((at, index) => [index + 1, at] as const))(
    'and lacks its closing brace number %i is read as if it were there',
    (_number, at) => {
      const broken = text.slice(0, at) + text.slice(at + 1);
      const tree = parse({ path: 'a.conf', text: broken });
      expect(tree.problems.map(({ kind }) => kind)).toEqual(['unclosed-block']);
      expect(shape(tree.items)).toEqual(whole);
      expect(print(tree)).toBe(broken);
    },
  );

  // What follows url, connect_timeout, can stand in HTTP_GET and in real_server: only the indentation
  // tells that HTTP_GET was not meant to end.
  const telling = closing.filter((at) => text === configuration || !afterUrl(text, at));
  test.each(telling.map((at, index) => [index + 1, at] as const))(
    'and has its closing brace number %i twice is read as if it were there once',
    (_number, at) => {
      const broken = `${text.slice(0, at)}}\n${text.slice(at)}`;
      const tree = parse({ path: 'a.conf', text: broken });
      expect(tree.problems.map(({ kind }) => kind)).toEqual(['extra-brace']);
      expect(shape(tree.items)).toEqual(whole);
      expect(print(tree)).toBe(broken);
    },
  );
});

test('blocks beyond the limit are words, and that is said once', () => {
  const text = 'a {\n'.repeat(100_000);
  const tree = parse({ path: 'deep.conf', text });
  expect(print(tree)).toBe(text);
  const [deep, ...others] = tree.problems;
  expect(deep).toMatchObject({ kind: 'deep-nesting', limit: nestingLimit });
  expect(others.every(({ kind }) => kind === 'unclosed-block')).toBe(true);
});
