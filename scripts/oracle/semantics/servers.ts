import { inner, type BlockPlan, type Themes } from './block.ts';

/* Virtual servers with their real servers and checks. */

const check = (type: string, ...lines: readonly string[]): string => inner(type, ...lines);

const server = (address: string, ...lines: readonly string[]): string =>
  inner(`real_server ${address}`, ...lines);

const tcp = check('TCP_CHECK', 'connect_timeout 3');

const page = inner('url', 'path /', 'status_code 200');

/** Checks that lack something, or have too much of it. */
const checks: readonly string[] = [
  ...[
    check('HTTP_GET'),
    check('HTTP_GET', 'url {', '}'),
    check('HTTP_GET', inner('url', 'path /')),
  ],
  ...[check('HTTP_GET', inner('url', 'path /', 'status_code 999')), check('SSL_GET', page)],
  ...[check('HTTP_GET', page, 'nb_get_retry 3'), check('HTTP_GET', page, 'http_protocol 1.2')],
  ...[check('HTTP_GET', inner('url', 'path /', 'digest 123')), check('HTTP_GET', page, 'retry x')],
  ...[check('HTTP_GET', inner('url', 'path /', 'digest 0123456789abcdef0123456789abcdeg'))],
  ...[
    check('HTTP_GET', inner('url', 'path /', 'virtualhost')),
    check('HTTP_GET', page, 'virtualhost'),
  ],
  ...[check('TCP_CHECK', 'connect_ip 2001:db8::1', 'bindto 192.0.2.1'), check('TCP_CHECK')],
  ...[check('TCP_CHECK', 'bindto 2001:db8::1', 'connect_ip 192.0.2.1')],
  ...[check('TCP_CHECK', 'connect_port 0', 'bind_port 70000'), check('TCP_CHECK', 'warmup -1')],
  ...[check('TCP_CHECK', 'connect_ip fe80::1'), check('TCP_CHECK', 'connect_timeout 0')],
  ...[check('MISC_CHECK'), check('MISC_CHECK', 'misc_path /bin/true', 'misc_timeout 0')],
  ...[check('MISC_CHECK', 'misc_path /bin/nothing'), check('MISC_CHECK', 'misc_path')],
  ...[check('MISC_CHECK', 'misc_path /bin/true', 'user nosuchuser'), check('BFD_CHECK')],
  ...[check('BFD_CHECK', 'name bfd_none'), check('BFD_CHECK', 'name bfd_a', 'name bfd_a')],
  ...[
    check('BFD_CHECK', 'name bfd_a'),
    check('FILE_CHECK'),
    check('FILE_CHECK', 'track_file tf_a'),
  ],
  ...[check('FILE_CHECK', 'track_file tf_none'), check('DNS_CHECK', 'name a.example', 'type X')],
  ...[check('FILE_CHECK', 'track_file tf_a', 'weight x'), check('DNS_CHECK', 'name ex..ample')],
  ...[
    check('UDP_CHECK', 'payload xyz', 'require_reply'),
    check('DNS_CHECK', 'name a.b', 'name c.d'),
  ],
  ...[check('UDP_CHECK', 'min_reply_length 9', 'max_reply_length 3', 'require_reply')],
  ...[check('SMTP_CHECK', 'helo_name'), check('SMTP_CHECK', 'helo_name a', 'helo_name b')],
  ...[check('SMTP_CHECK', inner('host', 'connect_ip 192.0.2.1')), check('PING_CHECK'), tcp],
];

const settings: readonly string[] = [
  ...['weight -1', 'weight 70000', 'weight 0', 'weight 5', 'uthreshold 2', 'lthreshold 9'],
  ...['uthreshold -1', 'inhibit_on_failure', 'inhibit_on_failure maybe', 'notify_up /bin/true'],
  ...['notify_up /bin/nothing', 'notify_down', 'smtp_alert maybe', 'virtualhost', 'delay_loop 0'],
  ...['lvs_method DR', 'lvs_method NONE', 'lvs_method TUN', 'connect_timeout 0', 'retry -1'],
];

const servers: readonly string[] = [
  ...[server('198.51.100.11 80'), server('198.51.100.11 8080', tcp), server('198.51.100.11', tcp)],
  ...[
    server('2001:db8::11 80', tcp),
    server('nowhere 80', tcp),
    server('198.51.100.11 99999', tcp),
  ],
  ...[...checks, ...settings].map((line) => server('198.51.100.11 80', line)),
];

