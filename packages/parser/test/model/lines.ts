/*
 * Lines whose values the daemon and kalint must judge alike: good ones, and each with one mistake. What
 * stands before the first `:` is the place that a line is put into.
 */

const instance = (body: string): string =>
  `vrrp_instance V {\ninterface eth0\nvirtual_router_id 1\nvirtual_ipaddress {\n192.0.2.200\n}\n${body}\n}\n`;

const server = (body: string, head = '192.0.2.1 80', protocol = 'protocol TCP'): string =>
  `virtual_server ${head} {\nlb_algo rr\nlb_kind NAT\n${protocol}\n${body}\n` +
  'real_server 198.51.100.1 80 {\nTCP_CHECK {\n}\n}\n}\n';

const url = (body: string): string =>
  `virtual_server 192.0.2.1 80 {\nlb_algo rr\nlb_kind NAT\nprotocol TCP\nreal_server 198.51.100.1 80 {\n` +
  `HTTP_GET {\nurl {\npath /\n${body}\n}\n}\n}\n}\n`;

const udp = (body: string): string =>
  `virtual_server 192.0.2.1 53 {\nlb_algo rr\nlb_kind NAT\nprotocol UDP\nreal_server 198.51.100.1 53 {\n` +
  `UDP_CHECK {\n${body}\n}\n}\n}\n`;

const group = 'track_group G {\ngroup {\nV\n}\n}\n';

/** A configuration around a line, by the name of its place. */
export const places: Readonly<Record<string, (line: string) => string>> = {
  address: (line) => instance(`virtual_ipaddress_excluded {\n${line}\n}`),
  'static address': (line) => `${group}static_ipaddress {\n${line}\n}\n${instance('')}`,
  route: (line) => instance(`virtual_routes {\n${line}\n}`),
  'static route': (line) => `${group}static_routes {\n${line}\n}\n${instance('')}`,
  rule: (line) => instance(`virtual_rules {\n${line}\n}`),
  'static rule': (line) => `${group}static_rules {\n${line}\n}\n${instance('')}`,
  peer: (line) => instance(`unicast_peer {\n${line}\n}`),
  'tracked interface': (line) => instance(`track_interface {\n${line}\n}`),
  'tracked script': (line) =>
    `global_defs {\nscript_user root\nenable_script_security\n}\nvrrp_script s {\nscript /bin/true\n}\n${instance(`track_script {\n${line}\n}`)}`,
  'tracked file': (line) =>
    `track_file f {\nfile /tmp/kalint\n}\n${instance(`track_file {\n${line}\n}`)}`,
  'tracked process': (line) =>
    `vrrp_track_process p {\nprocess init\n}\n${instance(`track_process {\n${line}\n}`)}`,
  'group entry': (line) =>
    `virtual_server_group W {\n192.0.2.99 80\n${line}\n}\n${server('', 'group W')}`,
  linkbeat: (line) => `linkbeat_interfaces {\n${line}\n}\n${instance('')}`,
  delay: (line) => `interface_up_down_delays {\n${line}\n}\n${instance('')}`,
  instance,
  global: (line) => `global_defs {\n${line}\n}\n${instance('')}`,
  server,
  'real server': (line) => server(`${line} {\nTCP_CHECK {\n}\n}`),
  'virtual server': (line) => server('', line),
  'IPv6 server': (line) => server(line, '2001:db8::1 80').replace('198.51.100.1', '2001:db8::2'),
  url,
  udp,
  'track file': (line) => `track_file f {\nfile /tmp/kalint\n${line}\n}\n${instance('')}`,
  script: (line) =>
    `global_defs {\nscript_user root\nenable_script_security\n}\nvrrp_script s {\nscript /bin/true\n${line}\n}\n${instance('')}`,
  pacing: (line) => `garp_group {\ninterface eth0\ngna_interval 1\n${line}\n}\n${instance('')}`,
  process: (line) => `vrrp_track_process p {\n${line}\n}\n${instance('')}`,
};

