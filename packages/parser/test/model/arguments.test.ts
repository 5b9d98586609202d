import { describe, expect, test } from 'vitest';
import {
  bind,
  parse,
  type BindingProblem,
  type Config,
  type Release,
  type RouteLine,
} from '../../src/index.ts';

function read(
  text: string,
  release: Release = '2.4.3',
): { readonly config: Config; readonly problems: readonly BindingProblem[] } {
  return bind(parse({ path: 'keepalived.conf', text }), release);
}

const instance = (body: string): string => `vrrp_instance V {\n${body}\n}\n`;

function routes(...lines: readonly string[]): readonly RouteLine[] {
  const { config, problems } = read(instance(`virtual_routes {\n${lines.join('\n')}\n}`));
  expect(problems).toEqual([]);
  return config.vrrp_instance?.[0]?.virtual_routes?.entries.map(({ value }) => value) ?? [];
}

describe('lines are typed', () => {
  test('an address with all its options', () => {
    const { config, problems } = read(
      instance(
        'virtual_ipaddress {\n192.0.2.1/24 brd + dev eth0 scope link label eth0:1 preferred_lft forever no_track\n}',
      ),
    );
    expect(problems).toEqual([]);
    const [entry] = config.vrrp_instance?.[0]?.virtual_ipaddress?.entries ?? [];
    const { address, broadcast, dev, scope, label, preferred_lft, no_track, home } =
      entry?.value ?? {};
    expect([address?.value.key, address?.value.prefix]).toEqual(['192.0.2.1', 24]);
    // The types are inferred from the schema: these lines do not compile when they are wrong.
    const lifetime: number | 'forever' | undefined = preferred_lft?.value;
    const isUntracked: true | undefined = no_track?.value;
    expect([dev?.value, scope?.value, label?.value, lifetime, isUntracked, home]).toEqual([
      'eth0',
      'link',
      'eth0:1',
      'forever',
      true,
      undefined,
    ]);
    // Another name of an option is that option; its words say what is written.
    expect([broadcast?.value, broadcast?.word.text, broadcast?.words[0]?.text]).toEqual([
      '+',
      'brd',
      '+',
    ]);
  });

  test('routes', () => {
    const [plain, typed, several] = routes(
      'default via 192.0.2.254 dev eth0 metric 5 mtu lock 1400 rtt 0.5s realms 3/x',
      'blackhole 192.0.2.0/24 no_track',
      '192.0.2.0/24 dev eth0 nexthop via 192.0.2.1 weight 3 nexthop via inet 192.0.2.2 onlink',
    );
    expect([plain?.to?.value, plain?.via?.value.address.value.key, plain?.dev?.value]).toEqual([
      'default',
      '192.0.2.254',
      'eth0',
    ]);
    expect([plain?.mtu?.value.lock?.value, plain?.mtu?.value.value.value]).toEqual([true, 1400]);
    expect(plain?.rtt?.value.value.value).toEqual({ value: 0.5, unit: 's' });
    expect(plain?.realms?.value).toEqual([3, 'x']);
    expect([typed?.type?.value, typed?.to?.value]).toMatchObject(['blackhole', { prefix: 24 }]);
    expect(several?.nexthop?.map(({ value }) => value?.via?.value.address.value.key)).toEqual([
      '192.0.2.1',
      '192.0.2.2',
    ]);
    expect(several?.nexthop?.map(({ value }) => value?.weight?.value)).toEqual([3, undefined]);
  });

  test('rules', () => {
    const { config, problems } = read(
      instance(
        'virtual_rules {\nfrom 192.0.2.0/24 lookup 100 priority 0x10 fwmark 1/0xff\nnot to 192.0.2.1 type goto 30 order 20\n}',
      ),
    );
    expect(problems).toEqual([]);
    const rules = config.vrrp_instance?.[0]?.virtual_rules?.entries.map(({ value }) => value);
    expect(
      rules?.map(({ table, preference, type }) => [
        table?.value,
        preference?.value,
        type?.value.goto?.value,
      ]),
    ).toEqual([
      [100, 16, undefined],
      [undefined, 20, 30],
    ]);
    expect(rules?.[0]?.fwmark?.value).toEqual([1, 255]);
  });

  test('entries of a virtual_server_group', () => {
    const { config, problems } = read(
      'virtual_server_group G {\n192.0.2.1-5 80\n192.0.2.16-192.0.2.31\n2001:db8::/64 443\nfwmark 7 inet6\n}\n',
    );
    expect(problems).toEqual([]);
    const entries = config.virtual_server_group?.[0]?.entries.map(({ value }) => value);
    expect(
      entries?.map(({ range, port, fwmark }) => [range?.value, port?.value, fwmark?.value]),
    ).toMatchObject([
      [{ first: { key: '192.0.2.1' }, last: 5 }, 80, undefined],
      [{ last: { key: '192.0.2.31' } }, undefined, undefined],
      [{ prefix: 64 }, 443, undefined],
      [undefined, undefined, { mark: { value: 7 }, family: { value: 'inet6' } }],
    ]);
  });

  test('interfaces, delays and names', () => {
    const { config, problems } = read(
      'linkbeat_interfaces {\neth0 MII\n}\ninterface_up_down_delays {\neth0 1.5 2\n}\n' +
        'vrrp_sync_group S {\ngroup {\nA B\nC\n}\n}\nglobal_defs {\nnotification_email {\na@example.com b@example.com\n}\n}\n',
    );
    expect(problems).toEqual([]);
    const [linkbeat] = config.linkbeat_interfaces?.entries ?? [];
    expect([linkbeat?.value.interface.value, linkbeat?.value.method?.value]).toEqual([
      'eth0',
      'MII',
    ]);
    const [delay] = config.interface_up_down_delays?.entries ?? [];
    expect([delay?.value.down?.value, delay?.value.up?.value]).toEqual([1.5, 2]);
    expect(config.vrrp_sync_group?.[0]?.group?.entries.map(({ value }) => value)).toEqual([
      'A',
      'B',
      'C',
    ]);
    expect(config.global_defs?.notification_email?.entries.length).toBe(2);
  });
});

