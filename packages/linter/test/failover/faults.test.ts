import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatFault, parseFault, type Fault } from '../../src/failover/model/faults.ts';

const nodes = ['lb1', 'lb', 'lb-1', 'a-b', 'a', 'b'];
const node = fc.constantFrom(...nodes);
const name = fc.string({ minLength: 1, unit: 'binary' });

const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ kind: fc.constantFrom('down' as const, 'stop' as const), node }),
  fc.record({
    kind: fc.constantFrom(
      'script' as const,
      'interface' as const,
      'process' as const,
      'bfd' as const,
    ),
    node,
    name,
  }),
  fc.record({
    kind: fc.constant('file' as const),
    node,
    name,
    value: fc.integer({ min: -2147483647, max: 2147483647 }),
  }),
);

describe('a fault as text', () => {
  test('is read as it was written, whatever an item is called', () => {
    fc.assert(
      fc.property(fault, (each) => {
        expect(parseFault(formatFault(each), nodes)).toEqual(each);
      }),
    );
  });

  test('says the node with the longest name', () => {
    expect(parseFault('lb-1:down', nodes)).toEqual({ kind: 'down', node: 'lb-1' });
    expect(parseFault('lb:1:down', ['lb', 'lb:1'])).toEqual({ kind: 'down', node: 'lb:1' });
  });

  test('can be a link between two nodes', () => {
    expect(parseFault('link:lb1-lb-1', nodes)).toEqual({ kind: 'link', nodes: ['lb1', 'lb-1'] });
    expect(formatFault({ kind: 'link', nodes: ['lb1', 'lb-1'] })).toBe('link:lb1-lb-1');
  });

  test.each([
    '',
    'lb1',
    'lb1:',
    'lb1:burns',
    'lb1:script:',
    'lb1:file:load',
    'lb1:file:load=',
    'lb1:file:load=x',
    'lb9:down',
    'link:lb1-lb1',
    'link:lb1-lb9',
    'link:lb1',
  ])('%j is none', (text) => {
    expect(parseFault(text, nodes)).toBeUndefined();
  });
});