export const lines = `
address: 192.0.2.1
address: 192.0.2.1/24 dev eth0 scope link label eth0:1 brd +
address: 192.0.2.1/24 broadcast 192.0.2.255
address: 192.0.2.1/
address: 192.0.2.1/0
address: 192.0.2.1/33
address: 192.0.2.1/x
address: 192.0.2
address: 192.0.2.1 192.0.2.2
address: 2001:db8::1/64 dev eth0
address: 2001:db8::1/129
address: 192.0.2.1 brd +
address: 192.0.2.1/31 brd -
address: 192.0.2.1/30 brd -
address: 192.0.2.1/24 brd foo
address: 192.0.2.1/24 brd 192.0.2.255/24
address: 192.0.2.1 peer 192.0.2.2
address: 192.0.2.1/24 peer 192.0.2.2
address: 192.0.2.1/32 peer 192.0.2.2
address: 192.0.2.1/32 peer 192.0.2.2/24
address: 192.0.2.1 peer 192.0.2.2 peer 192.0.2.3
address: 192.0.2.1 peer 2001:db8::1
address: 192.0.2.1 brd 192.0.2.255 peer 192.0.2.2
address: 192.0.2.1 dev eth0 dev eth1
address: 192.0.2.1 scope global
address: 192.0.2.1 scope 0x10
address: 192.0.2.1 scope 300
address: 2001:db8::1 scope link
address: 2001:db8::1 label foo
address: 2001:db8::1 brd 192.0.2.255
address: 2001:db8::1 brd -
address: 192.0.2.1 label averyveryverylonglabel
address: 192.0.2.1 preferred_lft forever
address: 192.0.2.1 preferred_lft 0
address: 192.0.2.1 preferred_lft 4294967296
address: 192.0.2.1 preferred_lft -1
address: 192.0.2.1 preferred_lft
address: 192.0.2.1 dev
address: 192.0.2.1 track_group G
address: 192.0.2.1 home -nodad mngtmpaddr noprefixroute autojoin no_track use_vmac
address: 192.0.2.1 foo
static address: 192.0.2.1 dev eth0
static address: 192.0.2.1 dev eth0 track_group G
static address: 192.0.2.1 dev eth0 track_group G track_group G
static address: 192.0.2.1 dev eth0 use_vmac
route: default via 192.0.2.1 dev eth0
route: via 192.0.2.1 dev eth0 default
route: src 192.0.2.1 to default via 192.0.2.2 dev eth0
route: src 192.0.2.1 to 198.51.100.0/24 via 192.0.2.2 dev eth0
route: inet6 default dev eth0
route: inet6 2001:db8::/32 dev eth0
route: inet x 192.0.2.0/24 dev eth0
route: 192.0.2.0/24
route: 192.0.2.0/24 no_track
route: 10 192.0.2.0/24 dev eth0
route: blackhole 192.0.2.0/24 dev eth0
route: blackhole 192.0.2.0/24 no_track
route: to blackhole 192.0.2.0/24 no_track
route: to 192.0.2.0/24 no_track
route: blackhole
route: blackhole to 192.0.2.0/24 no_track
route: blackhole no_track 192.0.2.0/24
route: no_track blackhole 192.0.2.0/24
route: to
route: dev eth0 no_track
route: foo dev eth0
route: 192.0.2.0/24 192.0.3.0/24 dev eth0
route: 192.0.2.0/33 dev eth0
route: 192.0.2.0/24 via inet 192.0.2.1 dev eth0
route: 192.0.2.0/24 via inet6 192.0.2.1 dev eth0
route: 192.0.2.0/24 via dev eth0
route: 192.0.2.0/24 via 192.0.2.1/24 dev eth0
route: 192.0.2.0/24 metric 5 dev eth0 rtt 300ms mtu lock 1400 encap ip id 5 dst 192.0.2.4 onlink
route: 192.0.2.0/24 dev eth0 rtt 300ms
route: 192.0.2.0/24 dev eth0 rtt 5s
route: 192.0.2.0/24 dev eth0 rtt 5
route: 192.0.2.0/24 dev eth0 rtt 5000s
route: 192.0.2.0/24 dev eth0 rtt 0.5s
route: 192.0.2.0/24 dev eth0 rtt 0.5
route: 192.0.2.0/24 dev eth0 rtt 1.2345s
route: 192.0.2.0/24 dev eth0 rtt lock 5secs rttvar 3s rto_min lock 300
route: 192.0.2.0/24 dev eth0 rtt x
route: 192.0.2.0/24 dev eth0 table 100
route: 192.0.2.0/24 dev eth0 table main
route: 192.0.2.0/24 dev eth0 table 4294967296
route: 192.0.2.0/24 dev eth0 scope 300
route: 192.0.2.0/24 dev eth0 scope link
route: 192.0.2.0/24 dev eth0 protocol kernel
route: 192.0.2.0/24 dev eth0 protocol 300 no_track
route: 192.0.2.0/24 dev eth0 protocol 18
route: 192.0.2.0/24 dev eth0 protocol kernel no_track
route: 192.0.2.0/24 dev eth0 realms 3/4
route: 192.0.2.0/24 dev eth0 realms 3
route: 192.0.2.0/24 dev eth0 realms 3/4/5
route: 192.0.2.0/24 dev eth0 realms 300
route: 2001:db8::/32 dev eth0 realms 3
route: 192.0.2.0/24 dev eth0 features ecn
route: 192.0.2.0/24 dev eth0 features foo
route: 192.0.2.0/24 dev eth0 quickack 1
route: 192.0.2.0/24 dev eth0 quickack 2
route: 192.0.2.0/24 dev eth0 congctl lock cubic metric 5
route: 192.0.2.0/24 dev eth0 congctl cubic metric x
route: 192.0.2.0/24 dev eth0 congctl
route: 2001:db8::/32 dev eth0 pref high
route: 2001:db8::/32 dev eth0 pref 3
route: 2001:db8::/32 dev eth0 pref foo
route: 192.0.2.0/24 dev eth0 pref high
route: 192.0.2.0/24 dev eth0 ttl-propagate enabled
route: 192.0.2.0/24 dev eth0 ttl-propagate on
route: 192.0.2.0/24 dev eth0 fastopen_no_cookie 1
route: 192.0.2.0/24 dev eth0 hoplimit 255
route: 192.0.2.0/24 dev eth0 hoplimit 256
route: 192.0.2.0/24 dev eth0 tos 16
route: 192.0.2.0/24 dev eth0 tos 300
route: 192.0.2.0/24 dev eth0 as to 192.0.2.1
route: 192.0.2.0/24 dev eth0 advmss lock 5 reordering 3 window 4 cwnd 5 ssthresh lock 4 initcwnd 10 initrwnd 3
route: 192.0.2.0/24 dev eth0 cwnd x
route: 192.0.2.0/24 dev eth0 cwnd lock
route: 192.0.2.0/24 dev eth0 append
route: 192.0.2.0/24 gw 192.0.2.1 dev eth0
route: 192.0.2.0/24 via 192.0.2.1 or 192.0.2.2 dev eth0
route: 192.0.2.0/24 dev eth0 nexthop via 192.0.2.1 weight 3 nexthop via 192.0.2.2 dev eth0 onlink
route: 192.0.2.0/24 dev eth0 nexthop via 192.0.2.1 weight 300
route: 192.0.2.0/24 dev eth0 nexthop via 192.0.2.1 weight 0
route: 192.0.2.0/24 dev eth0 nexthop via 2001:db8::1
route: 192.0.2.0/24 dev eth0 nexthop via 192.0.2.1 metric 3
route: 192.0.2.0/24 dev eth0 nexthop
route: 192.0.2.0/24 dev eth0 nexthop encap mpls 5 via 192.0.2.1
route: 192.0.2.0/24 dev eth0 track_group G
route: 192.0.2.0/24 dev eth0 metric
route: 192.0.2.0/24 dev eth0 encap
route: 192.0.2.0/24 dev eth0 encap foo
route: 192.0.2.0/24 dev eth0 encap mpls 100/200
route: 192.0.2.0/24 dev eth0 encap mpls 10000000
route: 192.0.2.0/24 dev eth0 encap mpls 100/
route: 192.0.2.0/24 dev eth0 encap mpls 1/2/3
route: 192.0.2.0/24 dev eth0 encap mpls 5 ip id 5
route: 192.0.2.0/24 dev eth0 encap mpls 5 onlink
route: 192.0.2.0/24 dev eth0 encap ila 1:2:3:4
route: 192.0.2.0/24 dev eth0 encap ila 1:2:3
route: 192.0.2.0/24 dev eth0 encap ip6 dst 2001:db8::1 tc 5 hoplimit 3
route: 192.0.2.0/24 dev eth0 encap ip ttl 5
route: 192.0.2.0/24 dev eth0 encap ip dst 192.0.2.1 ttl 300
route: 192.0.2.0/24 dev eth0 encap ip
route: 192.0.2.0/24 dev eth0 encap ip dst 2001:db8::1
route: 192.0.2.0/24 dev eth0 encap ip id
route: 192.0.2.0/24 dev eth0 mtu 0x10
route: 192.0.2.0/24 dev eth0 metric -1
route: 192.0.2.0/24 dev eth0 metric 4294967296
route: default6 dev eth0
route: any dev eth0
route: 192.0.2.0/24 dev eth0 from 192.0.2.0/24
route: 2001:db8:1::/64 dev eth0 from 2001:db8::/32
route: 2001:db8:1::/64 dev eth0 expires 5
route: 192.0.2.0/24 dev eth0 expires 5
route: 2001:db8:1::/64 via 192.0.2.1 dev eth0
static route: 192.0.2.0/24 dev eth0 track_group G
static route: 192.0.2.0/24 no_track track_group G
rule: from 192.0.2.0/24 table 5 preference 10
rule: from 192.0.2.0/24 table 5
rule: from 192.0.2.0/24 to default table 5 preference 10
rule: from default table 5 preference 10
rule: table 5 from default preference 10
rule: table main preference 10
rule: table 0 preference 10
rule: table 5 table 6 preference 10
rule: preference 10
rule: lookup 5 blackhole preference 10
rule: blackhole preference 10
rule: type blackhole preference 10
rule: type local preference 10
rule: type table 5 preference 10
rule: preference 10 type
rule: preference 10 type goto 20
rule: preference 30 type goto 20
rule: local preference 10
rule: foo preference 10
rule: goto 20 preference 10
rule: goto 20 preference 30
rule: goto 20 preference 20
rule: goto 20
rule: goto x preference 1
rule: nop preference 10
rule: nop order 0x10
rule: nop priority 010
rule: nop preference -1
rule: nop preference 08
rule: fwmark 0x10/0xff nop preference 10
rule: fwmark 16 nop preference 10
rule: fwmark foo nop preference 10
rule: fwmark 1/2/3 nop preference 10
rule: realms 3 nop preference 10
rule: realms 3 table 5 preference 10
rule: realms 3 l3mdev preference 10
rule: sup_pl 3 table 5 preference 10
rule: sup_pl 3 nop preference 10
rule: suppress_ifgroup 3 table 5 preference 10
rule: uidrange 1-5 nop preference 10
rule: uidrange 1 nop preference 10
rule: sport 1-5 nop preference 10
rule: sport 5 nop preference 10
rule: dport x nop preference 10
rule: ipproto 6 nop preference 10
rule: ipproto 200 nop preference 10
rule: protocol 18 nop preference 10
rule: protocol 17 nop preference 10
rule: protocol 17 nop preference 10 no_track
rule: protocol foo nop preference 10
rule: l3mdev preference 10
rule: l3mdev table 5 preference 10
rule: tunnel-id 5 nop preference 10
rule: tunnel-id x nop preference 10
rule: inet6 nop preference 10
rule: inet6 from 192.0.2.1 nop preference 10
rule: not from 192.0.2.1 nop preference 10
rule: from 192.0.2.1 to 2001:db8::1 nop preference 10
rule: iif eth0 oif eth1 nop preference 10
rule: preference
rule: nop preference 10 nop
rule: track_group G nop preference 10
rule: tos 16 nop preference 10
rule: tos 300 nop preference 10
rule: from 192.0.2.1/40 nop preference 10
rule: from
static rule: nop preference 10 dev eth0 track_group G
static rule: nop preference 10 track_group G
peer: 192.0.2.4
peer: 192.0.2.4/24
peer: 192.0.2.4 min_ttl 5 max_ttl 3
peer: 192.0.2.4 min_ttl 5 max_ttl 5
peer: 192.0.2.4 min_ttl
peer: 192.0.2.4 min_ttl x
peer: 192.0.2.4 foo 5
peer: 192.0.2.4 foo
peer: 192.0.2.4 min_ttl 300
peer: foo
tracked interface: eth1
tracked interface: eth1 weight 5 reverse
tracked interface: eth1 weight 5 noreverse
tracked interface: eth1 weight 5 foo
tracked interface: eth1 weight 5 reverse foo
tracked interface: eth1 reverse
tracked interface: eth1 weight 254
tracked interface: eth1 weight 300
tracked interface: eth1 weight x
tracked interface: eth1 weight
tracked script: s
tracked script: s weight -5 noreverse
tracked script: s weight 254
tracked script: s weight 5 foo
tracked script: s reverse
tracked file: f weight 254 reverse
tracked file: f weight 255
tracked file: f weight 5 foo
tracked process: p weight 254
tracked process: p weight 5 noreverse
group entry: 192.0.2.1 80
group entry: 192.0.2.1-5 80
group entry: 192.0.2.1-300 80
group entry: 192.0.2.5-1 80
group entry: 192.0.2.5-5 80
group entry: 192.0.2.5-192.0.2.9 80
group entry: 192.0.2.5-192.0.2.5 80
group entry: 192.0.2.5-192.0.2.1 80
group entry: 192.0.2.5-2001:db8::1 80
group entry: 192.0.2.0/24 80
group entry: 192.0.2.1/24 80
group entry: 192.0.2.0/33 80
group entry: 192.0.2.0/0
group entry: 192.0.2.1 70000
group entry: 192.0.2.1 foo
group entry: 192.0.2.1 80 foo
group entry: 192.0.2.1-5x 80
group entry: foo
group entry: fwmark
group entry: fwmark foo
group entry: fwmark 5 foo
linkbeat: eth1
linkbeat: eth1 MII
linkbeat: eth1 foo
linkbeat: eth1 MII foo
delay: eth1 1.5 2
delay: eth1 1.5 2 3
delay: eth1
delay: eth1 foo
delay: eth1 300
delay: eth1 1 256
instance: use_vmac
instance: use_vmac vrrp.1
instance: use_vmac vrrp.1 00:11:22:33:44:55
instance: use_vmac 00:11:22:33:44:55 vrrp.1
instance: use_vmac vrrp.1 00:11:22:33:44
instance: use_vmac vrrp.1 00:11:22:33:44:
instance: use_vmac vrrp.1 00:11:22:33
instance: use_vmac vrrp.1 00:11:22:33:44:55:66
instance: use_vmac vrrp.1 01:11:22:33:44:55
instance: use_vmac vrrp.1 00:00:5e:00:01:55
instance: use_vmac vrrp.1 0:1:2:3:4:5
instance: use_vmac vrrp.1 zz:11:22:33:44:55
instance: use_vmac name vrrp.1
instance: use_vmac a b
instance: use_vmac a/b
instance: use_vmac averyveryverylongname
instance: use_ipvlan ipv1 192.0.2.7
instance: use_ipvlan ipv1 192.0.2.7/24 bridge
instance: use_ipvlan ipv1 192.0.2.7/24 bridge private
instance: use_ipvlan a b 192.0.2.7
instance: use_ipvlan 192.0.2.7 192.0.2.8
instance: use_ipvlan averyveryverylongname 192.0.2.7
instance: garp_extra_if all 5
instance: garp_extra_if 0
instance: garp_extra_if foo
global: lvs_sync_daemon eth0 V
global: lvs_sync_daemon eth0 V 5
global: lvs_sync_daemon eth0 V id 5
global: lvs_sync_daemon eth0 inst V id 5 maxlen 1400 port 8848 ttl 3 group 224.0.0.81
global: lvs_sync_daemon eth0 inst
global: lvs_sync_daemon eth0 id
global: lvs_sync_daemon eth0 id 300
global: lvs_sync_daemon eth0 V foo
global: lvs_sync_daemon eth0 group 192.0.2.1
global: lvs_sync_daemon eth0 group foo
global: lvs_sync_daemon eth0 maxlen 0
global: lvs_sync_daemon an_interface_name_too_long
global: lvs_sync_daemon
global: lvs_timeouts tcp 5
global: lvs_timeouts tcp 5 tcpfin 3 udp 2
global: lvs_timeouts tcp
global: lvs_timeouts tcp 5 udp
global: lvs_timeouts foo 5
global: lvs_timeouts tcp x udp 3
global: lvs_timeouts tcp 2678400
global: lvs_timeouts tcp 2678401
global: smtp_server 192.0.2.1 25
global: smtp_server 192.0.2.1
global: smtp_server 192.0.2.1 70000
global: smtp_server 192.0.2.1 0
global: smtp_server 192.0.2.1 x
global: smtp_server localhost 25 foo
global: smtp_server
global: umask 022
global: umask 0x1ff
global: umask 1777
global: umask 22x
global: umask IRUSR|IWUSR
global: umask IRUSR | IWUSR
global: umask IRUSR IWUSR
global: umask IRUSR|
global: umask |IRUSR
global: umask IRWXU
global: umask foo
global: umask 022 5
global: umask
global: vrrp_rx_bufs_policy MTU
global: vrrp_rx_bufs_policy mtu
global: vrrp_rx_bufs_policy MTU ADVERT
global: vrrp_rx_bufs_policy 5
global: vrrp_rx_bufs_policy 5 MTU
global: vrrp_rx_bufs_policy foo
global: vrrp_rx_bufs_policy
global: include_check
global: include_check read
global: include_check +read -match
global: include_check read match
global: include_check read +match
global: include_check foo
global: vrrp_garp_extra_if 5
global: vrrp_garp_extra_if all 5
global: vrrp_garp_extra_if 5 all
global: vrrp_garp_extra_if all
global: vrrp_garp_extra_if 5 6
global: vrrp_garp_extra_if foo
global: vrrp_garp_extra_if 0
global: vrrp_garp_extra_if 90000
global: vrrp_garp_extra_if
global: notify_fifo /tmp/x
global: notify_fifo /tmp/x root
global: notify_fifo
track file: init_file 5 overwrite
track file: init_file foo
track file: init_file 300
track file: init_file 5x
track file: init_file overwrite
track file: init_file
script: interval 5
script: interval 0
script: interval 0.5
script: interval ""
script: timeout 1.5
instance: garp_master_repeat 0
instance: garp_master_repeat 1
instance: priority ""
instance: preempt_delay ""
global: vrrp_garp_master_refresh_repeat 0
global: smtp_connect_timeout 0
pacing: garp_interval 3
pacing: garp_interval 2147.483648
process: process init
process: process init a b c
process: process
server: persistence_granularity 255.255.255.0
server: persistence_granularity foo
IPv6 server: persistence_granularity 64
IPv6 server: persistence_granularity 129
server: lvs_method TUN type gue port 5
server: lvs_method TUN type gue
server: lvs_method TUN port 5
server: lvs_method TUN type foo
server: lvs_method TUN type
server: lvs_method TUN type gue port 70000
server: lvs_method NAT csum
server: lvs_method NAT nocsum
server: lvs_method NAT foo
server: lvs_method TUN type gre csum
server: lvs_method TUN type gre remcsum
server: lvs_method TUN type gue port 5 remcsum
server: lvs_method DR type gre
server: lvs_method foo
server: lvs_method
server: sorry_server 192.0.2.9 80
server: sorry_server 192.0.2.9 0
server: sorry_server 192.0.2.9 70000
server: sorry_server 192.0.2.9 x
server: sorry_server foo 80
server: sorry_server
real server: real_server 198.51.100.2 80
real server: real_server 198.51.100.2 80 tcp
real server: real_server 198.51.100.2 70000
virtual server: 192.0.2.1 80 tcp
virtual server: 192.0.2.1 x
virtual server: foo 80
url: digest 0123456789abcdef0123456789ABCDEF
url: digest 0123456789abcdef
url: digest 0123456789abcdef0123456789abcdeg
url: digest
url: status_code 200
url: status_code 200-299 301
url: status_code 99
url: status_code foo
url: status_code 300-200
url: regex_options caseless foo
udp: payload 0102fe
udp: payload 01 02 f
udp: payload 0102ff
udp: payload 01 ff ff
udp: payload ff01
udp: payload 0g
udp: payload
udp: require_reply
udp: require_reply 01xx
udp: require_reply 01xy
`
  .trim()
  .split('\n');