describe('values of several words are typed', () => {
  test('in global_defs', () => {
    const { config, problems } = read(
      'global_defs {\nsmtp_server mail.example.com 587\nlvs_sync_daemon eth0 V id 5 group 224.0.0.81\n' +
        'lvs_timeouts tcp 5 udp 7\numask IRWXG | IRWXO\nvrrp_rx_bufs_policy mtu\nnotify_fifo /run/f root :adm\n' +
        'include_check read +match\nvrrp_garp_extra_if all 5\n}\n',
    );
    expect(problems).toEqual([]);
    const defs = config.global_defs;
    expect([defs?.smtp_server?.value.host.value, defs?.smtp_server?.value.port?.value]).toEqual([
      'mail.example.com',
      587,
    ]);
    const sync = defs?.lvs_sync_daemon?.value;
    expect([sync?.interface.value, sync?.inst?.value, sync?.id?.value]).toEqual(['eth0', 'V', 5]);
    expect([defs?.lvs_timeouts?.value.tcp?.value, defs?.lvs_timeouts?.value.udp?.value]).toEqual([
      5, 7,
    ]);
    expect([defs?.umask?.value, defs?.vrrp_rx_bufs_policy?.[0]?.value.size.value]).toEqual([
      0o77,
      'MTU',
    ]);
    expect(defs?.notify_fifo?.value.owner?.value).toEqual({ user: 'root', group: 'adm' });
    expect(defs?.include_check?.[0]?.value?.more?.value).toEqual(['+match']);
    expect(defs?.vrrp_garp_extra_if?.value.all?.value).toBe(true);
  });

  test('in instances, servers and trackers', () => {
    const { config, problems } = read(
      instance(`use_vmac vrrp.1 00:11:22:33:44:55\nauth_hmac {\nkey 1 hex:${'0f'.repeat(32)}\n}`) +
        'virtual_server 192.0.2.1 80 {\nlb_kind TUN type gue port 6080 csum\npersistence_granularity 255.255.255.0\n}\n' +
        'track_file f {\ninit_file 5 overwrite\n}\nvrrp_track_process p {\nprocess nginx -g x\n}\n',
    );
    expect(problems).toEqual([]);
    const [first] = config.vrrp_instance ?? [];
    expect([
      first?.use_vmac?.[0]?.value?.name?.value,
      first?.use_vmac?.[0]?.value?.mac?.value,
    ]).toEqual(['vrrp.1', '00:11:22:33:44:55']);
    expect(first?.auth_hmac?.key?.[0]?.value.key.value.form).toBe('hex');
    const [server] = config.virtual_server ?? [];
    const { method, type, port, csum } = server?.lb_kind?.value ?? {};
    expect([method?.value, type?.value, port?.value, csum?.value]).toEqual([
      'TUN',
      'gue',
      6080,
      true,
    ]);
    expect(server?.persistence_granularity?.value.netmask?.value.key).toBe('255.255.255.0');
    expect(config.track_file?.[0]?.init_file?.value?.value?.value).toBe(5);
    expect(config.vrrp_track_process?.[0]?.process?.value.parameters?.value).toEqual(['-g', 'x']);
  });
});

