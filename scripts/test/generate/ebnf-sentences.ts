import fc from 'fast-check';
import type { Expression } from '../../generate/ebnf/expression.ts';
import { definitionOf, isWordName, type Grammar } from './ebnf-matcher.ts';

/** A few words for each symbol that is a word, all of them within the bounds of what is most narrow. */
const samples: Readonly<Record<string, readonly string[]>> = {
  Newline: ['\n'],
  Text: ['name', '"two words"', '192.0.2.7', 'x-1.y', '7'],
  Interface: ['eth0', '"br-1"'],
  Command: ['/bin/true', '"/bin/sh -c true"', "'/bin/sh -c true'", '/bin/"my program"'],
  Boolean: ['true', 'on', 'yes', 'false', 'off', 'no'],
  Integer: ['1', '2', '10', '+3', '"4"', '200', '5000'],
  AnyInteger: ['1', '0x1f', '017', '+3'],
  Unsigned: ['0x1f', '022', '7'],
  Decimal: ['1', '2.5', '.5', '3.', '+4', '2000'],
  Duration: ['300', '300ms', '0.5s', '2MSECS', '1sec'],
  IntegerRange: ['200', '100-199', '503'],
  Numbers1to2BySlash: ['1', '0x1/2', '3/017'],
  Numbers1to16BySlash: ['1', '16/17/0x12'],
  Integers2ByDash: ['1-5', '1000-2000'],
  HexNumbers4ByColon: ['fe80:1:2:3'],
  HexOctets: ['00112233445566778899aabbccddeeff'],
  HexPattern: ['00', '0x1f', 'xx', '"01 02"'],
  PermissionBits: ['IRUSR', 'IRWXG|IRWXO', 'IWGRP|IWOTH'],
  HmacKey: [`hex:${'0a'.repeat(32)}`, 'file:/etc/key', 'k'.repeat(40)],
  Group: ['wheel', ':wheel'],
  Host: ['mail.example.org', '192.0.2.1'],
  Address: ['192.0.2.1', '2001:db8::1', '::'],
  IPv4Address: ['192.0.2.1'],
  IPv6Address: ['2001:db8::1', '::', '::ffff:192.0.2.1', '1:2:3:4:5:6:7:8'],
  LooseAddress: ['192.0.2.1', '2001:db8::1', '192.0.2.1/24', '192.0.2.1-9'],
  LooseMulticastAddress: ['224.0.0.5', 'ff02::12'],
  LooseMulticastIPv4Address: ['224.0.0.18', '239.255.0.1/32'],
  LooseMulticastIPv6Address: ['ff02::12', 'FF05::1'],
  Network: ['192.0.2.1', '192.0.2.1/24', '2001:db8::1/64', '192.0.2.1/'],
  IPv6Network: ['2001:db8::/32', '::1'],
  AddressRange: ['192.0.2.1', '192.0.2.1-9', '192.0.2.0/24', '2001:db8::1-ff'],
  MacAddress: ['02:00:00:00:00:01', '2:0:0:0:1'],
};

/** Texts that a production describes; each repetition is short. */
export function sentencesOf(grammar: Grammar, name: string): fc.Arbitrary<string> {
  const known = new Map<string, fc.Arbitrary<string>>();
  const named = (symbol: string): fc.Arbitrary<string> => {
    let arbitrary = known.get(symbol);
    if (!arbitrary) {
      arbitrary = isWordName(symbol) ? sampleOf(symbol) : of(definitionOf(grammar, symbol));
      known.set(symbol, arbitrary);
    }
    return arbitrary;
  };
  const of = (expression: Expression): fc.Arbitrary<string> => {
    switch (expression.kind) {
      case 'symbol':
        return named(expression.name);
      case 'literal':
        return fc.constant(expression.anyCase ? expression.text.toLowerCase() : expression.text);
      case 'sequence':
        return fc.tuple(...expression.items.map(of)).map((parts) => parts.join(' '));
      case 'choice':
        return fc.oneof(...expression.items.map(of));
      case 'optional':
        return fc.option(of(expression.item), { nil: '' });
      case 'repetition': {
        const { item, atLeast } = expression;
        return fc
          .array(of(item), { minLength: atLeast, maxLength: 4 })
          .map((parts) => parts.join(' '));
      }
      case 'remark':
      case 'named':
        return of(expression.item);
      case 'character':
        throw new Error('the keyword part is made of words');
    }
  };
  return named(name);
}

function sampleOf(symbol: string): fc.Arbitrary<string> {
  const words = samples[symbol];
  if (!words) throw new Error(`no sample for ${symbol}`);
  return fc.constantFrom(...words);
}
