/*
 * What is known to go wrong in real files, collected from issue trackers, forums, real configurations and
 * experiments with real daemons before the rules were written: 103 mistakes, and the rules that find them.
 */

/** A mistake that is known to happen. */
export interface KnownMistake {
  readonly title: string;
  /** The rules that find it; none when there is a reason for that. */
  readonly rules: readonly string[];
  /** Why no rule finds it, or what of it none does. */
  readonly reason?: string;
}

function found(title: string, ...rules: readonly string[]): KnownMistake {
  return { title, rules };
}

function partly(title: string, rules: readonly string[], reason: string): KnownMistake {
  return { title, rules, reason };
}

function not(title: string, reason: string): KnownMistake {
  return { title, rules: [], reason };
}

/** By the numbers that they were collected under, the worst and most frequent first. */
export const knownMistakes: Readonly<Record<number, KnownMistake>> = {
  // Outages that keepalived does not report
  1: found(
    'A failing check moves no address: its weight is too small',
    ...['ineffective-weight', 'nopreempt-on-lower-node'],
  ),
  2: found(
    'A weighted check with nopreempt',
    ...['weight-with-nopreempt', 'nopreempt-blocks-failover'],
  ),
  3: found('The nodes use different virtual_router_ids', 'virtual-router-id-mismatch'),
  4: found('The nodes authenticate differently', 'authentication-mismatch'),
  5: found('The nodes announce themselves at different intervals', 'advert-int-mismatch'),
  6: found('The nodes speak different versions of VRRP', 'version-mismatch'),
  7: found(
    'The nodes have different virtual addresses',
    ...['virtual-ipaddress-mismatch', 'excluded-address-mismatch'],
  ),
  8: found('One node uses unicast, and the other multicast', 'unicast-peer-mismatch'),
  9: found(
    'A unicast_peer is not the address that the other node sends from',
    ...['unicast-peer-mismatch', 'unicast-ttl-mismatch'],
  ),
  10: found('Two clusters in one network use one VRID', 'shared-virtual-router-id'),
  11: found('Two nodes have the same priority', 'equal-priority'),
  12: found('vrrp_strict makes the virtual address unreachable', 'strict-mode-unreachable-address'),
  13: found('A # or ! cuts a password or another value', 'cut-value'),
  14: found('A misspelt keyword', 'unknown-keyword'),
  15: found(
    'An auth_pass of more than eight characters',
    ...['auth-pass-too-long', 'authentication-mismatch'],
  ),
  16: found(
    'A brace too few or too many',
    ...['unclosed-block', 'unopened-block', 'extra-brace', 'unexpected-block', 'missing-block'],
  ),
  17: not(
    'The nodes’ interfaces are not in one network',
    'Which networks the interfaces of a node are in does not stand in keepalived.conf, and interfaces ' +
      'have other names on other machines. What the text does tell is compared: peers and sources ' +
      '(unicast-peer-mismatch), groups (multicast-group-mismatch), prefixes (prefix-mismatch).',
  ),
  18: found('The nodes use different multicast groups', 'multicast-group-mismatch'),
  19: found(
    'nopreempt on the wrong node',
    ...['nopreempt-on-lower-node', 'initial-master-not-preferred'],
  ),
  20: found(
    'Members of a sync group prefer different nodes',
    ...['sync-group-priorities', 'sync-group-mismatch'],
  ),

  // Silent traps in one file
  21: found('nopreempt with state MASTER', 'nopreempt-with-master'),
  22: found('A weight on a member of a sync group', 'ignored-weight'),
  23: found(
    'A weight on an instance with priority 255',
    'ignored-weight',
    'group-weight-with-owner',
  ),
  24: found('Priority and weights leave the range 1 to 254', 'clamped-priority'),
  25: found('A keyword is written twice in a block', 'duplicate-keyword'),
  26: found('A script is defined and never tracked', 'unused-script', 'unused-tracker'),
  27: found(
    'Two scripts, instances or groups have one name',
    ...['duplicate-name', 'shadowed-tracker'],
  ),
  28: found(
    'A tracker names nothing that is defined',
    ...['unknown-track-script', 'unknown-reference', 'late-definition'],
  ),
  29: found('A command is written in the language of a shell', 'shell-syntax'),
  30: found(
    'killall -0 or pidof asks whether a process runs',
    ...['process-check', 'always-true-check'],
  ),
  31: found('A check may run longer than its interval', 'script-timing'),
  32: found('A check asks the virtual address', 'script-checks-vip'),
  33: found('A check stops keepalived', 'script-stops-keepalived'),
  34: found('Scripts run without enable_script_security', 'script-security'),
  35: found('enable_script_security without script_user', 'default-script-user'),
  36: not(
    'A script or its folder can be written by others',
    'Who owns a script and who may write to the folders above it are facts of the host, where keepalived ' +
      'itself checks them.',
  ),
  37: not(
    'The user of a script may not do what the script does',
    'What a script does, and what its user may do, does not stand in keepalived.conf. That no user is ' +
      'named is default-script-user.',
  ),
  38: partly(
    'A script is not there, or its path is relative',
    ['relative-script-path', 'bare-script-name'],
    'Whether a file is there and may be executed is a matter of the host.',
  ),
  39: found('The arguments of a command are not in its quotes', 'extra-words'),
  40: found('No interface, or the loopback', 'incomplete-instance', 'loopback-interface'),
  41: found('A virtual address is that of a network or a broadcast', 'unusable-address'),
  42: found('A virtual address without its prefix', 'address-without-prefix', 'prefix-mismatch'),
  43: found('Two instances have one virtual address', 'address-in-two-instances'),
  44: found('A virtual address is written twice', 'duplicate-address'),
  45: found('A virtual address is the node’s own', 'own-virtual-address'),
  46: found('A unicast_peer is the node itself', 'wrong-unicast-peer', 'duplicate-entry'),
  47: found('Unicast settings without peers', 'unicast-without-peers'),
  48: found('IPv4 and IPv6 addresses in one instance', 'mixed-families'),
  49: found('IPv6 addresses depend on advertisements over IPv4', 'excluded-other-family'),
  50: found('The first IPv6 address is not link-local', 'first-address-not-link-local'),
  51: found('Authentication that VRRP version 3 ignores', 'authentication-ignored'),
  52: found('A password that everybody knows', 'weak-authentication', 'master-with-ah'),
  53: found('auth_type or auth_pass is missing', 'authentication-ignored'),
  54: found('A fraction of a second in VRRP version 2', 'rounded-advert-int'),
  55: found(
    'An advert_int that is too short or too long',
    'unusual-advert-int',
    'rounded-advert-int',
  ),
  56: found('preempt_delay that has no effect', 'ignored-setting'),
  57: found('A state that is neither MASTER nor BACKUP', 'unknown-value'),
  58: found(
    'Several nodes begin as MASTER, or the wrong one',
    ...['several-initial-masters', 'initial-master-not-preferred'],
  ),
  59: found(
    'A file is copied to the other node as it is',
    ...['several-initial-masters', 'equal-priority', 'identical-router-id'],
  ),
  60: found(
    'A virtual_router_id that is missing, out of range or taken',
    ...['incomplete-instance', 'value-out-of-range', 'duplicate-virtual-router'],
  ),
  61: found(
    'A priority that is missing, out of range or 255',
    ...['missing-priority', 'value-out-of-range', 'implicit-owner'],
  ),
  62: found('No virtual address', 'no-virtual-ipaddress'),
  63: found('More virtual addresses than a packet holds', 'too-many-addresses'),
  64: found('track_interface names the instance’s own interface', 'tracked-own-interface'),
  65: found('dont_track_primary, and no other tracker', 'untracked-interface'),
  66: found('Several interfaces are tracked without a weight', 'several-tracked-interfaces'),
  67: found('One shared failure puts all nodes into FAULT', 'shared-check-fault'),
  68: found('An interval of zero from an old template', 'value-out-of-range'),
  69: found('Addresses are announced only once', 'no-garp-refresh'),
  70: found(
    'A sync group with no, one or unknown members',
    ...['unknown-reference', 'lone-group-member', 'empty-block', 'duplicate-entry'],
  ),
  71: found(
    'Members of a sync group are set differently',
    ...['sync-group-differences', 'owner-in-sync-group'],
  ),
  72: found(
    'A VMAC with unicast, or vmac_xmit_base without one',
    'vmac-with-unicast',
    'ignored-setting',
  ),
  73: found('Unicast without a source address', 'unicast-without-source'),
  74: found('An instance without interface', 'incomplete-instance'),
  75: found('A keyword that is deprecated or gone', 'deprecated-keyword', 'removed-keyword'),
  76: partly(
    'A keyword that the release does not know',
    ['new-keyword', 'new-directive', 'unavailable-value'],
    'What a keepalived was built without does not stand in the file.',
  ),
  77: found('A keyword in the wrong block', 'misplaced-keyword'),

  // Virtual servers, files
  78: found('A virtual server is written twice', 'duplicate-virtual-server'),
  79: found('Nobody holds the address of a virtual server', 'unheld-virtual-server'),
  80: found(
    'A virtual_server_group that is not defined, or not used',
    ...['unknown-server-group', 'unused-server-group', 'server-group-family', 'mixed-server-group'],
  ),
  81: found('A real server twice, or none', 'duplicate-entry', 'incomplete-block'),
  82: found('A real server without a check', 'unchecked-real-server', 'unchecked-virtual-server'),
  83: found('Different ports with direct routing or tunnels', 'port-mismatch'),
  84: partly(
    'HTTP_GET takes any answer',
    ['regex-setting-without-regex', 'lost-regex-escape', 'invalid-regex'],
    'Since keepalived 1.2.23 a url without status_code takes the statuses 200 to 299 only ' +
      '(check/check_http.c), so that no check takes any answer.',
  ),
  85: found(
    'HTTP_GET without url, or with a status or digest that cannot be',
    ...['incomplete-block', 'invalid-value', 'value-out-of-range'],
  ),
  86: found('A TCP check of a UDP service', ...['check-protocol-mismatch', 'check-without-port']),
  87: found('A check takes longer than delay_loop', 'slow-check'),
  88: found(
    'Weights that the scheduler does not look at, or that are all 0',
    ...['ignored-server-weight', 'quorum-too-high', 'zero-weight'],
  ),
  89: found(
    'A quorum that cannot be reached, or a hysteresis that is too large',
    ...['quorum-too-high', 'unreachable-quorum', 'value-out-of-range'],
  ),
  90: found('The sorry_server is one of the real servers', 'sorry-server-is-real-server'),
  91: partly(
    'A persistence_timeout of 0, or one that defeats balancing',
    ['value-out-of-range', 'redundant-persistence'],
    'How long is too long for how few clients no text tells.',
  ),
  92: found(
    'Protocol, scheduler or forwarding method by default',
    ...['incomplete-virtual-server', 'missing-port'],
  ),
  93: found('Words behind what a line takes', 'extra-words'),
  94: found('Mail without recipients or without a server', 'undeliverable-mail'),
  95: found(
    'An include that includes nothing',
    ...['missing-include', 'misspelt-include', 'quoted-include', 'unread-part'],
  ),
  96: found('An included file leaves a block open', 'unclosed-block'),
  97: found(
    'A definition that is missing, comes too late or names itself',
    ...['undefined-definition', 'self-reference', 'skipped-definition', 'blank-before-equals'],
  ),
  98: found('A line is for a node that nobody is', 'unknown-config-id'),
  99: found('A quote that is not closed', 'unterminated-quote'),
  100: found(
    'The syntax of another language',
    ...['extra-words', 'unknown-keyword', 'typographic-quotes', 'byte-order-mark', 'invalid-value'],
  ),
  101: found('A label that is too long or foreign', 'value-too-long', 'foreign-label'),
  102: partly(
    'The secret in the file can be read by others',
    ['plain-secret'],
    'Modes of files and the visibility of a repository do not stand in keepalived.conf.',
  ),
  103: not(
    'A firewall or a cloud does not let VRRP through',
    'Whether a network lets VRRP through does not stand in keepalived.conf, and unicast is no sign of it.',
  ),
};