describe('releases', () => {
  test.each<readonly [string, Release, readonly string[]]>([
    [instance('use_vmac name vrrp.1'), '2.2.7', ['unavailable-value']],
    [instance('use_vmac name vrrp.1'), '2.3.0', []],
    [instance('use_vmac vrrp.1'), '2.2.7', []],
    [instance('virtual_ipaddress {\n192.0.2.1 use_vmac\n}'), '2.1.5', ['unavailable-value']],
    [instance('virtual_ipaddress {\n192.0.2.1 use_vmac\n}'), '2.2.0', []],
    [instance('virtual_routes {\n192.0.2.0/24\n}'), '2.3.1', ['missing-option']],
    [instance('virtual_routes {\n192.0.2.0/24\n}'), '2.3.2', []],
    [instance('virtual_routes {\n192.0.2.0/24 dev eth0 rtt 5s\n}'), '2.2.7', []],
    [instance('virtual_routes {\n192.0.2.0/24 dev eth0 rtt 500s\n}'), '2.2.7', []],
    [instance('virtual_routes {\n192.0.2.0/24 dev eth0 rtt 500s\n}'), '2.2.8', ['out-of-range']],
    ['virtual_server 192.0.2.1 80 {\nlb_algo twos\n}\n', '2.2.4', ['unavailable-value']],
    ['virtual_server 192.0.2.1 80 {\nlb_algo twos\n}\n', '2.2.5', []],
    ['virtual_server_group G {\n192.0.2.0/24 80\n}\n', '2.2.1', ['unavailable-value']],
    ['virtual_server_group G {\n192.0.2.0/24 80\n}\n', '2.2.2', []],
    [instance('track_interface {\neth0 weight 5 reverse\n}'), '2.0.17', ['unavailable-value']],
    [instance('auth_hmac {\nmode receive-only\n}'), '2.4.1', ['unavailable-value']],
    [instance('auth_hmac {\nmode receive-only\n}'), '2.4.2', []],
    ['global_defs {\numask IRWXU\n}\n', '2.2.7', ['unavailable-value']],
  ])('%j in %s: %j', (text, release, kinds) => {
    expect(read(text, release).problems.map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('what keepalived 2.2.7 cannot tell', () => {
  const key = (text: string): string => instance(`auth_hmac {\nkey ${text}\n}`);
  test.each([
    [key(`1 ${'a'.repeat(32)}`), []],
    [key(`1 ${'a'.repeat(31)}`), ['invalid-value']],
    [key(`1 ${'a'.repeat(65)}`), ['invalid-value']],
    [key(`1 hex:${'ab'.repeat(32)}`), []],
    [key(`1 hex:${'ab'.repeat(31)}`), ['invalid-value']],
    [key(`1 hex:${'xy'.repeat(32)}`), ['invalid-value']],
    [key('1 file:/etc/key'), []],
    [key(`0 ${'a'.repeat(32)}`), ['out-of-range']],
    [key('1'), ['missing-value']],
    [key(''), ['missing-value']],
    [instance('use_vmac vrrp.1 netlink_notify_msg group 5'), []],
    [instance('use_vmac vrrp.1 group -1'), ['out-of-range']],
    [instance('use_ipvlan name ipv1 192.0.2.7/24 group x'), []],
    ['global_defs {\nvrrp_ipsets a b c d e f\n}\n', []],
    [`global_defs {\nvrrp_ipsets ${'a'.repeat(31)}\n}\n`, ['too-long']],
  ])('%s', (text, kinds) => {
    expect(read(text).problems.map(({ kind }) => kind)).toEqual(kinds);
  });
});

test('problems know the option that they are about', () => {
  const { problems } = read(
    instance('virtual_routes {\n192.0.2.0/24 dev eth0 oif eth1 metric x\n}'),
  );
  const [problem] = problems;
  expect(problem).toMatchObject({
    kind: 'invalid-value',
    word: { text: 'x' },
    argument: { name: 'metric', option: { text: 'metric' } },
  });
});

test('a missing value says what keepalived does', () => {
  const missing = (text: string): unknown =>
    read(text).problems.map((each) => each.kind === 'missing-value' && each.onMissing);
  expect(missing(instance('virtual_routes {\n192.0.2.0/24 dev\n}'))).toEqual(['exits']);
  expect(missing(instance('virtual_ipaddress {\n192.0.2.1 dev\n}'))).toEqual(['ignores']);
  expect(missing('virtual_server fwmark {\n}\n')).toEqual(['crashes']);
});
