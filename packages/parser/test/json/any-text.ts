import fc from 'fast-check';

const fragments = [
  ...['{', '}', '"', "'", '#', '!', '\\', '$', '@', '~', '=', '(', ')', '/', ',', '\n', '\r\n'],
  ...[' ', '\t', '\f', '\v', '\r', '\0', '\uFEFF', '\u00A0', '\u2028', '\uD800', '配置', 'é'],
  ...['vrrp_instance', 'priority', 'include', 'include ', '@id', '@^id', '$NAME=', '~SEQ(a, 1, 2)'],
  ...['${NAME}', '\\\n', '\\\r\n', '\\"', '\\#', 'auth_pass', '192.0.2.1/24', '~LST(', '# comment'],
];

const lines = [
  ...['vrrp_instance VI_1 {', 'authentication {', 'virtual_ipaddress {', 'whatever {', '{', '}'],
  ...[
    '} }',
    'priority 100',
    'script "a b"',
    '192.0.2.1/24 dev eth0',
    '$X=1',
    '$Y=\\',
    '@a',
    '@b {',
  ],
  ...[
    '# comment',
    '',
    'priority 100 ! comment',
    'virtual_router_id 51 }',
    'include x.conf',
    '"open',
  ],
  ...['~SEQ(n, 1, 3) 192.0.2.$n', '{ priority 1 }', 'a{b{c}d}', 'key 1 x\\#y "z\\#"'],
];

const indentation = fc.constantFrom('', '', '    ', '    ', '        ', '\t', '  ');

/** Text that looks like a configuration whose braces may not pair up. */
const configuration = fc
  .array(fc.tuple(indentation, fc.constantFrom(...lines)), { maxLength: 25 })
  .map((parts) => parts.map((part) => part.join('')).join('\n'));

/** Text that looks like a configuration, and text that looks like nothing. */
export const anyText = fc.oneof(
  configuration,
  configuration.map((text) => text.replaceAll('\n', '\r\n')),
  fc.array(fc.constantFrom(...fragments), { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);
