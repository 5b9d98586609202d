import { expect, test } from 'vitest';
import { positionAt } from '@kalint/parser';
import { fold, lint } from '../src/index.ts';

function realServers(count: number, lines: string): string {
  return Array.from(
    { length: count },
    (_, index) => `  real_server 198.51.100.${index + 1} 80 {
    TCP_CHECK {
      ${lines}
    }
  }
`,
  ).join('');
}

function foldedIn(text: string): ReturnType<typeof fold> {
  return fold(lint([{ path: 'keepalived.conf', text }]).diagnostics);
}

test('a mistake that was copied seven times is one diagnostic with one repair', () => {
  const text = `virtual_server 192.0.2.10 80 {
  lb_algo rr
  lb_kind NAT
  protocol TCP
${realServers(7, 'connnect_timeout 3')}}
`;
  const [found, ...others] = foldedIn(text);
  expect(others).toEqual([]);
  expect(found?.rule).toBe('unknown-keyword');
  expect(found?.repeats.map(({ source, span }) => positionAt(source, span.start).line)).toEqual([
    12, 17, 22, 27, 32, 37,
  ]);
  expect(found?.fix?.edits).toHaveLength(7);
});

test('what is said of other places, or of other files, stays apart', () => {
  const text = `virtual_server 192.0.2.10 80 {
  lb_algo rr
  lb_kind NAT
  protocol TCP
${realServers(1, 'connnect_timeout 3')}${realServers(1, 'conect_port 3')}}
`;
  expect(foldedIn(text).filter(({ rule }) => rule === 'unknown-keyword')).toHaveLength(2);
  const files = ['a.conf', 'b.conf'].map((path) => ({ path, text: 'vrrp_instnce VI_1 {\n}\n' }));
  expect(fold(lint(files).diagnostics).filter(({ repeats }) => repeats.length > 0)).toEqual([]);
});
