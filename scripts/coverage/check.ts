import { realServer, serverGroup, virtualServer } from './contexts.ts';
import type { Coverage } from './coverage.ts';

const ssl = (lines: string): string => `SSL {\n${lines}\n}\n`;

/** A virtual server with these words behind its keyword, and these lines in its block. */
function headed(header: string, lines: string, server = '198.51.100.11 80'): string {
  return `virtual_server ${header} {
  lb_algo rr
${lines}
  real_server ${server} {
    TCP_CHECK {
      connect_port 80
    }
  }
}
`;
}

const noIpv6 = { dependsOn: 'how keepalived was built: without IPv6 for LVS' };

/** Virtual servers: check_parser.c and check_data.c. */
export const check: Coverage = {
  'check/check_parser.c:69': {
    rule: 'duplicate-keyword',
    example: ssl('') + ssl('') + virtualServer(''),
  },
  'check/check_parser.c:78': { rule: 'missing-value', example: ssl('ca') + virtualServer('') },
  'check/check_parser.c:136': { rule: 'empty-block', example: serverGroup('') },
  'check/check_parser.c:142': {
    rule: 'mixed-server-group',
    example: serverGroup('192.0.2.10 80\n2001:db8::10 80\nfwmark 3'),
  },
  'check/check_parser.c:171': {
    rule: 'incomplete-block',
    example: 'virtual_server 192.0.2.10 80 {\n  lb_algo rr\n}\n',
  },
  'check/check_parser.c:187': {
    rule: 'server-family',
    example: virtualServer('sorry_server 2001:db8::20 80'),
  },
  'check/check_parser.c:236': noIpv6,
  'check/check_parser.c:247': { rule: 'unknown-value', example: virtualServer('ip_family ipv4') },
  'check/check_parser.c:253': {
    rule: 'conflicting-family',
    example: virtualServer('ip_family inet6'),
  },
  'check/check_parser.c:265': {
    rule: 'value-out-of-range',
    example: virtualServer('connect_timeout 0'),
  },
  'check/check_parser.c:278': {
    rule: 'value-out-of-range',
    example: virtualServer('delay_loop 0'),
  },
  'check/check_parser.c:288': {
    rule: 'value-out-of-range',
    example: virtualServer('delay_before_retry -1'),
  },
  'check/check_parser.c:296': { rule: 'value-out-of-range', example: virtualServer('retry 0') },
  'check/check_parser.c:309': { rule: 'value-out-of-range', example: virtualServer('warmup -1') },
  'check/check_parser.c:321': { rule: 'unknown-value', example: virtualServer('lvs_sched rrr') },
  'check/check_parser.c:359': { rule: 'scheduler-flag', example: virtualServer('sh-port') },
  'check/check_parser.c:383': { rule: 'unknown-value', example: virtualServer('lvs_method PAT') },
  'check/check_parser.c:391': {
    rule: 'missing-value',
    example: virtualServer('lvs_method TUN type'),
  },
  'check/check_parser.c:403': {
    rule: 'unknown-value',
    example: virtualServer('lvs_method TUN type ip6ip6'),
  },
  'check/check_parser.c:409': {
    rule: 'missing-value',
    example: virtualServer('lvs_method TUN type gue port'),
  },
  'check/check_parser.c:413': {
    rule: 'value-out-of-range',
    example: virtualServer('lvs_method TUN type gue port 65536'),
  },
  'check/check_parser.c:427': {
    rule: 'unknown-value',
    example: virtualServer('lvs_method TUN checksum'),
  },
  'check/check_parser.c:433': {
    rule: 'missing-option',
    example: virtualServer('lvs_method TUN type gue'),
  },
  'check/check_parser.c:438': {
    rule: 'missing-option',
    example: virtualServer('lvs_method TUN type ipip csum'),
  },
  'check/check_parser.c:444': {
    rule: 'missing-option',
    example: virtualServer('lvs_method TUN type gre remcsum'),
  },
  'check/check_parser.c:494': {
    rule: 'value-out-of-range',
    example: virtualServer('persistence_timeout 0'),
  },
  'check/check_parser.c:507': {
    rule: 'value-too-long',
    example: virtualServer('persistence_engine sip-with-a-long-name'),
  },
  'check/check_parser.c:522': {
    rule: 'value-out-of-range',
    example: headed('2001:db8::10 80', 'persistence_granularity 129', '2001:db8::11 80'),
  },
  'check/check_parser.c:531': {
    rule: 'invalid-value',
    example: virtualServer('persistence_granularity 255.255.256.0'),
  },
  'check/check_parser.c:543': { dependsOn: 'nothing: it is not compiled' },
  'check/check_parser.c:581': { rule: 'unknown-value', example: virtualServer('protocol TPC') },
  'check/check_parser.c:597': { rule: 'unknown-value', example: virtualServer('smtp_alert 1') },
  'check/check_parser.c:609': { rule: 'missing-value', example: virtualServer('virtualhost') },
  'check/check_parser.c:622': { rule: 'missing-value', example: virtualServer('snmp_name') },
  'check/check_parser.c:642': {
    rule: 'sorry-server-order',
    example: virtualServer('sorry_server_inhibit'),
  },
  'check/check_parser.c:650': {
    rule: 'sorry-server-order',
    example: virtualServer('sorry_server_lvs_method NAT'),
  },
  'check/check_parser.c:672': {
    rule: 'server-family',
    example: headed('192.0.2.10 80', 'lb_kind NAT\nprotocol TCP', '2001:db8::11 80'),
  },
  'check/check_parser.c:690': { rule: 'value-out-of-range', example: realServer('weight -1') },
  'check/check_parser.c:707': { rule: 'invalid-value', example: realServer('uthreshold x') },
  'check/check_parser.c:718': { rule: 'invalid-value', example: realServer('lthreshold x') },
  'check/check_parser.c:737': {
    rule: 'duplicate-keyword',
    example: realServer('notify_up "/usr/local/bin/up"\nnotify_up "/usr/local/bin/up2"'),
  },
  'check/check_parser.c:746': {
    rule: 'duplicate-keyword',
    example: realServer('notify_down "/usr/local/bin/down"\nnotify_down "/usr/local/bin/down2"'),
  },
  'check/check_parser.c:757': {
    rule: 'value-out-of-range',
    example: realServer('connect_timeout 0'),
  },
  'check/check_parser.c:770': { rule: 'value-out-of-range', example: realServer('delay_loop 0') },
  'check/check_parser.c:780': {
    rule: 'value-out-of-range',
    example: realServer('delay_before_retry -1'),
  },
  'check/check_parser.c:788': { rule: 'value-out-of-range', example: realServer('retry 0') },
  'check/check_parser.c:801': { rule: 'value-out-of-range', example: realServer('warmup -1') },
  'check/check_parser.c:811': {
    rule: 'unknown-value',
    example: realServer('inhibit_on_failure 1'),
  },
  'check/check_parser.c:825': { rule: 'unknown-value', example: realServer('alpha 1') },
  'check/check_parser.c:839': { rule: 'unknown-value', example: realServer('smtp_alert 1') },
  'check/check_parser.c:850': { rule: 'missing-value', example: realServer('virtualhost') },
  'check/check_parser.c:862': { rule: 'missing-value', example: realServer('snmp_name') },
  'check/check_parser.c:884': {
    rule: 'duplicate-keyword',
    example: virtualServer('quorum_up "/usr/local/bin/up"\nquorum_up "/usr/local/bin/up2"'),
  },
  'check/check_parser.c:893': {
    rule: 'duplicate-keyword',
    example: virtualServer('quorum_down "/usr/local/bin/down"\nquorum_down "/usr/local/bin/down2"'),
  },
  'check/check_parser.c:904': { rule: 'value-out-of-range', example: virtualServer('quorum 0') },
  'check/check_parser.c:916': { rule: 'invalid-value', example: virtualServer('hysteresis x') },
  'check/check_parser.c:928': { rule: 'value-out-of-range', example: virtualServer('weight 0') },

  'check/check_data.c:221': { rule: 'invalid-value', example: serverGroup('fwmark web') },
  'check/check_data.c:234': { rule: 'unknown-value', example: serverGroup('fwmark 3 ipv4') },
  'check/check_data.c:258': {
    rule: 'invalid-value',
    example: serverGroup('192.0.2.256 80', 'protocol TCP'),
  },
  'check/check_data.c:265': noIpv6,
  'check/check_data.c:277': {
    rule: 'invalid-value',
    example: serverGroup('192.0.2.0/33 80', 'protocol TCP'),
  },
  'check/check_data.c:311': {
    rule: 'invalid-value',
    example: serverGroup('192.0.2.10/24 80', 'protocol TCP'),
  },
  'check/check_data.c:320': {
    rule: 'invalid-value',
    example: serverGroup('192.0.2.10-192.0.2.256 80', 'protocol TCP'),
  },
  'check/check_data.c:325': {
    dependsOn: 'nothing: a colon anywhere makes both ends IPv6, and another message comes first',
  },
  'check/check_data.c:349': {
    rule: 'invalid-value',
    example: serverGroup('192.0.2.20-192.0.2.10 80', 'protocol TCP'),
  },
  'check/check_data.c:372': {
    rule: 'invalid-value',
    example: serverGroup('192.0.2.20-10 80', 'protocol TCP'),
  },
  'check/check_data.c:577': {
    rule: 'invalid-value',
    example: headed('192.0.2.10 80', 'lb_kind NAT\nprotocol TCP', '198.51.100.256 80'),
  },
  'check/check_data.c:585': noIpv6,
  'check/check_data.c:593': { dependsOn: 'how keepalived was built: for which kernel' },
  'check/check_data.c:792': { rule: 'invalid-value', example: headed('fwmark web', 'lb_kind NAT') },
  'check/check_data.c:803': {
    rule: 'invalid-value',
    example: headed('192.0.2.256 80', 'lb_kind NAT\nprotocol TCP'),
  },
  'check/check_data.c:813': noIpv6,
  'check/check_data.c:869': {
    rule: 'invalid-value',
    example: virtualServer('sorry_server 198.51.100.256 80'),
  },
  'check/check_data.c:1069': {
    rule: 'script-security',
    example: realServer('MISC_CHECK {\n  misc_path "/usr/local/bin/check"\n}'),
  },
  'check/check_data.c:1092': {
    rule: 'ignored-with-mark',
    example: headed('fwmark 3', 'lb_kind NAT\nha_suspend'),
  },
  'check/check_data.c:1105': {
    rule: 'incomplete-virtual-server',
    example: headed('192.0.2.10 80', 'lb_kind NAT'),
  },
  'check/check_data.c:1113': { rule: 'one-packet-scheduling', example: virtualServer('ops') },
  'check/check_data.c:1122': {
    rule: 'missing-port',
    example: headed('192.0.2.10', 'lb_kind NAT\nprotocol TCP'),
  },
  'check/check_data.c:1133': {
    rule: 'missing-port',
    example: serverGroup('192.0.2.10', 'protocol TCP'),
  },
  'check/check_data.c:1144': {
    rule: 'ignored-with-mark',
    example: headed('fwmark 3', 'lb_kind NAT\nprotocol TCP'),
  },
  'check/check_data.c:1150': {
    rule: 'incomplete-virtual-server',
    example:
      'virtual_server 192.0.2.10 80 {\n  lb_kind NAT\n  protocol TCP\n  real_server 198.51.100.11 80 {\n  }\n}\n',
  },
  'check/check_data.c:1173': {
    rule: 'duplicate-entry',
    example: virtualServer('real_server 198.51.100.11 80 {\n}'),
  },
  'check/check_data.c:1188': {
    rule: 'incomplete-virtual-server',
    example: headed('192.0.2.10 80', 'protocol TCP'),
  },
  'check/check_data.c:1239': {
    rule: 'sorry-server-is-real-server',
    example: virtualServer('inhibit_on_failure\nsorry_server 198.51.100.11 80'),
  },
  'check/check_data.c:1249': {
    rule: 'incomplete-virtual-server',
    example:
      'virtual_server 192.0.2.10 80 {\n  lb_algo rr\n  protocol TCP\n  sorry_server 198.51.100.20 80\n  real_server 198.51.100.11 80 {\n    lvs_method NAT\n  }\n}\n',
  },
  'check/check_data.c:1266': { rule: 'quorum-too-high', example: virtualServer('quorum 3') },
  'check/check_data.c:1272': { rule: 'quorum-too-high', example: virtualServer('hysteresis 1') },
  'check/check_data.c:1285': {
    rule: 'port-mismatch',
    example: serverGroup('fwmark 3', 'lvs_method DR'),
  },
  'check/check_data.c:1289': {
    rule: 'port-mismatch',
    example: serverGroup('fwmark 3', 'sorry_server 198.51.100.20 80\nsorry_server_lvs_method DR'),
  },
  'check/check_data.c:1297': {
    rule: 'port-mismatch',
    example: serverGroup('192.0.2.10 443', 'protocol TCP\nlvs_method DR'),
  },
  'check/check_data.c:1302': {
    rule: 'port-mismatch',
    example: serverGroup(
      '192.0.2.10 443',
      'protocol TCP\nsorry_server 198.51.100.20 80\nsorry_server_lvs_method DR',
    ),
  },
  'check/check_data.c:1315': {
    rule: 'port-mismatch',
    example: headed('fwmark 3', 'lvs_method DR'),
  },
  'check/check_data.c:1322': {
    rule: 'port-mismatch',
    example: headed('192.0.2.10 443', 'lvs_method DR\nprotocol TCP'),
  },
  'check/check_data.c:1332': {
    rule: 'port-mismatch',
    example: headed(
      'fwmark 3',
      'lvs_method NAT\nsorry_server 198.51.100.20 80\nsorry_server_lvs_method DR',
    ),
  },
  'check/check_data.c:1339': {
    rule: 'port-mismatch',
    example: virtualServer('sorry_server 198.51.100.20 443\nsorry_server_lvs_method DR'),
  },
};
