import {
  compareReleases,
  isRelease,
  type KeywordSchema,
  type LineType,
  type Release,
  type ValueSchema,
} from '@kalint/parser';
import type { KeywordRecord } from './reference.ts';

/** Something that both the reference and the keyword table say of a keyword. */
export interface Fact {
  readonly name: string;
  /** What the reference says; undefined where it says nothing that could be compared. */
  readonly reference: (record: KeywordRecord, blocks: readonly KeywordRecord[]) => unknown;
  /** What the table says. `blocks` are those around the keyword, as in the reference. */
  readonly table: (schema: KeywordSchema, blocks: readonly KeywordSchema[]) => unknown;
}

/** The facts that are compared. Each is asked only where the reference knows it. */
export const facts: readonly Fact[] = [
  {
    name: 'shape',
    reference: ({ isBlock, freeForm }) => (freeForm ? 'lines' : isBlock ? 'block' : 'setting'),
    table: ({ lines, keywords }) => (lines ? 'lines' : keywords ? 'block' : 'setting'),
  },
  {
    name: 'lines',
    reference: ({ grammar }) => grammar && lineTypes[grammar],
    table: ({ lines }) => lines,
  },
  {
    name: 'type',
    reference: ({ kind }) => kinds[kind],
    table: ({ value }) => value.type,
  },
  { name: 'min', reference: ({ min }) => min, table: ({ value }) => bound(value, 'min') },
  {
    name: 'max',
    reference: ({ max }) => (typeof max === 'number' ? max : undefined),
    table: ({ value }) => bound(value, 'max'),
  },
  {
    name: 'unit',
    reference: ({ unit }) => unit,
    table: ({ value }) => factIn(value, 'unit'),
  },
  {
    name: 'decimal places',
    reference: (record) => record.max_decimal_places,
    table: ({ value }) => ('places' in value ? value.places : undefined),
  },
  {
    name: 'values',
    reference: ({ kind, values }) => (kind === 'enum' ? values : undefined),
    table: ({ value }) => ('values' in value ? value.values : undefined),
  },
  {
    name: 'values of any case',
    reference: (record) =>
      record.values_case_sensitive === undefined ? undefined : !record.values_case_sensitive,
    table: ({ value }) => factIn(value, 'ignoreCase') === true,
  },
  {
    name: 'longest value in bytes',
    reference: (record) => record.max_length,
    table: ({ value }) => longest(value),
  },
  {
    name: 'default',
    reference: (record) => literal(record.default),
    table: ({ default: value }) => value,
  },
  {
    name: 'number when bare',
    reference: (record) => (typeof record.bare_means === 'number' ? record.bare_means : undefined),
    table: ({ value }) => ('bare' in value ? value.bare : undefined),
  },
  {
    name: 'required',
    reference: ({ required = false }) => required,
    table: ({ required = false }) => required,
  },
  {
    name: 'deprecated',
    reference: ({ deprecated }) => deprecated !== undefined,
    table: ({ deprecated }) => deprecated !== undefined,
  },
  {
    name: 'without its value',
    reference: (record) => onMissing(record.missing_value),
    table: ({ missing = 'exits' }) => missing,
  },
  {
    name: 'build options',
    reference: ({ ifdef = [] }) => [...new Set(ifdef.flatMap((macro) => builds[macro] ?? [macro]))],
    table: ({ build = [] }) => build,
  },
  {
    // It can stand in a file when all the blocks around it can.
    name: 'first release',
    reference: (record, blocks) =>
      latest([record, ...blocks].map(({ since }) => releaseNamed(since))),
    table: (schema, blocks) => latest([schema, ...blocks].map(({ since }) => since)),
  },
];

/** The reference writes the tags of keepalived's repository. */
function releaseNamed(tag: string): Release {
  const release = tag.startsWith('unreleased') ? 'unreleased' : tag.replace(/^v/, '');
  if (!isRelease(release)) throw new Error(`unknown release ${tag}`);
  return release;
}

function latest(releases: readonly Release[]): Release | undefined {
  return releases.toSorted(compareReleases).at(-1);
}

function bound(value: ValueSchema, end: 'min' | 'max'): unknown {
  return factIn(value, end);
}

/** A fact about the value, or about the first of several values on a line that has one like it. */
function factIn(value: ValueSchema, name: string): unknown {
  const own: unknown = Object.entries(value).find(([each]) => each === name)?.[1];
  if (own !== undefined || value.type !== 'arguments') return own;
  const { operands = {}, options = {} } = value;
  for (const { value: inner } of [...Object.values(operands), ...Object.values(options)]) {
    const fact = inner && factIn(inner, name);
    if (fact !== undefined) return fact;
  }
  return undefined;
}