const distribution: readonly string[] = [
  ...['-lb_algo', 'lb_algo sh', 'lb_algo none', 'lb_algo mh', 'lvs_sched wrr', 'hashed', 'ops'],
  ...['sh-port', 'sh-fallback', 'mh-port', 'mh-fallback', 'flag-1', '-protocol', 'protocol UDP'],
  ...['protocol SCTP', 'protocol ICMP', '-lb_kind', 'lb_kind DR', 'lb_kind TUN', 'lb_kind FNAT'],
  ...['lb_kind TUN type gue', 'lb_kind TUN type ipip csum', 'lb_kind TUN type gre remcsum'],
  ...['lb_kind TUN type gue port 6080', 'lb_kind NAT type ipip', 'lb_kind TUN type other'],
  ...[server('198.51.100.11 8080', tcp), server('198.51.100.11 80', 'lvs_method DR', tcp)],
];

const quorum: readonly string[] = [
  ...['quorum 2', 'quorum 9', 'quorum 0', 'hysteresis 1', 'hysteresis 9', 'hysteresis -1'],
  ...['alpha', 'omega', 'quorum_up /bin/true', 'quorum_down /bin/nothing', 'weight 0', 'weight 5'],
  ...['+quorum_up /bin/false', 'alpha maybe', 'ha_suspend', 'smtp_alert maybe', 'quorum x'],
  ...[server('198.51.100.11 80', 'weight 0', tcp), server('198.51.100.11 80', 'weight 3', tcp)],
];

const persistence: readonly string[] = [
  ...['persistence_timeout', 'persistence_timeout 0', 'persistence_timeout 300', 'delay_loop 0'],
  ...['persistence_timeout -1', 'persistence_granularity 255.255.255.0', 'virtualhost'],
  ...['persistence_granularity 255.0.255.0', 'persistence_granularity 64', 'connect_timeout 0'],
  ...['persistence_engine sip', 'persistence_engine averyveryverylongname', 'retry x', 'warmup -3'],
  ...['ip_family inet6', 'ip_family inet', 'ip_family ipx', 'delay_before_retry x', 'snmp_name'],
];

const sorry: readonly string[] = [
  ...['sorry_server 192.0.2.99 80', 'sorry_server 192.0.2.99 8080', 'sorry_server 2001:db8::99 80'],
  ...['sorry_server 198.51.100.11 80', 'sorry_server 192.0.2.99', 'sorry_server nowhere 80'],
  ...['sorry_server_inhibit', 'sorry_server_lvs_method DR', '+sorry_server 192.0.2.98 80'],
  ...['lb_kind DR', 'lb_kind TUN', 'inhibit_on_failure', 'sorry_server_lvs_method NONE'],
];

const serverThemes: Themes = {
  ...{ distribution, quorum, persistence, sorry, checks: servers },
  servers: [
    ...['-real_server', ...servers.slice(0, 6), server('198.51.100.11 80', tcp, tcp)],
    ...['+real_server 198.51.100.11 80 {\n}', '+real_server 198.51.100.12 80 {\n}', ...settings],
  ],
};

const usual: readonly string[] = [
  ...['lb_algo wrr', 'lb_kind NAT', 'protocol TCP'],
  server('198.51.100.11 80', tcp),
];

/** Virtual servers by what they are known by; the last two are no address. */
export const virtualServers: readonly BlockPlan[] = [
  ...['192.0.2.10 80', '192.0.2.10 0', '192.0.2.10', '2001:db8::10 80', '192.0.2.300 80'],
  ...['group SG_1', 'group SG_NONE', 'fwmark 7', 'fwmark x'],
].map((name) => ({ header: `virtual_server ${name}`, usual, themes: serverThemes }));

export const serverGroup: BlockPlan = {
  header: 'virtual_server_group SG_1',
  usual: ['192.0.2.30 80'],
  themes: {
    all: [
      ...['-192.0.2.30', '+192.0.2.31-20 80', '+192.0.2.31-40 80', '+2001:db8::30 80', '+fwmark 9'],
      ...['+192.0.2.0/24 80', '+192.0.2.1/24 80', '+fwmark x', '+fwmark 9 inet6', '+nothing 80'],
      ...[
        '+192.0.2.31',
        '+192.0.2.31 99999',
        '+192.0.2.30 80',
        '+fwmark 9 ipx',
        '+192.0.2.31-x 80',
      ],
      ...['+192.0.2.31/255.255.0 80', '+192.0.2.31-192.0.2.40 80', '+192.0.2.31-2001:db8::1 80'],
    ],
  },
};
