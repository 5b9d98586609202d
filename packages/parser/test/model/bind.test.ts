import { expect, test, describe } from 'vitest';
import { bind, parse, type BindingProblem, type Config, type Release } from '../../src/index.ts';

function read(
  text: string,
  release: Release = '2.4.3',
): { config: Config; problems: readonly BindingProblem[] } {
  return bind(parse({ path: 'keepalived.conf', text }), release);
}

function kinds(text: string, release?: Release): readonly string[] {
  return read(text, release).problems.map(({ kind }) => kind);
}

const instance = (body: string): string => `vrrp_instance VI_1 {\n${body}\n}\n`;

describe('the model', () => {
  test('has typed settings that know where they stand', () => {
    const { config, problems } = read(
      instance('state MASTER\npriority 100\nadvert_int 0.5\nnopreempt\nsmtp_alert'),
    );
    expect(problems).toEqual([]);
    const [first] = config.vrrp_instance ?? [];
    expect(first?.header).toBe('VI_1');
    // The types are inferred from the table: these comparisons do not compile when they are wrong.
    const state: 'MASTER' | 'BACKUP' | undefined = first?.state?.value;
    const priority: number | undefined = first?.priority?.value;
    expect([state, priority, first?.advert_int?.value]).toEqual(['MASTER', 100, 0.5]);
    expect([first?.nopreempt?.value, first?.smtp_alert?.value, first?.preempt]).toEqual([
      true,
      true,
      undefined,
    ]);
    expect(first?.priority?.words[0]?.span).toEqual({ start: 43, end: 46 });
  });

  test('reads addresses, trackers and peers line by line', () => {
    const { config, problems } = read(
      instance(
        'virtual_ipaddress {\n192.0.2.1/24 dev eth0 label eth0:1\n2001:db8::1\n}\n' +
          'track_script {\nchk weight -20 reverse\nother\n}\nunicast_peer {\n198.51.100.2 min_ttl 3\n}',
      ),
    );
    expect(problems).toEqual([]);
    const [first] = config.vrrp_instance ?? [];
    const addresses = first?.virtual_ipaddress?.entries.map(({ value }) => [
      value.address.value.key,
      value.address.value.prefix,
      value.dev?.value,
    ]);
    expect(addresses).toEqual([
      ['192.0.2.1', 24, 'eth0'],
      ['2001:db8:0:0:0:0:0:1', undefined, undefined],
    ]);
    expect(
      first?.track_script?.entries.map(({ value }) => [value.name.value, value.weight?.value]),
    ).toEqual([
      ['chk', { weight: -20, reverse: true }],
      ['other', undefined],
    ]);
    const [peer] = first?.unicast_peer?.entries ?? [];
    expect([peer?.value.min_ttl?.value, peer?.value.max_ttl]).toEqual([3, undefined]);
    expect(peer?.value.min_ttl?.words[0]?.text).toBe('3');
  });

  test('merges what keepalived merges and keeps apart what it keeps apart', () => {
    const { config, problems } = read(
      'global_defs {\nrouter_id a\n}\nglobal_defs {\nvrrp_version 3\n}\n' +
        instance('virtual_ipaddress {\n192.0.2.1\n}\nvirtual_ipaddress {\n192.0.2.2\n}') +
        'vrrp_instance VI_2 {\n}\n',
    );
    expect(problems).toEqual([]);
    expect([config.global_defs?.router_id?.value, config.global_defs?.vrrp_version?.value]).toEqual(
      ['a', 3],
    );
    expect(config.global_defs?.statements.length).toBe(2);
    expect(config.vrrp_instance?.map(({ header }) => header)).toEqual(['VI_1', 'VI_2']);
    expect(config.vrrp_instance?.[0]?.virtual_ipaddress?.entries.length).toBe(2);
  });

  test('takes the last of two single values, or the first, as keepalived does', () => {
    const { config } = read(instance('priority 1\npriority 2\nnotify /bin/a\nnotify /bin/b'));
    const [first] = config.vrrp_instance ?? [];
    expect([first?.priority?.value, first?.notify?.value.command]).toEqual([2, '/bin/a']);
    expect(kinds(instance('priority 1\npriority 2\nnotify /bin/a\nnotify /bin/b'))).toEqual([
      'duplicate-keyword',
      'duplicate-keyword',
    ]);
  });

  test('joins the parts of a script and takes user and group behind it', () => {
    const { config } = read(
      instance('notify_master "/bin/a b"c nobody :users\nnotify_backup /bin/x'),
    );
    const [first] = config.vrrp_instance ?? [];
    expect(first?.notify_master?.value).toEqual({
      command: '/bin/a bc',
      user: 'nobody',
      group: 'users',
    });
    expect(first?.notify_backup?.value).toEqual({
      command: '/bin/x',
      user: undefined,
      group: undefined,
    });
  });

  test('knows the three kinds of virtual servers', () => {
    const { config } = read(
      'virtual_server 192.0.2.1 80 {\n}\nvirtual_server fwmark 7 {\n}\nvirtual_server group web {\n}\n',
    );
    expect(config.virtual_server?.map(({ header }) => header)).toMatchObject([
      { address: { value: { key: '192.0.2.1' } }, port: { value: 80 } },
      { fwmark: { value: 7 } },
      { group: { value: 'web' } },
    ]);
  });
});