function longest(value: ValueSchema): unknown {
  return value.type === 'interface' ? 15 : factIn(value, 'maxLength');
}

/** Only what could stand in a file: the rest of the defaults are sentences. */
function literal(value: KeywordRecord['default']): unknown {
  return typeof value === 'string' || value === null ? undefined : value;
}

function onMissing(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (text.includes('SIGSEGV')) return 'crashes';
  return text.includes('CONFIG_MISSING_PARAMETER') ? 'exits' : 'ignores';
}

/** The reference's kinds that name one type. The others say no more than that there are words. */
const kinds: Readonly<Record<string, ValueSchema['type']>> = {
  boolean: 'boolean',
  decimal: 'decimal',
  enum: 'enum',
  flag: 'flag',
  integer: 'integer',
  'integer list': 'integers',
  interface: 'interface',
  ip: 'address',
  'ip-port': 'arguments',
  ipv4: 'address',
  ipv6: 'address',
  script: 'script',
  path: 'string',
  string: 'string',
};

const lineTypes: Readonly<Record<string, LineType>> = {
  if_up_down_delay: 'interface-delay',
  ipaddress: 'address',
  linkbeat_interface: 'linkbeat-interface',
  route: 'route',
  rule: 'rule',
  track_bfd: 'tracked-bfd',
  track_file: 'tracked-file',
  track_interface: 'tracked-interface',
  track_process: 'tracked-process',
  track_script: 'tracked-script',
  unicast_peer: 'unicast-peer',
  virtual_server_group_entry: 'virtual-server-group-entry',
};

/**
 * What keepalived must be built with, by the name that its source tests. Nothing stands for what no
 * packaged keepalived is without: VRRP and LVS themselves.
 */
const builds: Readonly<Record<string, readonly string[]>> = {
  _WITH_VRRP_: [],
  _WITH_LVS_: [],
  WITH_HOST_ENTRIES: [],
  '!_ONE_PROCESS_DEBUG_': [],
  '_WITH_VRRP_|| _WITH_LVS_': [],
  '_WITH_LVS_|| _WITH_VRRP_': [],
  '|| _WITH_LVS_': [],
  '!PCRE2_DONT_USE_JIT': ['default (PCRE2 JIT available)'],
  IP_VS_SVC_F_SCHED1: ['kernel headers >= 3.11'],
  _HAVE_SSL_SET_TLSEXT_HOST_NAME_: ['OpenSSL with SNI'],
  _HAVE_LIBIPSET_: ['libipset (off with --disable-libipset)'],
  _HAVE_VRF_: ['kernel headers with VRF'],
  _HAVE_VRRP_IPVLAN_: ['kernel headers with IPVLAN'],
  _HAVE_VRRP_VMAC_: ['not --disable-vmac'],
  _WITH_BFD_: ['--enable-bfd'],
  _WITH_DBUS_: ['--enable-dbus'],
  _WITH_FIREWALL_: ['iptables or nftables support'],
  '_WITH_IPTABLES_|| _WITH_NFTABLES_': ['iptables or nftables support'],
  _WITH_JSON_: ['--enable-json'],
  _WITH_LINKBEAT_: ['not --disable-linkbeat'],
  _WITH_NFTABLES_: ['libnftnl, not --disable-nftables'],
  _WITH_REGEX_CHECK_: ['--enable-regex'],
  _WITH_SNMP_: ['--enable-snmp (or any --enable-snmp-*)'],
  _WITH_SNMP_CHECKER_: ['--enable-snmp or --enable-snmp-checker'],
  _WITH_SNMP_RFCV2_: ['--enable-snmp-rfc or --enable-snmp-rfcv2'],
  _WITH_SNMP_RFCV3_: ['--enable-snmp-rfc or --enable-snmp-rfcv3'],
  _WITH_SNMP_RFC_: ['--enable-snmp-rfc (or rfcv2/rfcv3)'],
  _WITH_SNMP_VRRP_: ['--enable-snmp or --enable-snmp-vrrp'],
  _WITH_SO_MARK_: ['not --disable-fwmark'],
  _WITH_TRACK_PROCESS_: ['not --disable-track-process'],
  _WITH_UNICAST_CHKSUM_COMPAT_: ['not --disable-checksum-compat'],
  _WITH_VRRP_AUTH_: ['not --disable-vrrp-auth'],
};
