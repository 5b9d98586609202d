/*
 * keepalived judges some things only when it has read a block, or the whole file. It then names the
 * line of the closing brace, or no line, where kalint points at the line that has to change. This table
 * says which rules of kalint answer such a complaint.
 */

interface Answer {
  readonly pattern: RegExp;
  readonly rules: readonly string[];
}

const answers: readonly Answer[] = [
  {
    pattern: /^There are \d+ missing '\}'s or extra '\{'s/,
    rules: ['unclosed-block', 'unexpected-block', 'deep-nesting'],
  },

  {
    pattern:
      /^No script set for|^No file set for|process name not specified$|no neighbor address set/,
    rules: ['incomplete-block', 'empty-command'],
  },
  {
    pattern: /does not have any delay set|has no (?:virtual router\(s\)|real servers|members)/,
    rules: ['incomplete-block', 'empty-block'],
  },
  {
    pattern: /has no urls? specified|url has no path|^No script path has been specified/,
    rules: ['incomplete-block'],
  },
  {
    pattern: /has no track_file specified|^\(.*\) No name has been specified for BFD_CHECKER/,
    rules: ['incomplete-block', 'unknown-reference', 'late-definition'],
  },
  { pattern: /are not of the same family, disabling/, rules: ['impossible-bfd-session'] },
  { pattern: /^Configuration error: BFD instance \S+ has duplicate/, rules: ['duplicate-entry'] },
  { pattern: /max_hops exceeds ttl/, rules: ['max-hops-too-high'] },
  { pattern: /empty .* ?block$|has no entries - removing$/, rules: ['empty-block'] },
  { pattern: /specified in sync group .* doesn't exist/, rules: ['unknown-reference'] },
  {
    pattern: /no matching virtual router found in group/,
    rules: ['unknown-reference', 'empty-block'],
  },
  { pattern: /has only 1 virtual router\(s\)/, rules: ['lone-group-member', 'unknown-reference'] },

  {
    pattern: /the virtual router id must be set|Unknown interface!/,
    rules: ['incomplete-instance'],
  },
  { pattern: /both use VRID|duplicate VRID conflict/, rules: ['duplicate-virtual-router'] },
  { pattern: /State MASTER must match being address owner/, rules: ['strict-mode-state'] },
  {
    pattern: /nopreempt (?:is incompatible with|will not work with)/,
    rules: ['nopreempt-with-master'],
  },
  {
    pattern:
      /does not support authentication\. Ignoring|no password given|AH authentication with IPv6/,
    rules: ['authentication-ignored'],
  },
  { pattern: /is incompatible with AH authentication/, rules: ['master-with-ah'] },
  {
    pattern: /strict mode|Strict mode requires|accept mode for VRRP version 2/,
    rules: ['strict-mode-setting', 'strict-mode-unreachable-address'],
  },
  { pattern: /No VIP specified; at least one is/, rules: ['no-virtual-ipaddress'] },
  {
    pattern: /without any unicast peers|unicast_ttl without unicast peers/,
    rules: ['unicast-without-peers'],
  },
  {
    pattern: /due to (?:SYNC group|address.owner)|^\(.*\) Cannot have weighted track/,
    rules: ['ignored-weight', 'group-weight-with-owner'],
  },
  {
    pattern: /advertisement interval .* is out of range|must be (?:an integer|in units)/,
    rules: ['rounded-advert-int'],
  },
  {
    pattern: /unicast with use_vmac requires vmac_xmit_base|Cannot use VMAC\/ipvlan with unicast/,
    rules: ['vmac-with-unicast'],
  },
  {
    pattern:
      /multicast destination specified with unicast|promote_secondaries is automatically set/,
    rules: ['ignored-setting'],
  },
  {
    pattern:
      /use_vmac specified for VIP|cannot use IPv6 with VRRP version 2|vmac_xmit_base is only valid|preempt.delay (?:will not work|is incompatible)/,
    rules: ['ignored-setting', 'vmac-with-unicast'],
  },
  { pattern: /must be link local/, rules: ['first-address-not-link-local'] },
  { pattern: /is already using \S+ - ignoring name/, rules: ['vmac-name-taken'] },
  { pattern: /ipvlan requires a source ip/, rules: ['ipvlan-without-address'] },
  { pattern: /some member\(s\) as address owner/, rules: ['owner-in-sync-group'] },
  { pattern: /no interface for e?vip/, rules: ['address-without-interface'] },
  {
    pattern: /Ignoring track_interface|is configured on VRRP instance and sync group/,
    rules: ['tracked-own-interface'],
  },

  {
    pattern: /: no (?:protocol|scheduler|forwarding method) set/,
    rules: ['incomplete-virtual-server'],
  },
  {
    pattern: /protocol specified for fwmark|cannot use ha_suspend with fwmarks/,
    rules: ['ignored-with-mark'],
  },
  {
    pattern: /ports don't match|server .* ?has port specified/,
    rules: ['port-mismatch'],
  },
  {
    pattern: /exceeds total weight of real servers|hysteresis \d+ >= quorum/,
    rules: ['quorum-too-high'],
  },
  { pattern: /zero port only valid for persistent/, rules: ['missing-port'] },
  {
    pattern: /is duplicated - removing second rs|^garp_group already specified for/,
    rules: ['duplicate-entry'],
  },
  {
    pattern: /cannot exist in more than one sync group/,
    rules: ['duplicate-entry', 'duplicate-name'],
  },
  { pattern: /^Address family of virtual server and/, rules: ['server-family'] },
  { pattern: /one packet scheduling requires UDP/, rules: ['one-packet-scheduling'] },
  { pattern: /matches sorry server, but inhibit/, rules: ['sorry-server-is-real-server'] },
  { pattern: /cannot have IPv4, IPv6 and fwmark/, rules: ['mixed-server-group'] },
  { pattern: /does not match address family of (?:bindto|connect_ip)/, rules: ['server-family'] },
  { pattern: /^Checker link local address/, rules: ['missing-bind-if'] },
  { pattern: /^UDP_CHECK min_reply length .* will always fail$/, rules: ['reversed-limits'] },
];

/** The rules that answer a complaint of this kind; empty when a diagnostic has to stand on its line. */
export function answersTo(message: string): readonly string[] {
  return answers.find(({ pattern }) => pattern.test(message))?.rules ?? [];
}

/** All rules that answer something. */
export function answeringRules(): readonly string[] {
  return [...new Set(answers.flatMap(({ rules }) => rules))];
}