describe('problems', () => {
  test.each([
    ['prioritty 100', 'unknown-keyword'],
    ['priority', 'missing-value'],
    ['priority abc', 'invalid-value'],
    ['priority 1x', 'invalid-value'],
    ['priority 256', 'out-of-range'],
    ['priority -1', 'out-of-range'],
    ['advert_int 1.0000001', 'too-many-decimals'],
    ['state SLAVE', 'not-one-of'],
    ['interface an_interface_name_too_long', 'too-long'],
    ['priority 100 // high', 'extra-words'],
    ['priority 100 {\n}', 'unexpected-block'],
    ['{\n}', 'unexpected-block'],
    ['virtual_ipaddress', 'missing-block'],
    ['vmac_garp_intvl 5', 'deprecated-keyword'],
    ['smtp_alert maybe', 'not-one-of'],
    ['mcast_src_ip 300.1.1.1', 'invalid-value'],
    ['mcast_dst_ip 192.0.2.1', 'invalid-value'],
    ['virtual_ipaddress {\neth0\n}', 'invalid-value'],
    ['virtual_ipaddress {\n192.0.2.1/33\n}', 'invalid-value'],
    ['track_script {\na weight\n}', 'missing-value'],
    ['track_script {\na weight 300\n}', 'out-of-range'],
    ['track_interface {\neth0 wait 3\n}', 'not-one-of'],
  ])('%s', (line, kind) => {
    expect(kinds(instance(line))).toEqual([kind]);
  });

  test('what stands in an unknown block is not looked at', () => {
    expect(kinds('vrrp_instanze a {\nfoo 1\nbar {\n}\n}\n')).toEqual(['unknown-keyword']);
  });

  test("a mask behind an address is nobody's mistake", () => {
    expect(kinds(instance('mcast_src_ip 192.0.2.1/24\nunicast_src_ip 192.0.2.1-5'))).toEqual([]);
  });

  test('releases know different keywords', () => {
    expect(kinds(instance('auth_hmac {\nmode enforce\n}'), '2.3.4')).toEqual([
      'unavailable-keyword',
    ]);
    expect(kinds(instance('auth_hmac {\nmode enforce\n}'), '2.4.0')).toEqual([]);
    const natMask = 'virtual_server 192.0.2.1 80 {\nnat_mask 255.255.255.0\n}\n';
    expect(kinds(natMask, '1.2.19')).toEqual([]);
    expect(kinds(natMask, '2.2.7')).toEqual(['unavailable-keyword']);
    const sni =
      'virtual_server 192.0.2.1 80 {\nreal_server 198.51.100.1 80 {\nSSL_GET {\nsni_name x\n}\n}\n}\n';
    expect(kinds(sni)).toEqual(['unavailable-keyword']);
  });
});
