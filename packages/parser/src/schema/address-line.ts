import { scope } from './iproute-values.ts';
import type { ArgumentsSchema } from './value.ts';

/** keepalived/vrrp/vrrp_ipaddress.c, alloc_ipaddress() */
export const addressLine = {
  type: 'arguments',
  operands: {
    address: {
      summary: 'The address, with the prefix length of its network',
      value: { type: 'cidr' },
    },
  },
  options: {
    dev: {
      summary: 'Interface that gets the address, when it is not that of the instance',
      since: '1.0.1',
      value: { type: 'interface' },
      repeat: 'first',
    },
    scope: {
      summary: 'How far the address is valid, by name or number',
      since: '1.0.3',
      value: { ...scope, wraps: true },
      family: 4,
      loss: 'argument',
    },
    broadcast: {
      summary: 'Broadcast address; `+` and `-` derive it from address and prefix',
      since: '1.1.3',
      value: { type: 'address', family: 4, words: ['+', '-'], exact: true },
      family: 4,
    },
    brd: { summary: 'Short for broadcast', since: '1.1.3', sameAs: 'broadcast' },
    label: {
      summary: 'Name under which the address is shown',
      since: '1.1.14',
      value: { type: 'string', syntax: '<LABEL>', maxLength: 15 },
      family: 4,
    },
    peer: {
      summary: 'Address at the other end of a point-to-point link',
      since: '2.0.0',
      value: { type: 'address', exact: true },
      repeat: 'first',
      loss: 'argument',
    },
    home: { summary: 'Marks a home address of Mobile IPv6', since: '1.3.6' },
    '-nodad': { summary: 'Leaves duplicate address detection on', since: '1.3.6' },
    mngtmpaddr: {
      summary: 'Lets the kernel derive temporary addresses from it',
      since: '1.3.6',
      build: ['kernel headers >= 3.14'],
    },
    noprefixroute: {
      summary: 'Adds no route for the prefix',
      since: '1.3.6',
      build: ['kernel headers >= 3.14'],
    },
    autojoin: {
      summary: 'Joins the multicast group of the address',
      since: '1.3.6',
      build: ['kernel headers >= 4.1'],
    },
    no_track: {
      summary: 'Lets the address be lost without any consequence for the instance',
      since: '2.0.3',
    },
    preferred_lft: {
      summary: 'Seconds for which the address is preferred as a source',
      since: '2.0.20',
      value: { type: 'integer', min: 0, max: 4294967295, unit: 's', names: ['forever'] },
      loss: 'argument',
    },
    track_group: {
      summary: 'Track group that is affected when the address is lost',
      since: '2.0.3',
      value: { type: 'string', syntax: '<GROUP>' },
      only: ['static_ipaddress'],
      repeat: 'first',
      loss: 'argument',
    },
    use_vmac: {
      summary: 'Places the address on a VMAC of the interface',
      since: '2.2.0',
      only: ['virtual_ipaddress', 'virtual_ipaddress_excluded'],
      build: ['not --disable-vmac'],
    },
  },
  unknown: 'skipped',
  missing: 'ignores',
  oneFamily: true,
  constraints: [
    { kind: 'exclusive', among: ['broadcast', 'peer'], loss: 'argument' },
    { kind: 'prefix', of: 'address', option: 'peer', longest: 'full', loss: 'argument' },
    {
      kind: 'prefix',
      of: 'address',
      option: 'broadcast',
      being: ['+', '-'],
      longest: 30,
      loss: 'argument',
    },
  ],
} as const satisfies ArgumentsSchema;
