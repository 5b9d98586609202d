import { checkedUrl, healthCheck, realServer } from './contexts.ts';
import type { Coverage } from './coverage.ts';

const trackFile = `track_file load {
  file "/run/load"
}
`;
const bfdInstance = `bfd_instance rack1 {
  neighbor_ip 198.51.100.1
}
`;

/** The health checks: check_api.c, check_bfd.c, check_dns.c, ... */
export const checkers: Coverage = {
  'check/check_api.c:182': {
    rule: 'missing-bind-if',
    example: healthCheck('TCP_CHECK', 'connect_ip fe80::11'),
  },
  'check/check_api.c:237': {
    rule: 'invalid-value',
    example: healthCheck('TCP_CHECK', 'connect_ip 198.51.100.256'),
  },
  'check/check_api.c:240': {
    rule: 'server-family',
    example: healthCheck('TCP_CHECK', 'bindto 198.51.100.1\nconnect_ip 2001:db8::11'),
  },
  'check/check_api.c:253': {
    rule: 'value-out-of-range',
    example: healthCheck('TCP_CHECK', 'connect_port 65536'),
  },
  'check/check_api.c:267': {
    rule: 'invalid-value',
    example: healthCheck('TCP_CHECK', 'bindto eth0'),
  },
  'check/check_api.c:270': {
    rule: 'server-family',
    example: healthCheck('TCP_CHECK', 'connect_ip 198.51.100.12\nbindto 2001:db8::1'),
  },
  'check/check_api.c:283': {
    rule: 'value-out-of-range',
    example: healthCheck('TCP_CHECK', 'bind_port 0'),
  },
  'check/check_api.c:298': {
    rule: 'value-too-long',
    example: healthCheck('TCP_CHECK', 'bind_if enp0s31f6.backend4000'),
  },
  'check/check_api.c:312': {
    rule: 'value-out-of-range',
    example: healthCheck('TCP_CHECK', 'connect_timeout 0'),
  },
  'check/check_api.c:327': {
    rule: 'invalid-value',
    example: healthCheck('TCP_CHECK', 'fwmark web'),
  },
  'check/check_api.c:341': {
    rule: 'invalid-value',
    example: healthCheck('TCP_CHECK', 'retry twice'),
  },
  'check/check_api.c:355': {
    rule: 'value-out-of-range',
    example: healthCheck('TCP_CHECK', 'delay_before_retry -1'),
  },
  'check/check_api.c:370': {
    rule: 'value-out-of-range',
    example: healthCheck('TCP_CHECK', 'warmup -1'),
  },
  'check/check_api.c:384': {
    rule: 'value-out-of-range',
    example: healthCheck('TCP_CHECK', 'delay_loop 0'),
  },
  'check/check_api.c:400': {
    rule: 'unknown-value',
    example: healthCheck('TCP_CHECK', 'alpha 1'),
  },
  'check/check_api.c:415': {
    rule: 'unknown-value',
    example: healthCheck('TCP_CHECK', 'log_all_failures 1'),
  },

  'check/check_bfd.c:162': {
    rule: 'extra-words',
    example: bfdInstance + healthCheck('BFD_CHECK', 'name rack1 rack2'),
  },
  'check/check_bfd.c:166': {
    rule: 'unknown-reference',
    example: bfdInstance + healthCheck('BFD_CHECK', 'name rack2'),
  },
  'check/check_bfd.c:170': {
    rule: 'duplicate-keyword',
    example: bfdInstance + healthCheck('BFD_CHECK', 'name rack1\nname rack1'),
  },
  'check/check_bfd.c:175': {
    dependsOn: 'nothing: no bfd_instance has such a name, and then the message is another one',
  },
  'check/check_bfd.c:185': {
    rule: 'duplicate-entry',
    example: bfdInstance + realServer('BFD_CHECK {\n  name rack1\n}\nBFD_CHECK {\n  name rack1\n}'),
  },
  'check/check_bfd.c:210': {
    rule: 'unknown-value',
    example: bfdInstance + healthCheck('BFD_CHECK', 'name rack1\nalpha 1'),
  },
  'check/check_bfd.c:230': {
    rule: 'incomplete-block',
    example: healthCheck('BFD_CHECK', 'alpha'),
  },

  'check/check_dns.c:492': {
    rule: 'unknown-value',
    example: healthCheck('DNS_CHECK', 'type SRV'),
  },
  'check/check_dns.c:507': {
    rule: 'duplicate-keyword',
    example: healthCheck('DNS_CHECK', 'name example.com\nname example.net'),
  },
  'check/check_dns.c:525': {
    rule: 'dns-check-name',
    example: healthCheck('DNS_CHECK', 'name www..example.com'),
  },

  'check/check_file.c:63': {
    rule: 'unknown-reference',
    example: trackFile + healthCheck('FILE_CHECK', 'track_file lod'),
  },
  'check/check_file.c:85': {
    rule: 'missing-value',
    example: trackFile + healthCheck('FILE_CHECK', 'track_file load\nweight'),
  },
  'check/check_file.c:90': {
    rule: 'value-out-of-range',
    example: trackFile + healthCheck('FILE_CHECK', 'track_file load\nweight 2147483648'),
  },
  'check/check_file.c:101': {
    rule: 'unknown-value',
    example: trackFile + healthCheck('FILE_CHECK', 'track_file load\nweight 1 reversed'),
  },
  'check/check_file.c:115': {
    rule: 'incomplete-block',
    example: healthCheck('FILE_CHECK', 'weight 1'),
  },

  'check/check_http.c:490': {
    rule: 'deprecated-keyword',
    example: healthCheck('HTTP_GET', 'nb_get_retry 3\nurl {\n  path /\n}'),
  },
  'check/check_http.c:493': {
    rule: 'invalid-value',
    example: healthCheck('HTTP_GET', 'nb_get_retry x\nurl {\n  path /\n}'),
  },
  'check/check_http.c:506': {
    rule: 'missing-value',
    example: healthCheck('HTTP_GET', 'virtualhost\nurl {\n  path /\n}'),
  },
  'check/check_http.c:519': {
    rule: 'incomplete-block',
    example: healthCheck('HTTP_GET', 'connect_port 80'),
  },
  'check/check_http.c:559': {
    rule: 'duplicate-keyword',
    example: checkedUrl(
      'path /\ndigest 9b3a0c85a887a256d6939da88aabd8cd\ndigest 640205b7b0fc66c1ea91c463fac6334d',
    ),
  },
  'check/check_http.c:565': {
    rule: 'invalid-value',
    example: checkedUrl('path /\ndigest 9b3a0c85'),
  },
  'check/check_http.c:576': {
    rule: 'invalid-value',
    example: checkedUrl('path /\ndigest 9b3a0c85a887a256d6939da88aabd8cx'),
  },
  'check/check_http.c:608': {
    rule: 'value-out-of-range',
    example: checkedUrl('path /\nstatus_code 600'),
  },
  'check/check_http.c:621': {
    rule: 'missing-value',
    example: checkedUrl('path /\nvirtualhost'),
  },
  'check/check_http.c:636': {
    rule: 'unknown-value',
    example: healthCheck('SSL_GET', 'url {\n  path /\n  tls_compliant 1\n}'),
  },
  'check/check_http.c:649': {
    rule: 'missing-value',
    example: healthCheck('HTTP_GET', 'http_protocol\nurl {\n  path /\n}'),
  },
  'check/check_http.c:661': {
    rule: 'unknown-value',
    example: healthCheck('HTTP_GET', 'http_protocol 2\nurl {\n  path /\n}'),
  },
  'check/check_http.c:673': {
    rule: 'extra-words',
    example: checkedUrl('path /\nregex up and running'),
  },
  'check/check_http.c:679': {
    rule: 'duplicate-keyword',
    example: checkedUrl('path /\nregex "up"\nregex "running"'),
  },
  'check/check_http.c:718': {
    rule: 'missing-value',
    example: checkedUrl('path /\nregex "up"\nregex_min_offset'),
  },
  'check/check_http.c:724': {
    rule: 'invalid-value',
    example: checkedUrl('path /\nregex "up"\nregex_min_offset x'),
  },
  'check/check_http.c:752': {
    rule: 'missing-value',
    example: checkedUrl('path /\nregex "up"\nregex_stack 1024'),
  },
  'check/check_http.c:758': {
    rule: 'invalid-value',
    example: checkedUrl('path /\nregex "up"\nregex_stack x 4096'),
  },
  'check/check_http.c:764': {
    rule: 'invalid-value',
    example: checkedUrl('path /\nregex "up"\nregex_stack 1024 x'),
  },
  'check/check_http.c:769': {
    rule: 'reversed-limits',
    example: checkedUrl('path /\nregex "up"\nregex_stack 4096 1024'),
  },
  'check/check_http.c:815': {
    rule: 'invalid-regex',
    example: checkedUrl('path /\nregex "(up|running"'),
  },
  'check/check_http.c:830': {
    dependsOn: 'the processor and the PCRE2 library of the host',
  },
  'check/check_http.c:854': {
    rule: 'unknown-value',
    example: healthCheck('SSL_GET', 'enable_sni 1\nurl {\n  path /\n}'),
  },
  'check/check_http.c:869': {
    rule: 'duplicate-keyword',
    example: healthCheck('SSL_GET', 'sni_name a.example.com\nsni_name\nurl {\n  path /\n}'),
    release: 'unreleased',
  },
  'check/check_http.c:886': {
    rule: 'unknown-value',
    example: healthCheck('HTTP_GET', 'fast_recovery 1\nurl {\n  path /\n}'),
  },
  'check/check_http.c:902': {
    rule: 'unknown-value',
    example: healthCheck('SSL_GET', 'tls_compliant 1\nurl {\n  path /\n}'),
  },
  'check/check_http.c:917': {
    rule: 'incomplete-block',
    example: checkedUrl('status_code 200'),
  },
  'check/check_http.c:943': {
    rule: 'regex-setting-without-regex',
    example: checkedUrl('path /\nregex_no_match'),
  },
  'check/check_http.c:954': {
    rule: 'reversed-limits',
    example: checkedUrl('path /\nregex "up"\nregex_min_offset 100\nregex_max_offset 10'),
  },

  'check/check_misc.c:156': {
    rule: 'value-out-of-range',
    example: healthCheck('MISC_CHECK', 'misc_path "/usr/local/bin/check"\nmisc_timeout 4295'),
  },
  'check/check_misc.c:177': {
    rule: 'missing-value',
    example: healthCheck('MISC_CHECK', 'misc_path "/usr/local/bin/check"\nuser'),
  },
  'check/check_misc.c:182': { dependsOn: 'the users and groups of the host' },
  'check/check_misc.c:195': {
    rule: 'incomplete-block',
    example: healthCheck('MISC_CHECK', 'misc_timeout 5'),
  },
  'check/check_misc.c:203': { dependsOn: 'the users and groups of the host' },

  'check/check_smtp.c:146': {
    rule: 'deprecated-keyword',
    example: healthCheck('SMTP_CHECK', 'host {\n  connect_ip 198.51.100.12\n}'),
  },
  'check/check_smtp.c:270': {
    rule: 'missing-value',
    example: healthCheck('SMTP_CHECK', 'helo_name'),
  },
  'check/check_smtp.c:275': {
    rule: 'duplicate-keyword',
    example: healthCheck('SMTP_CHECK', 'helo_name a.example.com\nhelo_name b.example.com'),
  },

  'check/check_udp.c:108': {
    rule: 'missing-value',
    example: healthCheck('UDP_CHECK', 'payload'),
  },
  'check/check_udp.c:116': {
    rule: 'invalid-value',
    example: healthCheck('UDP_CHECK', 'payload hello'),
  },
  'check/check_udp.c:136': {
    rule: 'invalid-value',
    example: healthCheck('UDP_CHECK', 'require_reply hello'),
  },
  'check/check_udp.c:148': {
    rule: 'value-out-of-range',
    example: healthCheck('UDP_CHECK', 'min_reply_length 65536'),
  },
  'check/check_udp.c:162': {
    rule: 'value-out-of-range',
    example: healthCheck('UDP_CHECK', 'max_reply_length 65536'),
  },
  'check/check_udp.c:180': {
    rule: 'reversed-limits',
    example: healthCheck('UDP_CHECK', 'require_reply\nmin_reply_length 20\nmax_reply_length 10'),
  },
};
