import { describe, expect, test } from 'vitest';
import { nestingLimit, parse, print, type Item, type SyntaxTree } from '../../src/index.ts';

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

function parsed(text: string): SyntaxTree {
  return parse({ path: 'a.conf', text });
}

/** The shape of a tree: which line stands in which block. */
function shape(items: readonly Item[]): unknown {
  return items.flatMap((item): readonly unknown[] => {
    if (item.kind !== 'statement') return item.kind === 'block' ? ['block'] : [];
    const line = [item.keyword, ...item.words].map(({ text }) => text).join(' ');
    return [[line, item.block ? shape(item.block.items) : undefined]];
  });
}

function kindsOf({ problems }: SyntaxTree): readonly string[] {
  return problems.map(({ kind }) => kind);
}

function positionsOf(text: string, character: string): readonly number[] {
  return [...text].flatMap((each, index) => (each === character ? [index] : []));
}

function numbered(positions: readonly number[]): readonly (readonly [number, number])[] {
  return positions.map((at, index) => [index + 1, at]);
}

function without(text: string, at: number): string {
  return text.slice(0, at) + text.slice(at + 1);
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
  const whole = shape(parsed(text).items);
  const opening = positionsOf(text, '{');
  const closing = positionsOf(text, '}');

  function expectProblem(broken: string, kind: string): void {
    const tree = parsed(broken);
    expect(kindsOf(tree)).toEqual([kind]);
    expect(shape(tree.items)).toEqual(whole);
    expect(print(tree)).toBe(broken);
  }

  test('has no problem', () => {
    expect(parsed(text).problems).toEqual([]);
  });

  test.each(numbered(opening))(
    'and lacks its opening brace number %i is read as if it were there',
    (_number, at) => expectProblem(without(text, at), 'unopened-block'),
  );

  test.each(numbered(opening))(
    'and has its opening brace number %i twice is read as if it were there once',
    (_number, at) => {
      expectProblem(`${text.slice(0, at)}{${text.slice(at)}`, 'extra-brace');
      expectProblem(`${text.slice(0, at)}{\n${text.slice(at)}`, 'extra-brace');
    },
  );

  test.each(numbered(opening))(
    'and has its opening brace number %i a line further down is read as if it were in its place',
    (_number, at) => {
      const end = text.indexOf('\n', text.indexOf('\n', at) + 1);
      const tree = parsed(`${without(text, at).slice(0, end - 1)} {${text.slice(end)}`);
      expect(shape(tree.items)).toEqual(whole);
      // Behind a keyword that takes no block it is in the wrong place; else it is one that is doubled.
      expect(tree.problems.length).toBe(1);
    },
  );

  test.each(numbered(closing))(
    'and lacks its closing brace number %i is read as if it were there',
    (_number, at) => expectProblem(without(text, at), 'unclosed-block'),
  );

  // What follows url, connect_timeout, can stand in HTTP_GET and in real_server: only the indentation
  // tells that HTTP_GET was not meant to end.
  const telling = closing.filter((at) => text === configuration || !afterUrl(text, at));
  test.each(numbered(telling))(
    'and has its closing brace number %i twice is read as if it were there once',
    (_number, at) => {
      expectProblem(`${text.slice(0, at)}}${text.slice(at)}`, 'extra-brace');
      expectProblem(`${text.slice(0, at)}}\n${text.slice(at)}`, 'extra-brace');
    },
  );

  test('and has two mistakes far from each other has two problems', () => {
    const [first = 0] = opening;
    const last = closing.at(-3) ?? 0;
    const broken = without(without(text, last), first);
    const tree = parsed(broken);
    expect(kindsOf(tree)).toEqual(['unopened-block', 'unclosed-block']);
    expect(shape(tree.items)).toEqual(whole);
  });
});

describe('of two braces on one line', () => {
  test('the second is the one too many, whatever follows', () => {
    const text = withoutIndentation.replace('192.0.2.10/24\n}\n}', '192.0.2.10/24\n}}\n}');
    const [problem] = parsed(text).problems;
    expect(problem).toMatchObject({ kind: 'extra-brace' });
    const at = text.indexOf('}}') + 1;
    expect(problem).toHaveProperty('span', { start: at, end: at + 1 });
  });

  test('that open, the first one opens the block', () => {
    const text = configuration.replace('vrrp_instance VI_1 {', 'vrrp_instance VI_1 {{');
    const at = text.indexOf('{{') + 1;
    expect(parsed(text).problems).toMatchObject([
      { kind: 'extra-brace', brace: '{', span: { start: at, end: at + 1 } },
    ]);
  });
});

describe('a brace in the wrong place is one problem', () => {
  test('an opening one, behind the line that it should stand before', () => {
    const text = 'vrrp_instance a\n  state MASTER {\n  interface eth0\n}\n';
    const tree = parsed(text);
    const at = text.indexOf('{');
    expect(tree.problems).toMatchObject([
      { kind: 'unopened-block', displaced: { start: at, end: at + 1 } },
    ]);
    expect(shape(tree.items)).toEqual([
      [
        'vrrp_instance a',
        [
          ['state MASTER', undefined],
          ['interface eth0', undefined],
        ],
      ],
    ]);
  });

  test('a closing one, in the block that follows', () => {
    const text = withoutIndentation.replace(
      'chk\n}\nvirtual_ipaddress {\n',
      'chk\nvirtual_ipaddress {\n}\n',
    );
    const tree = parsed(text);
    expect(kindsOf(tree)).toEqual(['unclosed-block']);
    expect(tree.problems).toHaveProperty([0, 'displaced', 'start'], text.indexOf('{\n}\n') + 2);
    expect(shape(tree.items)).toEqual(shape(parsed(withoutIndentation).items));
  });
});

describe('limits', () => {
  test('blocks beyond the limit end the reading, and that is said once', () => {
    const text = 'a {\n'.repeat(100_000);
    const tree = parsed(text);
    expect(print(tree)).toBe(text);
    expect(tree.problems).toMatchObject([{ kind: 'deep-nesting', limit: nestingLimit }]);
  });

  test('so do very many braces that do not fit', () => {
    const text = `global_defs {\nrouter_id a\n}\n${'}\n'.repeat(100_000)}`;
    const tree = parsed(text);
    expect(print(tree)).toBe(text);
    expect(shape(tree.items)).toEqual([['global_defs', [['router_id a', undefined]]]]);
    expect(tree.problems).toMatchObject([{ kind: 'limit-exceeded', of: 'misplaced braces' }]);
  });
});
